using System.Text.Json.Nodes;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Tests.Http;

namespace Polaris.Client.Tests.ObjectLocks;

/// <summary>The seven calls, against the documented examples.</summary>
public sealed class ObjectLocksClientTests
{
    [Test]
    public async Task Api_LockOne_SendsAndReadsTheDocumentedExample()
    {
        var server = new ScriptedServer().Then(200, PolarisFixture.ResponseBody("lock-single-200.json")!.ToJsonString());
        using var polaris = TestClient.Create(server);

        var taken = await polaris.CreateApi<IObjectLocksApi>().LockAsync(new(ObjectType.Patron, 29937));

        Assert.That(JsonNode.DeepEquals(server.Requests[0].Json, PolarisFixture.RequestBody("lock-single-200.json")), Is.True);
        Assert.That(taken.ObjectType, Is.EqualTo(ObjectType.AuthorityRecord), "as the vendor printed it");
        Assert.That(taken.ExistingLock, Is.True);
    }

    [Test]
    public async Task LockAsync_One_ReturnsTheLock()
    {
        var server = new ScriptedServer().Then(Answers.NotLocked).Then(Answers.Lock);
        using var polaris = TestClient.Create(server);

        var taken = await polaris.ObjectLocks.LockAsync(ObjectType.BibliographicRecord, 7);

        Assert.That(taken.ObjectId, Is.EqualTo(7));
        Assert.That(server.Requests.Select(request => request.ToString()), Is.EqualTo(new[] { "GET objectlocks/2/7", "POST objectlocks" }));
    }

    [Test]
    public async Task LockAsync_Many_SendsAndReadsTheDocumentedExample()
    {
        var server = new ScriptedServer().Then(200, PolarisFixture.ResponseBody("lock-multiple-200.json")!.ToJsonString());
        using var polaris = TestClient.Create(server, options => options.WorkstationId = 1);

        // The vendor's request asks for 847 and 2395843, but its response contains 847 and 4972.
        var taken = await polaris.ObjectLocks.LockAsync(ObjectType.ItemRecord, [847, 4972]);

        Assert.That(server.Requests[0].ToString(), Is.EqualTo("POST objectlocks/3"));
        Assert.That(server.Requests[0].Body, Is.EqualTo("[847,4972]"));
        Assert.That(taken.Select(held => held.ObjectId), Is.EqualTo(new[] { 847, 4972 }));
    }

    [Test]
    public void LockAsync_LockedByAnother_NamesTheHolderOfTheDocumentedExample()
    {
        var server = new ScriptedServer().Always(_ => Answers.LockConflict());
        using var polaris = TestClient.Create(server);

        var error = Assert.ThrowsAsync<ObjectLockedException>(() => polaris.ObjectLocks.LockAsync(ObjectType.ItemRecord, 2655))!;

        Assert.That(error.Holder!.ObjectId, Is.EqualTo(2655));
        Assert.That(error.Holder.PolarisUserId, Is.EqualTo(1));
        Assert.That(error.Holder.WorkstationName, Is.EqualTo("Peng Zhang"));
        Assert.That(error.Message, Does.Contain("user 1 at workstation 15").And.Not.Contain("Peng"));
        Assert.That(error.ErrorCode, Is.EqualTo(ObjectLockedException.LockConflictCode));
    }

    [Test]
    public void LockAsync_NoObjects_IsRefusedBeforeAnythingIsSent()
    {
        using var polaris = TestClient.Create(new ScriptedServer());

        Assert.ThrowsAsync<ArgumentException>(() => polaris.ObjectLocks.LockAsync(ObjectType.ItemRecord, []));
    }

    [TestCase(false, "objectlocks")]
    [TestCase(true, "objectlocks?getAllLocks=true")]
    public async Task ListAsync_OneOrAllUsers_AsksForThem(bool allUsers, string resource)
    {
        var server = new ScriptedServer().Then(200, "[{\"ObjectTypeID\":107,\"StaffEmail\":\"\"}]");
        using var polaris = TestClient.Create(server);

        var locks = await polaris.ObjectLocks.ListAsync(allUsers);

        Assert.That(server.Requests[0].Resource, Is.EqualTo(resource));
        Assert.That((int)locks[0].ObjectType, Is.EqualTo(107));
    }

    [Test]
    public async Task FindAsync_NotFoundByPolaris_IsNotLocked()
    {
        var server = new ScriptedServer().Then(Answers.NotLocked);
        using var polaris = TestClient.Create(server);

        Assert.That(await polaris.ObjectLocks.FindAsync(ObjectType.Patron, 29937), Is.Null);
        Assert.That(server.Requests[0].ToString(), Is.EqualTo("GET objectlocks/27/29937"));
    }

    [TestCase("""{"ErrorCode":0}""")]
    [TestCase("""{"Message":"Object is NOT currently locked. Success"}""")]
    public async Task FindAsync_NotFoundWithPartOfTheErrorBody_IsNotLocked(string body)
    {
        using var polaris = TestClient.Create(new ScriptedServer().Then(404, body));

        Assert.That(await polaris.ObjectLocks.FindAsync(ObjectType.Patron, 29937), Is.Null);
    }

    [TestCase("no route", "text/plain")]
    [TestCase("<!DOCTYPE html><html></html>", "text/html")]
    [TestCase("""{"message":"no Route matched with those values"}""", "application/json")]
    [TestCase("", "application/json")]
    public void FindAsync_NotFoundByAnotherServer_IsAnError(string body, string mediaType)
    {
        var server = new ScriptedServer().Then(() => Answers.Text(body, 404, mediaType));
        using var polaris = TestClient.Create(server);

        Assert.ThrowsAsync<NotFoundException>(() => polaris.ObjectLocks.FindAsync(ObjectType.Patron, 29937));
    }

    [Test]
    public void FindAsync_LockOfAnotherObject_IsAnError()
    {
        using var polaris = TestClient.Create(new ScriptedServer().Then(Answers.Lock));

        Assert.ThrowsAsync<InvalidResponseException>(() => polaris.ObjectLocks.FindAsync(ObjectType.BibliographicRecord, 8));
    }

    [TestCase("false", "application/json")]
    [TestCase("Please sign in", "text/plain")]
    [TestCase("<html xmlns='http://www.w3.org/1999/xhtml'/>", "application/xhtml+xml")]
    [TestCase("{}", "application/json")]
    public void Unlocks_NotConfirmed_AreErrors(string body, string mediaType)
    {
        using var polaris = TestClient.Create(new ScriptedServer().Always(_ => Answers.Text(body, 200, mediaType)));

        Assert.ThrowsAsync<InvalidResponseException>(() => polaris.ObjectLocks.UnlockAsync(ObjectType.Patron, 29937));
        Assert.ThrowsAsync<InvalidResponseException>(() => polaris.ObjectLocks.UnlockAllAsync());
    }

    [TestCase(0, 7)]
    [TestCase(2, 0)]
    [TestCase(2, -1)]
    public void Calls_WithoutAnObject_AreRefusedBeforeAnythingIsSent(int type, int id)
    {
        using var polaris = TestClient.Create(new ScriptedServer());
        var locks = polaris.ObjectLocks;

        Assert.Multiple(() =>
        {
            Assert.That(() => locks.AcquireAsync((ObjectType)type, id), Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => locks.LockAsync((ObjectType)type, id), Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => locks.LockAsync((ObjectType)type, [id]), Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => locks.UnlockAsync((ObjectType)type, id), Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => locks.FindAsync((ObjectType)type, id), Throws.TypeOf<ArgumentOutOfRangeException>());
        });
    }

    [Test]
    public async Task Unlocks_OneAndAll_AreDeletes()
    {
        var server = new ScriptedServer().Then(200, "true").Then(200);
        using var polaris = TestClient.Create(server);

        await polaris.ObjectLocks.UnlockAsync(ObjectType.Patron, 29937);
        await polaris.ObjectLocks.UnlockAllAsync();

        Assert.That(server.Requests.Select(request => request.ToString()), Is.EqualTo(new[] { "DELETE objectlocks/27/29937", "DELETE objectlocks" }));
    }

    [Test]
    public void UnlockAsync_LockOfAnother_FailsAtOnce()
    {
        var clock = TestClient.Clock();
        var server = new ScriptedServer().Then(Answers.LockConflict);
        using var polaris = TestClient.Create(server, time: clock);

        Assert.ThrowsAsync<ObjectLockedException>(() => polaris.ObjectLocks.UnlockAsync(ObjectType.Patron, 29937));

        Assert.That(clock.Elapsed, Is.EqualTo(TimeSpan.Zero), "waiting for the lock of another user makes no sense");
    }
}
