using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Telemetry;

namespace Polaris.Client.Tests.ObjectLocks;

/// <summary>Leases against a server that keeps locks.</summary>
public sealed class LeaseTests
{
    private const ObjectType Bib = ObjectType.BibliographicRecord;
    private ManualTimeProvider _clock = null!;
    private CollectedLogs _logs = null!;
    private FakePolaris _fake = null!;
    private PolarisClient _polaris = null!;

    [SetUp]
    public void Connect()
    {
        _clock = new ManualTimeProvider { SkipsDelays = true };
        _logs = new CollectedLogs();
        _fake = new FakePolaris(new FakePolarisOptions { TimeProvider = _clock });
        _polaris = _fake.CreateClient(loggers: _logs);
    }

    [TearDown]
    public void Disconnect()
    {
        _polaris.Dispose();
        _logs.Dispose();
        _fake.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task AcquireAsync_Free_IsHeldUntilDisposed()
    {
        await using (var lease = await _polaris.ObjectLocks.AcquireAsync(Bib, 7))
        {
            Assert.That(_fake.Locks.Single().ObjectId, Is.EqualTo(7));
            Assert.That(lease.WasAlreadyHeld, Is.False);
            Assert.That(lease.Locks[0].ObjectId, Is.EqualTo(7));
        }

        Assert.That(_fake.Locks, Is.Empty);
    }

    [Test]
    public async Task AcquireAsync_LeftFromAnEarlierRun_IsReportedAndNotFreed()
    {
        await _polaris.ObjectLocks.LockAsync(Bib, 7);

        await using (var lease = await _polaris.ObjectLocks.AcquireAsync([new(Bib, 7), new(Bib, 8)]))
        {
            Assert.That(lease.WasAlreadyHeld, Is.True);
        }

        Assert.That(_fake.Locks.Select(held => held.ObjectId), Is.EqualTo(new[] { 7 }));
    }

    [Test]
    public async Task AcquireAsync_HeldByAnotherForAWhile_Waits()
    {
        _fake.LockAs("someone", 99, Bib, 7, TimeSpan.FromSeconds(20));

        await using var lease = await _polaris.ObjectLocks.AcquireAsync(Bib, 7, new AcquireOptions { WaitUpTo = TimeSpan.FromSeconds(60) });

        Assert.That(_clock.Elapsed, Is.InRange(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(30)));
    }

    [TestCase(0)]
    [TestCase(30)]
    public void AcquireAsync_HeldByAnotherAllTheTime_NamesTheHolderAfterExactlyTheWait(int seconds)
    {
        _fake.LockAs("someone", 99, Bib, 7);
        var options = new AcquireOptions { WaitUpTo = TimeSpan.FromSeconds(seconds) };

        var error = Assert.ThrowsAsync<ObjectLockedException>(() => _polaris.ObjectLocks.AcquireAsync(Bib, 7, options))!;

        Assert.That(error.Holder!.WorkstationId, Is.EqualTo(99));
        Assert.That(_clock.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(seconds)));
    }

    [Test]
    public void AcquireAsync_Several_AreTakenInOrderAllOrNone()
    {
        _fake.LockAs("someone", 99, Bib, 9);
        ObjectReference[] wanted = [new(ObjectType.Patron, 1), new(Bib, 9), new(Bib, 4), new(ObjectType.AuthorityRecord, 5), new(Bib, 4)];

        Assert.ThrowsAsync<ObjectLockedException>(
            () => _polaris.ObjectLocks.AcquireAsync(wanted, new AcquireOptions { WaitUpTo = TimeSpan.Zero }));

        Assert.That(_fake.Locks.Select(held => held.ObjectId), Is.EqualTo(new[] { 9 }), "only the other user's");
        Assert.That(
            _fake.Journal.Where(entry => entry.Path != "authentication/staffuser").Select(entry => $"{entry.Method} {entry.Path} {entry.StatusCode}"),
            Is.EquivalentTo(new[]
            {
                "GET objectlocks/1/5 404", "POST objectlocks 200", "GET objectlocks/2/4 404", "POST objectlocks 200",
                "GET objectlocks/2/9 200", "POST objectlocks 409",
                "DELETE objectlocks/1/5 200", "DELETE objectlocks/2/4 200",
            }));
    }

    [Test]
    public async Task AcquireAsync_TwoTasksOneObject_TakeTurns()
    {
        var inside = 0;
        var most = 0;
        var options = new AcquireOptions { WaitUpTo = TimeSpan.FromHours(5) };

        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(async () =>
        {
            await using var lease = await _polaris.With(organizationId: 3 + (i % 2)).ObjectLocks.AcquireAsync(Bib, 7, options);
            most = Math.Max(most, Interlocked.Increment(ref inside));
            Assert.That(lease.WasAlreadyHeld, Is.False);
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        })));

        Assert.That(most, Is.EqualTo(1));
        Assert.That(_fake.Locks, Is.Empty);
    }

    [Test]
    public async Task AcquireAsync_SameObjectsInOppositeOrder_NeverDeadlock()
    {
        ObjectReference[] there = [new(Bib, 1), new(Bib, 2), new(ObjectType.Patron, 1)];
        var back = Enumerable.Reverse(there).ToArray();
        var options = new AcquireOptions { WaitUpTo = TimeSpan.FromHours(5) };
        using var deadlock = new CancellationTokenSource(TimeSpan.FromSeconds(30));

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(async () =>
        {
            await using var lease = await _polaris.ObjectLocks.AcquireAsync(i % 2 == 0 ? there : back, options, deadlock.Token);
        })));

        Assert.That(_fake.Locks, Is.Empty);
    }

    [Test]
    public async Task AcquireAsync_OtherWorkstationOfThisProcess_IsAConflictOfTheServer()
    {
        await using var lease = await _polaris.ObjectLocks.AcquireAsync(Bib, 7);

        var error = Assert.ThrowsAsync<ObjectLockedException>(
            () => _polaris.With(workstationId: 8).ObjectLocks.AcquireAsync(Bib, 7, new AcquireOptions { WaitUpTo = TimeSpan.Zero }))!;

        Assert.That(error.Attempts, Is.EqualTo(1));
    }

    [Test]
    public async Task AcquireAsync_HeldByALeaseOfThisProcess_ReportsItAndSendsNothing()
    {
        await using var lease = await _polaris.ObjectLocks.AcquireAsync(Bib, 7);
        var sent = _fake.Journal.Count;

        var error = Assert.ThrowsAsync<ObjectLockedException>(
            () => _polaris.ObjectLocks.AcquireAsync(Bib, 7, new AcquireOptions { WaitUpTo = TimeSpan.Zero }))!;

        Assert.That(error.Message, Does.Contain("another lease of this process"));
        Assert.That(_fake.Journal, Has.Count.EqualTo(sent));
    }

    [Test]
    public async Task AcquireAsync_CanceledWhileALeaseOfThisProcessHoldsIt_GivesUpAndTheNextGetsIt()
    {
        var lease = await _polaris.ObjectLocks.AcquireAsync(Bib, 7);
        using var cancellation = new CancellationTokenSource();
        var waiting = _polaris.ObjectLocks.AcquireAsync(Bib, 7, new AcquireOptions { WaitUpTo = TimeSpan.FromDays(1) }, cancellation.Token);

        await cancellation.CancelAsync();

        Assert.CatchAsync<OperationCanceledException>(() => waiting);
        await lease.DisposeAsync();
        await using var next = await _polaris.ObjectLocks.AcquireAsync(Bib, 7, new AcquireOptions { WaitUpTo = TimeSpan.Zero });
    }

    [Test]
    public void AcquireAsync_CanceledWhileAnotherUserHoldsIt_GivesUp()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(12), _clock);
        _fake.LockAs("someone", 99, Bib, 7);

        Assert.CatchAsync<OperationCanceledException>(
            () => _polaris.ObjectLocks.AcquireAsync(Bib, 7, new AcquireOptions { WaitUpTo = TimeSpan.FromHours(1) }, cancellation.Token));

        Assert.That(_clock.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(12)));
    }

    [TestCase(FaultKind.ResetAfterProcessing)]
    [TestCase(FaultKind.ResetBeforeProcessing)]
    [TestCase(FaultKind.ProxyHtmlAfterProcessing)]
    [TestCase(FaultKind.DelayProcessed)]
    public async Task AcquireAsync_AnswerLostAndRepeated_IsOursAndFreed(FaultKind fault)
    {
        _fake.Faults.Add(new FakeFault(fault) { Method = "POST", Path = "objectlocks" });

        await using (var lease = await _polaris.ObjectLocks.AcquireAsync(Bib, 7))
        {
            Assert.That(lease.WasAlreadyHeld, Is.False, "the lock that the lost attempt took is ours");
        }

        Assert.That(_fake.Locks, Is.Empty);
    }

    [Test]
    public async Task AcquireAsync_LeftFromAnEarlierRunAndAnswerLost_IsNotFreed()
    {
        await _polaris.ObjectLocks.LockAsync(Bib, 7);
        _clock.Advance(TimeSpan.FromHours(1));
        _fake.Faults.Add(new FakeFault(FaultKind.ResetAfterProcessing) { Method = "POST", Path = "objectlocks" });

        await (await _polaris.ObjectLocks.AcquireAsync(Bib, 7)).DisposeAsync();

        Assert.That(_fake.Locks, Has.Count.EqualTo(1));
    }

    [TestCase(FaultKind.ResetAfterProcessing)]
    [TestCase(FaultKind.TruncatedAnswer)]
    [TestCase(FaultKind.ProxyHtmlAfterProcessing)]
    [TestCase(FaultKind.DelayProcessed)]
    public void AcquireAsync_EveryAnswerLost_FreesWhatTheServerTook(FaultKind fault)
    {
        for (var i = 0; i < 4; i++)
        {
            _fake.Faults.Add(new FakeFault(fault) { Method = "POST", Path = "objectlocks" });
        }

        var error = Assert.CatchAsync<PolarisClientException>(() => _polaris.ObjectLocks.AcquireAsync(Bib, 7))!;

        Assert.That(error.MayHaveBeenProcessed, Is.True);
        Assert.That(_fake.Locks, Is.Empty);
    }

    [Test]
    public void AcquireAsync_AnswerLostAndThenTheTokenRefused_FreesWhatTheServerTook()
    {
        _fake.Faults.Add(new FakeFault(FaultKind.ResetAfterProcessing) { Method = "POST", Path = "objectlocks" })
            .Add(new FakeFault(FaultKind.Unauthorized) { Method = "POST", Path = "objectlocks" })
            .Add(new FakeFault(FaultKind.Unauthorized) { Method = "POST", Path = "objectlocks" });

        Assert.ThrowsAsync<AuthenticationFailedException>(() => _polaris.ObjectLocks.AcquireAsync(Bib, 7));

        Assert.That(_fake.Locks, Is.Empty);
    }

    [Test]
    public void AcquireAsync_CanceledWhileTheAnswerIsUnderWay_FreesWhatTheServerTook()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(5), _clock);
        _fake.Faults.Add(new FakeFault(FaultKind.DelayProcessed) { Method = "POST", Path = "objectlocks" });

        Assert.CatchAsync<OperationCanceledException>(() => _polaris.ObjectLocks.AcquireAsync(Bib, 7, cancellationToken: cancellation.Token));

        Assert.That(_fake.Locks, Is.Empty);
    }

    [TestCase(FaultKind.ConnectionRefused, 6)]
    [TestCase(FaultKind.ServiceUnavailable, 4)]
    [TestCase(FaultKind.ProxyHtmlWithStatus200, 2)]
    [TestCase(FaultKind.ResetBeforeProcessing, 5)]
    [TestCase(FaultKind.DelayNotProcessed, 1)]
    [TestCase(FaultKind.Unauthorized, 4)]
    public async Task DisposeAsync_ServerFailsForAWhile_FreesTheLockWithinTheLimit(FaultKind fault, int times)
    {
        var lease = await _polaris.ObjectLocks.AcquireAsync(Bib, 7);
        for (var i = 0; i < times; i++)
        {
            _fake.Faults.Add(new FakeFault(fault) { Method = "DELETE", Duration = fault == FaultKind.ServiceUnavailable ? TimeSpan.FromSeconds(1) : null });
        }

        var started = _clock.Elapsed;
        await lease.DisposeAsync();

        Assert.That(_fake.Locks, Is.Empty);
        Assert.That(lease.ReleaseError, Is.Null);
        Assert.That(_clock.Elapsed - started, Is.LessThanOrEqualTo(4 * PolarisClientOptions.DefaultTimeout));
    }

    [Test]
    public async Task DisposeAsync_ServerGone_EndsAtTheLimitAndReports()
    {
        var lease = await _polaris.ObjectLocks.AcquireAsync(Bib, 7, new AcquireOptions { ReleaseTimeout = TimeSpan.FromSeconds(20) });
        var started = _clock.Elapsed;
        _fake.Faults.Randomly(1, 1, FaultKind.ConnectionRefused);

        await lease.DisposeAsync();

        Assert.That(_clock.Elapsed - started, Is.EqualTo(TimeSpan.FromSeconds(20)));
        Assert.That(lease.ReleaseError, Is.TypeOf<TransportException>().With.Message.Contain("ReleaseTimeout"));
        Assert.That(_logs.Entries.Count(entry => entry.Id == 5), Is.EqualTo(1));
        Assert.ThrowsAsync<TransportException>(() => lease.ReleaseAsync());
    }

    [Test]
    public async Task DisposeAsync_RetriesSwitchedOff_TriesOnce()
    {
        using var polaris = _fake.CreateClient(options => options.Retry.Enabled = false);
        var lease = await polaris.ObjectLocks.AcquireAsync(Bib, 7);
        _fake.Faults.Add(new FakeFault(FaultKind.ResetBeforeProcessing) { Method = "DELETE" });

        await lease.DisposeAsync();

        Assert.That(lease.ReleaseError, Is.TypeOf<TransportException>());
    }

    [Test]
    public async Task DisposeAsync_AnswerLostAndAnotherUserLocksMeanwhile_IsFreed()
    {
        var lease = await _polaris.ObjectLocks.AcquireAsync(Bib, 7);
        _fake.Faults.Add(new FakeFault(FaultKind.ResetAfterProcessing) { Method = "DELETE" });
        using var watch = _clock.CreateTimer(
            _ => _fake.LockAs("someone", 99, Bib, 7), null, TimeSpan.FromMilliseconds(1), TimeSpan.FromDays(1));

        await lease.DisposeAsync();

        Assert.That(lease.ReleaseError, Is.Null);
        Assert.That(_fake.Locks.Single().WorkstationId, Is.EqualTo(99));
    }

    [Test]
    public async Task DisposeAsync_LockTakenAwayAndHeldByAnother_IsReported()
    {
        var lease = await _polaris.ObjectLocks.AcquireAsync(Bib, 7);
        _fake.LockAs("someone", 99, Bib, 7);

        await lease.DisposeAsync();

        Assert.That(lease.ReleaseError, Is.InstanceOf<RequestFailedException>());
    }

    [Test]
    public async Task Dispose_TwiceAndFromManyThreads_FreesOnce()
    {
        var lease = await _polaris.ObjectLocks.AcquireAsync(Bib, 7);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () => await lease.DisposeAsync())));
        await lease.ReleaseAsync();
        lease.Dispose();

        Assert.That(_fake.Journal.Count(entry => entry.Method == "DELETE"), Is.EqualTo(1));
    }

    [Test]
    public async Task Dispose_WithoutAwait_FreesTheLockAndTheNextLeaseGetsIt()
    {
        using (await _polaris.ObjectLocks.AcquireAsync(Bib, 7))
        {
        }

        await using var next = await _polaris.ObjectLocks.AcquireAsync(Bib, 7, new AcquireOptions { WaitUpTo = TimeSpan.FromHours(1) });

        Assert.That(next.WasAlreadyHeld, Is.False, "the next waits until the first is freed");
    }

    [Test]
    public void Block_Throws_FreesTheLockAndKeepsTheException()
    {
        Assert.ThrowsAsync<TimeZoneNotFoundException>(async () =>
        {
            await using var lease = await _polaris.ObjectLocks.AcquireAsync(Bib, 7);
            _fake.Faults.Randomly(1, 1, FaultKind.ConnectionRefused);
            throw new TimeZoneNotFoundException();
        });
    }

    [TestCase(-1, 30)]
    [TestCase(90_000, 30)]
    [TestCase(1, 0)]
    [TestCase(1, 90_000)]
    public void AcquireAsync_TimesThatAreNone_AreRefusedBeforeAnythingIsSent(int wait, int release)
    {
        var options = new AcquireOptions { WaitUpTo = TimeSpan.FromSeconds(wait), ReleaseTimeout = TimeSpan.FromSeconds(release) };

        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _polaris.ObjectLocks.AcquireAsync(Bib, 7, options));

        Assert.That(_fake.Journal, Is.Empty);
    }

    [Test]
    public void AcquireAsync_NoObjectsOrNull_IsRefused()
    {
        Assert.ThrowsAsync<ArgumentException>(() => _polaris.ObjectLocks.AcquireAsync([]));
        Assert.ThrowsAsync<ArgumentException>(() => _polaris.ObjectLocks.AcquireAsync([new(ObjectType.ItemRecord, 1), null!]));
    }
}
