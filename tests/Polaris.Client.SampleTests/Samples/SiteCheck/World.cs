using System.Text;
using System.Text.Json.Nodes;
using Polaris.Client.Folio;
using Polaris.Client.ObjectLocks;
using PolarisFake;

namespace Polaris.Client.SampleTests.Samples.SiteChecks;

/// <summary>A hosted fake whose Polaris is configured by JSON.</summary>
internal sealed class World : IAsyncDisposable
{
    private readonly FakeHost _host;
    private readonly HttpClient _http = new();

    private World(FakeHost host) => _host = host;

    public string Polaris => Address("polaris");

    public static async Task<World> StartAsync(string polaris, string? okapi = null, string? eureka = null)
    {
        var site = JsonNode.Parse(polaris)!;
        site["records"] ??= new JsonObject
        {
            ["bibs"] = new JsonArray([.. Enumerable.Range(5, 25).Select(Bib)]),
        };
        var world = new JsonObject { ["polaris"] = site };
        world["okapi"] = okapi is null ? null : JsonNode.Parse(okapi);
        world["eureka"] = eureka is null ? null : JsonNode.Parse(eureka);
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"world-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, world.ToJsonString());
        return new World(await FakeHost.StartAsync("--file", file, "--log", "false"));
    }

    public string Address(string name) => _host.Ready[name]!.GetValue<string>();

    public async Task<JsonNode> AdminAsync(string path, string? body = null, bool delete = false)
    {
        using var request = new HttpRequestMessage(
            delete ? HttpMethod.Delete : body is null ? HttpMethod.Get : HttpMethod.Post, new Uri(Address("admin") + path));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    /// <summary>A client with the options of the report holds and releases a lease whose date is right, and reads all records.</summary>
    public async Task AssertLeaseAndWalkAsync(CheckedSite site)
    {
        await using var polaris = PolarisClient.Create(site.ConfiguredPolaris());
        await using (var lease = await polaris.ObjectLocks.AcquireAsync(ObjectType.BibliographicRecord, 5))
        {
            Assert.That(lease.Locks.Single().LockDate, Is.Null.Or.EqualTo(TimeProvider.System.GetUtcNow()).Within(TimeSpan.FromMinutes(1)));
            Assert.That(lease.WasAlreadyHeld || lease.IsOwnershipUnclear, Is.False);
            Assert.ThrowsAsync<ObjectLockedException>(() =>
                polaris.With(workstationId: 7).ObjectLocks.AcquireAsync(ObjectType.BibliographicRecord, 5, new AcquireOptions { WaitUpTo = TimeSpan.Zero }));
        }

        List<int> walked = [];
        await foreach (var record in polaris.BibRecords.ListMarcAsync(Enumerable.Range(5, 25)))
        {
            walked.Add(record.BibRecordId);
        }

        Assert.That(walked, Is.EqualTo(Enumerable.Range(5, 25)));
        Assert.That((await AdminAsync("polaris/locks")).AsArray(), Is.Empty);
    }

    /// <summary>A client with the options of the report reads all contributor types, each once.</summary>
    public static async Task AssertWalkAsync(CheckedSite site, int count)
    {
        await using var folio = FolioClient.Create(site.ConfiguredFolio());
        List<Guid> walked = [];
        await foreach (var record in folio.ContributorTypes.EnumerateAsync(options: new EnumerateOptions { PageSize = 40 }))
        {
            walked.Add(record.Id);
        }

        Assert.That(walked.Distinct().Count(), Is.EqualTo(count));
        Assert.That(walked, Has.Count.EqualTo(count));
    }

    private static JsonObject Bib(int id) => new()
    {
        ["BibliographicRecordID"] = id,
        ["DisplayInPac"] = true,
        ["Record"] = JsonNode.Parse("""{"leader":"00000nam a2200000 a 4500","controlfields":[{"tag":"001","data":"1"}],"datafields":[]}"""),
    };

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
    }
}
