using System.Collections.Concurrent;

namespace Polaris.Client.ContractTests;

/// <summary>The clock of the system, but every wait takes a fiftieth of its time, and is noted.</summary>
internal sealed class HurriedTime : TimeProvider
{
    private const int Haste = 50;

    private readonly ConcurrentQueue<TimeSpan> waits = new();

    /// <summary>How long the client wanted to wait, time-outs included.</summary>
    public IReadOnlyCollection<TimeSpan> Waits => waits;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        waits.Enqueue(dueTime);
        return base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / Haste : dueTime, period);
    }
}
