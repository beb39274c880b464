namespace Polaris.Client.Testing;

/// <summary>A timer of a <see cref="ManualTimeProvider"/>.</summary>
internal sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
{
    private TimeSpan _period = Timeout.InfiniteTimeSpan;
    private bool _disposed;

    /// <summary>Whether code waits for it, rather than being canceled or called periodically by it.</summary>
    public bool IsDelay => state is not CancellationTokenSource && _period <= TimeSpan.Zero;

    public TimeSpan Due { get; set; }

    /// <summary>Distinguishes timers that are due at the same time: the older one fires first.</summary>
    public long Order { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_disposed)
        {
            return false;
        }

        _period = period;
        clock.Schedule(this, dueTime);
        return true;
    }

    /// <summary>Calls back, after scheduling the next time of a periodic timer.</summary>
    public void Fire()
    {
        if (_period > TimeSpan.Zero)
        {
            clock.Schedule(this, _period);
        }

        callback(state);
    }

    public void Dispose()
    {
        _disposed = true;
        clock.Remove(this);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }
}
