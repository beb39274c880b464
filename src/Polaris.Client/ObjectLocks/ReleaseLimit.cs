using Polaris.Client.Compatibility;

namespace Polaris.Client.ObjectLocks;

/// <summary>How long a release may take as a whole, and how long one attempt: a hanging one must not use up all the time.</summary>
internal sealed class ReleaseLimit(TimeSpan timeout, TimeProvider time) : IDisposable
{
    private const int Attempts = 6;

    private readonly CancellationTokenSource _whole = time.CancelAfter(timeout);

    public CancellationToken Token => _whole.Token;

    /// <summary>Cancelled after a share of the whole time.</summary>
    public CancellationTokenSource BeginAttempt() => time.CancelAfter(TimeSpan.FromTicks(Math.Max(1, timeout.Ticks / Attempts)));

    public void Dispose() => _whole.Dispose();
}
