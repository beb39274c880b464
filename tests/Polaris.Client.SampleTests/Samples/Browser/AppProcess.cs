using System.Diagnostics;

namespace Polaris.Client.SampleTests.Samples.Browser;

/// <summary>The app as a process of its own, which can be killed.</summary>
internal sealed class AppProcess : IDisposable
{
    private const string Ready = "Now listening on: ";
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);
    private readonly Process _process;

    private AppProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<AppProcess> StartAsync(Uri polaris, string folder, string url)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                SamplePrograms.PathOf("PromptInBrowser"), "--urls", url, "--DataFolder", folder,
                "--Polaris:BaseAddress", polaris.AbsoluteUri, "--Polaris:OrganizationId", "3", "--Polaris:WorkstationId", "1242",
                "--Polaris:Credentials:Domain", "MYLIB", "--Polaris:Credentials:UserName", "cataloger",
                "--Polaris:Credentials:Password", "opensesame",
            },
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(LongestStart);
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.Contains(Ready, StringComparison.Ordinal))
            {
                return new AppProcess(process, new Uri(line[(line.IndexOf(Ready, StringComparison.Ordinal) + Ready.Length)..]));
            }
        }

        throw new InvalidOperationException($"The app ended with exit code {process.ExitCode} before it was ready.");
    }

    /// <summary>Kills the process without a chance to finish anything.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }
}
