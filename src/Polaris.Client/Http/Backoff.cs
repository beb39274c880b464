namespace Polaris.Client.Http;

/// <summary>Exponential pauses, jittered so that many waiters do not come back together.</summary>
internal static class Backoff
{
    /// <summary>The pause before retry number <paramref name="attempt"/> (0 = the first), between half and the whole of its step.</summary>
    public static TimeSpan Delay(int attempt, TimeSpan first, TimeSpan longest)
    {
        var step = Math.Min(longest.TotalMilliseconds, first.TotalMilliseconds * Math.Pow(2, Math.Min(attempt, 30)));
        return TimeSpan.FromMilliseconds(step * (0.5 + (0.5 * NextDouble())));
    }

#if NETSTANDARD2_0
    [ThreadStatic]
    private static Random? random;

    private static double NextDouble() => (random ??= new Random()).NextDouble();
#else
    private static double NextDouble() => Random.Shared.NextDouble();
#endif
}
