using Polaris.Client.Benchmarks.Measuring;
using Polaris.Client.Benchmarks.Startup;
using Polaris.Client.Benchmarks.Transport;

namespace Polaris.Client.Benchmarks.Rows;

/// <summary>Every row, in the order in which it is printed.</summary>
internal static class AllRows
{
    private static readonly string[] InMemoryNames =
        ["noise", "lock", "workflow", "page", "save", "telemetry", "scale-1", "scale-8", "scale-64"];

    /// <summary>Prints the rows whose names begin so; all of them for an empty text.</summary>
    public static async Task PrintAsync(string beginning)
    {
        foreach (var name in InMemoryNames.Where(Begins))
            await RatioReport.PrintAsync(InMemory(name));
        using var server = await ChildProcess.StartAsync("serve");
        var address = new Uri(server.FirstLine);
        using var network = PolarisContext.CreateNetwork();
        foreach (var (name, printAsync) in Loopback(address, network).Where(row => Begins(row.Name)))
            await printAsync(name);

        bool Begins(string name) => name.StartsWith(beginning, StringComparison.Ordinal);
    }

    public static Row InMemory(string name) => name switch
    {
        "noise" => Noise(),
        "lock" => LockRow.Create(name, PolarisContext.InMemory, Memory()),
        "layers" => LayersRow.Create(name, Memory()),
        "workflow" => WorkflowRow.Create(name, PolarisContext.InMemory, Memory()),
        "page" => PageRow.Create(name),
        "save" => SaveRow.Create(name, PolarisContext.InMemory, Memory()),
        "telemetry" => SaveRow.CreateTelemetry(name, PolarisContext.InMemory, Memory()),
        "scale-1" => Scale(name, 1),
        "scale-8" => Scale(name, 8),
        "scale-64" => Scale(name, 64),
        _ => throw new ArgumentException($"No row in memory is named {name}.", nameof(name)),
    };

    private static (string Name, Func<string, Task> PrintAsync)[] Loopback(Uri server, HttpMessageHandler network) =>
    [
        ("workflow-loopback", name => RatioReport.PrintAsync(OfTheSdk(WorkflowRow.Create(name, server, network)))),
        ("walk", name => RatioReport.PrintAsync(WalkRow.Create(name, server, network, inserts: true))),
        ("walk-idle", name => RatioReport.PrintAsync(WalkRow.Create(name, server, network, inserts: false))),
        ("walk-memory", name => WalkRow.PrintMemoryAsync(name, server)),
        ("startup", name => StartupRow.PrintAsync(name, server)),
    ];

    private static Row OfTheSdk(Row row) => row with { Others = [row.Others[0]], Round = TimeSpan.FromMilliseconds(20) };

    private static InMemoryTransport Memory(bool yields = false) => new(Answers.Of, yields);

    private static Row Scale(string name, int callers) =>
        ScaleRow.Create(name, LockRow.Create("lock", PolarisContext.InMemory, Memory(yields: true)), callers);

    /// <summary>The baseline against itself: how far from 1 a figure may be by chance.</summary>
    private static Row Noise()
    {
        var row = LockRow.Create("noise", PolarisContext.InMemory, Memory());
        return row with { Others = [new Way("", row.Baseline)] };
    }
}
