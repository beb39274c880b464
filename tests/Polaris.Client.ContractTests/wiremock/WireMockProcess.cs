using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Polaris.Client.ContractTests.WireMock;

/// <summary>The running Java process, started through <c>serve.mjs</c>, which ends it with this test run.</summary>
internal sealed partial class WireMockProcess : IAsyncDisposable
{
    private static readonly TimeSpan TimeToStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(5);

    // The tests are short: a quick start is worth more than optimised code.
    private static readonly string[] JavaOptions =
        ["-XX:+IgnoreUnrecognizedVMOptions", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];

    private static readonly string[] WireMockOptions =
        ["--port", "0", "--bind-address", "127.0.0.1", "--disable-banner"];

    private readonly Process process;
    private readonly List<string> output = [];

    private WireMockProcess(Process process) => this.process = process;

    /// <summary>The port that the system chose.</summary>
    public int Port { get; private set; }

    /// <summary>Starts the server and waits until it listens.</summary>
    public static async Task<WireMockProcess> StartAsync(
        WireMockInstallation installation, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(installation.Node)
        {
            // WireMock serves the folder "mappings" of its working directory from the start: here that stays empty.
            WorkingDirectory = Path.GetDirectoryName(installation.Jar),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (string argument in (string[])[installation.Launcher, installation.Java, .. JavaOptions,
            "-jar", installation.Jar, .. WireMockOptions])
        {
            start.ArgumentList.Add(argument);
        }

        var started = new WireMockProcess(Process.Start(start)!);
        try
        {
            await started.ReadPortAsync(cancellationToken);
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeToStop);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private async Task ReadPortAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeToStart);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            output.Add(line);
            if (PortLine().Match(line) is not { Success: true } match) continue;
            Port = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
            _ = DrainAsync();
            return;
        }

        throw new InvalidOperationException("WireMock ended before it listened:\n" + string.Join('\n', output));
    }

    // A full pipe would stop the server.
    private Task DrainAsync() => process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);

    [GeneratedRegex(@"^port:\s+(\d+)\s*$")]
    private static partial Regex PortLine();
}
