using Polaris.Client.Benchmarks.Measuring;
using Polaris.Client.Benchmarks.Transport;

namespace Polaris.Client.Benchmarks.Rows;

/// <summary>Every row, in the order in which it is printed.</summary>
internal static class AllRows
{
    private static readonly Uri InMemory = PolarisContext.InMemory;

    public static IReadOnlyList<(string Name, Func<Task> MeasureAsync)> List { get; } =
    [
        ("noise", () => RatioReport.PrintAsync(Noise())),
        ("layers", () => RatioReport.PrintAsync(LayersRow.Create("layers", Memory()))),
        ("lock", () => RatioReport.PrintAsync(LockRow.Create("lock", InMemory, Memory()))),
        ("workflow", () => RatioReport.PrintAsync(WorkflowRow.Create("workflow", InMemory, Memory()))),
        ("save", () => RatioReport.PrintAsync(SaveRow.Create("save", InMemory, Memory()))),
        ("telemetry", () => RatioReport.PrintAsync(SaveRow.CreateTelemetry("telemetry", InMemory, Memory()))),
        ("scale-1", () => RatioReport.PrintAsync(Scale(1))),
        ("scale-8", () => RatioReport.PrintAsync(Scale(8))),
        ("scale-64", () => RatioReport.PrintAsync(Scale(64))),
    ];

    private static InMemoryTransport Memory(bool yields = false) => new(Answers.Of, yields);

    private static Row Scale(int callers) =>
        ScaleRow.Create($"scale-{callers}", LockRow.Create("lock", InMemory, Memory(yields: true)), callers);

    /// <summary>The baseline against itself: how far from 1 a figure may be by chance.</summary>
    private static Row Noise()
    {
        var row = LockRow.Create("noise", InMemory, Memory());
        return row with { Others = [new Way("", row.Baseline)] };
    }
}
