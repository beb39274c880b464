namespace Polaris.Client.Testing;

/// <summary>Moves the clocks that skip delays, one timer at a time, whenever the thread pool has finished all other work.</summary>
/// <remarks>
/// A clock that moves while work is still running makes a run depend on the scheduler: the work would read a later time, or start a
/// delay that should have ended before the next timer. So that this thread is not itself part of that work, it is not a pool thread.
/// </remarks>
internal static class DelaySkipper
{
    /// <summary>How many times in a row the pool must be idle: a thread outside it may be about to queue work.</summary>
    private const int IdleLooks = 8;

    /// <summary>How long to wait, in milliseconds, before pool threads that are still busy are considered permanently blocked.</summary>
    private const int Patience = 500;

    private static readonly object Gate = new();
    private static readonly HashSet<ManualTimeProvider> Clocks = [];
    private static bool isStarted;

    /// <summary>The number of pool threads that are permanently blocked, such as the listening threads of a test host.</summary>
    private static long blocked;

    /// <summary>Starts moving a clock, until no code waits for one of its delays.</summary>
    public static void Add(ManualTimeProvider clock)
    {
        lock (Gate)
        {
            Clocks.Add(clock);
            Monitor.Pulse(Gate);
            if (!isStarted)
            {
                isStarted = true;
                new Thread(Run) { IsBackground = true, Name = "Polaris.Client.Testing delays" }.Start();
            }
        }
    }

    private static void Run()
    {
        while (true)
        {
            WaitForClocks();
            WaitUntilIdle();
            MoveClocks();
        }
    }

    private static void WaitForClocks()
    {
        lock (Gate)
        {
            while (Clocks.Count == 0)
            {
                Monitor.Wait(Gate);
            }
        }
    }

    private static void WaitUntilIdle()
    {
        var start = Environment.TickCount;
        for (var idleLooks = 0; idleLooks < IdleLooks; idleLooks++)
        {
            Thread.Yield();
            var work = WorkOfThePool();
            if (work > blocked && unchecked(Environment.TickCount - start) < Patience)
            {
                idleLooks = -1;
                continue;
            }

            blocked = work;
        }
    }

    /// <summary>The number of work items that are running or queued in the pool.</summary>
    private static long WorkOfThePool()
    {
        ThreadPool.GetMaxThreads(out var most, out _);
        ThreadPool.GetAvailableThreads(out var available, out _);
        long running = most - available;
#if NET
        return running + ThreadPool.PendingWorkItemCount;
#else
        return running;
#endif
    }

    private static void MoveClocks()
    {
        lock (Gate)
        {
            Clocks.RemoveWhere(static clock =>
            {
                var timer = clock.TakeNextSkip();
                if (timer is not null)
                {
                    ThreadPool.QueueUserWorkItem(static state => ((ManualTimer)state!).Fire(), timer);
                }

                return timer is null;
            });
        }
    }
}
