using Polaris.Client.Http;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Telemetry;

namespace Polaris.Client.Tests.Http;

/// <summary>Work in the background ends, is waited for, and is reported when it does not end.</summary>
public sealed class BackgroundWorkTests
{
    private static readonly AsyncLocal<string?> Ambient = new();

    private ManualTimeProvider _clock = null!;
    private CollectedLogs _logs = null!;
    private BackgroundWork _work = null!;
    private int _closed;

    [SetUp]
    public void SetUp()
    {
        _closed = 0;
        _clock = new ManualTimeProvider();
        _logs = new CollectedLogs();
        _work = new BackgroundWork(() => _closed++, _clock, _logs);
    }

    [TearDown]
    public void TearDown()
    {
        _work.Dispose();
        _logs.Dispose();
    }

    [Test]
    public async Task Run_Work_DoesNotSeeTheCallersContext()
    {
        Ambient.Value = "of the caller";

        Assert.That(await _work.Run(_ => Task.FromResult(Ambient.Value)), Is.Null);
        Assert.That(Ambient.Value, Is.EqualTo("of the caller"));
    }

    [Test]
    public async Task Run_CallersFlowIsSuppressedAlready_Runs()
    {
        Task<int> running;
        using (ExecutionContext.SuppressFlow())
        {
            running = _work.Run(_ => Task.FromResult(7));
        }

        Assert.That(await running, Is.EqualTo(7));
    }

    [Test]
    public async Task DrainAsync_WorkEndsInTime_WaitsForItAndLogsNothing()
    {
        var gate = new TaskCompletionSource();
        var running = _work.Run(_ => gate.Task);

        var draining = _work.DrainAsync(TimeSpan.FromSeconds(10));
        Assert.That(draining.IsCompleted, Is.False);
        gate.SetResult();
        await draining;
        await running;

        Assert.That(_logs.Entries, Is.Empty);
    }

    [Test]
    public async Task DrainAsync_WorkDoesNotEnd_LogsItAndCancelsItsToken()
    {
        var running = _work.Run(token => Task.Delay(Timeout.InfiniteTimeSpan, _clock, token));

        var draining = _work.DrainAsync(TimeSpan.FromSeconds(10));
        Assert.That(draining.IsCompleted, Is.False);
        _clock.Advance(TimeSpan.FromSeconds(10));
        await draining;

        Assert.CatchAsync<OperationCanceledException>(() => running);
        Assert.That(_logs.Texts.Single(), Does.StartWith("1 background operations did not end within"));
    }

    [Test]
    public async Task Dispose_WorkAndALeaseAreLeft_ClosesTheConnectionsAfterTheLast()
    {
        var gate = new TaskCompletionSource();
        var running = _work.Run(_ => gate.Task);
        var lease = _work.KeepOpen();

        _work.Dispose();
        _work.Dispose();
        gate.SetResult();
        await running;
        await _work.DrainAsync(TimeSpan.FromSeconds(10));
        Assert.That(_closed, Is.Zero);
        lease.Dispose();
        lease.Dispose();

        Assert.That(_closed, Is.EqualTo(1));
    }

    [Test]
    public async Task Run_AfterAnAbortedShutdown_GetsATokenThatIsNotCanceled()
    {
        _ = _work.Run(token => Task.Delay(Timeout.InfiniteTimeSpan, _clock, token));
        await _work.DrainAsync(TimeSpan.Zero);

        Assert.That(await _work.Run(token => Task.FromResult(token.IsCancellationRequested)), Is.False);
    }
}
