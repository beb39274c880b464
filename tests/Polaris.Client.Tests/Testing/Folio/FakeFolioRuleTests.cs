using System.Text.Json.Nodes;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Testing.Folio;

/// <summary>Rules of single modules, seen without the library: IDs in bodies, empty queries, references, reference data.</summary>
public sealed class FakeFolioRuleTests : FolioRawFixture
{
    private const string Id = "8081d707-610f-4b50-a28b-c36a6d25191b";
    private const string OtherId = "0d3ec58e-dc3c-4aa1-9eba-180fca95c544";

    [TestCase("loan-types", """{"id":"OTHER","name":"Long"}""", 204, "")]
    [TestCase("service-points", """{"id":"OTHER","name":"D","code":"d","discoveryDisplayName":"D"}""", 204, "")]
    [TestCase("locations", """{"id":"OTHER","name":"L","code":"l","institutionId":"OTHER","campusId":"OTHER","libraryId":"OTHER","primaryServicePoint":"OTHER","servicePointIds":["OTHER"]}""", 422, "Illegal operation: id cannot be changed")]
    [TestCase("location-units/campuses", """{"id":"OTHER","name":"C","code":"c","institutionId":"OTHER"}""", 400, "Illegal operation: Campus ID cannot be changed")]
    [TestCase("users", """{"id":"OTHER","username":"a"}""", 400, "You cannot change the value of the id field")]
    [TestCase("users", """{"username":"a"}""", 400, "You cannot change the value of the id field")]
    public async Task Put_OtherIdInTheBody_IsAnsweredAsTheModuleDoes(string path, string body, int status, string message)
    {
        Fake.Tenant("diku").Resource(path).Add(new JsonObject { ["name"] = "x" }, Guid.Parse(Id));

        FolioRawAnswer answer = await Http.SendAsync("PUT", $"{path}/{Id}", body.Replace("OTHER", OtherId, StringComparison.Ordinal));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(status), answer.Body);
            Assert.That(answer.Body, Does.Contain(message));
            Assert.That(Fake.Tenant("diku").Resource(path).Find(Guid.Parse(OtherId)), Is.Null, "the path decides which record is changed");
        }
    }

    [TestCase("")]
    [TestCase("?query=")]
    [TestCase("?query=%20")]
    public async Task Delete_OfACollectionWithoutAQuery_IsRefused(string query)
    {
        Fake.Tenant("diku").Resource("item-storage/items").Add(new JsonObject());

        FolioRawAnswer answer = await Http.SendAsync("DELETE", "item-storage/items" + query);

        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That(answer.Body, Is.EqualTo("Expected CQL but query parameter is empty"));
        Assert.That(Fake.Tenant("diku").Resource("item-storage/items").Count, Is.EqualTo(1));
    }

    [Test]
    public async Task Delete_OfAVocabulary_HasNoRoute() =>
        Assert.That((await Http.SendAsync("DELETE", "loan-types?query=name==x")).Status, Is.EqualTo(404));

    [Test]
    public async Task Post_ReferenceToNothing_IsRefusedOnlyWhenReferencesAreChecked()
    {
        const string campus = $$"""{"name":"North","code":"n","institutionId":"{{OtherId}}"}""";

        FolioRawAnswer unchecked_ = await Http.SendAsync("POST", "location-units/campuses", campus);
        Fake.Options.ChecksReferences = true;
        FolioRawAnswer refused = await Http.SendAsync("POST", "location-units/campuses", campus.Replace("North", "South", StringComparison.Ordinal));

        Assert.That(unchecked_.Status, Is.EqualTo(201));
        Assert.That(refused.Status, Is.EqualTo(422));
        Assert.That(refused.ErrorKey, Is.EqualTo("loccampus.institutionId"));
    }

    [Test]
    public async Task Put_ReferenceToNothing_IsPlainTextWhereThePutDeclaresNoErrors()
    {
        Fake.Options.ChecksReferences = true;
        Fake.Tenant("diku").Resource("location-units/campuses").Add(new JsonObject { ["name"] = "North" }, Guid.Parse(Id));

        FolioRawAnswer answer = await Http.SendAsync("PUT", $"location-units/campuses/{Id}", $$"""{"name":"North","code":"n","institutionId":"{{OtherId}}"}""");

        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That(answer.Body, Is.EqualTo($"Cannot set loccampus.institutionId = {OtherId} because it does not exist in locinstitution.id."));
    }

    [Test]
    public async Task Patch_OfAnInstanceDateType_TakesNothingButTheName()
    {
        Guid id = Guid.Parse((string)(await Http.GetAsync("instance-date-types?query=code==s")).Json["instanceDateTypes"]![0]!["id"]!);

        FolioRawAnswer refused = await Http.SendAsync("PATCH", $"instance-date-types/{id}", """{"code":"x"}""");
        FolioRawAnswer renamed = await Http.SendAsync("PATCH", $"instance-date-types/{id}", """{"name":"One"}""");

        Assert.That(refused.Status, Is.EqualTo(422));
        Assert.That(renamed.Status, Is.EqualTo(204));
        Assert.That((string?)Fake.Tenant("diku").Resource("instance-date-types").Find(id)!["name"], Is.EqualTo("One"));
        Assert.That((await Http.SendAsync("POST", "instance-date-types", "{}")).Status, Is.EqualTo(404), "not routed");
    }

    [TestCase("holdings-sources", 2)]
    [TestCase("identifier-types", 30)]
    [TestCase("contributor-types", 268)]
    [TestCase("statistical-codes", 28)]
    [TestCase("service-points", 4)]
    [TestCase("loan-types", 4)]
    [TestCase("locations", 0)]
    public async Task AddReferenceData_Twice_AddsTheRowsThatFolioShipsOnce(string path, int rows)
    {
        Fake.Tenant("diku").AddReferenceData().AddReferenceData();

        FolioRawAnswer answer = await Http.GetAsync($"{path}?limit=1000");

        Assert.That((int?)answer.Json["totalRecords"], Is.EqualTo(rows));
    }

    [Test]
    public void AddReferenceData_RecordsThatExist_StayAsTheyAre()
    {
        FakeFolioResource types = Fake.Tenant("diku").Resource("loan-types");
        Guid own = types.Add("can CIRCULATE", "own");

        Fake.Tenant("diku").AddReferenceData();

        Assert.That(types.Count, Is.EqualTo(4));
        Assert.That((string?)types.Find(own)!["source"], Is.EqualTo("own"));
    }

    [Test]
    public async Task AddReferenceData_EveryReference_ExistsAndCanBeUsed()
    {
        Fake.Options.ChecksReferences = true;
        Fake.Tenant("diku").AddReferenceData();
        string type = (string)(await Http.GetAsync("instance-types?query=code==txt")).Json["instanceTypes"]![0]!["id"]!;

        FolioRawAnswer created = await Http.SendAsync("POST", "instance-storage/instances", $$"""{"title":"Faust","source":"FOLIO","instanceTypeId":"{{type}}"}""");

        Assert.That(created.Status, Is.EqualTo(201), created.Body);
        Assert.That((await Http.SendAsync("DELETE", $"instance-types/{type}")).Body, Does.EndWith("still referenced from table instance."));
    }
}
