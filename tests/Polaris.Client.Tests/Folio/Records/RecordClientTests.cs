using System.Net;
using System.Text.Json.Nodes;
using Polaris.Client.Folio;

namespace Polaris.Client.Tests.Folio.Records;

public sealed class RecordClientTests : GatewayFixture
{
    private static readonly Guid Id = new("8081d707-610f-4b50-a28b-c36a6d25191b");
    private static readonly string Record = $$"""{"id":"{{Id}}","name":"Local"}""";
    private const string Duplicate = "lower(f_unaccent(jsonb ->> 'name'::text)) value already exists in table holdings_records_source: Local";

    private VocabularyClient<HoldingsSource> Sources => Client.HoldingsSources;

    [Test]
    public async Task FindAsync_Missing_GivesNull()
    {
        Gateway.Then(RecordingGateway.Text("Not found", HttpStatusCode.NotFound));

        Assert.That(await Sources.FindAsync(Id), Is.Null);
    }

    [Test]
    public void FindAsync_GatewayHasNoRoute_Throws()
    {
        Gateway.Then(RecordingGateway.Text("No suitable module found for path /holdings-sources", HttpStatusCode.NotFound));

        Assert.ThrowsAsync<GatewayConfigurationException>(() => Sources.FindAsync(Id));
    }

    [Test]
    public async Task FindByNameAsync_SpecialCharacters_AreQuoted()
    {
        Gateway.Then(RecordingGateway.Json($$"""{"holdingsRecordsSources":[{{Record}}]}"""));

        var found = await Sources.FindByNameAsync("Lo*cal\" or cql.allRecords=1");

        Assert.That(found!.Id, Is.EqualTo(Id));
        Assert.That(Gateway.Requests.Single().Query("query"), Is.EqualTo("""name=="Lo\*cal\" or cql.allRecords=1" """.TrimEnd()));
        Assert.That(Gateway.Requests.Single().Query("limit"), Is.EqualTo("1"));
    }

    [Test]
    public async Task CountAsync_Query_AsksForNoRecords()
    {
        Gateway.Then(RecordingGateway.Json("""{"holdingsRecordsSources":[],"totalRecords":4711}"""));

        Assert.That(await Sources.CountAsync(Cql.Field("source").EqualTo("local")), Is.EqualTo(4711));
        Assert.That(Gateway.Requests.Single().Line, Is.EqualTo("GET /holdings-sources?query=source%3D%3D%22local%22&limit=0"));
    }

    [Test]
    public void CountAsync_WithoutTotal_ThrowsInvalidResponse()
    {
        Gateway.Then(RecordingGateway.Json("""{"holdingsRecordsSources":[]}"""));

        Assert.ThrowsAsync<InvalidResponseException>(() => Sources.CountAsync());
    }

    [TestCase(RecordTotals.Auto, "auto")]
    [TestCase(RecordTotals.Exact, "exact")]
    [TestCase(RecordTotals.Estimated, "estimated")]
    [TestCase(RecordTotals.None, "none")]
    public async Task ListAsync_Totals_AreNamed(RecordTotals totals, string word)
    {
        Gateway.Then(RecordingGateway.Json("""{"holdingsRecordsSources":[],"resultInfo":{"diagnostics":[{}]}}"""));

        var page = await Sources.ListAsync(offset: 20, limit: 5, totals: totals);

        Assert.That(Gateway.Requests.Single().Line, Is.EqualTo($"GET /holdings-sources?offset=20&limit=5&totalRecords={word}"));
        Assert.That(page.TotalRecords, Is.Null);
    }

    [Test]
    public async Task CreateAsync_WithoutId_MakesAVersion4Id()
    {
        Gateway.Always(sent => RecordingGateway.Json(sent.Body!, HttpStatusCode.Created));
        var record = new HoldingsSource { Name = "Local", Source = HoldingsSourceOrigin.Local };

        var created = await Sources.CreateAsync(record);

        Assert.That($"{created.Id}"[14], Is.EqualTo('4'), "the version");
        Assert.That(record.Id, Is.EqualTo(created.Id));
        Assert.That(JsonNode.Parse(Gateway.Requests.Single().Body!)!["id"]!.GetValue<string>(), Is.EqualTo($"{created.Id}"));
    }

    [TestCase(500)]
    [TestCase(503)]
    [TestCase(504)]
    [TestCase(0)]
    public async Task CreateAsync_AnswerLostButRecordThere_GivesTheRecordWithoutSendingItTwice(int status)
    {
        Gateway.Always(sent => sent.Method == "GET" ? RecordingGateway.Json(Record)
            : status == 0 ? throw new HttpRequestException("connection reset") : RecordingGateway.Text("late", (HttpStatusCode)status));

        var created = await Sources.CreateAsync(new HoldingsSource { Id = Id, Name = "Local" });

        Assert.That(created.Id, Is.EqualTo(Id));
        Assert.That(Gateway.Requests.Select(call => call.Line), Is.EqualTo(new[] { "POST /holdings-sources", $"GET /holdings-sources/{Id}" }));
    }

    [Test]
    public void CreateAsync_AnswerLostAndRecordNotThere_ThrowsWhatHappenedToTheCreation()
    {
        Gateway.Always(sent => sent.Method == "GET"
            ? RecordingGateway.Text("Not found", HttpStatusCode.NotFound) : throw new HttpRequestException("connection reset"));

        var error = Assert.ThrowsAsync<TransportException>(() => Sources.CreateAsync(new HoldingsSource { Name = "Local" }))!;

        Assert.That(error.Route, Is.EqualTo("POST /holdings-sources"));
        Assert.That(error.Tenant, Is.EqualTo("diku"));
        Assert.That(error.MayHaveBeenProcessed, Is.True);
    }

    [Test]
    public void CreateAsync_ProxyAnswersWithHtml_ThrowsInvalidResponseOfTheCreation()
    {
        Gateway.Always(_ => RecordingGateway.Body("<html>portal</html>", "text/html", HttpStatusCode.OK));

        var error = Assert.ThrowsAsync<InvalidResponseException>(() => Sources.CreateAsync(new HoldingsSource { Name = "Local" }))!;

        Assert.That(error.Route, Is.EqualTo("POST /holdings-sources"));
    }

    [Test]
    public void CreateAsync_Refused_IsNeitherRepeatedNorLookedUp()
    {
        Gateway.Then(RecordingGateway.Text("malformed", HttpStatusCode.BadRequest));

        Assert.ThrowsAsync<ValidationFailedException>(() => Sources.CreateAsync(new HoldingsSource { Name = "Local" }));
    }

    [Test]
    public async Task UpdateAsync_ReadChangedRecord_KeepsUnknownMembersAndSendsNoMetadata()
    {
        Gateway.Always(sent => sent.Method == "PUT" ? new HttpResponseMessage(HttpStatusCode.NoContent) : RecordingGateway.Json($$"""
            {"id":"{{Id}}","name":"Local","source":"FOLIO","colour":{"r":1},"metadata":{"createdDate":"2025-09-07T22:09:14.300+00:00","updatedByUserId":"{{Id}}"} }
            """));
        var record = await Sources.GetAsync(Id);

        record.Name = "Renamed";
        await Sources.UpdateAsync(record);

        var sent = Gateway.Requests[^1];
        Assert.That(sent.Line, Is.EqualTo($"PUT /holdings-sources/{Id}"));
        Assert.That(JsonNode.DeepEquals(
            JsonNode.Parse(sent.Body!), JsonNode.Parse($$"""{"id":"{{Id}}","name":"Renamed","source":"folio","colour":{"r":1} }""")), Is.True, sent.Body);
        Assert.That(record.Metadata!.UpdatedByUserId, Is.EqualTo(Id));
    }

    [Test]
    public void UpdateAsync_NameTaken_ThrowsTheSameAsCreateAsync()
    {
        Gateway.Always(sent => sent.Method == "PUT"
            ? RecordingGateway.Text(Duplicate, HttpStatusCode.BadRequest)
            : RecordingGateway.Json($$"""{"errors":[{"message":"{{Duplicate}}","code":"-1"}]}""", HttpStatusCode.UnprocessableEntity));
        var record = new HoldingsSource { Id = Id, Name = "Local" };

        var onPut = Assert.ThrowsAsync<AlreadyExistsException>(() => Sources.UpdateAsync(record))!;
        var onPost = Assert.ThrowsAsync<AlreadyExistsException>(() => Sources.CreateAsync(record))!;

        Assert.That(onPut.Member, Is.EqualTo("name"));
        Assert.That(onPut.Value, Is.EqualTo("Local"));
        Assert.That(onPost.Member, Is.EqualTo("name"));
        Assert.That(onPost.Value, Is.EqualTo("Local"));
    }

    [TestCase("PUT")]
    [TestCase("GET")]
    [TestCase("DELETE")]
    public async Task Call_TransientFault_IsRetried(string verb)
    {
        Gateway.Then(
            RecordingGateway.Text("", HttpStatusCode.ServiceUnavailable), RecordingGateway.Text("", HttpStatusCode.GatewayTimeout), RecordingGateway.Json(Record));

        await (verb switch
        {
            "PUT" => Sources.UpdateAsync(new HoldingsSource { Id = Id, Name = "Local" }),
            "GET" => Sources.GetAsync(Id),
            _ => Sources.DeleteAsync(Id),
        });

        Assert.That(Gateway.Requests.Select(call => call.Method), Is.EqualTo(new[] { verb, verb, verb }));
        Assert.That(Gateway.Requests.Select(call => call.Body).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task DeleteAsync_MissingAfterALostAnswer_IsASuccess()
    {
        Gateway.Then(
            RecordingGateway.Text("", HttpStatusCode.GatewayTimeout),
            RecordingGateway.Text($"Entity with id '{Id}' not found for deletion", HttpStatusCode.NotFound));

        await Sources.DeleteAsync(Id);

        Assert.That(Gateway.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public void DeleteAsync_MissingAfterAnAttemptThatWasTurnedAway_Throws()
    {
        Gateway.Then(
            RecordingGateway.Text("", HttpStatusCode.TooManyRequests),
            RecordingGateway.Text($"Entity with id '{Id}' not found for deletion", HttpStatusCode.NotFound));

        Assert.That(Assert.ThrowsAsync<NotFoundException>(() => Sources.DeleteAsync(Id))!.Attempts, Is.EqualTo(2));
    }

    [Test]
    public async Task GetOrCreateAsync_NameThere_CreatesNothing()
    {
        Gateway.Then(RecordingGateway.Json($$"""{"holdingsRecordsSources":[{{Record}}]}"""));

        Assert.That((await Sources.GetOrCreateAsync("LOCAL")).Id, Is.EqualTo(Id));
    }

    [Test]
    public async Task GetOrCreateAsync_AnotherUserWasFaster_GivesTheirRecord()
    {
        Gateway.Then(
            RecordingGateway.Json("""{"holdingsRecordsSources":[]}"""),
            RecordingGateway.Json($$"""{"errors":[{"message":"{{Duplicate}}"}]}""", HttpStatusCode.UnprocessableEntity),
            RecordingGateway.Json($$"""{"holdingsRecordsSources":[{{Record}}]}"""));

        Assert.That((await Sources.GetOrCreateAsync("local")).Id, Is.EqualTo(Id));
    }

    [TestCase("00000000-0000-0000-0000-000000000000")]
    [TestCase("01890a5d-ac96-774b-bcce-b302099a8057")]
    [TestCase("1ec9414c-232a-6b00-b3c8-9e6bdeced846")]
    [TestCase("320c3d4d-cc00-875b-8ec9-32d5f69181c0")]
    [TestCase("ffffffff-ffff-ffff-ffff-ffffffffffff")]
    [TestCase("8081d707-610f-4b50-c28b-c36a6d25191b")]
    public void Call_IdThatFolioRefuses_IsRefusedBeforeAnythingIsSent(string text)
    {
        var id = new Guid(text);
        Assert.That(() => Sources.GetAsync(id), Throws.ArgumentException.With.Property("ParamName").EqualTo("id"));
        Assert.That(() => Sources.FindAsync(id), Throws.ArgumentException.With.Property("ParamName").EqualTo("id"));
        Assert.That(() => Sources.DeleteAsync(id), Throws.ArgumentException.With.Property("ParamName").EqualTo("id"));
        Assert.That(() => Sources.UpdateAsync(new HoldingsSource { Id = id, Name = "x" }), Throws.ArgumentException.With.Property("ParamName").EqualTo("record.Id"));
        if (id != Guid.Empty)
        {
            Assert.That(() => Sources.CreateAsync(new HoldingsSource { Id = id, Name = "x" }), Throws.ArgumentException.With.Property("ParamName").EqualTo("record.Id"));
        }

        Assert.That(Gateway.Sent, Is.Empty);
    }

    [Test]
    public void Call_BadArguments_AreRefusedBeforeAnythingIsSent()
    {
        Assert.That(() => Sources.CreateAsync(new HoldingsSource { Name = " " }), Throws.ArgumentException.With.Property("ParamName").EqualTo("record.Name"));
        Assert.That(() => Sources.CreateAsync(null!), Throws.ArgumentNullException);
        Assert.That(() => Sources.GetOrCreateAsync(""), Throws.ArgumentException.With.Property("ParamName").EqualTo("name"));
        Assert.That(() => Sources.FindByNameAsync(null!), Throws.ArgumentNullException);
        Assert.That(() => Sources.ListAsync(offset: -1), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Property("ParamName").EqualTo("offset"));
        Assert.That(() => Sources.ListAsync(limit: -1), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Property("ParamName").EqualTo("limit"));
        Assert.That(() => Sources.ListAsync(Cql.Field("name").EqualTo(new string('ü', 700))),
            Throws.ArgumentException.With.Property("ParamName").EqualTo("query"));
        Assert.That(Gateway.Sent, Is.Empty);
    }

    [TestCase("""{"name":"no id"}""")]
    [TestCase("""{"id":"not a uuid","name":"x"}""")]
    [TestCase("null")]
    [TestCase("[]")]
    public void GetAsync_AnswerIsNoSuchRecord_ThrowsInvalidResponse(string body)
    {
        Gateway.Always(_ => RecordingGateway.Json(body));

        var error = Assert.ThrowsAsync<InvalidResponseException>(() => Sources.GetAsync(Id))!;

        Assert.That(error.Message, Does.Contain("GET /holdings-sources/{id}").And.Contain("diku"));
    }
}
