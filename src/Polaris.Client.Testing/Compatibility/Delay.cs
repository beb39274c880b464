namespace Polaris.Client.Testing.Compatibility;

internal static class Delay
{
    /// <summary>Waits by a given clock; .NET and .NET Standard spell it differently.</summary>
    public static Task For(TimeSpan duration, TimeProvider timeProvider, CancellationToken cancellationToken) =>
#if NETFRAMEWORK
        timeProvider.Delay(duration, cancellationToken);
#else
        Task.Delay(duration, timeProvider, cancellationToken);
#endif
}
