using Polaris.Client.Folio;

namespace Polaris.Client.Tests.Folio.Records;

/// <summary>Stored records are looser than their schemas.</summary>
public class LenientRecordTests
{
    private const string Id = "8081d707-610f-4b50-a28b-c36a6d25191b";

    [TestCase("""{"createdByUserId":""}""", "createdByUserId")]
    [TestCase("""{"updatedByUserId":42}""", "updatedByUserId")]
    [TestCase("""{"createdDate":"some day"}""", "createdDate")]
    [TestCase("""{"updatedDate":["2026"]}""", "updatedDate")]
    [TestCase("""{"createdByUsername":{"first":"x"}}""", "createdByUsername")]
    [TestCase("""{"elsewhere":true}""", "elsewhere")]
    public async Task ListAsync_OddMetadataValue_IsKeptAsReceivedAndTheListIsRead(string metadata, string odd)
    {
        var page = await ListAsync($$"""{"id":"{{Id}}","name":"x","metadata":{{metadata}}}""");

        Assert.That(page.Records.Single().Metadata!.AdditionalMembers!.Keys, Is.EqualTo(new[] { odd }));
    }

    [TestCase("\"odd\"")]
    [TestCase("[1,2]")]
    [TestCase("null")]
    public async Task ListAsync_MetadataOfAnotherKind_IsLeftOut(string metadata) =>
        Assert.That((await ListAsync($$"""{"id":"{{Id}}","metadata":{{metadata}},"name":"x"}""")).Records.Single(), Has.Property("Metadata").Null.And.Property("Name").EqualTo("x"));

    [Test]
    public async Task ListAsync_DateWithoutT_IsRead()
    {
        var page = await ListAsync($$"""
            {"id":"{{Id}}","name":"x","metadata":{"createdDate":"2026-04-23 12:47:20.966553+02","createdByUserId":"{{Id}}","createdByUsername":"me"} }
            """);

        var metadata = page.Records.Single().Metadata!;
        Assert.Multiple(() =>
        {
            Assert.That(metadata.CreatedDate, Is.EqualTo(new DateTimeOffset(2026, 4, 23, 12, 47, 20, TimeSpan.FromHours(2)).AddTicks(9665530)));
            Assert.That(metadata.CreatedByUserId, Is.EqualTo(new Guid(Id)));
            Assert.That(metadata.CreatedByUsername, Is.EqualTo("me"));
            Assert.That(metadata.AdditionalMembers, Is.Null);
        });
    }

    [TestCase("""{"id":"8081d707-610f-4b50-a28b-c36a6d25191b","name":null}""")]
    [TestCase("""{"id":"8081d707-610f-4b50-a28b-c36a6d25191b"}""")]
    public async Task ListAsync_NullName_IsVisible(string record) =>
        Assert.That((await ListAsync(record)).Records.Single().Name, Is.Null);

    [Test]
    public async Task CountAsync_MoreThanAnIntHolds_IsExact()
    {
        using var gateway = new RecordingGateway();
        gateway.Always(_ => RecordingGateway.Json("""{"holdingsRecordsSources":[],"totalRecords":5000000000}"""));
        await using var folio = gateway.CreateClient();

        Assert.That(await folio.HoldingsSources.CountAsync(), Is.EqualTo(5_000_000_000));
    }

    [Test]
    public async Task FindByNameAsync_NameTooLongForAQuery_StatesThatItCanStillBeCreated()
    {
        var name = new string('\u9f8d', 400);
        using var gateway = new RecordingGateway();
        gateway.Always(sent => RecordingGateway.Json(sent.Body!, System.Net.HttpStatusCode.Created));
        await using var folio = gateway.CreateClient();

        Assert.That(() => folio.HoldingsSources.FindByNameAsync(name), Throws.ArgumentException.With.Property("ParamName").EqualTo("name").And.Message.Contains("too long for a search"));
        Assert.That(() => folio.HoldingsSources.GetOrCreateAsync(name), Throws.ArgumentException.With.Property("ParamName").EqualTo("name"));
        Assert.That(() => folio.HoldingsSources.GetOrCreateAsync(new HoldingsSource { Name = name }), Throws.ArgumentException.With.Property("ParamName").EqualTo("record.Name"));
        Assert.That((await folio.HoldingsSources.CreateAsync(new HoldingsSource { Name = name })).Name, Is.EqualTo(name));
    }

    private static async Task<RecordPage<HoldingsSource>> ListAsync(string record)
    {
        using var gateway = new RecordingGateway();
        gateway.Always(_ => RecordingGateway.Json($$"""{"holdingsRecordsSources":[{{record}}]}"""));
        await using var folio = gateway.CreateClient();
        return await folio.HoldingsSources.ListAsync();
    }
}
