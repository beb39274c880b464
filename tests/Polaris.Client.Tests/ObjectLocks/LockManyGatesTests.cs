using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Http;
using Polaris.Client.Tests.Telemetry;

namespace Polaris.Client.Tests.ObjectLocks;

/// <summary>Locking several objects in one call takes turns with the leases and calls of this process, and lets the next ones in at its end.</summary>
public sealed class LockManyGatesTests
{
    private const ObjectType Bib = ObjectType.BibliographicRecord;
    private const int Unknown = 23;

    private ScriptedServer _server = null!;
    private ManualTimeProvider _clock = null!;
    private CollectedLogs _logs = null!;

    [SetUp]
    public void SetUp()
    {
        _server = new ScriptedServer();
        _clock = TestClient.Clock();
        _logs = new CollectedLogs();
    }

    [TearDown]
    public void TearDown()
    {
        _server.Dispose();
        _logs.Dispose();
    }

    [Test]
    public async Task LockAsync_AfterASuccess_DoesNotWait()
    {
        _server.Then(200, Locks(7, 8)).Then(200, Locks(7, 8));
        await using var polaris = Connect(TimeSpan.Zero);
        await polaris.ObjectLocks.LockAsync(Bib, [7, 8]);

        Assert.That(await polaris.ObjectLocks.LockAsync(Bib, [8, 7]), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task LockAsync_AfterAConflict_DoesNotWait()
    {
        _server.Then(Answers.LockConflict).Then(200, Locks(7, 8));
        await using var polaris = Connect(TimeSpan.Zero);
        var error = Assert.ThrowsAsync<ObjectLockedException>(() => polaris.ObjectLocks.LockAsync(Bib, [7, 8]))!;

        Assert.That(error.Attempts, Is.EqualTo(1));
        Assert.That(await polaris.ObjectLocks.LockAsync(Bib, [7, 8]), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task LockAsync_AfterTheDisposalOfAnotherClient_DoesNotWait()
    {
        var received = new TaskCompletionSource();
        _server.Then(async (_, token) =>
        {
            received.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, _clock, token);
            return null!;
        }).Then(200, Locks(7, 8));
        var address = new Uri("https://many.test");
        var first = Connect(TimeSpan.Zero, address);
        var locking = first.ObjectLocks.LockAsync(Bib, [7, 8]);
        await received.Task;
        await first.DisposeAsync();
        Assert.ThrowsAsync<TransportException>(() => locking);
        await using var second = Connect(TimeSpan.Zero, address);

        Assert.That(await second.ObjectLocks.LockAsync(Bib, [7, 8]), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task LockAsync_WaitsForOneOfThem_HoldsNoneThatComesLater()
    {
        _server.Then(Answers.NotLocked).Then(Answers.Lock).Then(200, Locks(8)).Then(200, "true").Then(200, Locks(7, 8));
        var address = new Uri("https://order.test");
        await using var polaris = Connect(TimeSpan.FromSeconds(5), address);
        await using var impatient = Connect(TimeSpan.Zero, address);
        var lease = await polaris.ObjectLocks.AcquireAsync(Bib, 7);
        var waiting = polaris.ObjectLocks.LockAsync(Bib, [8, 7]);
        await UntilAsync(() => _clock.PendingTimers > 0);

        Assert.That(await impatient.ObjectLocks.LockAsync(Bib, [8]), Has.Count.EqualTo(1));

        await lease.DisposeAsync();
        Assert.That(await waiting, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task LockAsync_WaitsForALeaseAndThenForAnotherUser_WaitsForBothTogether()
    {
        _server.Then(Answers.NotLocked).Then(Answers.Lock).Then(200, "true").Always(_ => Answers.LockConflict());
        await using var polaris = Connect(TimeSpan.FromSeconds(5));
        var lease = await polaris.ObjectLocks.AcquireAsync(Bib, 7);
        var locking = polaris.ObjectLocks.LockAsync(Bib, [7, 8]);
        await UntilAsync(() => _clock.PendingTimers > 0);
        _clock.Advance(TimeSpan.FromSeconds(3));
        await lease.DisposeAsync();

        var error = Assert.ThrowsAsync<ObjectLockedException>(() => locking)!;

        Assert.That(error.Attempts, Is.GreaterThan(1));
        Assert.That(_clock.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(5)).Within(TimeSpan.FromMilliseconds(10)));
    }

    [Test]
    public async Task LockAsync_CanceledInFlightAndRefusedAtOnce_LogsThatSomeMayBeLocked()
    {
        using var cancellation = new CancellationTokenSource();
        var received = new TaskCompletionSource();
        var released = new TaskCompletionSource();
        _server.Then(async (_, _) =>
        {
            received.SetResult();
            await released.Task;
            return Answers.LockConflict();
        });
        await using (var polaris = Connect(TimeSpan.Zero))
        {
            var locking = polaris.ObjectLocks.LockAsync(Bib, [7, 8], cancellation.Token);
            await received.Task;
            await cancellation.CancelAsync();
            Assert.CatchAsync<OperationCanceledException>(() => locking);
            released.SetResult();
        }

        Assert.That(_logs.Entries.Count(entry => entry.Id == Unknown), Is.EqualTo(1));
    }

    private PolarisClient Connect(TimeSpan wait, Uri? address = null) => TestClient.Create(
        _server,
        options =>
        {
            options.Retry.LockWait = wait;
            options.ShutdownTimeout = address is null ? TimeSpan.FromDays(1) : TimeSpan.Zero;
            options.BaseAddress = address ?? options.BaseAddress;
        },
        _clock,
        _logs);

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Yield();
        }
    }

    private static string Locks(params int[] ids) => $"[{string.Join(",", ids.Select(id =>
        $$"""{"ExistingLock":false,"ObjectTypeID":2,"ObjectID":{{id}},"PolarisUserID":1,"WorkstationID":15}"""))}]";
}
