using Polaris.Client.SystemSettings;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.SystemSettings;

public sealed class CachedSettingsTests : FakeFixture
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private SystemSettingsClient _cached = null!;

    [SetUp]
    public void CreateCache() => _cached = Client.SystemSettings.Cached(Hour);

    [Test]
    public async Task Cached_WithinTheTime_ReadsOnceAndThenAgain()
    {
        await _cached.ListMaterialTypesAsync();
        Clock.Advance(Hour - TimeSpan.FromTicks(1));
        var kept = await _cached.ListMaterialTypesAsync();
        Fake.WithRecord("materialtypes", new() { ["MaterialTypeID"] = 2 });

        Assert.That(kept, Is.Empty);
        Assert.That(await _cached.ListMaterialTypesAsync(), Is.SameAs(kept));
        Assert.That(Requests("materialtypes"), Is.EqualTo(1));

        Clock.Advance(TimeSpan.FromTicks(1));

        Assert.That(await _cached.ListMaterialTypesAsync(), Has.Count.EqualTo(1));
        Assert.That(Requests("materialtypes"), Is.EqualTo(2));
    }

    [Test]
    public async Task Cached_OtherArgumentsOrLists_AreKeptApart()
    {
        Fake.WithRecord("shelflocations", new() { ["ShelfLocationID"] = 1, ["OrganizationID"] = 3 })
            .WithRecord("settings", new() { ["Mnemonic"] = "PSPARM_A", ["Value"] = "1", ["OrganizationID"] = 3 })
            .WithRecord("settings", new() { ["Mnemonic"] = "PSPARM_A", ["Value"] = "2", ["OrganizationID"] = 4 });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await _cached.ListShelfLocationsAsync(3), Has.Count.EqualTo(1));
            Assert.That(await _cached.ListShelfLocationsAsync(4), Is.Empty);
            Assert.That(await _cached.ListCollectionsAsync(3), Is.Empty);
            Assert.That((await _cached.GetValueAsync(3, "PSPARM_A")).Value, Is.EqualTo("1"));
            Assert.That((await _cached.GetValueAsync(4, "PSPARM_A")).Value, Is.EqualTo("2"));
            Assert.That((await _cached.ListValuesAsync(3, ["PSPARM_A"])).Single().Value, Is.EqualTo("1"));
            Assert.That((await _cached.GetPermissionAsync(89)).IsPermitted, Is.True);
        }
    }

    [Test]
    public async Task Cached_OtherOrganizationOfTheClient_HasItsOwnAnswers()
    {
        using var other = Client.With(organizationId: 4);
        var cachedOfOther = other.SystemSettings.Cached(Hour);

        await _cached.ListOrganizationsAsync();
        await cachedOfOther.ListOrganizationsAsync();
        await cachedOfOther.ListOrganizationsAsync();

        Assert.That(Requests("organizations"), Is.EqualTo(2));
    }

    [Test]
    public async Task Cached_FailedRead_IsNotKept()
    {
        var fails = true;
        Fake.On(HttpMethod.Get, "organizations", _ => fails ? FakeResponse.Json("{}", 403) : FakeResponse.Json("[]"));

        Assert.ThrowsAsync<PermissionDeniedException>(() => _cached.ListOrganizationsAsync());
        fails = false;

        Assert.That(await _cached.ListOrganizationsAsync(), Is.Empty);
    }

    [Test]
    public async Task Cached_CanceledCaller_DoesNotAffectOthers()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        Assert.That(() => _cached.ListItemStatusesAsync(cancellation.Token), Throws.InstanceOf<OperationCanceledException>());

        Assert.That(await _cached.ListItemStatusesAsync(), Has.Count.EqualTo(22));
    }

    [Test]
    public async Task SystemSettings_WithoutCache_ReadsEachTime()
    {
        await Client.SystemSettings.ListMaterialTypesAsync();
        await Client.SystemSettings.ListMaterialTypesAsync();

        Assert.That(Requests("materialtypes"), Is.EqualTo(2));
    }

    private int Requests(string path) => Fake.Journal.Count(entry => entry.Path == path);
}
