using System.Text.Json.Nodes;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Testing.Folio;

public sealed class FakeFolioRecordTests : FolioRawFixture
{
    private const string Folio = "holdings-sources/f32d531e-df79-46b3-8932-cdd35f7a2264";
    private const string NameKey = "lower(f_unaccent(jsonb ->> 'name'::text))";

    [Test]
    public async Task Post_WithoutId_MakesOneAndReportsItBare()
    {
        FolioRawAnswer answer = await PostAsync("""{"name":"Bücher","source":"local","own":{"a":[1]},"metadata":{"createdDate":"x"}}""");

        string id = (string)answer.Json["id"]!;
        Assert.That(answer.Status, Is.EqualTo(201));
        Assert.That(answer.Headers["Location"].Single(), Is.EqualTo(id));
        Assert.That(id[14], Is.EqualTo('4'), "the version");
        Assert.That((string?)answer.Json["metadata"]!["createdDate"], Is.EqualTo("2025-09-07T22:09:14.300+00:00"));
        Assert.That((string?)answer.Json["metadata"]!["createdByUserId"], Is.EqualTo(UserId));
        Assert.That((string?)answer.Json["metadata"]!["updatedByUserId"], Is.EqualTo(UserId));
        Assert.That(answer.Json["own"]!.ToJsonString(), Is.EqualTo("""{"a":[1]}"""));
        Assert.That(answer.Body, Does.Contain("\n  \"name\": \"Bücher\""));
        Assert.That((await Http.GetAsync("holdings-sources/" + id.ToUpperInvariant())).Body, Is.EqualTo(answer.Body));
        Assert.That(Fake.UnexpectedRequests.Single().Reason, Does.Contain("metadata"));
    }

    [TestCase("folio")]
    [TestCase("FÓLIO")]
    public async Task Post_NameTaken_Is422WithoutTotal(string name)
    {
        FolioRawAnswer answer = await PostAsync($$"""{"name":"{{name}}"}""");

        Assert.That(answer.Status, Is.EqualTo(422));
        Assert.That(answer.ErrorKey, Is.EqualTo(NameKey));
        Assert.That(answer.ErrorCode, Is.EqualTo("-1"));
        Assert.That(answer.ErrorMessage, Is.EqualTo($"{NameKey} value already exists in table holdings_records_source: folio"));
        Assert.That(answer.Json["total_records"], Is.Null);
    }

    [Test]
    public async Task Post_IdTaken_Is422()
    {
        FolioRawAnswer answer = await PostAsync("""{"id":"F32D531E-df79-46b3-8932-cdd35f7a2264","name":"new"}""");

        Assert.That(answer.Status, Is.EqualTo(422));
        Assert.That(answer.ErrorKey, Is.EqualTo("id"));
    }

    [TestCase("x")]
    [TestCase("00000000-0000-0000-0000-000000000000")]
    [TestCase("01990000-0000-7000-8000-000000000000")]
    public async Task Post_IdOfNoKnownVersion_Is422(string id)
    {
        FolioRawAnswer answer = await PostAsync($$"""{"id":"{{id}}","name":"new"}""");

        Assert.That(answer.Status, Is.EqualTo(422));
        Assert.That(answer.ErrorKey, Is.EqualTo("id"));
        Assert.That(answer.ErrorMessage, Does.StartWith("must match"));
    }

    [TestCase("POST", "{}")]
    [TestCase("POST", """{"name":null}""")]
    [TestCase("PUT", """{"source":"local"}""")]
    public async Task Save_WithoutName_Is422(string method, string body)
    {
        FolioRawAnswer answer = await Http.SendAsync(method, method == "PUT" ? Folio : "holdings-sources", body);

        Assert.That(answer.Status, Is.EqualTo(422));
        Assert.That(answer.ErrorKey, Is.EqualTo("name"));
        Assert.That(answer.ErrorMessage, Is.EqualTo("must not be null"));
        Assert.That(answer.ErrorCode, Is.EqualTo("jakarta.validation.constraints.NotNull.message"));
    }

    [TestCase("""{"name":"a","source":"LOCAL"}""")]
    [TestCase("""{"name":{}}""")]
    [TestCase("""{"name":"a","name":"b"}""")]
    [TestCase("""{"name":"a" """)]
    [TestCase("[]")]
    [TestCase("")]
    public async Task Post_BodyTheReaderRefuses_Is400Text(string body)
    {
        FolioRawAnswer answer = await PostAsync(body);

        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That(answer.ContentType, Is.EqualTo("text/plain"));
    }

    [Test]
    public async Task Put_KnownId_ReplacesTheRecordAndKeepsWhoMadeIt()
    {
        Guid id = Resource.Add(new JsonObject { ["name"] = "Local", ["source"] = "local", ["own"] = 1 });
        Clock.Advance(TimeSpan.FromMinutes(1));

        FolioRawAnswer answer = await Http.SendAsync(
            "PUT", $"holdings-sources/{id}", """{"id":"036ee84a-6afd-4c3c-9ad3-4a12ab875f59","name":"Renamed"}""");

        JsonObject saved = Resource.Find(id)!;
        Assert.That(answer.Status, Is.EqualTo(204));
        Assert.That(answer.Body, Is.Empty);
        Assert.That((string?)saved["name"], Is.EqualTo("Renamed"));
        Assert.That(saved.ContainsKey("source") || saved.ContainsKey("own"), Is.False);
        Assert.That((string?)saved["id"], Is.EqualTo(id.ToString()));
        Assert.That((string?)saved["metadata"]!["createdDate"], Is.EqualTo("2025-09-07T22:09:14.300+00:00"));
        Assert.That((string?)saved["metadata"]!["updatedDate"], Is.EqualTo("2025-09-07T22:10:14.300+00:00"));
        Assert.That((string?)saved["metadata"]!["updatedByUserId"], Is.EqualTo(UserId));
    }

    [Test]
    public async Task Put_NameTaken_Is400TextWhereasItsOwnNameIsFree()
    {
        FolioRawAnswer taken = await Http.SendAsync("PUT", Folio, """{"name":"Marc"}""");
        FolioRawAnswer own = await Http.SendAsync("PUT", Folio, """{"name":"Folio"}""");

        Assert.That(taken.Status, Is.EqualTo(400));
        Assert.That(taken.Body, Is.EqualTo(NameKey + " value already exists in table holdings_records_source: marc"));
        Assert.That(own.Status, Is.EqualTo(204));
    }

    [TestCase("GET", "8081d707-610f-4b50-a28b-c36a6d25191b", 404, "Not found")]
    [TestCase("PUT", "8081d707-610f-4b50-a28b-c36a6d25191b", 404, "Not found")]
    [TestCase("DELETE", "8081d707-610f-4b50-a28b-c36a6d25191b", 404, "Entity with id '8081d707-610f-4b50-a28b-c36a6d25191b' not found for deletion")]
    [TestCase("GET", "xyz", 404, "Invalid UUID format of id, should be")]
    [TestCase("PUT", "xyz", 400, "Invalid UUID format of id, should be")]
    [TestCase("DELETE", "xyz", 400, "Failed to fetch entity: Invalid UUID string: xyz")]
    public async Task Record_MissingOrBadId_IsRefusedByMethod(string method, string id, int status, string expected)
    {
        FolioRawAnswer answer = await Http.SendAsync(method, "holdings-sources/" + id, method == "PUT" ? """{"name":"a"}""" : null);

        Assert.That(answer.Status, Is.EqualTo(status));
        Assert.That(answer.ContentType, Is.EqualTo("text/plain"));
        Assert.That(answer.Body, Does.StartWith(expected));
    }

    [Test]
    public async Task Delete_FolioSource_IsRefusedUntilItIsChanged()
    {
        FolioRawAnswer refused = await Http.SendAsync("DELETE", Folio);
        await Http.SendAsync("PUT", Folio, """{"name":"FOLIO","source":"local"}""");
        FolioRawAnswer deleted = await Http.SendAsync("DELETE", Folio);

        Assert.That(refused.Status, Is.EqualTo(400));
        Assert.That(refused.Body, Is.EqualTo("Holdings Records Sources with source of folio can not be deleted"));
        Assert.That(deleted.Status, Is.EqualTo(204));
        Assert.That(Resource.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task Delete_InUse_NamesTheTableUntilItIsUnused()
    {
        Guid id = Resource.Add("Local");
        Fake.Tenant("diku").MarkInUse(id, "holdings_record");

        FolioRawAnswer refused = await Http.SendAsync("DELETE", $"holdings-sources/{id}");
        Fake.Tenant("diku").MarkUnused(id);
        FolioRawAnswer deleted = await Http.SendAsync("DELETE", $"holdings-sources/{id}");

        Assert.That(refused.Status, Is.EqualTo(400));
        Assert.That(refused.Body, Is.EqualTo($"Cannot delete holdings_records_source.id = {id} because id is still referenced from table holdings_record."));
        Assert.That(deleted.Status, Is.EqualTo(204));
    }

    [Test]
    public async Task Save_OtherResources_HaveTheirOwnRules()
    {
        FolioRawAnswer unknown = await Http.SendAsync("POST", "material-types", """{"name":"book","x":1}""");
        FolioRawAnswer loan = await Http.SendAsync("POST", "loan-types", """{"name":"short"}""");
        FolioRawAnswer badId = await Http.SendAsync("POST", "loan-types", """{"name":"long","id":"x"}""");
        FolioRawAnswer type = await Http.SendAsync("POST", "instance-types", """{"name":"text","code":"txt","source":"rdacontent"}""");
        FolioRawAnswer code = await Http.SendAsync("POST", "instance-types", """{"name":"other","code":"TXT","source":"local"}""");
        await Http.SendAsync("POST", "holdings-types", """{"name":"Serial","source":"local"}""");
        FolioRawAnswer twice = await Http.SendAsync("POST", "holdings-types", """{"name":"serial","source":"local"}""");
        Guid system = Fake.Tenant("diku").Resource("call-number-types").Add("Dewey", "system");
        FolioRawAnswer put = await Http.SendAsync("PUT", $"call-number-types/{system}", """{"name":"x","source":"local"}""");
        FolioRawAnswer delete = await Http.SendAsync("DELETE", $"call-number-types/{system}");

        Assert.That(unknown.Status, Is.EqualTo(422));
        Assert.That(unknown.ErrorMessage![..22], Is.EqualTo("Unrecognized field \"x\""));
        Assert.That((string?)loan.Json["source"], Is.EqualTo("local"));
        Assert.That(badId.Status, Is.EqualTo(422));
        Assert.That(badId.ErrorKey, Is.EqualTo("loan_type.id"));
        Assert.That(type.Status, Is.EqualTo(201));
        Assert.That(type.Json["metadata"], Is.Null);
        Assert.That(code.Status, Is.EqualTo(422));
        Assert.That(code.ErrorKey, Is.EqualTo("lower(f_unaccent(jsonb ->> 'code'::text))"));
        Assert.That(twice.Status, Is.EqualTo(422));
        Assert.That(twice.ErrorCode, Is.EqualTo("name.duplicate"));
        Assert.That(twice.ErrorKey, Is.EqualTo("fieldLabel"));
        Assert.That(put.Status, Is.EqualTo(400));
        Assert.That(put.Body, Is.EqualTo("System call number type couldn't be updated"));
        Assert.That(delete.Status, Is.EqualTo(400));
        Assert.That(delete.Body, Is.EqualTo("System call number type couldn't be deleted"));
        Assert.That((string?)(await Http.GetAsync("material-types")).Json["mtypes"]!.ToJsonString(), Is.EqualTo("[]"));
    }

    [Test]
    public async Task Post_StatisticalCode_IsUniqueWithinItsType()
    {
        const string type = "0d3ec58e-dc3c-4aa1-9eba-180fca95c544";
        const string otherType = "3abd6fc2-b3e4-4879-b1e1-78be41769fe3";

        FolioRawAnswer first = await PostCodeAsync("Gifts", type);
        FolioRawAnswer inOtherType = await PostCodeAsync("Presents", otherType);
        FolioRawAnswer again = await PostCodeAsync("Donations", type);

        Assert.That(first.Status, Is.EqualTo(201));
        Assert.That(inOtherType.Status, Is.EqualTo(201));
        Assert.That(again.Status, Is.EqualTo(422));
        Assert.That(again.ErrorKey, Is.EqualTo(
            "lower(f_unaccent(jsonb ->> 'code'::text)), lower(f_unaccent(jsonb ->> 'statisticalCodeTypeId'::text))"));

        Task<FolioRawAnswer> PostCodeAsync(string name, string codeType) => Http.SendAsync(
            "POST", "statistical-codes", $$"""{"name":"{{name}}","code":"gift","statisticalCodeTypeId":"{{codeType}}","source":"local"}""");
    }

    [TestCase("subject-sources")]
    [TestCase("subject-types")]
    public async Task Post_SourceOfSubjects_IsOneOfThreeWords(string resource)
    {
        FolioRawAnswer known = await Http.SendAsync("POST", resource, """{"name":"a","source":"local"}""");
        FolioRawAnswer other = await Http.SendAsync("POST", resource, """{"name":"b","source":"system"}""");

        Assert.That(known.Status, Is.EqualTo(201));
        Assert.That(other.Status, Is.EqualTo(400));
        Assert.That(other.ContentType, Is.EqualTo("text/plain"));
    }

    [TestCase("subject-sources", "SubjectSource was not found", "SubjectSource was not found")]
    [TestCase("subject-types", "SubjectType was not found", "SubjectSource was not found")]
    public async Task Save_SubjectOfFolio_IsGuarded(string resource, string noneToChange, string noneToDelete)
    {
        Guid id = Fake.Tenant("diku").Resource(resource).Add("Folio's", "folio");
        string missing = $"{resource}/8081d707-610f-4b50-a28b-c36a6d25191b";

        FolioRawAnswer folio = await Http.SendAsync("POST", resource, """{"name":"a","source":"folio"}""");
        FolioRawAnswer consortium = await Http.SendAsync("POST", resource, """{"name":"b","source":"consortium"}""");
        FolioRawAnswer changed = await Http.SendAsync("PUT", $"{resource}/{id}", """{"name":"c","source":"local"}""");
        FolioRawAnswer renamed = await Http.SendAsync("PUT", $"{resource}/{id}", """{"name":"d","source":"folio"}""");

        Assert.Multiple(async () =>
        {
            Assert.That(folio.Status, Is.EqualTo(422));
            Assert.That(folio.ErrorMessage, Is.EqualTo("Illegal operation: Source field cannot be set to folio"));
            Assert.That(consortium.Status, Is.EqualTo(422));
            Assert.That(consortium.ErrorMessage, Is.EqualTo("Illegal operation: Source consortium cannot be applied at non-consortium tenant"));
            Assert.That(changed.Status, Is.EqualTo(422));
            Assert.That(changed.ErrorMessage, Is.EqualTo("Illegal operation: Source folio cannot be updated"));
            Assert.That(renamed.Status, Is.EqualTo(204));
            Assert.That((await Http.SendAsync("PUT", missing, """{"name":"e","source":"local"}""")).Body, Is.EqualTo(noneToChange));
            Assert.That((await Http.SendAsync("DELETE", missing)).Body, Is.EqualTo(noneToDelete));
        });
    }

    [Test]
    public async Task Post_MetadataThatBreaksItsSchema_Is422()
    {
        FolioRawAnswer answer = await PostAsync("""{"name":"x","metadata":{"createdByUserId":"nope"}}""");

        Assert.That(answer.Status, Is.EqualTo(422));
        Assert.That(answer.ErrorKey, Is.EqualTo("metadata.createdByUserId"));
    }

    [Test]
    public async Task OptimisticLocking_OldVersion_Is409()
    {
        Guid id = Fake.Tenant("diku").AddResource(new FakeFolioResourceShape
        {
            Path = "locations",
            CollectionProperty = "locations",
            Table = "location",
            HasOptimisticLocking = true,
        }).Add("Annex");

        FolioRawAnswer first = await Http.SendAsync("PUT", $"locations/{id}", """{"name":"A","_version":1}""");
        FolioRawAnswer second = await Http.SendAsync("PUT", $"locations/{id}", """{"name":"B","_version":1}""");
        FolioRawAnswer none = await Http.SendAsync("PUT", $"locations/{id}", """{"name":"B"}""");

        Assert.That(first.Status, Is.EqualTo(204));
        Assert.That(second.Status, Is.EqualTo(409));
        Assert.That(second.Body, Is.EqualTo($"Cannot update record {id} because it has been changed (optimistic locking): Stored _version is 2, _version of request is 1 (23F09)"));
        Assert.That(none.Body, Does.Contain("_version of request is <NULL>"));
    }

    [Test]
    public async Task Post_ManyAtOnceWithOneName_SucceedsOnce()
    {
        FolioRawAnswer[] answers = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(_ => Task.Run(() => PostAsync("""{"name":"Local"}"""))));

        Assert.That(answers.Count(answer => answer.Status == 201), Is.EqualTo(1));
        Assert.That(answers.Count(answer => answer.Status == 422), Is.EqualTo(199));
        Assert.That(Fake.Journal, Has.Count.EqualTo(201));
    }

    [Test]
    public async Task Tenant_Another_HasItsOwnRecordsAndAccounts()
    {
        Fake.Tenant("college").AddUser("ann", "secret");
        using var college = new FolioRawClient(Fake) { Tenant = "college" };
        college.Token = (await college.LogInAsync("ann", "secret")).CookieValue("folioAccessToken");
        await college.SendAsync("POST", "holdings-sources", """{"name":"Theirs"}""");

        Assert.That(Fake.Tenant("college").Resource("holdings-sources").Count, Is.EqualTo(3));
        Assert.That(Resource.Count, Is.EqualTo(2));
        Assert.That((await Http.LogInAsync("ann", "secret")).Status, Is.EqualTo(422));
    }

    private string UserId => Fake.Tenant("diku").User("diku_admin").Id.ToString();

    private FakeFolioResource Resource => Fake.Tenant("diku").Resource("holdings-sources");

    private Task<FolioRawAnswer> PostAsync(string body) => Http.SendAsync("POST", "holdings-sources", body);
}
