namespace Polaris.Client.Http;

/// <summary>Exponential delays, with jitter so that many callers do not retry at the same time.</summary>
internal static class Backoff
{
    /// <summary>Returns the delay before retry number <paramref name="attempt"/> (from 0), between half and all of its step.</summary>
    public static TimeSpan Delay(int attempt, RetryOptions options) => Delay(attempt, options.BaseDelay, options.MaxDelay, options);

    /// <summary>The same with other delays than those of the options.</summary>
    public static TimeSpan Delay(int attempt, TimeSpan first, TimeSpan longest, RetryOptions options)
    {
        var step = Math.Min(longest.TotalMilliseconds, first.TotalMilliseconds * Math.Pow(2, Math.Min(attempt, 30)));
        return TimeSpan.FromMilliseconds(step * (0.5 + (0.5 * options.Jitter())));
    }

#if NETFRAMEWORK
    [ThreadStatic]
    private static Random? random;

    public static double NextDouble() => (random ??= new Random()).NextDouble();
#else
    public static double NextDouble() => Random.Shared.NextDouble();
#endif
}
