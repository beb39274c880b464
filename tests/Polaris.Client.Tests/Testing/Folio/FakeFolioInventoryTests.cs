using System.Text.Json.Nodes;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Testing.Folio;

/// <summary>What the module does with instances, holdings and items apart from its general rules.</summary>
public sealed class FakeFolioInventoryTests : FolioRawFixture
{
    private const string Instance = """ "source": "FOLIO", "title": "Faust", "instanceTypeId": "0d3ec58e-dc3c-4aa1-9eba-180fca95c544" """;

    private const string Item = """
        "status": { "name": "Available" }, "holdingsRecordId": "0d3ec58e-dc3c-4aa1-9eba-180fca95c544",
        "materialTypeId": "0d3ec58e-dc3c-4aa1-9eba-180fca95c544", "permanentLoanTypeId": "0d3ec58e-dc3c-4aa1-9eba-180fca95c544"
        """;

    [TestCase("id", "0d3ec58e-dc3c-4aa1-9eba-180fca95c544", "Key (id)=(0d3ec58e-dc3c-4aa1-9eba-180fca95c544) already exists.")]
    [TestCase("hrid", "IN1", "HRID value already exists in table instance: in1")]
    [TestCase("matchKey", "K", "lower(f_unaccent(jsonb ->> 'matchKey'::text)) value already exists in table instance: k")]
    public async Task Post_ValueOfAnInstanceTaken_IsTheDetailOfTheDatabaseAsText(string member, string value, string text)
    {
        Add("instance-storage/instances", $$"""{ "{{member}}": "{{value}}" }""");

        FolioRawAnswer one = await Http.SendAsync("POST", "instance-storage/instances", $$"""{ {{Instance}}, "{{member}}": "{{value}}" }""");
        FolioRawAnswer batch = await Http.SendAsync(
            "POST", "instance-storage/batch/synchronous", $$"""{"instances":[{ {{Instance}}, "{{member}}": "{{value}}" }]}""");

        Assert.That(one.Status, Is.EqualTo(400));
        Assert.That(one.Body, Is.EqualTo(text));
        Assert.That(batch.Status, Is.EqualTo(422), "the batches of instances report as all resources do");
    }

    [TestCase(FolioRelease.V29)]
    [TestCase(FolioRelease.V30)]
    public async Task Post_HridOfAnItemTaken_NamesItInPlainWords(FolioRelease release)
    {
        Fake.Options.Release = release;
        Add("item-storage/items", """{ "hrid": "it1" }""");

        FolioRawAnswer answer = await Http.SendAsync("POST", "item-storage/items", $$"""{ {{Item}}, "hrid": "it1" }""");

        Assert.That(answer.ErrorMessage, Is.EqualTo("HRID value already exists in table item: it1"));
    }

    [Test]
    public async Task Put_HoldingsOfAnUnknownId_CreatesThem()
    {
        const string id = "0d3ec58e-dc3c-4aa1-9eba-180fca95c544";

        FolioRawAnswer answer = await Http.SendAsync(
            "PUT", $"holdings-storage/holdings/{id}", $$"""{ "id": "{{id}}", "_version": 7, "sourceId": "{{id}}", "instanceId": "{{id}}", "permanentLocationId": "{{id}}" }""");

        Assert.That(answer.Status, Is.EqualTo(204));
        Assert.That((int)(await Http.GetAsync($"holdings-storage/holdings/{id}")).Json["_version"]!, Is.EqualTo(1));
    }

    [Test]
    public async Task Put_HoldingsOfAnUnknownIdThatCannotBeCreated_IsASuccessAnyway()
    {
        const string id = "0d3ec58e-dc3c-4aa1-9eba-180fca95c544";
        Add("holdings-storage/holdings", """{ "hrid": "ho1" }""");

        FolioRawAnswer answer = await Http.SendAsync(
            "PUT", $"holdings-storage/holdings/{id}", $$"""{ "id": "{{id}}", "hrid": "ho1", "sourceId": "{{id}}", "instanceId": "{{id}}", "permanentLocationId": "{{id}}" }""");

        Assert.That(answer.Status, Is.EqualTo(204));
        Assert.That((await Http.GetAsync($"holdings-storage/holdings/{id}")).Status, Is.EqualTo(404));
    }

    [TestCase("", "it00000000002")]
    [TestCase(""","hrid": "mine" """, "mine")]
    public async Task Batch_UpsertWithAnotherHridOrNone_ChangesIt(string hrid, string expected)
    {
        string id = (string)(await Http.SendAsync("POST", "item-storage/items", $$"""{ {{Item}} }""")).Json["id"]!;

        FolioRawAnswer answer = await Http.SendAsync(
            "POST", "item-storage/batch/synchronous?upsert=true", $$"""{"items":[{ {{Item}}, "id": "{{id}}", "_version": 1 {{hrid}} }]}""");

        Assert.That(answer.Status, Is.EqualTo(201));
        Assert.That((string?)(await Http.GetAsync($"item-storage/items/{id}")).Json["hrid"], Is.EqualTo(expected));
    }

    [Test]
    public async Task Put_ExternalIdOfAUserTaken_IsTheDetailOfTheDatabase()
    {
        Add("users", """{ "externalSystemId": "X" }""");
        string id = (string)(await Http.SendAsync("POST", "users", "{}")).Json["id"]!;

        FolioRawAnswer answer = await Http.SendAsync("PUT", $"users/{id}", $$"""{ "id": "{{id}}", "externalSystemId": "X" }""");

        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That(answer.Body, Is.EqualTo("Key (lower(f_unaccent(jsonb ->> 'externalSystemId'::text)))=(x) already exists."));
    }

    [Test]
    public async Task Save_StatusOfAnInstance_HasTheDateOfTheServer()
    {
        string id = (string)(await Http.SendAsync("POST", "instance-storage/instances", $$"""{ {{Instance}}, "statusUpdatedDate": "2001" }""")).Json["id"]!;
        Assert.That(await StatusDateAsync(), Is.EqualTo("2025-09-07T22:09:14.300+0000"), "created");

        Clock.Advance(TimeSpan.FromHours(1));
        await Http.SendAsync("PUT", $"instance-storage/instances/{id}", Changed(1, "2002"));
        Assert.That(await StatusDateAsync(), Is.EqualTo("2002"), "the same status");

        await Http.SendAsync("PUT", $"instance-storage/instances/{id}", Changed(2, "2002", $"\"statusId\": \"{id}\","));
        Assert.That(await StatusDateAsync(), Is.EqualTo("2025-09-07T23:09:14.300Z"), "another status");

        await Http.SendAsync("POST", "instance-storage/batch/synchronous?upsert=true", $$"""{"instances":[{{Changed(3, "2002", $"\"statusId\": \"{id}\",")}}]}""");
        Assert.That(await StatusDateAsync(), Is.EqualTo("2025-09-07T23:09:14.300+0000"), "a batch");

        string Changed(int version, string date, string more = "") =>
            $$"""{ {{more}} {{Instance}}, "id": "{{id}}", "_version": {{version}}, "hrid": "in00000000001", "statusUpdatedDate": "{{date}}" }""";

        async Task<string?> StatusDateAsync() => (string?)(await Http.GetAsync($"instance-storage/instances/{id}")).Json["statusUpdatedDate"];
    }

    [Test]
    public async Task Save_StatusOfAnItem_KeepsItsDateUntilItChanges()
    {
        string id = (string)(await Http.SendAsync("POST", "item-storage/items", $$"""{ {{Item}} }""")).Json["id"]!;
        Assert.That(await StatusDateAsync(), Is.EqualTo("2025-09-07T22:09:14.300+00:00"), "created");

        Clock.Advance(TimeSpan.FromHours(1));
        await Http.SendAsync("PUT", $"item-storage/items/{id}", $$"""{ {{Item}}, "id": "{{id}}", "_version": 1, "hrid": "it00000000001" }""");
        Assert.That(await StatusDateAsync(), Is.EqualTo("2025-09-07T22:09:14.300+00:00"), "the same status");

        await Http.SendAsync("PUT", $"item-storage/items/{id}", $$"""{ {{Item.Replace("Available", "Missing", StringComparison.Ordinal)}}, "id": "{{id}}", "_version": 2, "hrid": "it00000000001" }""");
        Assert.That(await StatusDateAsync(), Is.EqualTo("2025-09-07T23:09:14.300Z"), "another status");

        async Task<string?> StatusDateAsync() => (string?)(await Http.GetAsync($"item-storage/items/{id}")).Json["status"]!["date"];
    }

    private void Add(string resource, string record) => Fake.Tenant("diku").Resource(resource).Add(JsonNode.Parse(record)!.AsObject());
}
