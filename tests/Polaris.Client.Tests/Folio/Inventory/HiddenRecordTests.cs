using System.Text.Json.Nodes;
using Polaris.Client.Folio;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Folio.Inventory;

/// <summary>Shadow locations and routing service points, which lists hide, and the rules of locations.</summary>
public class HiddenRecordTests
{
    private FakeFolio _fake = null!;
    private FolioClient _folio = null!;

    [SetUp]
    public void SetUp()
    {
        _fake = new FakeFolio();
        _folio = _fake.CreateClient();
    }

    [TearDown]
    public void TearDown()
    {
        _folio.Dispose();
        _fake.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task WithHidden_Locations_AreListedCountedWalkedAndFound()
    {
        AddPair("locations", "isShadow");
        var all = _folio.Locations.WithHidden();

        Assert.Multiple(async () =>
        {
            Assert.That(await NamesAsync(_folio.Locations), Is.EqualTo(new[] { "Open" }));
            Assert.That(await NamesAsync(all), Is.EqualTo(new[] { "Hidden", "Open" }));
            Assert.That(await _folio.Locations.CountAsync(), Is.EqualTo(1));
            Assert.That(await all.CountAsync(), Is.EqualTo(2));
            Assert.That(await _folio.Locations.FindByNameAsync("Hidden"), Is.Null);
            Assert.That(await all.FindByNameAsync("Hidden"), Is.Not.Null);
            Assert.That((await all.ListAsync(Cql.All.SortBy("name"))).Records, Has.Count.EqualTo(2));
            Assert.That((await _folio.Locations.ListAsync(Cql.All.SortBy("name"))).Records, Has.Count.EqualTo(1));
        });
        Assert.That(all.WithHidden(), Is.SameAs(all));
        Assert.That(_folio.LoanTypes.WithHidden(), Is.SameAs(_folio.LoanTypes), "hides nothing");
    }

    [Test]
    public async Task WithHidden_EachUnitAndServicePoint_UsesTheParameterOfItsRoute()
    {
        AddPair("location-units/institutions", "isShadow");
        AddPair("location-units/campuses", "isShadow");
        AddPair("location-units/libraries", "isShadow");
        AddPair("service-points", "ecsRequestRouting");

        Assert.Multiple(async () =>
        {
            Assert.That(await _folio.Institutions.CountAsync(), Is.EqualTo(1));
            Assert.That(await _folio.Institutions.WithHidden().CountAsync(), Is.EqualTo(2));
            Assert.That(await _folio.Campuses.CountAsync(), Is.EqualTo(1));
            Assert.That(await _folio.Campuses.WithHidden().CountAsync(), Is.EqualTo(2));
            Assert.That(await _folio.Libraries.CountAsync(), Is.EqualTo(1));
            Assert.That(await _folio.Libraries.WithHidden().CountAsync(), Is.EqualTo(2));
            Assert.That(await _folio.ServicePoints.CountAsync(), Is.EqualTo(1));
            Assert.That(await _folio.ServicePoints.WithHidden().CountAsync(), Is.EqualTo(2));
        });
    }

    [Test]
    public async Task ListAsync_OrQueryOnServicePoints_DoesNotShowHiddenOnes()
    {
        AddPair("service-points", "ecsRequestRouting");

        var found = await _folio.ServicePoints.ListAsync(Cql.Raw("name==Nothing or name==Hidden"));

        Assert.That(found.Records, Is.Empty, "without parentheses the server reads: not hidden and name==Nothing, or name==Hidden");
    }

    [Test]
    public void CreateAsync_LocationThatBreaksARule_IsRefusedWithTheMember()
    {
        var point = Guid.NewGuid();

        Assert.That(Key(NewLocation(point)), Is.EqualTo("servicePointIds"), "none");
        Assert.That(Key(NewLocation(point, point, point)), Is.EqualTo("servicePointIds"), "twice");
        Assert.That(Key(NewLocation(point, Guid.NewGuid())), Is.EqualTo("primaryServicePoint"), "not among them");
    }

    [Test]
    public void CreateAsync_PickupPointWithoutAPeriod_IsRefused()
    {
        var refused = Assert.ThrowsAsync<ValidationFailedException>(
            () => _folio.ServicePoints.CreateAsync(new() { Name = "Desk", Code = "d", DiscoveryDisplayName = "Desk", PickupLocation = true }))!;

        Assert.That(refused.Errors.Single().Message, Does.StartWith("Hold shelf expiry period must be specified"));
    }

    private static async Task<string?[]> NamesAsync(VocabularyClient<Location> locations)
    {
        var names = new List<string?>();
        await foreach (var location in locations.EnumerateAsync())
        {
            names.Add(location.Name);
        }

        return [.. names.OrderBy(name => name, StringComparer.Ordinal)];
    }

    private static Location NewLocation(Guid primary, params Guid[] points) => new()
    {
        Name = "Annex",
        Code = "an",
        InstitutionId = primary,
        CampusId = primary,
        LibraryId = primary,
        PrimaryServicePoint = primary,
        ServicePointIds = [.. points],
    };

    private string Key(Location location) => Assert.ThrowsAsync<ValidationFailedException>(() => _folio.Locations.CreateAsync(location))!
        .Errors.Single().Parameters.Single().Key;

    private void AddPair(string path, string member)
    {
        var resource = _fake.Tenant("diku").Resource(path);
        resource.Add(new JsonObject { ["name"] = "Open", ["code"] = "o" });
        resource.Add(new JsonObject { ["name"] = "Hidden", ["code"] = "h", [member] = true });
    }
}
