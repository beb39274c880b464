namespace Polaris.Client.Compatibility;

/// <summary>Cancellation and delays on the library's clock, for every target.</summary>
internal static class TimeProviderExtensions
{
    /// <summary>Creates a source that cancels itself after a time.</summary>
    public static CancellationTokenSource CancelAfter(this TimeProvider time, TimeSpan delay) =>
#if NETFRAMEWORK
        time.CreateCancellationTokenSource(delay);
#else
        new(delay, time);
#endif

    /// <summary>Cancels the source when a token is canceled, until the registration is disposed.</summary>
    public static CancellationTokenRegistration CancelWith(this CancellationTokenSource source, CancellationToken token) =>
#if NETFRAMEWORK
        token.Register(static state => ((CancellationTokenSource)state!).Cancel(), source);
#else
        token.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), source);
#endif

    /// <summary>Waits for work that continues in the background, until the caller gives up.</summary>
    public static Task<T> WithCallersToken<T>(this Task<T> work, CancellationToken cancellationToken) =>
        work.WaitAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);

    /// <summary>Waits for at least the given time.</summary>
    public static Task PauseAsync(this TimeProvider time, TimeSpan delay, CancellationToken cancellationToken) =>
#if NETFRAMEWORK
        time.Delay(delay.InWholeMilliseconds(), cancellationToken);
#else
        Task.Delay(delay.InWholeMilliseconds(), time, cancellationToken);
#endif

    /// <summary>
    /// Rounds up, because delays ignore fractions of a millisecond: code that waits for the rest of a time limit would not wait at all.
    /// </summary>
    public static TimeSpan InWholeMilliseconds(this TimeSpan delay) =>
        TimeSpan.FromMilliseconds(Math.Ceiling(delay.TotalMilliseconds));
}
