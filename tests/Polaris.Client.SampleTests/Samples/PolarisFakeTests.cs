using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Polaris.Client.Cataloging;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;
using PolarisFake;

namespace Polaris.Client.SampleTests.Samples;

/// <summary>The hosted fakes over real sockets.</summary>
public sealed class PolarisFakeTests
{
    private static readonly string Example = Path.Combine(AppContext.BaseDirectory, "example.json");
    private readonly HttpClient _http = new();
    private FakeHost _host = null!;

    [SetUp]
    public async Task StartAsync() => _host = await FakeHost.StartAsync("--file", Example, "--log", "false");

    [TearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [OneTimeTearDown]
    public void Dispose() => _http.Dispose();

    [Test]
    public async Task Polaris_ASaveWithAPrompt_IsDoneOnce()
    {
        await using var polaris = Client();

        await polaris.Workflows.RunAsync(
            new UpdateBibRecord { BibRecordId = 5, DisplayInPac = false },
            new PromptHandlers().On<DisplayInPacPrompt>(prompt => prompt.Continue()));

        var bib = (await AdminAsync("polaris/records/bibs"))[0]!;
        Assert.That(bib["DisplayInPac"]!.GetValue<bool>(), Is.False);
        Assert.That((await AdminAsync("polaris/counts"))["operations"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That((await AdminAsync("polaris/unexpected")).AsArray(), Is.Empty);
    }

    [TestCase("ResetAfterProcessing")]
    [TestCase("TruncatedAnswer")]
    public async Task Polaris_AConnectionThatBreaks_IsCutAndRecovered(string fault)
    {
        await using var polaris = Client();
        await AdminAsync("polaris/faults", $$"""{"kind":"{{fault}}","method":"PUT","path":"/workflow"}""");

        await polaris.Workflows.RunAsync(
            new UpdateBibRecord { BibRecordId = 5, DisplayInPac = false },
            new PromptHandlers().On<DisplayInPacPrompt>(prompt => prompt.Continue()));

        Assert.That((await AdminAsync("polaris/faults")).AsArray(), Is.Empty);
        Assert.That((await AdminAsync("polaris/counts"))["operations"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That((await AdminAsync("polaris/journal")).AsArray().Select(entry => entry!["method"]!.GetValue<string>()), Has.Some.EqualTo("GET"));
    }

    [Test]
    public async Task Polaris_ACutAnswer_BreaksInTheMiddleOfItsBody()
    {
        await AdminAsync("polaris/faults", """{"kind":"TruncatedAnswer"}""");
        using var request = new HttpRequestMessage(HttpMethod.Get, Address("polaris") + "Polaris.ApplicationServices/api");

        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await using var body = await response.Content.ReadAsStreamAsync();
        var promised = new byte[response.Content.Headers.ContentLength!.Value];
        Assert.That(async () => await body.ReadExactlyAsync(promised), Throws.InstanceOf<IOException>());
        Assert.That(Encoding.UTF8.GetString(promised), Does.StartWith("{\"ServiceName\":").And.EndsWith("\0"));
    }

    [Test]
    public async Task Polaris_Refusals_CarryTheirReasonAndAllowBrowsers()
    {
        using var response = await _http.GetAsync(new Uri(Address("polaris") + "nowhere"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(response.Headers.GetValues("X-Fake-Reason").Single(), Does.Contain("Nothing is documented"));
        Assert.That(response.Headers.GetValues("Access-Control-Allow-Origin").Single(), Is.EqualTo("*"));
    }

    [Test]
    public async Task Admin_LocksClockAndReset_ReachTheFake()
    {
        await using var polaris = Client(options => options.Retry.Enabled = false);
        await AdminAsync("polaris/locks", """{"user":"exec","workstation":15,"objectType":2,"objectId":5}""");

        var error = Assert.ThrowsAsync<ObjectLockedException>(() => polaris.ObjectLocks.LockAsync(ObjectType.BibliographicRecord, 5))!;
        await AdminAsync("clock", """{"seconds":3600}""");
        await polaris.ObjectLocks.ListAsync();

        Assert.That(error.Holder!.WorkstationId, Is.EqualTo(15));
        Assert.That((await AdminAsync("polaris/counts"))["signIns"]!.GetValue<int>(), Is.EqualTo(2), "tokens live 30 minutes");
        await AdminAsync("reset", "");
        Assert.That((await AdminAsync("polaris/locks")).AsArray(), Is.Empty);
    }

    [Test]
    public async Task Okapi_TheClient_ListsTheSeededRecords()
    {
        await using var folio = FolioClient.Create(new()
        {
            BaseAddress = new Uri(Address("okapi")),
            Tenant = FakeFolio.DefaultTenant,
            Credentials = new() { UserName = FakeFolio.DefaultUserName, Password = FakeFolio.DefaultPassword },
        });

        var page = await folio.HoldingsSources.ListAsync();
        var types = await folio.ContributorTypes.CountAsync();

        Assert.That(page.Records.Select(source => source.Name), Has.Some.EqualTo("Local"));
        Assert.That(types, Is.EqualTo(268), "the reference data");
    }

    private PolarisClient Client(Action<PolarisClientOptions>? configure = null)
    {
        var options = new PolarisClientOptions();
        new FakePolaris().Configure(options);
        options.BaseAddress = new Uri(Address("polaris"));
        configure?.Invoke(options);
        return PolarisClient.Create(options);
    }

    private string Address(string name) => _host.Ready[name]!.GetValue<string>();

    private async Task<JsonNode> AdminAsync(string path, string? body = null)
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = content is null
            ? await _http.GetAsync(new Uri(Address("admin") + path))
            : await _http.PostAsync(new Uri(Address("admin") + path), content);
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
