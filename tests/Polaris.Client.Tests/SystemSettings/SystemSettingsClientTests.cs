using Polaris.Client.Tests.Workflows;

namespace Polaris.Client.Tests.SystemSettings;

public sealed class SystemSettingsClientTests : ConductorFixture
{
    [Test]
    public async Task ListItemStatusesAsync_FreshServer_ListsTheStatusesOfEveryInstallation()
    {
        var statuses = await Client.SystemSettings.ListItemStatusesAsync();

        Assert.That(statuses, Has.Count.EqualTo(22));
        Assert.That(statuses.Single(status => status.ItemStatusId == 13).Name, Is.EqualTo("On-Order"));
    }

    [Test]
    public async Task ListShelfLocationsAsync_OneOrganization_LeavesOutTheOthers()
    {
        Fake.WithRecord("shelflocations", new() { ["ShelfLocationID"] = 1, ["OrganizationID"] = 3, ["Description"] = "Desk" })
            .WithRecord("shelflocations", new() { ["ShelfLocationID"] = 2, ["OrganizationID"] = 4, ["Description"] = "Cellar" });

        var shelves = await Client.SystemSettings.ListShelfLocationsAsync(3);

        Assert.That(shelves.Single().Description, Is.EqualTo("Desk"));
    }

    [Test]
    public async Task EachList_AddedRow_IsReturned()
    {
        Fake.WithRecord("collections", new() { ["CollectionID"] = 1, ["Name"] = "Fiction", ["Abbreviation"] = "FIC" })
            .WithRecord("materialtypes", new() { ["MaterialTypeID"] = 2, ["Description"] = "Book" })
            .WithRecord("organizations", new() { ["Anything"] = 3 })
            .WithRecord("patroncodes", new() { ["Anything"] = 4 })
            .WithRecord("sysholdstatuses", new() { ["Anything"] = 5 });
        var settings = Client.SystemSettings;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await settings.ListCollectionsAsync()).Single().Name, Is.EqualTo("Fiction"));
            Assert.That((await settings.ListMaterialTypesAsync()).Single().Description, Is.EqualTo("Book"));
            Assert.That((await settings.ListOrganizationsAsync()).Single().GetProperty("Anything").GetInt32(), Is.EqualTo(3));
            Assert.That((await settings.ListPatronCodesAsync(1)).Single().GetProperty("Anything").GetInt32(), Is.EqualTo(4));
            Assert.That((await settings.ListHoldStatusesAsync()).Single().GetProperty("Anything").GetInt32(), Is.EqualTo(5));
        }
    }

    [Test]
    public void EachList_NegativeOrganization_ThrowsBeforeAnythingIsSent()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Client.SystemSettings.ListCollectionsAsync(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Client.SystemSettings.ListShelfLocationsAsync(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Client.SystemSettings.ListPatronCodesAsync(-1));
        Assert.That(Fake.Journal, Is.Empty);
    }
}
