using Polaris.Client.ContractTests.Wire;

namespace Polaris.Client.ContractTests.Polaris;

/// <summary>Lists of reference data. The responses are designed from the members that the vendor's pages list.</summary>
[TestFixture]
public sealed class ListTests : PolarisContractTest
{
    [Test]
    public async Task ListCollectionsAsync_AllOrganizations_AreRead()
    {
        On("GET collections?orgid=0").Answers(Answer.Json(200, """[{"CollectionID":1,"Name":"Fiction","Abbreviation":"FIC"}]"""));

        var row = (await CreateClient().SystemSettings.ListCollectionsAsync()).Single();

        AssertRequests(SignIn, "GET collections?orgid=0");
        Assert.That($"{row.CollectionId} {row.Name} {row.Abbreviation}", Is.EqualTo("1 Fiction FIC"));
    }

    [Test]
    public async Task ListShelfLocationsAsync_OneOrganization_AreRead()
    {
        On("GET shelflocations?orgid=3").Answers(Answer.Json(
            200, """[{"ShelfLocationID":2,"OrganizationID":3,"Description":"Desk"}]"""));

        var row = (await CreateClient().SystemSettings.ListShelfLocationsAsync(3)).Single();

        AssertRequests(SignIn, "GET shelflocations?orgid=3");
        Assert.That($"{row.ShelfLocationId} {row.OrganizationId} {row.Description}", Is.EqualTo("2 3 Desk"));
    }

    [Test]
    public async Task ListMaterialTypesAsync_Rows_AreRead()
    {
        On("GET materialtypes").Answers(Answer.Json(200, """[{"MaterialTypeID":4,"Description":"Book","New":1}]"""));

        var row = (await CreateClient().SystemSettings.ListMaterialTypesAsync()).Single();

        AssertRequests(SignIn, "GET materialtypes");
        Assert.That($"{row.MaterialTypeId} {row.Description}", Is.EqualTo("4 Book"));
        Assert.That(row.AdditionalMembers!.Keys, Is.EqualTo(["New"]));
    }

    [Test]
    public async Task ListItemStatusesAsync_Rows_AreRead()
    {
        On("GET itemstatuses").Answers(Answer.Json(
            200, """[{"ItemStatusID":7,"Name":"Lost","Description":"Gone","BannerText":"Item is lost"}]"""));

        var row = (await CreateClient().SystemSettings.ListItemStatusesAsync()).Single();

        AssertRequests(SignIn, "GET itemstatuses");
        Assert.That($"{row.ItemStatusId} {row.Name} {row.Description} {row.BannerText}", Is.EqualTo("7 Lost Gone Item is lost"));
    }

    [Test]
    public async Task ListsOfUnknownShape_Rows_AreKeptAsReceived()
    {
        On("GET sysholdstatuses").Answers(Answer.Json(200, """[{"A":1}]"""));
        On("GET organizations").Answers(Answer.Json(200, """[{"B":2}]"""));
        On("GET patroncodes?orgid=3").Answers(Answer.Json(200, """["C"]"""));
        var settings = CreateClient().SystemSettings;

        var rows = (await settings.ListHoldStatusesAsync())
            .Concat(await settings.ListOrganizationsAsync())
            .Concat(await settings.ListPatronCodesAsync(3));

        AssertRequests(SignIn, "GET sysholdstatuses", "GET organizations", "GET patroncodes?orgid=3");
        Assert.That(rows.Select(row => row.GetRawText()), Is.EqualTo(["""{"A":1}""", """{"B":2}""", "\"C\""]));
    }
}
