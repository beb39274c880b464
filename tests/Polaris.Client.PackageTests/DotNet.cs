using System.Diagnostics;

namespace Polaris.Client.PackageTests;

/// <summary>A run of a command: its exit code and its output.</summary>
/// <param name="ExitCode">0 for success.</param>
/// <param name="Output">What it wrote, errors included.</param>
internal sealed record DotNet(int ExitCode, string Output)
{
    /// <summary>What the build that runs this test has set for itself and would confuse another build.</summary>
    private static readonly string[] OfTheOuterBuild =
        ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly", "DOTNET_ROLL_FORWARD", "NUGET_PACKAGES"];

    /// <summary>Whether a command is on the path.</summary>
    public static bool IsInstalled(string command) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, command)));

    /// <summary>Runs <c>dotnet</c>.</summary>
    public static Task<DotNet> RunAsync(string folder, IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        RunAsync(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", folder, arguments, cancellationToken);

    /// <summary>Runs a command; ends it, with all it started, when the token is canceled.</summary>
    public static async Task<DotNet> RunAsync(string command, string folder, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in OfTheOuterBuild) start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";

        using Process process = Process.Start(start)!;
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new DotNet(process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
