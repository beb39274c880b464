namespace Polaris.Client.Testing;

internal static class Delay
{
    /// <summary>Waits by a given clock; .NET and .NET Standard spell it differently.</summary>
    public static Task For(TimeSpan duration, TimeProvider timeProvider, CancellationToken cancellationToken) =>
#if !NET
        timeProvider.Delay(duration, cancellationToken);
#else
        Task.Delay(duration, timeProvider, cancellationToken);
#endif
}
