using Polaris.Client.Testing;

namespace Polaris.Client.Tests.SystemSettings;

public sealed class SystemSettingsClientTests : FakeFixture
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
            .WithRecord("patroncodes", new() { ["PatronCodeID"] = 4, ["Description"] = "Adult" })
            .WithRecord("sysholdstatuses", new() { ["Anything"] = 5 });
        var settings = Client.SystemSettings;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await settings.ListCollectionsAsync()).Single().Name, Is.EqualTo("Fiction"));
            Assert.That((await settings.ListMaterialTypesAsync()).Single().Description, Is.EqualTo("Book"));
            Assert.That((await settings.ListOrganizationsAsync()).Single().GetProperty("Anything").GetInt32(), Is.EqualTo(3));
            Assert.That((await settings.ListPatronCodesAsync(1)).Single().PatronCodeId, Is.EqualTo(4));
            Assert.That((await settings.ListHoldStatusesAsync()).Single().GetProperty("Anything").GetInt32(), Is.EqualTo(5));
        }
    }

    [Test]
    public async Task EachList_RowThatIsNull_IsLeftOut()
    {
        Fake.On(HttpMethod.Get, "collections?*", _ => FakeResponse.Json("""[null,{"CollectionID":1}]"""))
            .On(HttpMethod.Get, "shelflocations?*", _ => FakeResponse.Json("""[null,{"ShelfLocationID":2}]"""))
            .On(HttpMethod.Get, "materialtypes", _ => FakeResponse.Json("""[null,{"MaterialTypeID":3}]"""))
            .On(HttpMethod.Get, "itemstatuses", _ => FakeResponse.Json("""[null,{"ItemStatusID":4}]"""));
        var settings = Client.SystemSettings;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await settings.ListCollectionsAsync()).Select(row => row?.CollectionId), Is.EqualTo([1]));
            Assert.That((await settings.ListShelfLocationsAsync(3)).Select(row => row?.ShelfLocationId), Is.EqualTo([2]));
            Assert.That((await settings.ListMaterialTypesAsync()).Select(row => row?.MaterialTypeId), Is.EqualTo([3]));
            Assert.That((await settings.ListItemStatusesAsync()).Select(row => row?.ItemStatusId), Is.EqualTo([4]));
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

    [Test]
    public async Task GetValueAsync_SettingOfTheOrganization_IsReturned()
    {
        Fake.WithRecord("settings", new() { ["Mnemonic"] = "PSPARM_A", ["Value"] = "true", ["OrganizationID"] = 3 })
            .WithRecord("settings", new() { ["Mnemonic"] = "PSPARM_A", ["Value"] = "false", ["OrganizationID"] = 4 })
            .WithRecord("settings", new() { ["Mnemonic"] = "PSPARM_B", ["Value"] = "100.00" });
        var settings = Client.SystemSettings;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await settings.GetValueAsync(3, "PSPARM_A")).Value, Is.EqualTo("true"));
            Assert.That((await settings.GetValueAsync(4, "psparm_a")).Value, Is.EqualTo("false"));
            Assert.That((await settings.GetValueAsync(4, "PSPARM_B")).ToString(), Is.EqualTo("SystemSetting PSPARM_B"), "without the value");
            Assert.That((await settings.ListValuesAsync(3, ["PSPARM_A", "PSPARM_B"])).Select(setting => setting.Value), Is.EqualTo(["true", "100.00"]));
            Assert.ThrowsAsync<ValidationFailedException>(() => settings.GetValueAsync(3, "PSPARM_C"));
        }
    }

    [TestCase("{}")]
    [TestCase("""{"Mnemonic":"PSPARM_B","Value":"true"}""")]
    public void GetValueAsync_AnotherSetting_IsRefused(string body)
    {
        Fake.On(HttpMethod.Get, "sysadmin/organizations/{id}/values/{mnemonic}", _ => FakeResponse.Json(body));

        Assert.ThrowsAsync<InvalidResponseException>(() => Client.SystemSettings.GetValueAsync(3, "PSPARM_A"));
    }

    [Test]
    public async Task ListMarcValidationRulesAndFixedTagTypes_AddedRows_AreReturned()
    {
        Fake.WithRecord("marcvalidationrules", new() { ["MARCTagDefinitionID"] = 1, ["TagNumber"] = 245, ["RequiredFlag"] = true })
            .WithRecord("marcvalidationrules", new() { ["MARCTagDefinitionID"] = 2, ["Format"] = "Authority" })
            .WithRecord("marcvalidationrules", new() { ["MARCTagDefinitionID"] = 3, ["OrganizationID"] = 4 })
            .WithRecord("fixedtagtypes", new() { ["TagNumber"] = 7, ["DataValue"] = "a", ["MARCLabel"] = "Map" });
        var settings = Client.SystemSettings;

        var rule = (await settings.ListMarcValidationRulesAsync(3)).Single();

        Assert.That($"{rule.TagNumber} {rule.IsRequired}", Is.EqualTo("245 True"));
        Assert.That((await settings.ListFixedTagTypesAsync(7)).Single().MarcLabel, Is.EqualTo("Map"));
        Assert.That(await settings.ListFixedTagTypesAsync(245), Is.Empty);
    }

    [Test]
    public async Task GetPermissionAsync_GrantedDeniedAndUnreported_AreDistinguished()
    {
        Fake.WithRecord("permissions", new() { ["PermissionID"] = 89, ["OwnerID"] = 4, ["IsPermitted"] = false })
            .WithRecord("permissions", new() { ["PermissionID"] = 90 });
        var settings = Client.SystemSettings;

        Assert.That((await settings.GetPermissionAsync(89)).IsPermitted, Is.True);
        Assert.That((await settings.GetPermissionAsync(89, ownerId: 4)).ToString(), Is.EqualTo("not permitted"));
        Assert.That((await settings.GetPermissionAsync(90)).ToString(), Is.EqualTo("unknown"));
    }

    [Test]
    public void EachCall_BadArgument_ThrowsBeforeAnythingIsSent()
    {
        var settings = Client.SystemSettings;

        using (Assert.EnterMultipleScope())
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => settings.GetValueAsync(0, "PSPARM_A"));
            Assert.Throws<ArgumentOutOfRangeException>(() => settings.ListValuesAsync(0, ["PSPARM_A"]));
            Assert.Throws<ArgumentOutOfRangeException>(() => settings.ListMarcValidationRulesAsync(0));
            Assert.Throws<ArgumentOutOfRangeException>(() => settings.ListFixedTagTypesAsync(0));
            Assert.Throws<ArgumentOutOfRangeException>(() => settings.ListFixedTagTypesAsync(1000));
            Assert.Throws<ArgumentOutOfRangeException>(() => settings.GetPermissionAsync(0));
            Assert.Throws<ArgumentOutOfRangeException>(() => settings.GetPermissionAsync(89, -1));
            Assert.Throws<ArgumentOutOfRangeException>(() => settings.Cached(TimeSpan.Zero));
            Assert.Throws<ArgumentException>(() => settings.GetValueAsync(3, ".."));
            Assert.Throws<ArgumentException>(() => settings.GetValueAsync(3, ""));
            Assert.Throws<ArgumentException>(() => settings.ListValuesAsync(3, []));
            Assert.Throws<ArgumentException>(() => settings.ListValuesAsync(3, ["A,B"]));
            Assert.Throws<ArgumentException>(() => settings.ListMarcValidationRulesAsync(3, "a/b"));
            Assert.Throws<ArgumentNullException>(() => settings.ListValuesAsync(3, null!));
            Assert.That(Fake.Journal, Is.Empty);
        }
    }
}
