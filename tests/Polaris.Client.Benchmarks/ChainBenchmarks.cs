using BenchmarkDotNet.Attributes;
using Polaris.Client.Benchmarks.Measuring;
using Polaris.Client.Benchmarks.Rows;

namespace Polaris.Client.Benchmarks;

/// <summary>A lock call by hand, and with one handler more each time.</summary>
[InProcess, MemoryDiagnoser]
public class ChainBenchmarks
{
    private readonly Row _row = AllRows.InMemory("layers");

    [Benchmark(Baseline = true)]
    public Task ByHand() => _row.Baseline();

    [Benchmark]
    public Task Refit() => _row.Others[0].Call();

    [Benchmark]
    public Task Authentication() => _row.Others[1].Call();

    [Benchmark]
    public Task Retry() => _row.Others[2].Call();

    [Benchmark]
    public Task Errors() => _row.Others[3].Call();

    [Benchmark]
    public Task Telemetry() => _row.Others[4].Call();
}
