namespace Polaris.Client.Testing;

internal static class Delay
{
    /// <summary>Waits on a given clock; .NET and .NET Standard have different methods for it.</summary>
    public static Task For(TimeSpan duration, TimeProvider timeProvider, CancellationToken cancellationToken) =>
#if !NET
        timeProvider.Delay(duration, cancellationToken);
#else
        Task.Delay(duration, timeProvider, cancellationToken);
#endif
}
