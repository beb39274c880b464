using System.Collections.Concurrent;

namespace Polaris.Client.ContractTests;

/// <summary>The clock of the system, but pauses take a fiftieth of their time, and are recorded. Timeouts are not shortened.</summary>
internal sealed class HurriedTime : TimeProvider
{
    private const int Haste = 50;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly ConcurrentQueue<TimeSpan> pauses = new();

    /// <summary>How long the client wanted to pause.</summary>
    public IReadOnlyCollection<TimeSpan> Pauses => pauses;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime <= TimeSpan.Zero || dueTime > LongestPause)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        pauses.Enqueue(dueTime);
        return base.CreateTimer(callback, state, dueTime / Haste, period);
    }
}
