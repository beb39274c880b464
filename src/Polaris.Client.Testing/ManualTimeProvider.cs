namespace Polaris.Client.Testing;

/// <summary>A clock for tests that moves only when a test moves it, so that no test has to sleep.</summary>
/// <remarks>
/// <para>
/// Pass it to <c>PolarisClient.Create(options, network, time: clock)</c>, or register it as the <see cref="TimeProvider"/> of the
/// container. Retry delays, waits for locks, timeouts and token expiration then follow this clock.
/// </para>
/// <para>
/// By default a test moves it with <see cref="Advance"/>. With <see cref="SkipsDelays"/> it moves by itself: whenever code waits for a
/// delay, the clock jumps to its end. Thread-safe.
/// </para>
/// </remarks>
public sealed class ManualTimeProvider : TimeProvider
{
    /// <summary>The default start time: the first instant of 2026, UTC.</summary>
    public static readonly DateTimeOffset DefaultStart = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly object _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly DateTimeOffset _start;
    private TimeSpan _elapsed;
    private long _order;

    /// <summary>Initializes a new instance of the <see cref="ManualTimeProvider"/> class.</summary>
    /// <param name="start">The start time; <c>null</c> for <see cref="DefaultStart"/>.</param>
    public ManualTimeProvider(DateTimeOffset? start = null) => _start = start ?? DefaultStart;

    /// <summary>Whether delays are skipped: as soon as code waits for one, the clock jumps to its end.</summary>
    /// <value>
    /// <c>false</c> by default. Timeouts do not count as delays, but one that is due before the end of the delay does fire first, in
    /// order: with a server that responds after an hour, a timeout of 100 seconds fires after exactly 100 seconds.
    /// </value>
    public bool SkipsDelays { get; init; }

    /// <summary>The time that has passed since the clock was created.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            lock (_gate)
            {
                return _elapsed;
            }
        }
    }

    /// <summary>The number of timers that have not fired yet: delays, timeouts and periodic timers.</summary>
    public int PendingTimers
    {
        get
        {
            lock (_gate)
            {
                return _timers.Count;
            }
        }
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _start.ToUniversalTime() + Elapsed;

    /// <inheritdoc/>
    public override long GetTimestamp() => Elapsed.Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback ?? throw new ArgumentNullException(nameof(callback)), state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Advances the clock. Timers that become due fire in order, each seeing the time at which it was due.</summary>
    /// <param name="delta">The time to add; zero fires the timers that are due now.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public void Advance(TimeSpan delta)
    {
        if (delta < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(delta), delta, "The clock cannot be set back.");
        }

        var end = Elapsed + delta;
        while (TakeDue(end) is { } timer)
        {
            timer.Fire();
        }
    }

    internal void Schedule(ManualTimer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Due = _elapsed + dueTime;
            timer.Order = ++_order;
            _timers.Add(timer);
        }

        if (SkipsDelays && timer.IsDelay)
        {
            DelaySkipper.Add(this);
        }
    }

    internal void Remove(ManualTimer timer)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
        }
    }

    /// <summary>Advances the clock to the next timer before the end of the earliest delay, and removes that timer.</summary>
    /// <returns>The timer to fire; <see langword="null"/> if no code waits for a delay.</returns>
    internal ManualTimer? TakeNextSkip()
    {
        lock (_gate)
        {
            var earliest = _timers.Where(timer => timer.IsDelay).Min(timer => (TimeSpan?)timer.Due);
            return earliest is { } end ? TakeDue(end) : null;
        }
    }

    /// <summary>The next timer that is due by then, with the clock set to its time; null if there is none, with the clock set to then.</summary>
    private ManualTimer? TakeDue(TimeSpan end)
    {
        lock (_gate)
        {
            var next = _timers.Where(timer => timer.Due <= end).OrderBy(timer => timer.Due).ThenBy(timer => timer.Order).FirstOrDefault();
            var now = next?.Due ?? end;
            _elapsed = now > _elapsed ? now : _elapsed;
            if (next is not null)
            {
                _timers.Remove(next);
            }

            return next;
        }
    }
}
