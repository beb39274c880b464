using System.Diagnostics;
using System.Runtime;

namespace Polaris.Client.Benchmarks.Measuring;

/// <summary>Measures all ways of a row in turn, round after round, so that a slow moment of the machine meets them all.</summary>
internal static class PairedRounds
{
    private static readonly TimeSpan CompilerAtRest = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(10);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(Row row)
    {
        Way[] ways = [new Way("", row.Baseline), .. row.Others];
        await WarmUpAsync(ways, row.WarmUp);
        var calls = await CallsPerRoundAsync(ways[0], row.Round);
        var rounds = new Sample[row.Rounds][];
        for (var round = 0; round < row.Rounds; round++)
            rounds[round] = await RunRoundAsync(ways, calls, firstWay: round % ways.Length);
        return row.Others.Select((way, i) => new Figure(
            way.Name.Length == 0 ? row.Name : $"{row.Name}.{way.Name}",
            Median(rounds, samples => (double)samples[i + 1].Ticks / samples[0].Ticks),
            Median(rounds, samples => (double)samples[i + 1].Bytes / samples[0].Bytes))).ToList();
    }

    /// <summary>Calls all ways in turn until the compiler, which improves what is called often, has come to rest.</summary>
    private static async Task WarmUpAsync(Way[] ways, TimeSpan limit)
    {
        // In time of the processor: others may have most of it.
        var start = Environment.CpuUsage.TotalTime;
        var lastCompiled = start;
        while (Environment.CpuUsage.TotalTime is var now && now - lastCompiled < CompilerAtRest && now - start < limit)
        {
            var compiled = JitInfo.GetCompiledMethodCount();
            foreach (var way in ways)
                await CallAsync(way, Slice);
            if (JitInfo.GetCompiledMethodCount() != compiled)
                lastCompiled = Environment.CpuUsage.TotalTime;
        }
    }

    private static async Task CallAsync(Way way, TimeSpan time)
    {
        using var surroundings = way.Surroundings?.Invoke();
        var clock = Stopwatch.StartNew();
        do
        {
            await way.Call();
        }
        while (clock.Elapsed < time);
    }

    private static async Task<int> CallsPerRoundAsync(Way baseline, TimeSpan round)
    {
        var clock = Stopwatch.StartNew();
        var calls = 0;
        for (; clock.Elapsed < round; calls++)
            await baseline.Call();
        return calls;
    }

    private static async Task<Sample[]> RunRoundAsync(Way[] ways, int calls, int firstWay)
    {
        var samples = new Sample[ways.Length];
        for (var step = 0; step < ways.Length; step++)
        {
            var way = (firstWay + step) % ways.Length;
            samples[way] = await Sample.TakeAsync(ways[way], calls);
        }

        return samples;
    }

    private static double Median(Sample[][] rounds, Func<Sample[], double> figure)
    {
        var sorted = rounds.Select(figure).Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}

/// <summary>A way compared with its baseline: 1 = costs the same.</summary>
/// <param name="Name">Row, and way if it is not the SDK.</param>
/// <param name="Time">The median over the rounds of time against time.</param>
/// <param name="Bytes">The same of allocated bytes.</param>
internal sealed record Figure(string Name, double Time, double Bytes);
