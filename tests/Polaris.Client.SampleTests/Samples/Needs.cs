namespace Polaris.Client.SampleTests.Samples;

/// <summary>What some tests need from the machine. Without it they are skipped with a reason, but fail where CI is set.</summary>
internal static class Needs
{
    /// <summary>Returns the path of the first of these programs that is installed.</summary>
    public static string Program(string what, params string[] names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists) is { } found)
        {
            return found;
        }

        var reason = $"This test needs {what}: install one of {string.Join(", ", names)} (.ci/run does so on Debian).";
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
        {
            Assert.Fail(reason);
        }

        Assert.Ignore(reason);
        return "";
    }
}
