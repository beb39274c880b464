using System.Diagnostics;

namespace Polaris.Client.Tests.Faults.Laboratory;

/// <summary>Virtual time: whenever every thread has finished its work, the clock moves on to the next timer.</summary>
/// <remarks>
/// Many clocks move at the same time, each on its own. A clock moves only while code waits for a delay; timeouts alone do not move it.
/// </remarks>
internal sealed class LabClock(DateTimeOffset start) : TimeProvider
{
    private readonly object _gate = new();
    private readonly PriorityQueue<Timer, (TimeSpan Due, long Order)> _timers = new();
    private TimeSpan _elapsed;
    private long _order;
    private int _delays;

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

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => start + Elapsed;

    public override long GetTimestamp() => Elapsed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private void Schedule(Timer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            Forget(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Turn = ++_order;
            _delays += timer.IsDelay ? 1 : 0;
            _timers.Enqueue(timer, (_elapsed + dueTime, timer.Turn));
        }

        if (timer.IsDelay)
        {
            Pump.Add(this);
        }
    }

    private void Forget(Timer timer)
    {
        lock (_gate)
        {
            _delays -= timer.Turn > 0 && timer.IsDelay ? 1 : 0;
            timer.Turn = 0;
        }
    }

    /// <summary>Moves to the next timer and returns it; <see langword="null"/> if no code waits for a delay.</summary>
    private Timer? Next()
    {
        lock (_gate)
        {
            while (_delays > 0 && _timers.TryDequeue(out var timer, out var due))
            {
                if (timer.Turn == due.Order)
                {
                    _elapsed = due.Due > _elapsed ? due.Due : _elapsed;
                    Forget(timer);
                    return timer;
                }
            }

            return null;
        }
    }

    private sealed class Timer(LabClock clock, TimerCallback callback, object? state) : ITimer
    {
        /// <summary>Whether code waits for it, rather than being canceled by it.</summary>
        public bool IsDelay => state is not CancellationTokenSource;

        /// <summary>The place in the queue; zero when it is not waiting.</summary>
        public long Turn { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Schedule(this, dueTime);
            return true;
        }

        public void Fire() => callback(state);

        public void Dispose() => clock.Forget(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }

    /// <summary>Moves all clocks, one timer each, whenever the thread pool is at rest. Its own thread is not of the pool.</summary>
    private static class Pump
    {
        private const int QuietLooks = 6;

        /// <summary>After this time a pool thread that is still busy counts as blocked for good, as those of a test host are.</summary>
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

        private static readonly object Gate = new();
        private static readonly HashSet<LabClock> Clocks = [];
        private static Thread? thread;
        private static long blocked;

        public static void Add(LabClock clock)
        {
            lock (Gate)
            {
                Clocks.Add(clock);
                Monitor.Pulse(Gate);
                if (thread is null)
                {
                    thread = new Thread(Run) { IsBackground = true, Name = "Laboratory clocks" };
                    thread.Start();
                }
            }
        }

        private static void Run()
        {
            while (true)
            {
                lock (Gate)
                {
                    while (Clocks.Count == 0)
                    {
                        Monitor.Wait(Gate);
                    }
                }

                WaitUntilQuiet();
                Move();
            }
        }

        private static void WaitUntilQuiet()
        {
            var watch = Stopwatch.StartNew();
            var completed = -1L;
            for (var looks = 0; looks < QuietLooks;)
            {
                Thread.Yield();
                ThreadPool.GetMaxThreads(out var most, out _);
                ThreadPool.GetAvailableThreads(out var available, out _);
                var working = most - available + ThreadPool.PendingWorkItemCount;
                var done = ThreadPool.CompletedWorkItemCount;
                if (working > blocked && watch.Elapsed > Patience)
                {
                    blocked = working;
                }

                looks = working <= blocked && done == completed ? looks + 1 : 0;
                completed = done;
            }
        }

        private static void Move()
        {
            lock (Gate)
            {
                Clocks.RemoveWhere(static clock =>
                {
                    var timer = clock.Next();
                    if (timer is not null)
                    {
                        ThreadPool.UnsafeQueueUserWorkItem(static due => due.Fire(), timer, preferLocal: false);
                    }

                    return timer is null;
                });
            }
        }
    }
}
