using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Tests.Http;

namespace Polaris.Client.Tests.ObjectLocks;

/// <summary>Locks of a server that completes what it has received, lives in a zone of its own, and does not use our types.</summary>
public sealed class DisagreeingServerTests : LockServerFixture
{
    [Test]
    public async Task AcquireAsync_CanceledWhileTheServerStillWorks_FreesTheLockInTheBackground()
    {
        var server = new LockServer(Clock).On("POST", new LockFault { Before = TimeSpan.FromSeconds(60) });
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(5), Clock);

        Assert.CatchAsync<OperationCanceledException>(() => Connect(server).AcquireAsync(Bib, 7, cancellationToken: cancellation.Token));

        await EndBackgroundAsync();
        await server.CompleteAsync();
        Assert.That(server.Received, Is.EqualTo(new[] { "GET objectlocks/2/7", "POST objectlocks", "DELETE objectlocks/2/7" }));
        Assert.That(server.Locks, Is.Empty);
    }

    [Test]
    public async Task LockAsync_CanceledWhileTheServerStillWorks_FreesTheLockInTheBackground()
    {
        var server = new LockServer(Clock).On("POST", new LockFault { Before = TimeSpan.FromSeconds(60) });
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(5), Clock);

        Assert.CatchAsync<OperationCanceledException>(() => Connect(server).LockAsync(Bib, 7, cancellation.Token));

        await EndBackgroundAsync();
        await server.CompleteAsync();
        Assert.That(server.Locks, Is.Empty);
    }

    [Test]
    public async Task AcquireAsync_AllAttemptsTimedOutAndTakenLater_IsFreedInTheBackground()
    {
        var slow = new LockFault { Before = TimeSpan.FromSeconds(300) };
        var server = new LockServer(Clock).On("POST", slow, slow, slow, slow);

        var error = Assert.ThrowsAsync<TransportException>(() => Connect(server).AcquireAsync(Bib, 7))!;

        await EndBackgroundAsync();
        await server.CompleteAsync();
        Assert.That(server.Locks, Is.Empty);
        Assert.That(error.MayHaveBeenProcessed, Is.True);
        Assert.That(Ids(), Has.None.EqualTo(NotReleased).And.None.EqualTo(NotSeen));
    }

    [Test]
    public async Task AcquireAsync_GatewayGaveUpBeforeTheServerActed_IsFreedInTheBackground()
    {
        var late = new LockFault { Before = TimeSpan.FromSeconds(200), GatewayTimeout = TimeSpan.FromSeconds(30) };
        var server = new LockServer(Clock).On("POST", late, late, late, late);

        var error = Assert.CatchAsync<RequestFailedException>(() => Connect(server).AcquireAsync(Bib, 7))!;

        await EndBackgroundAsync();
        await server.CompleteAsync();
        Assert.That((int)error.StatusCode, Is.EqualTo(504));
        Assert.That(error.Message, Does.Contain("background"));
        Assert.That(server.Locks, Is.Empty);
    }

    [Test]
    public async Task AcquireAsync_FirstAttemptActsAfterTheReleaseOfTheSecond_IsFreedInTheBackground()
    {
        var late = new LockFault { Before = TimeSpan.FromSeconds(200), GatewayTimeout = TimeSpan.FromSeconds(1) };
        var server = new LockServer(Clock).On("POST", late);

        await (await Connect(server).AcquireAsync(Bib, 7)).ReleaseAsync();

        await EndBackgroundAsync();
        await server.CompleteAsync();
        Assert.That(server.Locks, Is.Empty);
        Assert.That(server.Received.Count(request => request.StartsWith("DELETE", StringComparison.Ordinal)), Is.EqualTo(2));
    }

    [Test]
    public async Task AcquireAsync_NeverSeenAfterwards_IsLogged()
    {
        var tooLate = new LockFault { Before = TimeSpan.FromDays(1), GatewayTimeout = TimeSpan.FromSeconds(1) };
        var server = new LockServer(Clock).On("POST", tooLate, tooLate, tooLate, tooLate);

        Assert.CatchAsync<RequestFailedException>(() => Connect(server).AcquireAsync(Bib, 7));

        await EndBackgroundAsync();
        Assert.That(Ids(), Has.One.EqualTo(NotSeen));
    }

    [TestCase("America/New_York", false, 0)]
    [TestCase("America/New_York", true, 0)]
    [TestCase("Asia/Tokyo", false, 0)]
    [TestCase("Asia/Kathmandu", false, 0)]
    [TestCase("UTC", false, 10)]
    [TestCase("America/New_York", false, -10)]
    public async Task AcquireAsync_ResponseLostInAnotherZone_IsOursAndFreed(string zone, bool printsOffset, int databaseAhead)
    {
        var server = ServerIn(zone, printsOffset, databaseAhead);
        var locks = Connect(server);
        await (await locks.AcquireAsync(Bib, 1)).DisposeAsync();
        server.On("POST", Lost);

        var lease = await locks.AcquireAsync(Bib, 7);
        await lease.DisposeAsync();

        Assert.That(lease.WasAlreadyHeld, Is.False);
        Assert.That(lease.IsOwnershipUnclear, Is.False);
        Assert.That(server.Locks, Is.Empty);
    }

    [TestCase("America/New_York", 60)]
    [TestCase("America/New_York", 240)]
    [TestCase("Asia/Tokyo", 15)]
    [TestCase("UTC", 60)]
    public async Task AcquireAsync_ResponseLostAndHeldBeforeByThisUser_IsKept(string zone, int minutes)
    {
        var server = ServerIn(zone).LockAs(LockServer.UserId, LockServer.WorkstationId, 2, 7);
        Clock.Advance(TimeSpan.FromMinutes(minutes));
        var locks = Connect(server);
        await (await locks.AcquireAsync(Bib, 1)).DisposeAsync();
        server.On("POST", Lost);

        var lease = await locks.AcquireAsync(Bib, 7);
        await lease.DisposeAsync();

        Assert.That(lease.WasAlreadyHeld, Is.True);
        Assert.That(server.Locks, Is.EqualTo(new[] { (2, 7) }));
    }

    [Test]
    public async Task AcquireAsync_ResponseLostInTheRepeatedHour_FreesNothingOlder()
    {
        StartClock(new DateTimeOffset(2026, 11, 1, 5, 30, 0, TimeSpan.Zero));
        var server = ServerIn("America/New_York").LockAs(LockServer.UserId, LockServer.WorkstationId, 2, 7);
        Clock.Advance(TimeSpan.FromHours(1));
        var locks = Connect(server);
        await (await locks.AcquireAsync(Bib, 1)).DisposeAsync();
        server.On("POST", Lost);

        await (await locks.AcquireAsync(Bib, 7)).DisposeAsync();

        Assert.That(server.Locks, Is.EqualTo(new[] { (2, 7) }), "its date reads as if it had been set just now");
    }

    [TestCase("null")]
    [TestCase("\"soon\"")]
    public async Task AcquireAsync_DateUnreadable_IsGrantedAndFreed(string date)
    {
        var server = new LockServer(Clock) { EditAll = json => json["LockDate"] = JsonNode.Parse(date) };

        var lease = await Connect(server).AcquireAsync(Bib, 7);
        await lease.DisposeAsync();

        Assert.That(lease.Locks[0].LockDate, Is.Null);
        Assert.That(server.Locks, Is.Empty);
    }

    [TestCase("null")]
    [TestCase("\"perhaps\"")]
    [TestCase("{}")]
    public async Task AcquireAsync_ExistingLockUnreadable_IsOursAndFreedIfItWasFreeBefore(string existing)
    {
        var server = new LockServer(Clock).On("POST", new LockFault { Edit = json => json["ExistingLock"] = JsonNode.Parse(existing) });

        var lease = await Connect(server).AcquireAsync(Bib, 7);
        await lease.DisposeAsync();

        Assert.That(lease.WasAlreadyHeld, Is.False);
        Assert.That(server.Locks, Is.Empty);
    }

    [Test]
    public async Task AcquireAsync_HandlerBelowThrowsAnUnknownExceptionAfterTheLockWasTaken_FreesTheLock()
    {
        var thrown = new TimeZoneNotFoundException();
        var server = new LockServer(Clock).On("POST", new LockFault { Instead = () => throw thrown });

        var caught = Assert.CatchAsync(() => Connect(server).AcquireAsync(Bib, 7));

        await EndBackgroundAsync();
        Assert.That(caught, Is.SameAs(thrown));
        Assert.That(server.Locks, Is.Empty);
    }

    [Test]
    public async Task AcquireAsync_DateUnreadableAndResponseLost_IsOursIfItWasFreeBefore()
    {
        var server = new LockServer(Clock) { EditAll = json => json["LockDate"] = null }.On("POST", Lost);

        await (await Connect(server).AcquireAsync(Bib, 7)).DisposeAsync();

        Assert.That(server.Locks, Is.Empty);
    }

    [Test]
    public async Task AcquireAsync_OwnershipOpen_KeepsTheLockAndReportsIt()
    {
        var server = new LockServer(Clock) { EditAll = json => json["LockDate"] = null }
            .On("GET", new LockFault { Instead = () => Answers.Text("no route", 404) })
            .On("POST", Lost);

        var lease = await Connect(server).AcquireAsync(Bib, 7);
        await lease.DisposeAsync();

        Assert.That(lease.IsOwnershipUnclear, Is.True);
        Assert.That(server.Locks, Has.Count.EqualTo(1));
        Assert.That(Ids(), Has.One.EqualTo(Kept));
    }

    [Test]
    public async Task AcquireAsync_EveryResponseLostAndOwnershipOpen_KeepsTheLockAndReportsIt()
    {
        var server = new LockServer(Clock) { EditAll = json => json["LockDate"] = null }
            .On("GET", new LockFault { Instead = () => Answers.Text("no route", 404) })
            .On("POST", Lost, Lost, Lost, Lost);

        var error = Assert.ThrowsAsync<TransportException>(() => Connect(server).AcquireAsync(Bib, 7))!;

        await EndBackgroundAsync();
        Assert.That(error.Message, Does.Contain("it was kept"));
        Assert.That(server.Locks, Has.Count.EqualTo(1));
        Assert.That(Ids(), Has.One.EqualTo(Kept));
    }

    [Test]
    public async Task AcquireAsync_NullBody_FailsAndFreesTheLock()
    {
        var server = new LockServer(Clock).On("POST", new LockFault { Instead = () => Answers.Json("null") });

        var error = Assert.ThrowsAsync<InvalidResponseException>(() => Connect(server).AcquireAsync(Bib, 7))!;

        Assert.That(error.Message, Does.Contain("was released"));
        Assert.That(server.Locks, Is.Empty);
        await EndBackgroundAsync();
    }

    [TestCase("ObjectID", 8)]
    [TestCase("ObjectTypeID", 3)]
    [TestCase("WorkstationID", 16)]
    [TestCase("PolarisUserID", 2)]
    [TestCase("WorkstationID", null)]
    public void AcquireAsync_AnswerNamesAnother_IsNotALease(string member, int? value)
    {
        var server = new LockServer(Clock).On("POST", new LockFault { Edit = json => json[member] = value });

        Assert.ThrowsAsync<InvalidResponseException>(() => Connect(server).AcquireAsync(Bib, 7));

        Assert.That(server.Locks, Is.Empty, "what the server took was freed");
    }

    [Test]
    public void AcquireAsync_EmptyObject_IsNotALease()
    {
        var server = new LockServer(Clock).On("POST", new LockFault { Edit = json => json.Clear() });

        Assert.ThrowsAsync<InvalidResponseException>(() => Connect(server).AcquireAsync(Bib, 7));

        Assert.That(server.Locks, Is.Empty);
    }

    [TestCase("Please sign in", "text/plain", 200)]
    [TestCase("<html xmlns='http://www.w3.org/1999/xhtml'/>", "application/xhtml+xml", 200)]
    [TestCase("false", "application/json", 200)]
    [TestCase("no route", "text/plain", 404)]
    public async Task DisposeAsync_ReleaseNotConfirmed_IsTriedAgain(string body, string mediaType, int status)
    {
        var server = new LockServer(Clock).On("DELETE", new LockFault { Instead = () => Answers.Text(body, status, mediaType) });
        var lease = await Connect(server).AcquireAsync(Bib, 7);

        await lease.ReleaseAsync();

        Assert.That(server.Received.Count(request => request.StartsWith("DELETE", StringComparison.Ordinal)), Is.EqualTo(2));
    }

    [Test]
    public async Task DisposeAsync_OneReleaseIsStuck_FreesTheOthers()
    {
        var server = new LockServer(Clock);
        var lease = await Connect(server).AcquireAsync(
            Enumerable.Range(1, 5).Select(id => new ObjectReference(Bib, id)), new AcquireOptions { ReleaseTimeout = TimeSpan.FromSeconds(60) });
        server.On("DELETE", new LockFault { IsStuck = true });

        await lease.DisposeAsync();

        Assert.That(server.Locks, Is.Empty);
        Assert.That(Clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(12)), "one attempt of a sixth of the time, and a pause");
    }

    [Test]
    public async Task AcquireAsync_TwoClientsOfOneUserAndWorkstation_TakeTurns()
    {
        var server = new LockServer(Clock);
        var address = new Uri("https://two-clients.test");
        var first = Connect(server, options => options.BaseAddress = address);
        var second = Connect(server, options => (options.BaseAddress, options.Credentials.UserName) = (address, "ALADDIN"));
        await using var lease = await first.AcquireAsync(Bib, 7);

        Assert.ThrowsAsync<ObjectLockedException>(() => second.AcquireAsync(Bib, 7, new AcquireOptions { WaitUpTo = TimeSpan.Zero }));
    }

    [Test]
    public async Task DisposeAsync_AfterItsClient_FreesTheLock()
    {
        var server = new LockServer(Clock);
        var polaris = Create(server);
        var lease = await polaris.ObjectLocks.AcquireAsync(Bib, 7);
        await polaris.DisposeAsync();

        await lease.ReleaseAsync();

        Assert.That(server.Locks, Is.Empty);
    }

    [Test]
    public async Task AcquireAsync_TakeOverExisting_FreesTheLeftover()
    {
        var server = new LockServer(Clock).LockAs(LockServer.UserId, LockServer.WorkstationId, 2, 7);

        var lease = await Connect(server).AcquireAsync(Bib, 7, new AcquireOptions { TakeOverExisting = true });
        await lease.DisposeAsync();

        Assert.That(lease.WasAlreadyHeld, Is.True);
        Assert.That(server.Locks, Is.Empty);
    }

    [Test]
    public async Task ReleaseLeftoversAsync_LocksOfARunBefore_AreFreedButNotThoseOfLeasesAndOthers()
    {
        var server = new LockServer(Clock)
            .LockAs(LockServer.UserId, LockServer.WorkstationId, 2, 1)
            .LockAs(LockServer.UserId, LockServer.WorkstationId, 27, 2)
            .LockAs(9, LockServer.WorkstationId, 2, 3);
        var locks = Connect(server);
        await using var lease = await locks.AcquireAsync(Bib, 7);

        var released = await locks.ReleaseLeftoversAsync(held => held.ObjectType == Bib);

        Assert.That(released.Select(held => held.ObjectId), Is.EqualTo(new[] { 1 }));
        Assert.That(server.Locks, Is.EqualTo(new[] { (2, 3), (2, 7), (27, 2) }));
    }

    [Test]
    public void ReleaseLeftoversAsync_OneIsNotConfirmed_TriesTheOthersAndThrows()
    {
        var server = new LockServer(Clock)
            .LockAs(LockServer.UserId, LockServer.WorkstationId, 2, 1)
            .LockAs(LockServer.UserId, LockServer.WorkstationId, 2, 2)
            .On("DELETE", new LockFault { Instead = () => Answers.Json("false") });

        Assert.ThrowsAsync<InvalidResponseException>(() => Connect(server).ReleaseLeftoversAsync());

        Assert.That(server.Locks, Is.Empty);
    }

    [Test]
    public async Task Lease_CollectedWithoutDisposal_IsLoggedAndOpensTheGate()
    {
        var server = new LockServer(Clock);
        var locks = Connect(server);
        await AcquireAndForgetAsync(locks);

        for (var i = 0; i < 100 && !Ids().Contains(LeaseLost); i++)
        {
            // The stack that brought the lease may still refer to it.
            await Task.Yield();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.That(Ids(), Has.One.EqualTo(LeaseLost));
        await using var next = await locks.AcquireAsync(Bib, 7, new AcquireOptions { WaitUpTo = TimeSpan.Zero, TakeOverExisting = true });
        Assert.That(next.WasAlreadyHeld, Is.True);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task AcquireAndForgetAsync(ObjectLocksClient locks) => _ = await locks.AcquireAsync(Bib, 7);
}
