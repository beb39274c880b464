namespace Polaris.Client.ObjectLocks;

/// <summary>How long to wait for a lease and its release, and what to do with a lock that is already held.</summary>
public sealed class AcquireOptions
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>How long to wait while the lock is held: by another lease of this process, or by another user or workstation.</summary>
    /// <value><see langword="null"/> (the default) to use <see cref="RetryOptions.LockWait"/>; zero to not wait; at most one day.</value>
    public TimeSpan? WaitUpTo { get; set; }

    /// <summary>
    /// How long the release may take with all its attempts, and how long to look for a lock if the response to the request for
    /// it was lost. The caller's token does not shorten it.
    /// </summary>
    /// <remarks>
    /// Allow a few seconds: if the server refuses one new token after the other, the next sign-in follows after 0.5, 1, 2, 4, 8 and at
    /// most 10 seconds. A sign-in that is refused ends the release at once, because accounts are blocked after a few failures.
    /// </remarks>
    /// <value>
    /// <see langword="null"/> (the default) to use four times <see cref="ClientOptions.Timeout"/>, or four times
    /// <see cref="CallOptions.Timeout"/> if that is longer; more than zero and at most one day.
    /// </value>
    public TimeSpan? ReleaseTimeout { get; set; }

    /// <summary>
    /// Whether the lease takes over a lock that this user and workstation already hold, for example since a crash, and releases it
    /// when it ends.
    /// </summary>
    /// <value><see langword="false"/> by default: such a lock is kept, because another program may rely on it.</value>
    public bool TakeOverExisting { get; set; }

    internal void EnsureValid()
    {
        if (WaitUpTo < TimeSpan.Zero || WaitUpTo > Longest)
        {
            throw new ArgumentOutOfRangeException(nameof(WaitUpTo), WaitUpTo, "It must be zero or more and at most one day.");
        }

        if (ReleaseTimeout <= TimeSpan.Zero || ReleaseTimeout > Longest)
        {
            throw new ArgumentOutOfRangeException(nameof(ReleaseTimeout), ReleaseTimeout, "It must be more than zero and at most one day.");
        }
    }
}
