using Polaris.Client.ObjectLocks;
using Polaris.Client.Tests.Http;

namespace Polaris.Client.Tests.ObjectLocks;

/// <summary>Who owns a lock after a lost response, and what happens to a lock that the server sets late.</summary>
public sealed class LateLockTests : LockServerFixture
{
    private const int MayReturn = 24;
    private static readonly LockFault NoRoute = new() { Instead = () => Answers.Text("no route", 404) };
    private static readonly LockFault NoToken = new() { Instead = () => Answers.Json("null", 401) };
    private static readonly LockFault Late = new() { Before = TimeSpan.FromSeconds(200), GatewayTimeout = TimeSpan.FromSeconds(1) };

    [Test]
    public async Task AcquireAsync_TakenOverAndTheFirstRequestActsAfterTheRelease_IsFreedInTheBackground()
    {
        var server = Leftover().On("POST", Late);
        var lease = await Connect(server).AcquireAsync(Bib, 7, new AcquireOptions { TakeOverExisting = true });
        await lease.ReleaseAsync();

        await EndBackgroundAsync();
        await server.CompleteAsync();

        Assert.That(server.Locks, Is.Empty);
    }

    [Test]
    public async Task AcquireAsync_FreedAndAnEarlierRequestActsLater_IsFreedInTheBackground()
    {
        var server = new LockServer(Clock).On("POST", Late, Lost, Lost, Lost);

        Assert.ThrowsAsync<TransportException>(() => Connect(server).AcquireAsync(Bib, 7));

        await EndBackgroundAsync();
        await server.CompleteAsync();
        Assert.That(server.Locks, Is.Empty);
    }

    [Test]
    public async Task AcquireAsync_OneRequestFreedAgain_IsNotLookedForLater()
    {
        var server = new LockServer(Clock).On("POST", new LockFault { Instead = () => Answers.Json("null") });

        Assert.ThrowsAsync<InvalidResponseException>(() => Connect(server).AcquireAsync(Bib, 7));

        await EndBackgroundAsync();
        Assert.That(server.Received, Is.EqualTo(new[] { "GET objectlocks/2/7", "POST objectlocks", "GET objectlocks/2/7", "DELETE objectlocks/2/7" }));
    }

    [Test]
    public async Task AcquireAsync_NotThereAfterTheLostRequests_IsOursWhenItAppears()
    {
        var server = new LockServer(Clock).On("GET", NoRoute).On("POST", Late, Late, Late, Late);

        Assert.CatchAsync<RequestFailedException>(() => Connect(server).AcquireAsync(Bib, 7));

        await EndBackgroundAsync();
        await server.CompleteAsync();
        Assert.That(server.Locks, Is.Empty);
    }

    [Test]
    public async Task AcquireAsync_LookupsInTheBackgroundRefusedAWhile_AreRepeatedUntilTheLockIsFreed()
    {
        var server = new LockServer(Clock).On("GET", NoRoute).On("POST", Late, Late, Late, Late);
        for (var refusal = 0; refusal < 6; refusal++)
        {
            server.On("GET", NoToken);
        }

        Assert.CatchAsync<RequestFailedException>(() => Connect(server).AcquireAsync(Bib, 7));

        await EndBackgroundAsync();
        await server.CompleteAsync();
        Assert.That(server.Locks, Is.Empty);
        Assert.That(Ids(), Has.None.EqualTo(NotReleased));
    }

    [Test]
    public async Task AcquireAsync_WrongHolderShownAfterTheLostRequests_DoesNotFreeTheLockOfAnEarlierRun()
    {
        var server = Leftover().On("GET", NoRoute, new LockFault { Edit = json => json["WorkstationID"] = 99 }).On("POST", Lost, Lost, Lost, Lost);

        Assert.ThrowsAsync<TransportException>(() => Connect(server).AcquireAsync(Bib, 7));

        await EndBackgroundAsync();
        Assert.That(server.Locks, Has.Count.EqualTo(1));
        Assert.That(Ids(), Has.One.EqualTo(Kept));
    }

    [Test]
    public async Task AcquireAsync_WrongHolderShownBefore_LeavesTheOwnershipOpen()
    {
        var server = Leftover().On("GET", new LockFault { Edit = json => json["WorkstationID"] = 99 }).On("POST", Lost);

        await using var lease = await Connect(server).AcquireAsync(Bib, 7);

        Assert.That(lease.IsOwnershipUnclear, Is.True);
        Assert.That(lease.WasAlreadyHeld, Is.False);
    }

    [Test]
    public async Task AcquireAsync_LookupsFailAfterTheLostRequests_IsFreedInTheBackground()
    {
        var server = new LockServer(Clock).On("GET", new LockFault(), Lost, Lost, Lost, Lost).On("POST", Lost, Lost, Lost, Lost);

        var error = Assert.ThrowsAsync<TransportException>(() => Connect(server).AcquireAsync(Bib, 7))!;

        await EndBackgroundAsync();
        Assert.That(error.Route, Is.EqualTo("POST /objectlocks"));
        Assert.That(error.Message, Does.Contain("looked for in the background"));
        Assert.That(server.Locks, Is.Empty);
    }

    [Test]
    public void AcquireAsync_EveryResponseLostAndHeldBefore_StatesThatItWasKept()
    {
        var server = Leftover().On("POST", Lost, Lost, Lost, Lost);

        var error = Assert.ThrowsAsync<TransportException>(() => Connect(server).AcquireAsync(Bib, 7))!;

        Assert.That(error.Message, Does.Contain("held the lock before; it was kept"));
        Assert.That(server.Locks, Has.Count.EqualTo(1));
    }

    [Test]
    public void AcquireAsync_LookupBeforeGetsNoResponse_WasNotProcessed()
    {
        var server = new LockServer(Clock).On("GET", Lost, Lost, Lost, Lost);

        var error = Assert.ThrowsAsync<TransportException>(() => Connect(server).AcquireAsync(Bib, 7))!;

        Assert.That(error.MayHaveBeenProcessed, Is.False);
        Assert.That(error.Message, Does.Contain("was not requested").And.Contain("safe to try again"));
        Assert.That(error.Attempts, Is.EqualTo(4));
        Assert.That(error.RequestPath, Does.EndWith("/objectlocks/2/7"));
        Assert.That(server.Received, Has.None.StartsWith("POST"));
    }

    [Test]
    public void AcquireAsync_LookupBeforeIsLostAndThenRefused_WasNotProcessed()
    {
        var refused = new LockFault { Instead = () => Answers.Json(null, 401) };
        var server = new LockServer(Clock).On("GET", Lost, refused, refused);

        var error = Assert.ThrowsAsync<AuthenticationFailedException>(() => Connect(server).AcquireAsync(Bib, 7))!;

        Assert.That(error.MayHaveBeenProcessed, Is.False);
    }

    [Test]
    public async Task AcquireAsync_CanceledDuringTheLookupBefore_SendsNothingMore()
    {
        using var cancellation = new CancellationTokenSource();
        var server = new LockServer(Clock).On("GET", new LockFault
        {
            Instead = () =>
            {
                cancellation.Cancel();
                return Answers.Json(null, 503);
            },
        });

        Assert.CatchAsync<OperationCanceledException>(() => Connect(server).AcquireAsync(Bib, 7, cancellationToken: cancellation.Token));

        await EndBackgroundAsync();
        Assert.That(server.Received, Is.EqualTo(new[] { "GET objectlocks/2/7" }));
    }

    [Test]
    public async Task AcquireAsync_HeldBeforeWithoutADoubt_IsKeptSilentlyAndOpensTheGate()
    {
        var server = Leftover().On("GET", NoRoute);
        var locks = Connect(server);
        var lease = await locks.AcquireAsync(Bib, 7);
        await lease.DisposeAsync();

        await using var next = await locks.AcquireAsync(Bib, 7, WaitingForNothing());

        Assert.Multiple(() =>
        {
            Assert.That(lease.WasAlreadyHeld, Is.True);
            Assert.That(lease.IsOwnershipUnclear, Is.False);
            Assert.That(lease.Locks[0].ExistingLock, Is.True);
            Assert.That(next.WasAlreadyHeld, Is.True);
            Assert.That(Ids(), Has.None.EqualTo(Kept));
        });
    }

    [Test]
    public async Task AcquireAsync_OneOfTwoHeldBefore_ReportsItAndFreesTheOther()
    {
        var server = Leftover();

        var lease = await Connect(server).AcquireAsync([new(Bib, 7), new(Bib, 8)]);
        await lease.DisposeAsync();

        Assert.That(lease.WasAlreadyHeld, Is.True);
        Assert.That(server.Locks, Is.EqualTo(new[] { (2, 7) }));
    }

    [Test]
    public async Task AcquireAsync_ResponseLost_IsLoggedAsKeptOnlyIfItWasHeldBefore()
    {
        var server = Leftover().On("POST", Lost);
        var locks = Connect(server);
        await (await locks.AcquireAsync(Bib, 7)).DisposeAsync();
        Assert.That(Ids(), Has.One.EqualTo(Kept));
        server.On("POST", Lost);

        await (await locks.AcquireAsync(Bib, 8)).DisposeAsync();

        Assert.That(Ids(), Has.One.EqualTo(Kept));
    }

    [Test]
    public async Task LockAsync_HeldBeforeAndAnEarlierRequestMayStillAct_IsLogged()
    {
        var server = Leftover().On("POST", Lost);

        var held = await Connect(server).LockAsync(Bib, 7);

        Assert.That(held.ExistingLock, Is.True);
        Assert.That(Ids(), Has.One.EqualTo(MayReturn));
    }

    [Test]
    public async Task AcquireAsync_AfterANewLock_NeedsNoLookupBefore()
    {
        var server = new LockServer(Clock);
        var locks = Connect(server);
        await (await locks.AcquireAsync(Bib, 1)).DisposeAsync();

        await (await locks.AcquireAsync(Bib, 7)).DisposeAsync();

        Assert.That(server.Received.Skip(3), Is.EqualTo(new[] { "POST objectlocks", "DELETE objectlocks/2/7" }));
    }

    [Test]
    public async Task AcquireAsync_AfterALockThatIsNotNew_LooksBeforeAgain()
    {
        var server = Leftover();
        var locks = Connect(server);
        await (await locks.AcquireAsync(Bib, 7)).DisposeAsync();

        await (await locks.AcquireAsync(Bib, 8)).DisposeAsync();

        Assert.That(server.Received.Skip(2).First(), Is.EqualTo("GET objectlocks/2/8"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task AcquireAsync_SecondIsLocked_StatesThatTheFirstMayStayOnlyAfterALostResponse(bool isLost)
    {
        var server = new LockServer(Clock).LockAs(9, 99, 2, 8).On("POST", isLost ? Lost : new LockFault());

        var error = Assert.ThrowsAsync<ObjectLockedException>(
            () => Connect(server).AcquireAsync([new(Bib, 7), new(Bib, 8)], WaitingForNothing()))!;

        await EndBackgroundAsync();
        Assert.That(error.Message, isLost ? Does.Contain("requested before may stay") : Does.Not.Contain("may stay"));
    }

    [Test]
    public async Task AcquireAsync_SecondIsLockedAndTheOwnershipOfTheFirstIsOpen_StatesThatItMayStay()
    {
        var server = Leftover().LockAs(9, 99, 2, 8).On("GET", NoRoute)
            .On("POST", new LockFault { Edit = json => json["ExistingLock"] = null });

        var error = Assert.ThrowsAsync<ObjectLockedException>(
            () => Connect(server).AcquireAsync([new(Bib, 7), new(Bib, 8)], WaitingForNothing()))!;

        await EndBackgroundAsync();
        Assert.That(error.Message, Does.Contain("requested before may stay"));
    }

    [Test]
    public void UnlockAsync_AfterTheDisposalOfItsClient_IsLogged()
    {
        var polaris = Create(new LockServer(Clock));
        polaris.Dispose();

        Assert.ThrowsAsync<ObjectDisposedException>(() => polaris.ObjectLocks.UnlockAsync(Bib, 7));

        Assert.That(Ids(), Has.One.EqualTo(25));
    }

    [Test]
    public void UnlockAsync_NotConfirmed_MayHaveBeenProcessed()
    {
        var server = new LockServer(Clock).On("DELETE", new LockFault { Instead = () => Answers.Json("false") });

        var error = Assert.ThrowsAsync<InvalidResponseException>(() => Connect(server).UnlockAsync(Bib, 7))!;

        Assert.That(error.MayHaveBeenProcessed, Is.True);
        Assert.That((int)error.StatusCode, Is.EqualTo(200));
        Assert.That(error.Attempts, Is.EqualTo(1));
    }

    private static AcquireOptions WaitingForNothing() => new() { WaitUpTo = TimeSpan.Zero };

    private LockServer Leftover() => new LockServer(Clock).LockAs(LockServer.UserId, LockServer.WorkstationId, 2, 7);
}
