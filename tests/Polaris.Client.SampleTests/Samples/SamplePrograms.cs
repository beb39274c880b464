namespace Polaris.Client.SampleTests.Samples;

/// <summary>The samples as programs of their own.</summary>
internal static class SamplePrograms
{
    /// <summary>Returns the program in its own output folder: next to the tests lies what the tests need, not what the program needs.</summary>
    public static string PathOf(string sample)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var configuration = output.Parent!;
        var root = configuration.Parent!.Parent!.Parent!.Parent!;
        return Path.Combine(root.FullName, "samples", sample, "bin", configuration.Name, output.Name, sample + ".dll");
    }
}
