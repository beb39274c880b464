using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Refit;

namespace Polaris.Client.Tests.Http;

public sealed class CreateApiTests
{
    private static readonly DateTimeOffset Since = new(2026, 11, 25, 13, 30, 0, TimeSpan.FromHours(-5));

    [Test]
    public async Task CreateApi_InterfaceOfTheUser_IsSignedInAndReadsTheUsersTypes()
    {
        var server = new ScriptedServer().Then(200, """[{"itemStatusID":"7","Name":"Lost","Seen":"2013-04-03T09:06:33.367-05:00","Extra":1}]""");
        using PolarisClient polaris = TestClient.Create(server);

        List<ShelfStatus> statuses = await polaris.CreateApi<IShelfApi>(ShelfJson.Default).ListAsync(activeOnly: true, Since);

        Assert.That(server.Requests[0].ToString(), Does.StartWith("GET shelfstatuses?activeOnly=true&since=2026-11-25T13%3A30%3A00.0000000-05%3A00"));
        Assert.That(server.Requests[0].Authorization, Does.StartWith("PAS "));
        Assert.That(statuses[0].ItemStatusId, Is.EqualTo(7));
        Assert.That(statuses[0].Seen, Is.EqualTo(new DateTimeOffset(2013, 4, 3, 9, 6, 33, 367, TimeSpan.FromHours(-5))));
    }

    [Test]
    public async Task CreateApi_DateWithAFormatOfTheUser_IsWrittenInIt()
    {
        var server = new ScriptedServer().Then(200, "[]");
        using PolarisClient polaris = TestClient.Create(server);

        await polaris.CreateApi<IShelfApi>(ShelfJson.Default).ListOfDayAsync(activeOnly: false, Since, Since);

        Assert.That(
            server.Requests[0].ToString(),
            Does.StartWith("GET shelfstatuses/days?activeOnly=false&day=2026-11-25&until=2026-11-25T13%3A30%3A00.0000000-05%3A00"));
    }

    [Test]
    public async Task CreateApi_BodyOfTheUser_IsWrittenWithItsLength()
    {
        var server = new ScriptedServer().Then(204);
        using PolarisClient polaris = TestClient.Create(server);

        ShelfStatus? answer = await polaris.CreateApi<IShelfApi>(ShelfJson.Default).SaveAsync(new ShelfStatus { ItemStatusId = 7, Name = "Lost" });

        Assert.That(answer, Is.Null);
        Assert.That(server.Requests[0].Body, Does.StartWith("{\"ItemStatusID\":7,\"Name\":\"Lost\""));
        Assert.That(server.Requests[0].ContentLength, Is.Positive);
    }

    [Test]
    public async Task CreateApi_WithoutResolver_KnowsTheTypesOfTheLibraryAndJson()
    {
        var server = new ScriptedServer().Then(200, """{"a":1}""").Then(200, """[{"ObjectTypeID":27,"ObjectID":29937}]""").Then(200, "\"21756000000001\"");
        using PolarisClient polaris = TestClient.Create(server);
        var api = polaris.CreateApi<IPlainApi>();

        JsonElement json = await api.GetAsync("serialissues/4/chron");
        IReadOnlyList<ObjectLock> locks = await api.ListLocksAsync();
        string barcode = await api.GetBarcodeAsync(7);

        Assert.That(json.GetProperty("a").GetInt32(), Is.EqualTo(1));
        Assert.That(locks[0].ObjectId, Is.EqualTo(29937));
        Assert.That(barcode, Does.Contain("21756000000001"));
        Assert.That(server.Requests[0].Resource, Is.EqualTo("serialissues/4/chron"));
    }

    [Test]
    public void CreateApi_ErrorOfTheServer_IsAnExceptionOfTheFamily()
    {
        var server = new ScriptedServer().Then(404, """{"ErrorCode":60028,"Message":"Hold Request with ID 4 not found."}""");
        using PolarisClient polaris = TestClient.Create(server);

        var error = Assert.ThrowsAsync<NotFoundException>(() => polaris.CreateApi<IPlainApi>().GetBarcodeAsync(4));

        Assert.That(error!.Failure.ErrorCode, Is.EqualTo("60028"));
        Assert.That(error.Failure.Route, Is.EqualTo("GET /barcodes/items/{id}"));
    }

    [Test]
    public void CreateApi_TypeThatNoContextKnows_NamesTypeAndParameter()
    {
        using PolarisClient polaris = TestClient.Create(new ScriptedServer().Always(_ => Answers.Json("[]")));

        var error = Assert.ThrowsAsync<NotSupportedException>(() => polaris.CreateApi<IShelfApi>().ListAsync(true, Since));

        Assert.That(error!.Message, Does.Contain("[JsonSerializable(typeof(List<ShelfStatus>))]"));
        Assert.That(error.Message, Does.Contain("'json' of CreateApi"));
    }

    [TestCase("")]
    [TestCase(".")]
    [TestCase("..")]
    public void CreateApi_RouteValueThatWalksUpThePath_IsNotSent(string id)
    {
        var server = new ScriptedServer();
        using PolarisClient polaris = TestClient.Create(server);

        var error = Assert.ThrowsAsync<ArgumentException>(() => polaris.CreateApi<IPlainApi>().DeleteNoteAsync(29937, id))!;

        Assert.That(error.Message, Does.StartWith("A value of the route DELETE /patrons/{id}/notes/{noteId} is empty, \".\" or \"..\""));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task CreateApi_SlashInARouteValue_StaysOneSegment()
    {
        var server = new ScriptedServer().Then(200, "true");
        using PolarisClient polaris = TestClient.Create(server);

        await polaris.CreateApi<IPlainApi>().DeleteNoteAsync(29937, "../../a");

        Assert.That(server.Requests[0].Address.AbsoluteUri, Does.EndWith("/patrons/29937/notes/..%2F..%2Fa"));
    }

    [TestCase("../../../../../../other")]
    [TestCase("../../../../../../../../../../other")]
    public void CreateApi_AddressOutsideTheApi_IsRefusedBeforeTheTokenIsSent(string path)
    {
        var server = new ScriptedServer();
        using PolarisClient polaris = TestClient.Create(server);

        var error = Assert.ThrowsAsync<InvalidOperationException>(() => polaris.CreateApi<IPlainApi>().GetAsync(path));

        Assert.That(error!.Message, Does.Contain("leads outside of https://polaris"));
        Assert.That(server.Requests, Is.Empty);
        Assert.That(server.SignIns, Is.Empty);
    }

    [Test]
    public async Task CreateApi_InFolio_GoesToTheTenantOfTheClient()
    {
        var fake = new FakeFolio();
        await using FolioClient folio = fake.CreateClient();

        JsonElement page = await folio.CreateApi<IFolioApi>().ListAsync("name==FOLIO", limit: 1);

        Assert.That(page.GetProperty("holdingsRecordsSources").GetArrayLength(), Is.EqualTo(1));
    }

    public interface IShelfApi
    {
        [Get("/shelfstatuses")]
        Task<List<ShelfStatus>> ListAsync(bool activeOnly, DateTimeOffset since, CancellationToken cancellationToken = default);

        [Get("/shelfstatuses/days")]
        Task<List<ShelfStatus>> ListOfDayAsync(
            bool activeOnly, [Query(Format = "yyyy-MM-dd")] DateTimeOffset day, [Query(".")] DateTimeOffset until, CancellationToken cancellationToken = default);

        [Put("/shelfstatuses")]
        Task<ShelfStatus?> SaveAsync([Body] ShelfStatus status, CancellationToken cancellationToken = default);
    }

    public interface IPlainApi
    {
        [Get("/{**path}")]
        Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken = default);

        [Get("/objectlocks")]
        Task<IReadOnlyList<ObjectLock>> ListLocksAsync(CancellationToken cancellationToken = default);

        [Get("/barcodes/items/{id}")]
        Task<string> GetBarcodeAsync(int id, CancellationToken cancellationToken = default);

        [Delete("/patrons/{id}/notes/{noteId}")]
        Task<bool> DeleteNoteAsync(int id, string noteId, CancellationToken cancellationToken = default);
    }

    public interface IFolioApi
    {
        [Get("/holdings-sources")]
        Task<JsonElement> ListAsync(string query, int limit, CancellationToken cancellationToken = default);
    }
}

/// <summary>A type that only the user's program knows.</summary>
public sealed class ShelfStatus
{
    [JsonPropertyName("ItemStatusID")]
    public int ItemStatusId { get; set; }

    public string Name { get; set; } = "";

    public DateTimeOffset? Seen { get; set; }
}

[JsonSerializable(typeof(ShelfStatus))]
[JsonSerializable(typeof(List<ShelfStatus>))]
public sealed partial class ShelfJson : JsonSerializerContext;
