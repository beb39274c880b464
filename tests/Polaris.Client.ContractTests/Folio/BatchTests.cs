using Polaris.Client.ContractTests.Wire;
using Polaris.Client.Folio;

namespace Polaris.Client.ContractTests.Folio;

/// <summary>The requests for many instances, holdings and items.</summary>
[TestFixture]
public sealed class BatchTests : FolioContractTest
{
    [Test]
    public async Task CreateAllAsync_Instances_AreSentAsDocumented()
    {
        On("POST instance-storage/batch/synchronous?upsert=false", $$"""{ "instances": [{ "id": "{{SourceId}}", "title": "Faust" }] }""").Answers(201);

        var report = await CreateClient().Instances.CreateAllAsync(StreamAsync(new Instance { Id = SourceId, Title = "Faust" }));

        Assert.That(report.Saved, Is.EqualTo(1));
        AssertRequests(SignIn, "POST /instance-storage/batch/synchronous?upsert=false");
    }

    [Test]
    public async Task UpsertAllAsync_Holdings_AreSentAsDocumented()
    {
        On(
            "POST holdings-storage/batch/synchronous?upsert=true",
            $$"""{ "holdingsRecords": [{ "id": "{{SourceId}}", "_version": 3, "callNumber": "A 1" }] }""").Answers(201);

        var report = await CreateClient().Holdings.UpsertAllAsync(StreamAsync(new HoldingsRecord { Id = SourceId, Version = 3, CallNumber = "A 1" }));

        Assert.That(report.Saved, Is.EqualTo(1));
        AssertRequests(SignIn, "POST /holdings-storage/batch/synchronous?upsert=true");
    }

    [Test]
    public async Task CreateAllAsync_ItemsAndConnectionReset_AreSentOnceAndReadBack()
    {
        On("POST item-storage/batch/synchronous?upsert=false", $$"""{ "items": [{ "id": "{{SourceId}}", "barcode": "1" }] }""")
            .Answers(Fault.ConnectionReset);
        On("POST item-storage/items/retrieve", Query).Answers(Answer.Json(200, $$"""{ "items": [{ "id": "{{SourceId}}", "barcode": "1", "_version": 1 }] }"""));

        var report = await CreateClient().Items.CreateAllAsync(StreamAsync(new Item { Id = SourceId, Barcode = "1" }));

        Assert.That(report.Saved, Is.EqualTo(1));
        AssertRequests(SignIn, "POST /item-storage/batch/synchronous?upsert=false", "POST /item-storage/items/retrieve");
    }

    [TestCase(422, "application/json", """{ "errors": [{ "message": "must not be null", "type": "1", "code": "-1", "parameters": [] }] }""", typeof(ValidationFailedException))]
    [TestCase(413, "text/plain", "Expected a maximum of 10000 records to prevent out of memory but got 10001", typeof(RequestTooLargeException))]
    public async Task CreateAllAsync_RefusedRecord_IsReturnedWithItsError(int status, string type, string body, Type expected)
    {
        On("POST item-storage/batch/synchronous?upsert=false", $$"""{ "items": [{ "id": "{{SourceId}}", "barcode": "1" }] }""")
            .Answers(new Answer(status, type, body));

        var report = await CreateClient().Items.CreateAllAsync(StreamAsync(new Item { Id = SourceId, Barcode = "1" }));

        Assert.That(report.Bad.Single().Error, Is.TypeOf(expected));
    }

    [Test]
    public async Task RetrieveAsync_OfEachResource_IsSentAsDocumented()
    {
        On("POST instance-storage/instances/retrieve", Query).Answers(Answer.Json(200, $$"""{ "instances": [{ "id": "{{SourceId}}" }] }"""));
        On("POST holdings-storage/holdings/retrieve", Query).Answers(503, Answer.Json(200, $$"""{ "holdingsRecords": [{ "id": "{{SourceId}}" }] }"""));
        FolioClient folio = CreateClient();

        Assert.That(await CountAsync(folio.Instances.RetrieveAsync([SourceId])), Is.EqualTo(1));
        Assert.That(await CountAsync(folio.Holdings.RetrieveAsync([SourceId])), Is.EqualTo(1), "it only reads, so that it may be repeated");
    }

    private static string Query => $$"""{ "query": "id==(\"{{SourceId}}\")", "limit": 1 }""";

    private static async IAsyncEnumerable<T> StreamAsync<T>(params T[] records)
    {
        foreach (T record in records)
        {
            await Task.Yield();
            yield return record;
        }
    }

    private static async Task<int> CountAsync<T>(IAsyncEnumerable<T> records)
    {
        int count = 0;
        await foreach (T _ in records)
        {
            count++;
        }

        return count;
    }
}
