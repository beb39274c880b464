using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.ObjectLocks;

/// <summary>Leases against a server that keeps locks.</summary>
public sealed class LeaseTests : LeaseFixture
{
    [Test]
    public async Task AcquireAsync_Free_IsHeldUntilDisposed()
    {
        await using (var lease = await Client.ObjectLocks.AcquireAsync(Bib, 7))
        {
            Assert.That(Fake.Locks.Single().ObjectId, Is.EqualTo(7));
            Assert.That(lease.WasAlreadyHeld, Is.False);
            Assert.That(lease.Locks[0].ObjectId, Is.EqualTo(7));
        }

        Assert.That(Fake.Locks, Is.Empty);
    }

    [Test]
    public async Task AcquireAsync_LeftFromAnEarlierRun_IsReportedAndNotFreed()
    {
        await Client.ObjectLocks.LockAsync(Bib, 7);

        await using (var lease = await Client.ObjectLocks.AcquireAsync([new(Bib, 7), new(Bib, 8)]))
        {
            Assert.That(lease.WasAlreadyHeld, Is.True);
        }

        Assert.That(Fake.Locks.Select(held => held.ObjectId), Is.EqualTo(new[] { 7 }));
    }

    [Test]
    public async Task AcquireAsync_HeldByAnotherForAWhile_Waits()
    {
        Fake.LockAs("someone", 99, Bib, 7, TimeSpan.FromSeconds(20));

        await using var lease = await Client.ObjectLocks.AcquireAsync(Bib, 7, WaitUpTo(60));

        Assert.That(Clock.Elapsed, Is.InRange(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(30)));
    }

    [TestCase(0)]
    [TestCase(30)]
    public void AcquireAsync_HeldByAnotherAllTheTime_NamesTheHolderAfterExactlyTheWait(int seconds)
    {
        Fake.LockAs("someone", 99, Bib, 7);
        var options = WaitUpTo(seconds);

        var error = Assert.ThrowsAsync<ObjectLockedException>(() => Client.ObjectLocks.AcquireAsync(Bib, 7, options))!;

        Assert.That(error.Holder!.WorkstationId, Is.EqualTo(99));
        Assert.That(Clock.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(seconds)));
    }

    [Test]
    public void AcquireAsync_Several_AreTakenInOrderAllOrNone()
    {
        Fake.LockAs("someone", 99, Bib, 9);
        ObjectReference[] wanted = [new(ObjectType.Patron, 1), new(Bib, 9), new(Bib, 4), new(ObjectType.AuthorityRecord, 5), new(Bib, 4)];

        Assert.ThrowsAsync<ObjectLockedException>(
            () => Client.ObjectLocks.AcquireAsync(wanted, WaitUpTo(0)));

        Assert.That(Fake.Locks.Select(held => held.ObjectId), Is.EqualTo(new[] { 9 }), "only the other user's");
        Assert.That(
            Fake.Journal.Where(entry => entry.Path != "authentication/staffuser").Select(entry => $"{entry.Method} {entry.Path} {entry.StatusCode}"),
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
            await using var lease = await Client.With(organizationId: 3 + (i % 2)).ObjectLocks.AcquireAsync(Bib, 7, options);
            most = Math.Max(most, Interlocked.Increment(ref inside));
            Assert.That(lease.WasAlreadyHeld, Is.False);
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        })));

        Assert.That(most, Is.EqualTo(1));
        Assert.That(Fake.Locks, Is.Empty);
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
            await using var lease = await Client.ObjectLocks.AcquireAsync(i % 2 == 0 ? there : back, options, deadlock.Token);
        })));

        Assert.That(Fake.Locks, Is.Empty);
    }

    [Test]
    public async Task AcquireAsync_OtherWorkstationOfThisProcess_IsAConflictOfTheServer()
    {
        await using var lease = await Client.ObjectLocks.AcquireAsync(Bib, 7);

        var error = Assert.ThrowsAsync<ObjectLockedException>(
            () => Client.With(workstationId: 8).ObjectLocks.AcquireAsync(Bib, 7, WaitUpTo(0)))!;

        Assert.That(error.Attempts, Is.EqualTo(1));
    }

    [Test]
    public async Task AcquireAsync_CanceledWhileALeaseOfThisProcessHoldsIt_GivesUpAndTheNextGetsIt()
    {
        var lease = await Client.ObjectLocks.AcquireAsync(Bib, 7);
        using var cancellation = new CancellationTokenSource();
        var waiting = Client.ObjectLocks.AcquireAsync(Bib, 7, new AcquireOptions { WaitUpTo = TimeSpan.FromDays(1) }, cancellation.Token);

        await cancellation.CancelAsync();

        Assert.CatchAsync<OperationCanceledException>(() => waiting);
        await lease.DisposeAsync();
        await using var next = await Client.ObjectLocks.AcquireAsync(Bib, 7, WaitUpTo(0));
    }

    [Test]
    public void AcquireAsync_CanceledWhileAnotherUserHoldsIt_GivesUp()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(12), Clock);
        Fake.LockAs("someone", 99, Bib, 7);

        Assert.CatchAsync<OperationCanceledException>(
            () => Client.ObjectLocks.AcquireAsync(Bib, 7, new AcquireOptions { WaitUpTo = TimeSpan.FromHours(1) }, cancellation.Token));

        Assert.That(Clock.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(12)));
    }

    [TestCase(FaultKind.ResetAfterProcessing)]
    [TestCase(FaultKind.ResetBeforeProcessing)]
    [TestCase(FaultKind.ProxyHtmlAfterProcessing)]
    [TestCase(FaultKind.DelayProcessed)]
    public async Task AcquireAsync_AnswerLostAndRepeated_IsOursAndFreed(FaultKind fault)
    {
        AddFaults(1, fault, "POST");

        await using (var lease = await Client.ObjectLocks.AcquireAsync(Bib, 7))
        {
            Assert.That(lease.WasAlreadyHeld, Is.False, "the lock that the lost attempt took is ours");
        }

        Assert.That(Fake.Locks, Is.Empty);
    }

    [Test]
    public async Task AcquireAsync_LeftFromAnEarlierRunAndAnswerLost_IsNotFreed()
    {
        await Client.ObjectLocks.LockAsync(Bib, 7);
        Clock.Advance(TimeSpan.FromHours(1));
        AddFaults(1, FaultKind.ResetAfterProcessing, "POST");

        await (await Client.ObjectLocks.AcquireAsync(Bib, 7)).DisposeAsync();

        Assert.That(Fake.Locks, Has.Count.EqualTo(1));
    }

    [TestCase(FaultKind.ResetAfterProcessing)]
    [TestCase(FaultKind.TruncatedAnswer)]
    [TestCase(FaultKind.ProxyHtmlAfterProcessing)]
    [TestCase(FaultKind.DelayProcessed)]
    public void AcquireAsync_EveryAnswerLost_FreesWhatTheServerTook(FaultKind fault)
    {
        AddFaults(4, fault, "POST");

        var error = Assert.CatchAsync<PolarisClientException>(() => Client.ObjectLocks.AcquireAsync(Bib, 7))!;

        Assert.That(error.MayHaveBeenProcessed, Is.True);
        Assert.That(Fake.Locks, Is.Empty);
    }

    [Test]
    public void AcquireAsync_AnswerLostAndThenTheTokenRefused_FreesWhatTheServerTook()
    {
        AddFaults(1, FaultKind.ResetAfterProcessing, "POST");
        AddFaults(2, FaultKind.Unauthorized, "POST");

        Assert.ThrowsAsync<AuthenticationFailedException>(() => Client.ObjectLocks.AcquireAsync(Bib, 7));

        Assert.That(Fake.Locks, Is.Empty);
    }

    [Test]
    public void AcquireAsync_CanceledWhileTheAnswerIsUnderWay_FreesWhatTheServerTook()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(5), Clock);
        AddFaults(1, FaultKind.DelayProcessed, "POST");

        Assert.CatchAsync<OperationCanceledException>(() => Client.ObjectLocks.AcquireAsync(Bib, 7, cancellationToken: cancellation.Token));

        Assert.That(Fake.Locks, Is.Empty);
    }

    [TestCase(FaultKind.ConnectionRefused, 6)]
    [TestCase(FaultKind.ServiceUnavailable, 4)]
    [TestCase(FaultKind.ProxyHtmlWithStatus200, 2)]
    [TestCase(FaultKind.ResetBeforeProcessing, 5)]
    [TestCase(FaultKind.DelayNotProcessed, 1)]
    [TestCase(FaultKind.Unauthorized, 4)]
    public async Task DisposeAsync_ServerFailsForAWhile_FreesTheLockWithinTheLimit(FaultKind fault, int times)
    {
        var lease = await Client.ObjectLocks.AcquireAsync(Bib, 7);
        AddFaults(times, fault, "DELETE", fault == FaultKind.ServiceUnavailable ? TimeSpan.FromSeconds(1) : null);
        var started = Clock.Elapsed;
        await lease.DisposeAsync();

        Assert.That(Fake.Locks, Is.Empty);
        Assert.That(lease.ReleaseError, Is.Null);
        Assert.That(Clock.Elapsed - started, Is.LessThanOrEqualTo(4 * PolarisClientOptions.DefaultTimeout));
    }

    [Test]
    public async Task DisposeAsync_ServerGone_EndsAtTheLimitAndReports()
    {
        var lease = await Client.ObjectLocks.AcquireAsync(Bib, 7, new AcquireOptions { ReleaseTimeout = TimeSpan.FromSeconds(20) });
        var started = Clock.Elapsed;
        Fake.Faults.Randomly(1, 1, FaultKind.ConnectionRefused);

        await lease.DisposeAsync();

        Assert.That(Clock.Elapsed - started, Is.EqualTo(TimeSpan.FromSeconds(20)));
        var error = (TransportException)lease.ReleaseError!;
        Assert.That(error.Message, Does.Contain("ReleaseTimeout").And.Contain("may still be held"));
        Assert.That(error.MayHaveBeenProcessed, Is.True);
        Assert.That(error.Route, Is.EqualTo("DELETE /objectlocks/{objectTypeId}/{objectId}"));
        Assert.That(LocksReportedAsLeft(), Is.EqualTo(1));
        Assert.ThrowsAsync<TransportException>(() => lease.ReleaseAsync());
    }

    [Test]
    public async Task DisposeAsync_RetriesSwitchedOff_TriesOnce()
    {
        using var polaris = Fake.CreateClient(options => options.Retry.Enabled = false);
        var lease = await polaris.ObjectLocks.AcquireAsync(Bib, 7);
        AddFaults(1, FaultKind.ResetBeforeProcessing, "DELETE");

        await lease.DisposeAsync();

        Assert.That(lease.ReleaseError, Is.TypeOf<TransportException>());
    }

    [Test]
    public async Task DisposeAsync_AnswerLostAndAnotherUserLocksMeanwhile_IsFreed()
    {
        var lease = await Client.ObjectLocks.AcquireAsync(Bib, 7);
        AddFaults(1, FaultKind.ResetAfterProcessing, "DELETE");
        using var watch = Clock.CreateTimer(
            _ => Fake.LockAs("someone", 99, Bib, 7), null, TimeSpan.FromMilliseconds(1), TimeSpan.FromDays(1));

        await lease.DisposeAsync();

        Assert.That(lease.ReleaseError, Is.Null);
        Assert.That(Fake.Locks.Single().WorkstationId, Is.EqualTo(99));
    }

    [Test]
    public async Task Dispose_TwiceAndFromManyThreads_FreesOnce()
    {
        var lease = await Client.ObjectLocks.AcquireAsync(Bib, 7);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () => await lease.DisposeAsync())));
        await lease.ReleaseAsync();
        lease.Dispose();

        Assert.That(Fake.Journal.Count(entry => entry.Method == "DELETE"), Is.EqualTo(1));
    }

    [Test]
    public async Task Dispose_WithoutAwait_FreesTheLockAndTheNextLeaseGetsIt()
    {
        using (await Client.ObjectLocks.AcquireAsync(Bib, 7))
        {
        }

        await using var next = await Client.ObjectLocks.AcquireAsync(Bib, 7, new AcquireOptions { WaitUpTo = TimeSpan.FromHours(1) });

        Assert.That(next.WasAlreadyHeld, Is.False, "the next waits until the first is freed");
    }

    [Test]
    public void Block_Throws_FreesTheLockAndKeepsTheException()
    {
        Assert.ThrowsAsync<TimeZoneNotFoundException>(async () =>
        {
            await using var lease = await Client.ObjectLocks.AcquireAsync(Bib, 7);
            Fake.Faults.Randomly(1, 1, FaultKind.ConnectionRefused);
            throw new TimeZoneNotFoundException();
        });
    }

    [TestCase(-1, 30)]
    [TestCase(90_000, 30)]
    [TestCase(1, 0)]
    [TestCase(1, 90_000)]
    public void AcquireAsync_TimesOutOfRange_AreRefusedBeforeAnythingIsSent(int wait, int release)
    {
        var options = new AcquireOptions { WaitUpTo = TimeSpan.FromSeconds(wait), ReleaseTimeout = TimeSpan.FromSeconds(release) };

        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Client.ObjectLocks.AcquireAsync(Bib, 7, options));

        Assert.That(Fake.Journal, Is.Empty);
    }

    [Test]
    public void AcquireAsync_NoObjectsOrNull_IsRefused()
    {
        Assert.ThrowsAsync<ArgumentException>(() => Client.ObjectLocks.AcquireAsync([]));
        Assert.ThrowsAsync<ArgumentException>(() => Client.ObjectLocks.AcquireAsync([new(ObjectType.ItemRecord, 1), null!]));
    }
}
