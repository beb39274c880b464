namespace Polaris.Client.PackageTests;

/// <summary>What a test needs besides the .NET SDK: where it is missing, the test is left out; where CI is set, it fails.</summary>
internal static class Needs
{
    private const string Mono = "This test needs mono to run programs for .NET Framework (.ci/run installs it on Debian).";

    public static void MonoFor(string target)
    {
        if (!DotNet.IsMono(target) || DotNet.IsInstalled("mono")) return;
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 }) Assert.Fail(Mono);
        Assert.Ignore(Mono);
    }
}
