using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Http;
using Polaris.Client.Tests.Telemetry;

namespace Polaris.Client.Tests.ObjectLocks;

/// <summary>A search for the late lock of a failed request never releases a lock that a later request acquired.</summary>
public sealed class HandedOverLockTests
{
    private const ObjectType Bib = ObjectType.BibliographicRecord;
    private const int MayReturn = 24;

    private ManualTimeProvider _clock = null!;
    private CollectedLogs _logs = null!;
    private ScriptedServer _server = null!;
    private PolarisClient _polaris = null!;
    private TaskCompletionSource _searched = null!;
    private bool _isLocked;

    [SetUp]
    public void FailOnce()
    {
        _clock = new ManualTimeProvider();
        _logs = new CollectedLogs();
        _isLocked = false;
        _searched = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var lookups = 0;
        var posts = 0;
        _server = new ScriptedServer().Always(sent =>
        {
            switch (sent.Method)
            {
                case "GET":
                    // Before the request, after it, and the first of the search in the background.
                    if (++lookups == 3)
                    {
                        _searched.SetResult();
                    }

                    return _isLocked ? Answers.Lock() : Answers.NotLocked();
                case "POST" when ++posts == 1:
                    throw Answers.Reset();
                case "POST":
                    _isLocked = true;
                    return sent.Resource == "objectlocks" ? Answers.Lock()
                        : Answers.Json("""[{"ExistingLock":false,"ObjectTypeID":2,"ObjectID":7,"PolarisUserID":1,"WorkstationID":15}]""");
                default:
                    _isLocked = false;
                    return Answers.Json("true");
            }
        });
        _polaris = TestClient.Create(
            _server,
            options =>
            {
                options.ShutdownTimeout = TimeSpan.FromDays(1);
                options.Retry.MaxRetries = 0;
            },
            _clock,
            _logs);
    }

    [TearDown]
    public void Dispose()
    {
        _polaris.Dispose();
        _server.Dispose();
        _logs.Dispose();
    }

    [Test]
    public async Task LockAsync_RepeatedByHandAfterALostResponse_KeepsItsLock()
    {
        Assert.ThrowsAsync<TransportException>(() => _polaris.ObjectLocks.LockAsync(Bib, 7));
        await _searched.Task;

        await _polaris.ObjectLocks.LockAsync(Bib, 7);

        await EndBackgroundAsync();
        Assert.That(_isLocked, Is.True);
        Assert.That(_logs.Entries.Count(entry => entry.Id == MayReturn), Is.EqualTo(1));
    }

    [Test]
    public async Task LockAsync_OfSeveralAfterALostResponse_KeepsItsLocks()
    {
        Assert.ThrowsAsync<TransportException>(() => _polaris.ObjectLocks.LockAsync(Bib, 7));
        await _searched.Task;

        await _polaris.ObjectLocks.LockAsync(Bib, [7]);

        await EndBackgroundAsync();
        Assert.That(_isLocked, Is.True);
    }

    [Test]
    public async Task LockAsync_OfSeveralInFlightWhenTheSearchLooks_KeepsItsLocks()
    {
        Assert.ThrowsAsync<TransportException>(() => _polaris.ObjectLocks.LockAsync(Bib, 7));
        await _searched.Task;
        var received = new TaskCompletionSource();
        var released = new TaskCompletionSource();
        _server.Then(async (_, _) =>
        {
            _isLocked = true;
            received.SetResult();
            await released.Task;
            return Answers.Json("""[{"ExistingLock":false,"ObjectTypeID":2,"ObjectID":7,"PolarisUserID":1,"WorkstationID":15}]""");
        });

        var locking = _polaris.ObjectLocks.LockAsync(Bib, [7]);
        await received.Task;
        for (var pause = 0; pause < 5; pause++)
        {
            _clock.Advance(TimeSpan.FromSeconds(10));
            await YieldAsync();
        }

        released.SetResult();
        await locking;
        await EndBackgroundAsync();
        Assert.That(_isLocked, Is.True);
    }

    [Test]
    public async Task AcquireAsync_HeldForMoreThanADayAfterALostResponse_KeepsItsLockUntilItIsReleased()
    {
        Assert.ThrowsAsync<TransportException>(() => _polaris.ObjectLocks.LockAsync(Bib, 7));
        await _searched.Task;
        var lease = await _polaris.ObjectLocks.AcquireAsync(Bib, 7);

        for (var hour = 0; hour < 72; hour++)
        {
            await YieldAsync();
            _clock.Advance(TimeSpan.FromHours(1));
        }

        await YieldAsync();
        var wasLocked = _isLocked;
        await lease.ReleaseAsync();
        await EndBackgroundAsync();
        Assert.That(wasLocked, Is.True);
        Assert.That(_isLocked, Is.False);
    }

    [Test]
    public async Task LockAsync_FailsAfterAnEarlierLockByHand_IsStillSearchedFor()
    {
        // The first search ends because of the lock by hand; a later failure has a search of its own.
        Assert.ThrowsAsync<TransportException>(() => _polaris.ObjectLocks.LockAsync(Bib, 7));
        await _searched.Task;
        await _polaris.ObjectLocks.LockAsync(Bib, 7);
        await _polaris.ObjectLocks.UnlockAsync(Bib, 7);
        _server.Then(Answers.NotLocked).ThenFails(Answers.Reset()).Then(Answers.NotLocked);
        Assert.ThrowsAsync<TransportException>(() => _polaris.ObjectLocks.LockAsync(Bib, 7));
        _isLocked = true;

        await EndBackgroundAsync();
        Assert.That(_isLocked, Is.False);
    }

    private static async Task YieldAsync()
    {
        for (var i = 0; i < 50; i++)
        {
            await Task.Yield();
        }
    }

    private async Task EndBackgroundAsync()
    {
        var ending = _polaris.DisposeAsync().AsTask();
        while (!ending.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        await ending;
    }
}
