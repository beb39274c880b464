using System.Text.Json.Nodes;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Testing;

public sealed class FakePolarisLockTests
{
    private readonly JsonNode _patron = JsonNode.Parse("""{"ObjectTypeID":27,"ObjectID":29937}""")!;
    private ManualTimeProvider _clock = null!;
    private FakePolaris _fake = null!;
    private RawClient _client = null!;

    [SetUp]
    public async Task SignInAsync()
    {
        _clock = new();
        _fake = new(new() { TimeProvider = _clock, ServerTimeZone = TimeZoneInfo.CreateCustomTimeZone("w", TimeSpan.FromHours(-5), "w", "w") });
        _client = await new RawClient(_fake).SignInAsync();
    }

    [TearDown]
    public void Dispose()
    {
        _client.Dispose();
        _fake.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task LockOne_TakenAndTakenAgain_HasTheDocumentedMembers()
    {
        (int status, JsonNode? first) = await _client.PostAsync("objectlocks", _patron);
        (_, JsonNode? second) = await _client.PostAsync("objectlocks", _patron);

        Assert.That(status, Is.EqualTo(200));
        Assert.That(SameMembers.Of(first), Is.EqualTo(SameMembers.Of(PolarisFixture.ResponseBody("lock-single-200.json"))));
        Assert.That(first!["LockDate"]!.GetValue<string>(), Is.EqualTo("2025-12-31T19:00:00.000"));
        Assert.That(first["ExistingLock"]!.GetValue<bool>(), Is.False);
        Assert.That(second!["ExistingLock"]!.GetValue<bool>(), Is.True);
        Assert.That(_fake.Locks.Single().ObjectType, Is.EqualTo(ObjectType.Patron));
    }

    [Test]
    public async Task LockOne_HeldByAnother_Is409WithTheHolder()
    {
        _fake.LockAs("PolarisExec", 15, ObjectType.Patron, 29937, releaseAfter: TimeSpan.FromSeconds(10));

        (int status, JsonNode? body) = await _client.PostAsync("objectlocks", _patron);
        _clock.Advance(TimeSpan.FromSeconds(10));
        (int later, _) = await _client.PostAsync("objectlocks", _patron);

        Assert.That(status, Is.EqualTo(409));
        Assert.That(later, Is.EqualTo(200));
        Assert.That(SameMembers.Of(body), Is.EqualTo(SameMembers.Of(PolarisFixture.ResponseBody("lock-single-409.json"))));
        Assert.That(body!["ErrorCode"]!.GetValue<int>(), Is.EqualTo(70000));
        Assert.That(body["Data"]!["PolarisUserName"]!.GetValue<string>(), Is.EqualTo("PolarisExec"));
        Assert.That(body["Data"]!["LockDate"]!.GetValue<string>(), Is.EqualTo("2025-12-31T19:00:00.000-05:00"));
    }

    [Test]
    public async Task LockOne_SameUserAtAnotherWorkstation_IsAnotherOwner()
    {
        using RawClient other = await new RawClient(_fake, workstationId: 7).SignInAsync();
        await _client.PostAsync("objectlocks", _patron);

        Assert.That((await other.PostAsync("objectlocks", _patron)).Status, Is.EqualTo(409));
        Assert.That((await other.DeleteAsync("objectlocks/27/29937")).Status, Is.EqualTo(409));
        Assert.That((await other.DeleteAsync("objectlocks")).Status, Is.EqualTo(200));
        Assert.That(_fake.Locks, Has.Count.EqualTo(1), "freeing all frees one's own only");
    }

    [Test]
    public async Task LockMany_OfOneType_HasTheDocumentedMembers()
    {
        (int status, JsonNode? body) = await _client.PostAsync("objectlocks/3", JsonNode.Parse("[847,2395843]")!);

        Assert.That(status, Is.EqualTo(200));
        Assert.That(SameMembers.Of(body), Is.EqualTo(SameMembers.Of(PolarisFixture.ResponseBody("lock-multiple-200.json"))));
        Assert.That(_fake.Locks.Select(held => held.ObjectId), Is.EquivalentTo(new[] { 847, 2395843 }));
    }

    [TestCase(true, 1)]
    [TestCase(false, 0)]
    public async Task LockMany_OneHeldByAnother_Is409AndMayLeaveSome(bool partial, int left)
    {
        FakePolaris fake =
            new FakePolaris(new() { ManyLocksMayBePartial = partial }).LockAs("other", 1, ObjectType.ItemRecord, 2);
        using RawClient client = await new RawClient(fake).SignInAsync();

        Assert.That((await client.PostAsync("objectlocks/3", JsonNode.Parse("[1,2,3]")!)).Status, Is.EqualTo(409));
        Assert.That(fake.Locks.Count(held => held.PolarisUserName == "cataloger"), Is.EqualTo(left));
    }

    [Test]
    public async Task Find_AnObject_Is404WhenNotLocked()
    {
        var (missing, error) = await _client.GetAsync("objectlocks/27/29937");

        Assert.That(missing, Is.EqualTo(404));
        Assert.That(error!["Message"]!.GetValue<string>(), Is.EqualTo("Object is NOT currently locked. Success"));
        await _client.PostAsync("objectlocks", _patron);

        (int status, JsonNode? body) = await _client.GetAsync("objectlocks/27/29937");

        Assert.That(status, Is.EqualTo(200));
        Assert.That(body!.AsObject(), Has.Count.EqualTo(5));
    }

    [Test]
    public async Task List_OwnOrAll_ShowsThem()
    {
        _fake.LockAs("other", 15, ObjectType.Branch, 1);
        await _client.PostAsync("objectlocks", _patron);

        (_, JsonNode? own) = await _client.GetAsync("objectlocks");
        (_, JsonNode? all) = await _client.GetAsync("objectlocks?getAllLocks=true");

        Assert.That(own!.AsArray(), Has.Count.EqualTo(1));
        Assert.That(all!.AsArray(), Has.Count.EqualTo(2));
        Assert.That(own[0]!["StaffEmail"]!.GetValue<string>(), Is.Empty);
    }

    [Test]
    public async Task Unlock_OneAndAll_FreesThem()
    {
        await _client.PostAsync("objectlocks/3", JsonNode.Parse("[1,2,3]")!);

        await _client.DeleteAsync("objectlocks/3/2");
        Assert.That(_fake.Locks, Has.Count.EqualTo(2));
        await _client.DeleteAsync("objectlocks");
        Assert.That(_fake.Locks, Is.Empty);
    }
}
