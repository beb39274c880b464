namespace Polaris.Client.ObjectLocks;

/// <summary>The owner of a lock that this user and workstation hold.</summary>
internal enum LockOwnership
{
    /// <summary>This request acquired it.</summary>
    Taken,

    /// <summary>It was held before.</summary>
    HeldBefore,

    /// <summary>The response was lost, and the state of the server does not prove either.</summary>
    Unclear,
}

/// <summary>The clock of a server's lock dates, learned from locks that were reported as new.</summary>
/// <remarks>
/// The configured time zone may be wrong, and the database may have a different clock than the web server. So only the digits of a
/// lock date are used, compared with the Date header of the web server.
/// </remarks>
internal sealed class LockClock(TimeProvider time)
{
    /// <summary>The Date header has whole seconds, and the lock is set before the response is sent.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    /// <summary>A response that took longer proves too little about the time at which the lock was set.</summary>
    private static readonly TimeSpan QuickResponse = TimeSpan.FromSeconds(1);

    /// <summary>Less than the hour by which clocks are set back: a lock of the repeated hour would look an hour younger.</summary>
    private static readonly TimeSpan Trusted = TimeSpan.FromMinutes(15);

    /// <summary>No time zone is farther from UTC; a larger difference is not the date of this lock.</summary>
    private static readonly TimeSpan LargestOffset = TimeSpan.FromHours(15);

    private Observation? _latest;

    /// <summary>Whether a lock date proves when the lock was set.</summary>
    /// <remarks>Clocks are set back between 23:00 and 04:00; then the digits of a date name two moments.</remarks>
    public bool IsReliable => Volatile.Read(ref _latest) is { } latest
        && time.GetElapsedTime(latest.At) < Trusted
        && (latest.Shown + time.GetElapsedTime(latest.At)).Hour is >= 4 and < 23;

    /// <summary>Learns from a lock that the server set while it responded.</summary>
    /// <param name="taken">The new lock.</param>
    /// <param name="serverTime">The Date header of the response.</param>
    /// <param name="took">How long the only attempt took.</param>
    public void Learn(ObjectLock taken, DateTimeOffset? serverTime, TimeSpan took)
    {
        if (taken.LockDate is not { } date || serverTime is not { } now || took > QuickResponse)
        {
            return;
        }

        var offset = date.DateTime - now.UtcDateTime;
        if (offset.Duration() < LargestOffset)
        {
            Volatile.Write(ref _latest, new Observation(date.DateTime, offset, time.GetTimestamp()));
        }
    }

    /// <summary>Returns whether a lock was set within the time that has passed since a request began; null if the date does not prove it.</summary>
    /// <param name="found">The lock.</param>
    /// <param name="serverTime">The Date header of the response that showed it.</param>
    /// <param name="elapsed">The time since the request began.</param>
    public bool? WasSetWithin(ObjectLock found, DateTimeOffset? serverTime, TimeSpan elapsed)
    {
        if (!IsReliable || found.LockDate is not { } date || serverTime is not { } now)
        {
            return null;
        }

        var age = now.UtcDateTime - date.DateTime + _latest!.Offset;
        return age < -Tolerance ? null : age <= elapsed + Tolerance;
    }

    private sealed record Observation(DateTime Shown, TimeSpan Offset, long At);
}
