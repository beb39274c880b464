using Polaris.Client.ObjectLocks;
using Polaris.Client.Tests.Http;

namespace Polaris.Client.Tests.ObjectLocks;

/// <summary>Refusals and unexpected responses of single lock calls: each names what was wrong, and is not sent more often than is safe.</summary>
public sealed class LockRefusalTests
{
    private const ObjectType Bib = ObjectType.BibliographicRecord;

    [Test]
    public void Calls_WrongArguments_StateWhatIsAllowed()
    {
        using var polaris = TestClient.Create(new ScriptedServer());
        var locks = polaris.ObjectLocks;

        Assert.Multiple(() =>
        {
            Assert.That(Message(() => locks.FindAsync((ObjectType)0, 7)), Does.StartWith("An object type must be 1 or more."));
            Assert.That(Message(() => locks.FindAsync(Bib, 0)), Does.StartWith("The ID of an object must be 1 or more."));
            Assert.That(Message(() => locks.LockAsync(Bib, [])), Does.StartWith("Name at least one object to lock."));
            Assert.That(Message(() => locks.AcquireAsync([])), Does.StartWith("Name at least one object to lock, and no null."));
            Assert.That(
                Message(() => locks.AcquireAsync(Bib, 7, new AcquireOptions { WaitUpTo = TimeSpan.FromTicks(-1) })),
                Does.StartWith("It must be zero or more and at most one day."));
            Assert.That(
                Message(() => locks.AcquireAsync(Bib, 7, new AcquireOptions { ReleaseTimeout = TimeSpan.Zero })),
                Does.StartWith("It must be more than zero and at most one day."));
        });
    }

    [Test]
    public void FindAsync_LockOfAnotherObject_NamesRouteAndObject()
    {
        using var polaris = TestClient.Create(new ScriptedServer().Then(() => Answers.Lock(2, 8)));

        var error = Assert.ThrowsAsync<InvalidResponseException>(() => polaris.ObjectLocks.FindAsync(Bib, 7))!;

        Assert.That(error.Message, Does.StartWith("The response to GET /objectlocks/{objectTypeId}/{objectId} is not the lock of BibliographicRecord 7."));
    }

    [Test]
    public void UnlockAsync_NotConfirmed_NamesRouteAndExpectation()
    {
        using var polaris = TestClient.Create(new ScriptedServer().Then(200, "false").Then(200, "false"));

        var one = Assert.ThrowsAsync<InvalidResponseException>(() => polaris.ObjectLocks.UnlockAsync(Bib, 7))!;
        var all = Assert.ThrowsAsync<InvalidResponseException>(() => polaris.ObjectLocks.UnlockAllAsync())!;

        Assert.That(one.Message, Does.StartWith("The response to DELETE /objectlocks/{objectTypeId}/{objectId} is not true."));
        Assert.That(all.Message, Does.StartWith("The response to DELETE /objectlocks is not true."));
    }

    [TestCase("text/plain")]
    [TestCase("application/xml")]
    public void FindAsync_NotFoundThatIsNotJson_IsNotFromPolaris(string mediaType)
    {
        using var polaris = TestClient.Create(new ScriptedServer().Then(() => Answers.Text("""{"Message":"no route"}""", 404, mediaType)));

        Assert.ThrowsAsync<NotFoundException>(() => polaris.ObjectLocks.FindAsync(Bib, 7));
    }

    [Test]
    public void UnlockAllAsync_LockConflict_IsNotWaitedFor()
    {
        var server = new ScriptedServer().Always(_ => Answers.LockConflict());
        using var polaris = TestClient.Create(server);

        Assert.ThrowsAsync<ObjectLockedException>(() => polaris.ObjectLocks.UnlockAllAsync());

        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public void ReleaseLeftoversAsync_TwoFail_ThrowsTheFirstAndWaitsForNone()
    {
        var server = new ScriptedServer().Then(200, Leftovers).Then(Answers.LockConflict).Then(403);
        using var polaris = TestClient.Create(server);

        Assert.ThrowsAsync<ObjectLockedException>(() => polaris.ObjectLocks.ReleaseLeftoversAsync());

        Assert.That(server.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task ReleaseLeftoversAsync_OneIsGoneMeanwhile_ReturnsOnlyTheOther()
    {
        var server = new ScriptedServer().Then(200, Leftovers).Then(Answers.NotLocked).Then(200, "true");
        using var polaris = TestClient.Create(server);

        var released = await polaris.ObjectLocks.ReleaseLeftoversAsync();

        Assert.That(released.Single().ObjectId, Is.EqualTo(8));
    }

    [Test]
    public async Task UnlockAsync_ResponseLost_IsSentAgain()
    {
        var server = new ScriptedServer().ThenFails(Answers.Reset()).Then(200, "true");
        using var polaris = TestClient.Create(server);

        await polaris.ObjectLocks.UnlockAsync(Bib, 7);

        Assert.That(server.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task UnlockAsync_ResponseLostWhileALeaseHoldsTheObject_IsNotSentAgain()
    {
        var server = new ScriptedServer().Then(Answers.NotLocked).Then(Answers.Lock).ThenFails(Answers.Reset()).Always(_ => Answers.Json("true"));
        using var polaris = TestClient.Create(server);
        await using var lease = await polaris.ObjectLocks.AcquireAsync(Bib, 7);

        Assert.ThrowsAsync<TransportException>(() => polaris.ObjectLocks.UnlockAsync(Bib, 7));

        Assert.That(server.Requests.Count(request => request.Method == "DELETE"), Is.EqualTo(1));
    }

    [Test]
    public async Task Lease_OwnershipOfOneLockOpen_ReportsIt()
    {
        var server = new ScriptedServer()
            .Then(() => Answers.Text("no route", 404)).ThenFails(Answers.Reset())
            .Then(200, """{"ExistingLock":true,"ObjectTypeID":2,"ObjectID":7,"PolarisUserID":1,"WorkstationID":15}""")
            .Then(Answers.NotLocked).Then(() => Answers.Lock(2, 8))
            .Always(sent => sent.Method == "GET" ? Answers.NotLocked() : Answers.Json("true"));
        await using var polaris = TestClient.Create(server);

        await using var lease = await polaris.ObjectLocks.AcquireAsync([new(Bib, 7), new(Bib, 8)]);

        Assert.That(lease.IsOwnershipUnclear, Is.True);
    }

    [TestCase("null")]
    [TestCase("\"x\"")]
    [TestCase("{\"ObjectID\":{}}")]
    public void UnlockAsync_ConflictWithoutAReadableHolder_StatesThatAnotherUserHasTheLock(string data)
    {
        var server = new ScriptedServer().Always(_ => Answers.Json($$"""{"ErrorCode":70000,"Message":"locked","Data":{{data}}}""", 409));
        using var polaris = TestClient.Create(server);

        var error = Assert.ThrowsAsync<ObjectLockedException>(() => polaris.ObjectLocks.UnlockAsync(Bib, 7))!;

        Assert.That(error.Holder, Is.Null);
        Assert.That(error.Message, Does.Contain("the object is locked by another user. Wait until it is released"));
    }

    [Test]
    public void UnlockAsync_ConflictWithoutADate_NamesTheHolderOnly()
    {
        const string Data = """{"ObjectTypeID":2,"ObjectID":7,"PolarisUserID":9,"WorkstationID":99}""";
        using var polaris = TestClient.Create(new ScriptedServer().Then(409, $$"""{"ErrorCode":70000,"Message":"locked","Data":{{Data}}}"""));

        var error = Assert.ThrowsAsync<ObjectLockedException>(() => polaris.ObjectLocks.UnlockAsync(Bib, 7))!;

        Assert.That(error.Message, Does.Contain("BibliographicRecord 7 is locked by user 9 at workstation 99. Wait"));
    }

    private static string Leftovers => """
        [{"ObjectTypeID":2,"ObjectID":7,"PolarisUserID":1,"WorkstationID":15},{"ObjectTypeID":2,"ObjectID":8,"PolarisUserID":1,"WorkstationID":15}]
        """;

    private static string Message(Func<Task> call) => Assert.CatchAsync<ArgumentException>(() => call())!.Message;
}
