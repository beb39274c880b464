namespace Polaris.Client.Tests.Testing.Folio;

/// <summary>A clock that moves only when a test moves it; its timers fire at once.</summary>
internal sealed class FolioTestClock : TimeProvider
{
    private DateTimeOffset _now = new(2025, 9, 7, 22, 9, 14, 300, TimeSpan.Zero);

    public List<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan time) => _now += time;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waits.Add(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
