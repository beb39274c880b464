using System.Diagnostics;

namespace Polaris.Client.Benchmarks.Measuring;

/// <summary>What one round of calls cost.</summary>
/// <param name="Ticks">Of the stopwatch.</param>
/// <param name="Bytes">Allocated by the whole process.</param>
internal readonly record struct Sample(long Ticks, long Bytes)
{
    /// <summary>Collects the garbage of others, then measures.</summary>
    public static async Task<Sample> TakeAsync(Way way, int calls)
    {
        using var surroundings = way.Surroundings?.Invoke();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < calls; i++)
            await way.Call();
        var ticks = Stopwatch.GetTimestamp() - started;
        return new Sample(ticks, GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }
}
