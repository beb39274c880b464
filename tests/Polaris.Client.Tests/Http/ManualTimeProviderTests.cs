using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Http;

public sealed class ManualTimeProviderTests
{
    [Test]
    public void Advance_SeveralTimers_FireInOrderEachAtItsTime()
    {
        var clock = new ManualTimeProvider();
        var fired = new List<(string, TimeSpan)>();
        using var late = clock.CreateTimer(_ => fired.Add(("late", clock.Elapsed)), null, TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        using var early = clock.CreateTimer(_ => fired.Add(("early", clock.Elapsed)), null, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));
        using var never = clock.CreateTimer(_ => fired.Add(("never", clock.Elapsed)), null, TimeSpan.FromSeconds(9), Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromSeconds(6));

        Assert.That(fired, Is.EqualTo(new[] { ("early", S(2)), ("early", S(4)), ("late", S(5)), ("early", S(6)) }));
        Assert.That(clock.Elapsed, Is.EqualTo(S(6)));
        Assert.That(clock.PendingTimers, Is.EqualTo(2));
        Assert.That(clock.GetUtcNow(), Is.EqualTo(ManualTimeProvider.DefaultStart + S(6)));
        Assert.That(clock.GetElapsedTime(0), Is.EqualTo(S(6)));
    }

    [Test]
    public async Task Advance_ADelay_EndsItWhenItIsDue()
    {
        var clock = new ManualTimeProvider();
        var delay = Task.Delay(S(10), clock);

        clock.Advance(S(9));
        Assert.That(delay.IsCompleted, Is.False);

        clock.Advance(S(1));
        await delay;
    }

    [Test]
    public void Advance_Backwards_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ManualTimeProvider().Advance(TimeSpan.FromTicks(-1)));

    [Test]
    public void Timer_ChangedAndDisposed_FiresAccordingly()
    {
        var clock = new ManualTimeProvider();
        var fired = 0;
        var timer = clock.CreateTimer(_ => fired++, null, S(1), Timeout.InfiniteTimeSpan);

        timer.Change(S(3), Timeout.InfiniteTimeSpan);
        clock.Advance(S(2));
        Assert.That(fired, Is.Zero);
        clock.Advance(S(1));
        Assert.That(fired, Is.EqualTo(1));

        timer.Change(S(1), Timeout.InfiniteTimeSpan);
        timer.Dispose();
        clock.Advance(S(5));
        Assert.That(fired, Is.EqualTo(1));
        Assert.That(timer.Change(S(1), Timeout.InfiniteTimeSpan), Is.False);
    }

    [Test]
    public async Task SkipsDelays_ADelayWithinATimeout_EndsAtOnce()
    {
        var clock = new ManualTimeProvider { SkipsDelays = true };
        using var timeout = new CancellationTokenSource(S(100), clock);

        await Task.Delay(S(30), clock, timeout.Token);

        Assert.That(clock.Elapsed, Is.EqualTo(S(30)));
    }

    // Work that runs for half a second counts as blocked, which a busy machine can make of any work: then one more try.
    [Test, Retry(5)]
    public async Task SkipsDelays_WorkIsStillRunning_WaitsUntilItHasStartedItsDelay()
    {
        var clock = new ManualTimeProvider { SkipsDelays = true };
        var slow = Task.Delay(S(25), clock);
        using var limit = new CancellationTokenSource(S(20), clock);
        var atTheLimit = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        limit.Token.Register(atTheLimit.SetResult);

        await Task.Run(async () =>
        {
            await atTheLimit.Task;
            Thread.SpinWait(1_000_000); // Work that takes much longer than the clock takes to move.
            await Task.Delay(S(1), clock);
        });

        Assert.That(clock.Elapsed, Is.EqualTo(S(21)));
        await slow;
    }

    [Test]
    public void SkipsDelays_ATimeoutBeforeTheEndOfADelay_FiresFirstAndStopsTheClock()
    {
        var clock = new ManualTimeProvider { SkipsDelays = true };
        using var timeout = new CancellationTokenSource(S(100), clock);

        Assert.CatchAsync<OperationCanceledException>(() => Task.Delay(TimeSpan.FromHours(1), clock, timeout.Token));

        Assert.That(clock.Elapsed, Is.EqualTo(S(100)));
    }

    [Test]
    public void SkipsDelays_APeriodicTimer_DoesNotMoveTheClock()
    {
        var clock = new ManualTimeProvider { SkipsDelays = true };

        using var timer = clock.CreateTimer(_ => { }, null, S(1), S(1));

        Assert.That(clock.Elapsed, Is.EqualTo(TimeSpan.Zero));
    }

    private static TimeSpan S(int seconds) => TimeSpan.FromSeconds(seconds);
}
