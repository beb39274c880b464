using System.Net;
using System.Text.Json.Nodes;
using Polaris.Client.Folio.ReferenceData;

namespace Polaris.Client.Tests.Folio.ReferenceData;

/// <summary>What the resources share, seen once for each of them: their route and the name of their collection.</summary>
public class ResourcesTests
{
    private const string Id = "8081d707-610f-4b50-a28b-c36a6d25191b";

    [Test]
    public Task HoldingsSources_EveryCall_GoesToItsRoute() =>
        CheckAsync(folio => folio.HoldingsSources, "holdings-sources", "holdingsRecordsSources", """{"source":"local"}""");

    [Test]
    public Task InstanceTypes_EveryCall_GoesToItsRoute() =>
        CheckAsync(folio => folio.InstanceTypes, "instance-types", "instanceTypes", """{"code":"txt","source":"rdacontent"}""");

    [Test]
    public Task HoldingsTypes_EveryCall_GoesToItsRoute() =>
        CheckAsync(folio => folio.HoldingsTypes, "holdings-types", "holdingsTypes", """{"source":"folio"}""");

    [Test]
    public Task MaterialTypes_EveryCall_GoesToItsRoute() =>
        CheckAsync(folio => folio.MaterialTypes, "material-types", "mtypes", """{"source":"local"}""");

    [Test]
    public Task LoanTypes_EveryCall_GoesToItsRoute() =>
        CheckAsync(folio => folio.LoanTypes, "loan-types", "loantypes", """{"source":"local"}""");

    [Test]
    public Task CallNumberTypes_EveryCall_GoesToItsRoute() =>
        CheckAsync(folio => folio.CallNumberTypes, "call-number-types", "callNumberTypes", """{"source":"system"}""");

    private static async Task CheckAsync<TRecord>(
        Func<FolioClient, ReferenceDataClient<TRecord>> choose, string route, string collection, string ownMembers)
        where TRecord : ReferenceRecord, new()
    {
        var record = JsonNode.Parse(ownMembers)!.AsObject();
        record["id"] = Id;
        record["name"] = "A name";
        using var gateway = new RecordingGateway();
        gateway.AnswerEach(sent => sent.Method switch
        {
            "PUT" or "DELETE" => new HttpResponseMessage(HttpStatusCode.NoContent),
            "POST" => RecordingGateway.Json(record.ToJsonString(), HttpStatusCode.Created),
            _ when sent.Path.EndsWith(Id, StringComparison.Ordinal) => RecordingGateway.Json(record.ToJsonString()),
            _ => RecordingGateway.Json(new JsonObject { [collection] = new JsonArray(record.DeepClone()), ["totalRecords"] = 1 }.ToJsonString()),
        });
        await using var folio = gateway.CreateClient();
        var client = choose(folio);

        var page = await client.ListAsync(limit: 5);
        var read = await client.GetAsync(new Guid(Id));
        await client.CreateAsync(read);
        await client.UpdateAsync(read);
        await client.DeleteAsync(read.Id);

        Assert.That(gateway.Calls.Select(call => call.Line), Is.EqualTo(new[]
        {
            $"GET /{route}?limit=5", $"GET /{route}/{Id}", $"POST /{route}", $"PUT /{route}/{Id}", $"DELETE /{route}/{Id}",
        }));
        Assert.That(gateway.Calls.Where(call => call.Body is { Length: > 0 }).Select(call => JsonNode.DeepEquals(JsonNode.Parse(call.Body!), record)),
            Is.EqualTo(new[] { true, true }));
        Assert.That(page.Records.Single().Name, Is.EqualTo("A name"));
        Assert.That(read.AdditionalMembers, Is.Null);
        var broken = Assert.ThrowsAsync<Polaris.Client.Http.NotFoundException>(() => NotThereAsync(gateway, client))!;
        Assert.That(broken.Route, Is.EqualTo($"GET /{route}/{{id}}"));
    }

    private static Task<TRecord> NotThereAsync<TRecord>(RecordingGateway gateway, ReferenceDataClient<TRecord> client)
        where TRecord : ReferenceRecord, new()
    {
        gateway.AnswerEach(_ => RecordingGateway.Text("Not found", HttpStatusCode.NotFound));
        return client.GetAsync(new Guid(Id));
    }
}
