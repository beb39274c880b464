using System.Diagnostics;

namespace Polaris.Client.PackageTests;

/// <summary>A run of the <c>dotnet</c> command: how it ended and what it said.</summary>
/// <param name="ExitCode">0 for success.</param>
/// <param name="Output">What it wrote.</param>
internal sealed record DotNet(int ExitCode, string Output)
{
    /// <summary>What the build that runs this test has set for itself and would confuse another build.</summary>
    private static readonly string[] OfTheOuterBuild =
        ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly", "DOTNET_ROLL_FORWARD", "NUGET_PACKAGES"];

    /// <summary>Runs the command; ends it, with all it started, when the token is cancelled.</summary>
    public static async Task<DotNet> RunAsync(string folder, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
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
