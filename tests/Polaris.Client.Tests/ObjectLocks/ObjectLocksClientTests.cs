using System.Text.Json.Nodes;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Tests.Http;

namespace Polaris.Client.Tests.ObjectLocks;

/// <summary>The seven calls, against the documented examples.</summary>
public sealed class ObjectLocksClientTests
{
    [Test]
    public async Task LockAsync_One_SendsAndReadsTheDocumentedExample()
    {
        var server = new ScriptedServer().Then(200, PolarisFixture.ResponseBody("lock-single-200.json")!.ToJsonString());
        using var polaris = TestClient.Create(server);

        var taken = await polaris.ObjectLocks.LockAsync(ObjectType.Patron, 29937);

        Assert.That(JsonNode.DeepEquals(server.Requests[0].Json, PolarisFixture.RequestBody("lock-single-200.json")), Is.True);
        Assert.That((taken.ObjectType, taken.ExistingLock), Is.EqualTo((ObjectType.AuthorityRecord, (bool?)true)));
    }

    [Test]
    public async Task LockAsync_Many_SendsAndReadsTheDocumentedExample()
    {
        var server = new ScriptedServer().Then(200, PolarisFixture.ResponseBody("lock-multiple-200.json")!.ToJsonString());
        using var polaris = TestClient.Create(server);

        var taken = await polaris.ObjectLocks.LockAsync(ObjectType.ItemRecord, [847, 2395843]);

        Assert.That(server.Requests[0].ToString(), Is.EqualTo("POST objectlocks/3"));
        Assert.That(server.Requests[0].Body, Is.EqualTo("[847,2395843]"));
        Assert.That(taken.Select(held => held.ObjectId), Is.EqualTo(new[] { 847, 4972 }), "as the vendor printed it");
    }

    [Test]
    public void LockAsync_LockedByAnother_NamesTheHolderOfTheDocumentedExample()
    {
        var server = new ScriptedServer().Always(_ => Answers.LockConflict());
        using var polaris = TestClient.Create(server);

        var error = Assert.ThrowsAsync<ObjectLockedException>(() => polaris.ObjectLocks.LockAsync(ObjectType.ItemRecord, 2655))!;

        Assert.That((error.Holder!.ObjectId, error.Holder.PolarisUserId, error.Holder.WorkstationName), Is.EqualTo((2655, 1, "Peng Zhang")));
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

        Assert.That((server.Requests[0].Resource, (int)locks[0].ObjectType), Is.EqualTo((resource, 107)));
    }

    [TestCase(null, "application/json")]
    [TestCase("Object is NOT currently locked. Success", "text/plain")]
    [TestCase("""{"Message":"Object is NOT currently locked."}""", "application/json")]
    public async Task FindAsync_NotFound_IsNotLocked(string? body, string mediaType)
    {
        var server = new ScriptedServer().Then(() => body is null ? Answers.Json(null, 404) : Answers.Text(body, 404, mediaType));
        using var polaris = TestClient.Create(server);

        Assert.That(await polaris.ObjectLocks.FindAsync(ObjectType.Patron, 29937), Is.Null);
        Assert.That(server.Requests[0].ToString(), Is.EqualTo("GET objectlocks/27/29937"));
    }

    [Test]
    public void FindAsync_PageOfTheWebServer_IsNotNotLocked()
    {
        var server = new ScriptedServer().Then(() => Answers.Html(404));
        using var polaris = TestClient.Create(server);

        Assert.ThrowsAsync<NotFoundException>(() => polaris.ObjectLocks.FindAsync(ObjectType.Patron, 29937));
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

        Assert.That(clock.Elapsed, Is.EqualTo(TimeSpan.Zero), "waiting for somebody else's lock to be freed makes no sense");
    }
}
