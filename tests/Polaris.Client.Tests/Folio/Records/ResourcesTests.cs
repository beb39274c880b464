using System.Net;
using System.Text.Json.Nodes;
using Polaris.Client.Folio;

namespace Polaris.Client.Tests.Folio.Records;

/// <summary>What the resources share, seen once for each of them: their route, the name of their collection, their members.</summary>
public class ResourcesTests
{
    private const string Id = "8081d707-610f-4b50-a28b-c36a6d25191b";

    [Test]
    public void Resources_OfTheClient_AreThoseOfTheTable()
    {
        var resources = typeof(FolioClient).GetProperties().Select(property => property.PropertyType)
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(VocabularyClient<>))
            .Select(type => type.GetGenericArguments()[0]);

        Assert.That(ReferenceResources.All.Select(resource => resource.GetType().GetGenericArguments()[0]), Is.EquivalentTo(resources));
    }

    [TestCaseSource(typeof(ReferenceResources), nameof(ReferenceResources.All))]
    public async Task Calls_OfAResource_GoToItsRoute<TRecord>(ReferenceResource<TRecord> resource)
        where TRecord : ReferenceRecord, new()
    {
        using var gateway = GatewayWith(resource.Json(Id, "A name"), resource.Collection);
        await using var folio = gateway.CreateClient();
        var client = resource.Of(folio);

        var page = await client.ListAsync(limit: 5);
        await client.CreateAsync(page.Records.Single());
        await client.UpdateAsync(await client.GetAsync(new Guid(Id)));
        await client.DeleteAsync(new Guid(Id));

        Assert.That(gateway.Requests.Select(call => call.Line), Is.EqualTo(new[]
        {
            $"GET /{resource.Path}?limit=5", $"POST /{resource.Path}", $"GET /{resource.Path}/{Id}", $"PUT /{resource.Path}/{Id}",
            $"DELETE /{resource.Path}/{Id}",
        }));
        gateway.Always(_ => RecordingGateway.Text("Not found", HttpStatusCode.NotFound));
        var missing = Assert.ThrowsAsync<NotFoundException>(() => client.GetAsync(new Guid(Id)))!;
        Assert.That(missing.Route, Is.EqualTo($"GET /{resource.Path}/{{id}}"));
    }

    [TestCaseSource(typeof(ReferenceResources), nameof(ReferenceResources.All))]
    public async Task Record_OfAResource_ComesBackWithAllItsMembers<TRecord>(ReferenceResource<TRecord> resource)
        where TRecord : ReferenceRecord, new()
    {
        var record = resource.Json(Id, "A name");
        record["shelf"] = new JsonArray(1, "two");
        using var gateway = GatewayWith(record, resource.Collection);
        await using var folio = gateway.CreateClient();

        var read = await resource.Of(folio).GetAsync(new Guid(Id));
        await resource.Of(folio).CreateAsync(read);
        await resource.Of(folio).UpdateAsync(read);

        Assert.That(read.Name, Is.EqualTo("A name"));
        Assert.That(read.AdditionalMembers!.Keys, Is.EqualTo(new[] { "shelf" }), "what has no property of its own");
        Assert.That(gateway.Requests.Where(call => call.Body is { Length: > 0 }).Select(call => JsonNode.DeepEquals(JsonNode.Parse(call.Body!), record)),
            Is.EqualTo(new[] { true, true }));
    }

    [TestCaseSource(typeof(ReferenceResources), nameof(ReferenceResources.All))]
    public void Client_OfAResource_IsOneForEachView<TRecord>(ReferenceResource<TRecord> resource)
        where TRecord : ReferenceRecord, new()
    {
        using var gateway = new RecordingGateway();
        using var folio = gateway.CreateClient();

        var first = resource.Of(folio);

        Assert.That(resource.Of(folio), Is.SameAs(first));
        Assert.That(resource.Of(folio.With("college")), Is.Not.SameAs(first));
    }

    private static RecordingGateway GatewayWith(JsonObject record, string collection)
    {
        var gateway = new RecordingGateway();
        gateway.Always(sent => sent.Method switch
        {
            "PUT" or "DELETE" => new HttpResponseMessage(HttpStatusCode.NoContent),
            "POST" => RecordingGateway.Json(record.ToJsonString(), HttpStatusCode.Created),
            _ when sent.Path.EndsWith(Id, StringComparison.Ordinal) => RecordingGateway.Json(record.ToJsonString()),
            _ => RecordingGateway.Json(new JsonObject { [collection] = new JsonArray(record.DeepClone()), ["totalRecords"] = 1 }.ToJsonString()),
        });
        return gateway;
    }
}
