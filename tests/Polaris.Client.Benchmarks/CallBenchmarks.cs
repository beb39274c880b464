using BenchmarkDotNet.Attributes;
using Polaris.Client.Benchmarks.Measuring;
using Polaris.Client.Benchmarks.Rows;

namespace Polaris.Client.Benchmarks;

/// <summary>The jobs in memory, one by one, with BenchmarkDotNet's statistics.</summary>
[InProcess, MemoryDiagnoser]
public class CallBenchmarks
{
    private Row _row = null!;

    [Params("lock", "workflow", "page", "save")]
    public string Job { get; set; } = "";

    [GlobalSetup]
    public void SetUp() => _row = AllRows.InMemory(Job);

    [Benchmark(Baseline = true)]
    public Task ByHand() => _row.Baseline();

    [Benchmark]
    public Task Sdk() => _row.Others[0].Call();
}
