using Polaris.Client.ContractTests.Wire;
using Polaris.Client.Folio;

namespace Polaris.Client.ContractTests.Folio;

/// <summary>Calls of several requests, and answers that the contract describes without an example.</summary>
[TestFixture]
public sealed class HoldingsSourceListTests : FolioContractTest
{
    private const string First = "GET /holdings-sources?query=cql.allRecords%3D1%20sortBy%20id"
        + "&limit=2&totalRecords=none";

    private const string Second = "GET /holdings-sources"
        + "?query=id%3E%22a779e45e-0e5e-4303-9c93-09dbbd215134%22%20sortBy%20id&limit=2&totalRecords=none";

    private const string Third = "GET /holdings-sources"
        + "?query=id%3E%22f32d531e-df79-46b3-8932-cdd35f7a2264%22%20sortBy%20id&limit=2&totalRecords=none";

    private static Answer FirstPage => Answer.Json(200, $$"""
        {
          "holdingsRecordsSources": [
            { "id": "{{SourceId}}", "name": "FOLIO" }, { "id": "a779e45e-0e5e-4303-9c93-09dbbd215134", "name": "MARC" } ]
        }
        """);

    [Test]
    public async Task EnumerateAsync_TwoPages_AreWalkedByIdUntilAPageIsEmpty()
    {
        On(First).Answers(FirstPage);
        On(Second).Answers(Answer.Json(200, """
            { "holdingsRecordsSources": [ { "id": "f32d531e-df79-46b3-8932-cdd35f7a2264", "name": "Local" } ] }
            """));

        On(Third).Answers(Answer.Json(200, """{ "holdingsRecordsSources": [] }"""));

        List<string> names = [];
        await foreach (HoldingsSource source in Walk())
        {
            names.Add(source.Name!);
        }

        AssertRequests(SignIn, First, Second, Third);
        Assert.That(names, Is.EqualTo(["FOLIO", "MARC", "Local"]));
    }

    [Test]
    public async Task EnumerateAsync_SecondPageFails_ReportsWhereToContinue()
    {
        On(First).Answers(FirstPage);
        On(Second).Answers(AnswerOf("Folio/list-500"));

        List<string> names = [];
        var error = Assert.ThrowsAsync<WalkInterruptedException>(async () =>
        {
            await foreach (HoldingsSource source in Walk())
            {
                names.Add(source.Name!);
            }
        });

        AssertRequests(SignIn, First, Second);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(names, Is.EqualTo(["FOLIO", "MARC"]));
            Assert.That(error!.LastId, Is.EqualTo(new Guid("a779e45e-0e5e-4303-9c93-09dbbd215134")));
            Assert.That(error.Delivered, Is.EqualTo(2));
            Assert.That(error.InnerException, Is.TypeOf<RequestFailedException>());
        }
    }

    [Test]
    public async Task FindByNameAsync_NameWithQuotes_IsEscaped()
    {
        On("GET holdings-sources?query=name%3D%3D%22MARC%20%5C%2A%20%5C%22x%5C%22%22&limit=1&totalRecords=none")
            .Answers(Answer.Json(200, """
                { "holdingsRecordsSources": [ { "id": "a779e45e-0e5e-4303-9c93-09dbbd215134", "name": "MARC * \"x\"" } ] }
                """));

        HoldingsSource? found = await CreateClient().HoldingsSources.FindByNameAsync("MARC * \"x\"");

        AssertRequests(
            SignIn,
            "GET /holdings-sources?query=name%3D%3D%22MARC%20%5C%2A%20%5C%22x%5C%22%22&limit=1&totalRecords=none");
        Assert.That(found!.Name, Is.EqualTo("MARC * \"x\""));
    }

    [Test]
    public async Task CountAsync_AllRecords_AsksForNone()
    {
        On("GET holdings-sources?limit=0").Answers(Answer.Json(200, """{ "holdingsRecordsSources": [], "totalRecords": 2 }"""));

        long count = await CreateClient().HoldingsSources.CountAsync();

        AssertRequests(SignIn, "GET /holdings-sources?limit=0");
        Assert.That(count, Is.EqualTo(2));
    }

    [Test]
    public async Task UpdateAsync_RecordThatWasRead_SendsUnknownPropertiesButNotMetadata()
    {
        On($"GET holdings-sources/{SourceId}").Answers(Answer.Json(200, $$"""
            {
              "id": "{{SourceId}}", "name": "Local", "source": "local", "shelf": "A1",
              "metadata": {
                "createdDate": "2025-09-07T22:09:14.300+00:00", "createdByUserId": "9eb67301-6f6e-468f-9b1a-6134dc39a684",
                "updatedDate": "2025-09-07T22:09:14.300+00:00", "updatedByUserId": "9eb67301-6f6e-468f-9b1a-6134dc39a684"
              }
            }
            """));
        On($"PUT holdings-sources/{SourceId}", $$"""
            { "id": "{{SourceId}}", "name": "Branch", "source": "local", "shelf": "A1" }
            """).Answers(204);
        FolioClient folio = CreateClient();
        HoldingsSource source = await folio.HoldingsSources.GetAsync(SourceId);
        source.Name = "Branch";

        await folio.HoldingsSources.UpdateAsync(source);

        AssertRequests(SignIn, $"GET /holdings-sources/{SourceId}", $"PUT /holdings-sources/{SourceId}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(source.Source, Is.EqualTo(HoldingsSourceOrigin.Local));
            Assert.That(
                source.Metadata!.CreatedDate,
                Is.EqualTo(new DateTimeOffset(2025, 9, 7, 22, 9, 14, 300, TimeSpan.Zero)));
        }
    }

    [Test]
    public void CreateAsync_NameTaken_ReportsTheName()
    {
        OnRequestOf("Folio/create-201").Answers(Answer.Json(422, """
            {
              "errors": [ {
                "message": "lower(f_unaccent(jsonb ->> 'name'::text)) value already exists in table holdings_records_source: FOLIO",
                "type": "1",
                "code": "-1",
                "parameters": [ { "key": "lower(f_unaccent(jsonb ->> 'name'::text))", "value": "FOLIO" } ]
              } ]
            }
            """));
        FolioClient folio = CreateClient();

        var error = Assert.ThrowsAsync<AlreadyExistsException>(() => folio.HoldingsSources.CreateAsync(
            new HoldingsSource { Id = SourceId, Name = "FOLIO" }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error!.Member, Is.EqualTo("name"));
            Assert.That(error.Value, Is.EqualTo("FOLIO"));
        }
    }

    [Test]
    public void UpdateAsync_NameTaken_ThrowsTheSameExceptionAsCreateAsync()
    {
        OnRequestOf("Folio/put-204").Answers(Answer.Text(
            400, "lower(f_unaccent(jsonb ->> 'name'::text)) value already exists in table holdings_records_source: FOLIO"));
        FolioClient folio = CreateClient();

        var error = Assert.ThrowsAsync<AlreadyExistsException>(() => folio.HoldingsSources.UpdateAsync(
            new HoldingsSource { Id = SourceId, Name = "FOLIO" }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error!.Member, Is.EqualTo("name"));
            Assert.That(error.Value, Is.EqualTo("FOLIO"));
        }
    }

    [Test]
    public void DeleteAsync_RecordInUse_ReportsWhatUsesIt()
    {
        OnRequestOf("Folio/delete-204").Answers(Answer.Text(
            400,
            $"Cannot delete holdings_records_source.id = {SourceId} because id is still referenced from table holdings_record."));
        FolioClient folio = CreateClient();

        var error = Assert.ThrowsAsync<RecordInUseException>(() => folio.HoldingsSources.DeleteAsync(SourceId));

        Assert.That(error!.ReferencedFrom, Is.EqualTo("holdings_record"));
    }

    [Test]
    public void DeleteAsync_RecordOfTheSystem_ThrowsRecordProtected()
    {
        OnRequestOf("Folio/delete-204")
            .Answers(Answer.Text(400, "Holdings Records Sources with source of folio can not be deleted"));
        FolioClient folio = CreateClient();

        Assert.ThrowsAsync<RecordProtectedException>(() => folio.HoldingsSources.DeleteAsync(SourceId));
    }

    [Test]
    public void FindAsync_GatewayWithoutRoute_ThrowsGatewayConfiguration()
    {
        OnRequestOf("Folio/get-200").Answers(Answer.Text(
            404, $"No suitable module found for path /holdings-sources/{SourceId} for tenant diku"));
        FolioClient folio = CreateClient();

        Assert.ThrowsAsync<GatewayConfigurationException>(() => folio.HoldingsSources.FindAsync(SourceId));
    }

    [Test]
    public void GetAsync_WithoutPermission_ThrowsPermissionDenied()
    {
        OnRequestOf("Folio/get-200").Answers(Answer.Text(
            403,
            "Access for user 'diku_admin' (9eb67301-6f6e-468f-9b1a-6134dc39a684) requires permission: "
            + "inventory-storage.holdings-sources.item.get"));
        FolioClient folio = CreateClient();

        var error = Assert.ThrowsAsync<PermissionDeniedException>(() => folio.HoldingsSources.GetAsync(SourceId));

        Assert.That(error!.ServerMessage, Does.EndWith("inventory-storage.holdings-sources.item.get"));
    }

    private IAsyncEnumerable<HoldingsSource> Walk() =>
        CreateClient().HoldingsSources.EnumerateAsync(options: new EnumerateOptions { PageSize = 2 });
}
