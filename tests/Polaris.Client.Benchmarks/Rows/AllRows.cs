using Polaris.Client.Benchmarks.Measuring;
using Polaris.Client.Benchmarks.Transport;

namespace Polaris.Client.Benchmarks.Rows;

/// <summary>Every row, in the order in which it is printed.</summary>
internal static class AllRows
{
    public static IReadOnlyList<(string Name, Func<Task> MeasureAsync)> List { get; } =
    [
        .. new[] { "noise", "lock", "layers", "workflow", "page", "save", "telemetry", "scale-1", "scale-8", "scale-64" }
            .Select(name => (name, new Func<Task>(() => RatioReport.PrintAsync(InMemory(name))))),
    ];

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
        _ => throw new ArgumentException($"No row is named {name}.", nameof(name)),
    };

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
