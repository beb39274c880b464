namespace Polaris.Client.ObjectLocks;

/// <summary>How patiently a lease is acquired and released.</summary>
public sealed class AcquireOptions
{
    /// <summary>The default of <see cref="ReleaseTimeout"/>: 2 minutes.</summary>
    public static readonly TimeSpan DefaultReleaseTimeout = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>How long to wait while somebody else holds a lock: another lease of this process, or another user or workstation.</summary>
    /// <value>Null by default: as <see cref="RetryOptions.LockWait"/> says. Zero = not at all; at most a day.</value>
    public TimeSpan? WaitUpTo { get; set; }

    /// <summary>How long the release of a lease may take with all its attempts, whatever became of the caller's own token.</summary>
    /// <value>2 minutes by default; more than zero and at most a day.</value>
    public TimeSpan ReleaseTimeout { get; set; } = DefaultReleaseTimeout;

    internal void EnsureValid()
    {
        if (WaitUpTo < TimeSpan.Zero || WaitUpTo > Longest)
        {
            throw new ArgumentOutOfRangeException(nameof(WaitUpTo), WaitUpTo, "A wait for a lock lies between zero and a day.");
        }

        if (ReleaseTimeout <= TimeSpan.Zero || ReleaseTimeout > Longest)
        {
            throw new ArgumentOutOfRangeException(nameof(ReleaseTimeout), ReleaseTimeout, "It must be more than zero and at most a day.");
        }
    }
}
