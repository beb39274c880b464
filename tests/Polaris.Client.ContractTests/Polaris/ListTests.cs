using Polaris.Client.ContractTests.Wire;

namespace Polaris.Client.ContractTests.Polaris;

/// <summary>Lists of reference data. The responses are designed from the members that the vendor's pages list.</summary>
[TestFixture]
public sealed class ListTests : PolarisContractTest
{
    private const string Setting = """
        {
          "AttrID": 2112, "AttrTypeID": 2, "AttrDesc": "Distributed waives", "ControlFlags": 7, "Mnemonic": "PSPARM_DISTRIBUTED_WAIVES",
          "MaxLength": 0, "Value": "true", "AttrClassID": 3
        }
        """;

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
        var settings = CreateClient().SystemSettings;

        var rows = (await settings.ListHoldStatusesAsync())
            .Concat(await settings.ListOrganizationsAsync());

        AssertRequests(SignIn, "GET sysholdstatuses", "GET organizations");
        Assert.That(rows.Select(row => row.GetRawText()), Is.EqualTo(["""{"A":1}""", """{"B":2}"""]));
    }

    [Test]
    public async Task ListPatronCodesAsync_Rows_AreRead()
    {
        On("GET patroncodes?orgid=3").Answers(Answer.Json(200, """[{"PatronCodeID":1,"Description":"Regular"},null]"""));

        var row = (await CreateClient().SystemSettings.ListPatronCodesAsync(3)).Single();

        AssertRequests(SignIn, "GET patroncodes?orgid=3");
        Assert.That($"{row.PatronCodeId} {row.Description}", Is.EqualTo("1 Regular"));
    }

    [Test]
    public async Task GetValueAsync_Setting_IsRead()
    {
        On("GET sysadmin/organizations/3/values/PSPARM_DISTRIBUTED_WAIVES").Answers(Answer.Json(200, Setting));

        var setting = await CreateClient().SystemSettings.GetValueAsync(3, "PSPARM_DISTRIBUTED_WAIVES");

        AssertRequests(SignIn, "GET sysadmin/organizations/3/values/PSPARM_DISTRIBUTED_WAIVES");
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{setting.Mnemonic} {setting.Value} {setting.Description}", Is.EqualTo("PSPARM_DISTRIBUTED_WAIVES true Distributed waives"));
            Assert.That($"{setting.AttributeId} {setting.AttributeTypeId} {setting.AttributeClassId}", Is.EqualTo("2112 2 3"));
            Assert.That($"{setting.ControlFlags} {setting.MaxLength}", Is.EqualTo("7 0"));
            Assert.That(setting.AdditionalMembers, Is.Null);
        }
    }

    [Test]
    public async Task ListValuesAsync_SeveralNames_AreSentTogether()
    {
        On("GET sysadmin/organizations/3/values?mnemonic=PSPARM_A%2CPSPARM_DISTRIBUTED_WAIVES").Answers(Answer.Json(200, $"[{Setting}]"));

        var setting = (await CreateClient().SystemSettings.ListValuesAsync(3, ["PSPARM_A", "PSPARM_DISTRIBUTED_WAIVES"])).Single();

        AssertRequests(SignIn, "GET sysadmin/organizations/3/values?mnemonic=PSPARM_A%2CPSPARM_DISTRIBUTED_WAIVES");
        Assert.That(setting.Value, Is.EqualTo("true"));
    }

    [Test]
    public async Task ListMarcValidationRulesAsync_Rules_AreRead()
    {
        On("GET sysadmin/1/profiles/marc/ValidationRules/Bibliographic").Answers(Answer.Json(200, """
            [{
              "MARCTagDefinitionID": 1, "TagNumber": 0, "MARCRecordFormatID": 1, "OrganizationID": 1, "MARCLabel": "Leader",
              "MARCDescription": "A fixed field", "UserDefinedLabel": "Leader", "ValidateFlag": true, "ObsoleteFlag": false,
              "RepeatableFlag": false, "RequiredFlag": true, "LocallyDefinedFlag": false, "ModifiedFlag": true, "SortOrder": 0, "UserNotes": ""
            }]
            """));

        var rule = (await CreateClient().SystemSettings.ListMarcValidationRulesAsync(1)).Single();

        AssertRequests(SignIn, "GET sysadmin/1/profiles/marc/ValidationRules/Bibliographic");
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{rule.MarcTagDefinitionId} {rule.TagNumber} {rule.MarcLabel} {rule.UserDefinedLabel}", Is.EqualTo("1 0 Leader Leader"));
            Assert.That($"{rule.IsValidated} {rule.IsObsolete} {rule.IsRepeatable} {rule.IsRequired}", Is.EqualTo("True False False True"));
            Assert.That($"{rule.IsLocallyDefined} {rule.IsModified} {rule.SortOrder}", Is.EqualTo("False True 0"));
            Assert.That(rule.AdditionalMembers, Is.Null);
        }
    }

    [Test]
    public async Task ListFixedTagTypesAsync_Values_AreRead()
    {
        On("GET marc/tags/7/fixedtagtypes").Answers(Answer.Json(200, """[{"DataValue":"a","MARCLabel":"Map"}]"""));
        On("GET marc/tags/245/fixedtagtypes").Answers(Answer.Json(200, "[]"));
        var settings = CreateClient().SystemSettings;

        var value = (await settings.ListFixedTagTypesAsync(7)).Single();

        Assert.That(await settings.ListFixedTagTypesAsync(245), Is.Empty);
        AssertRequests(SignIn, "GET marc/tags/7/fixedtagtypes", "GET marc/tags/245/fixedtagtypes");
        Assert.That($"{value.DataValue} {value.MarcLabel}", Is.EqualTo("a Map"));
    }

    [Test]
    public async Task GetPermissionAsync_Grant_IsRead()
    {
        On("GET sysadmin/permissions/granted/89?ownerID=0").Answers(Answer.Json(
            200, """{"IsPermitted":true,"PermissionDescriptions":["Hold requests: Create"]}"""));

        var grant = await CreateClient().SystemSettings.GetPermissionAsync(89);

        AssertRequests(SignIn, "GET sysadmin/permissions/granted/89?ownerID=0");
        Assert.That(grant.IsPermitted, Is.True);
        Assert.That(grant.PermissionDescriptions.Single().GetString(), Is.EqualTo("Hold requests: Create"));
    }
}
