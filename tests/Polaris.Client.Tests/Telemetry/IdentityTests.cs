using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Polaris.Client.Cataloging;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Folio;
using Polaris.Client.Tests.Http;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Telemetry;

/// <summary>Spans, measurements and logs show which server, client and tenant they are about.</summary>
public sealed class IdentityTests
{
    private CollectedActivities _activities = null!;
    private CollectedMeasurements _measurements = null!;
    private CollectedLogs _logs = null!;

    [SetUp]
    public void Listen() => (_activities, _measurements, _logs) = (new(), new(), new());

    [TearDown]
    public void StopListening()
    {
        _activities.Dispose();
        _measurements.Dispose();
        _logs.Dispose();
    }

    [Test]
    public async Task KeyedClient_OnAPortOfItsOwn_IsNamedByEverything()
    {
        var fake = new FakePolaris(new FakePolarisOptions { TimeProvider = new ManualTimeProvider { SkipsDelays = true } }).WithBib(5);
        var services = new ServiceCollection().AddSingleton<ILoggerFactory>(_logs).AddSingleton<TimeProvider>(new ManualTimeProvider { SkipsDelays = true });
        services.AddPolarisClient("east", options =>
        {
            fake.Configure(options);
            options.BaseAddress = new UriBuilder(options.BaseAddress!) { Port = 8443 }.Uri;
        }).ConfigurePrimaryHttpMessageHandler(fake.CreateHandler);
        await using var provider = services.BuildServiceProvider();
        var polaris = provider.GetRequiredKeyedService<PolarisClient>("east");

        await polaris.ObjectLocks.ListAsync();
        fake.Faults.Add(FaultKind.ServiceUnavailable);
        await using (await polaris.ObjectLocks.AcquireAsync(ObjectType.BibliographicRecord, 5))
        {
            await polaris.Workflows.RunAsync(
                new AddOrUpdateBibRecord { BibRecordId = 5, DisplayInPac = false }, new PromptHandlers().On<DisplayInPacPrompt>(prompt => prompt.Continue()));
        }

        var host = PolarisHost(fake);
        foreach (var span in new[] { "polaris.sign_in", "polaris.lease", "polaris.workflow" })
        {
            Assert.That(_activities.All, Has.One.Match($@"^{span} .*\[server\.address, {host}\] \[server\.port, 8443\] \[polaris\.client\.key, east\]"));
        }

        foreach (var instrument in new[] { "retries", "sign_ins", "workflow.prompts", "workflow.duration", "lock.wait" })
        {
            Assert.That(_measurements.All, Has.Some.Match($@"^polaris\.client\.{instrument} server\.address={host} server\.port=8443 polaris\.client\.key=east "));
        }

        Assert.That(_logs.Entries, Is.Not.Empty);
        Assert.That(_logs.Texts, Has.All.Match($@"\[server\.address, {host}\], \[server\.port, 8443\], \[polaris\.client\.key, east\]"));
    }

    [Test]
    public async Task Client_WithoutKeyOnTheUsualPort_ShowsTheServerOnly()
    {
        using var polaris = TestClient.Create(new ScriptedServer().Then(200, "[]"), options => options.BaseAddress = new Uri("https://leap.test"), logs: _logs);

        await polaris.ObjectLocks.ListAsync();

        Assert.That(_activities.All.Single(), Does.StartWith("polaris.sign_in [server.address, leap.test] "));
        Assert.That(_activities.All.Single(), Does.Not.Contain("server.port").And.Not.Contain("client.key").And.Not.Contain("tenant"));
    }

    [Test]
    public async Task FolioClient_OfATenant_NamesTheTenant()
    {
        var gateway = new RecordingGateway();
        var calls = 0;
        gateway.Always(_ => calls++ == 0
            ? RecordingGateway.Text("", System.Net.HttpStatusCode.ServiceUnavailable)
            : RecordingGateway.Json("""{"holdingsRecordsSources":[],"totalRecords":0}"""));
        await using var folio = FolioClient.Create(RecordingGateway.Options(), gateway, _logs, gateway.Clock);

        await folio.With("college").HoldingsSources.ListAsync();

        Assert.That(_activities.All, Has.One.Match(@"^folio\.sign_in .*\[polaris\.tenant, diku\]"));
        Assert.That(_measurements.All, Has.One.Match(@"^polaris\.client\.retries .*polaris\.tenant=college http\.route="));
        Assert.That(_logs.Entries.Single(entry => entry.Id == 1).Text, Does.Contain("[polaris.tenant, college]"));
        Assert.That(_logs.Entries.Single(entry => entry.Id == 2).Text, Does.Contain("[polaris.tenant, diku]"));
    }

    [Test]
    public void SignIn_Refused_IsLoggedWithTheHostAndTheReason()
    {
        var server = new ScriptedServer { WhenSigningIn = (_, _) => Task.FromResult(Answers.Json(null, 401)) };
        using var polaris = TestClient.Create(server, options => options.BaseAddress = new Uri("https://leap.test"), logs: _logs);

        Assert.ThrowsAsync<AuthenticationFailedException>(() => polaris.ObjectLocks.ListAsync());

        Assert.That(_logs.Entries.Single(entry => entry.Id == 3).Text, Does.StartWith(
            "Sign-in to polaris at leap.test failed: POST /authentication/staffuser responded with HTTP 401: the server does not accept the user"));
        Assert.That(_activities.All.Single(), Does.Contain("[error.type, AuthenticationFailedException]"));
    }

    [Test]
    public async Task Histograms_ForExporters_AdviseBucketsInSeconds()
    {
        var advised = new Dictionary<string, double[]>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument is Histogram<double> { Meter.Name: "Polaris.Client" } histogram)
            {
                advised[instrument.Name] = [.. histogram.Advice?.HistogramBucketBoundaries ?? []];
            }
        };
        await using var polaris = new FakePolaris().CreateClient();
        await polaris.ObjectLocks.ListAsync();
        listener.Start();

        Assert.That(advised.Keys, Is.EquivalentTo(new[] { "polaris.client.workflow.duration", "polaris.client.lock.wait" }));
        Assert.That(advised.Values.Select(boundaries => boundaries.Length), Has.All.GreaterThan(10));
        Assert.That(advised["polaris.client.lock.wait"][0], Is.LessThan(0.01));
        Assert.That(advised["polaris.client.lock.wait"], Is.Ordered);
        Assert.That(advised["polaris.client.workflow.duration"], Is.Ordered);
        Assert.That(advised["polaris.client.workflow.duration"][^1], Is.EqualTo(300));
    }

    private static string PolarisHost(FakePolaris fake)
    {
        var options = new PolarisClientOptions();
        fake.Configure(options);
        return System.Text.RegularExpressions.Regex.Escape(options.BaseAddress!.Host);
    }
}
