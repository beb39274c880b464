using System.Diagnostics;
using Polaris.Client.Cataloging;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Http;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Telemetry;

/// <summary>What docs/telemetry.md promises is what listeners see.</summary>
public sealed class TelemetryTests : FakeFixture
{
    private CollectedActivities _activities = null!;
    private CollectedMeasurements _measurements = null!;

    [SetUp]
    public void Listen()
    {
        _activities = new CollectedActivities();
        _measurements = new CollectedMeasurements();
    }

    [TearDown]
    public void StopListening()
    {
        _measurements.Dispose();
        _activities.Dispose();
    }

    [Test]
    public async Task Workflow_ThroughAPrompt_IsASpanWithAnEventAndItsMeasurements()
    {
        await HideAsync(prompt => prompt.Continue());

        Assert.That(_activities.All, Has.Some.Match(@"^polaris\.workflow .*polaris\.workflow\.type, 13.*polaris\.outcome, completed.*polaris\.prompt .*polaris\.prompt\.id, 66.* Ok"));
        Assert.That(_measurements.All, Has.Some.Match(@"polaris\.client\.workflow\.duration.*polaris\.workflow\.type.*13.*polaris\.outcome.*completed"));
        Assert.That(_measurements.All, Has.Some.Match(@"polaris\.client\.workflow\.prompts.*polaris\.prompt\.id.*66"));
    }

    [Test]
    public async Task Workflow_Canceled_ReportsIt()
    {
        await HideAsync(prompt => prompt.Cancel());

        Assert.That(_activities.All, Has.Some.Match(@"^polaris\.workflow .*polaris\.outcome, canceled"));
    }

    [Test]
    public void Workflow_Failed_IsAnErrorSpan()
    {
        Assert.CatchAsync(() => HideAsync(_ => throw new InvalidOperationException("handler")));

        Assert.That(_activities.All, Has.Some.Match(@"^polaris\.workflow .*polaris\.outcome, failed.* Error"));
    }

    [Test]
    public async Task Lease_WhenReleased_IsASpan()
    {
        await using (await Client.ObjectLocks.AcquireAsync(ObjectType.BibliographicRecord, 5))
        {
            Assert.That(_activities.All, Has.None.Match(@"^polaris\.lease"));
        }

        Assert.That(_activities.All, Has.Some.Match(@"^polaris\.lease .*polaris\.object\.type, 2.* Ok"));
        Assert.That(_measurements.All, Has.Some.Match(@"polaris\.client\.lock\.wait.*polaris\.outcome.*acquired"));
    }

    [Test]
    public void Lease_CanceledBeforeItsRequest_LeavesNoSpanOpen()
    {
        var started = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Polaris.Client",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = activity => started += activity.DisplayName == "polaris.lease" ? 1 : 0,
        };
        ActivitySource.AddActivityListener(listener);
        using var polaris = TestClient.Create(new ScriptedServer());

        Assert.CatchAsync<OperationCanceledException>(() =>
            polaris.ObjectLocks.AcquireAsync(ObjectType.Patron, 1, cancellationToken: new CancellationToken(canceled: true)));

        Assert.That(started, Is.Zero);
    }

    [Test]
    public void Lease_HeldByAColleague_IsMeasuredAsLocked()
    {
        Fake.LockAs("PolarisExec", 15, ObjectType.BibliographicRecord, 5);

        Assert.ThrowsAsync<ObjectLockedException>(() => Client.ObjectLocks.AcquireAsync(ObjectType.BibliographicRecord, 5));

        Assert.That(_measurements.All, Has.Some.Match(@"polaris\.client\.lock\.wait.*polaris\.outcome.*locked"));
        Assert.That(_measurements.All, Has.Some.Match(@"polaris\.client\.retries.*polaris\.retry\.reason.*lock_conflict"));
    }

    [Test]
    public async Task Lease_OfSeveralObjects_ShowsHowMany()
    {
        await using (await Client.ObjectLocks.AcquireAsync([new(ObjectType.ItemRecord, 1), new(ObjectType.ItemRecord, 2)]))
        {
        }

        Assert.That(_activities.All, Has.Some.Match(@"^polaris\.lease .*polaris\.object\.type, 3.*polaris\.object\.count, 2"));
    }

    [TestCase(409, "locked")]
    [TestCase(400, "failed")]
    public void Lease_NotAcquired_IsAnErrorSpanAndMeasuredByItsReason(int status, string outcome)
    {
        var server = new ScriptedServer().Always(_ => status == 409 ? Answers.LockConflict() : Answers.Json(null, status));
        using var polaris = TestClient.Create(server);

        Assert.CatchAsync(() => polaris.ObjectLocks.AcquireAsync(ObjectType.BibliographicRecord, 5));

        Assert.That(_measurements.All, Has.One.Match(@"polaris\.client\.lock\.wait"));
        Assert.That(_measurements.All, Has.One.Match(@$"polaris\.client\.lock\.wait.*polaris\.object\.type=2 polaris\.outcome={outcome}$"));
        Assert.That(_activities.All, Has.One.Match(@"^polaris\.lease .* Error"));
    }

    [Test]
    public async Task Lease_NotReleased_IsAnErrorSpan()
    {
        var lease = await Client.ObjectLocks.AcquireAsync(ObjectType.BibliographicRecord, 5);
        Fake.LockAs("someone", 99, ObjectType.BibliographicRecord, 5);

        await lease.DisposeAsync();

        Assert.That(_activities.All, Has.One.Match(@"^polaris\.lease .* Error"));
    }

    [Test]
    public async Task SignIn_ByTheFirstCall_IsASpanAndCounted()
    {
        await Client.ObjectLocks.ListAsync();

        Assert.That(_activities.All, Has.Some.Match(@"^polaris\.sign_in"));
        Assert.That(_measurements.All, Has.Some.Match(@"polaris\.client\.sign_ins.*polaris\.outcome.*success"));
    }

    [TestCase(401, "refused")]
    [TestCase(500, "failed")]
    public void SignIn_ThatFails_IsAnErrorSpanCountedAndLogged(int status, string outcome)
    {
        using var logs = new CollectedLogs();
        var server = new ScriptedServer { WhenSigningIn = (_, _) => Task.FromResult(Answers.Json(null, status)) };
        using var polaris = TestClient.Create(server, logs: logs);

        Assert.CatchAsync<RequestFailedException>(() => polaris.ObjectLocks.ListAsync());

        Assert.That(_activities.All, Has.One.Match(@"^polaris\.sign_in .* Error"));
        Assert.That(_measurements.All, Has.One.Match(@$"polaris\.client\.sign_ins .*polaris\.system=polaris polaris\.outcome={outcome}$"));
        Assert.That(logs.Entries.Where(entry => entry.Id is 2 or 3).Select(entry => entry.Id), Is.EqualTo(new[] { 3 }));
    }

    [Test]
    public async Task SignIn_ThatSucceeds_IsLoggedOnceAndARefusedTokenToo()
    {
        using var logs = new CollectedLogs();
        using var polaris = TestClient.Create(new ScriptedServer().Then(401).Then(200, "[]"), logs: logs);

        await polaris.ObjectLocks.ListAsync();

        Assert.That(logs.Entries.Where(entry => entry.Id is 2 or 3 or 4).Select(entry => entry.Id), Is.EqualTo(new[] { 2, 4, 2 }));
    }

    [TestCase(200, "responded with HTTP 200 after 3000 ms")]
    [TestCase(404, "responded with HTTP 404 after 3000 ms")]
    [TestCase(null, "ended without a response after 3000 ms: GET /objectlocks/{objectTypeId}/{objectId} received no response: the connection broke")]
    public async Task Call_AnsweredOrNot_IsOneDebugLineWithRouteStatusAndTime(int? status, string expected)
    {
        using var logs = new CollectedLogs();
        var clock = TestClient.Clock();
        var server = new ScriptedServer().Then(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(3));
            return status is { } known ? Answers.Json("{}", known) : throw Answers.Reset();
        });
        using var polaris = TestClient.Create(server, options => options.Retry.Enabled = false, clock, logs);

        await polaris.ObjectLocks.FindAsync(ObjectType.Patron, 29937).ContinueWith(static _ => { }, TaskScheduler.Default);

        var lines = logs.Entries.Where(entry => (entry.Id is 6 or 16) && !entry.Text.StartsWith("POST /auth", StringComparison.Ordinal)).ToList();
        Assert.That(lines.Single().Text, Does.StartWith($"GET /objectlocks/{{objectTypeId}}/{{objectId}} {expected}"));
    }

    [Test]
    public async Task Retry_AfterATransientFault_IsCountedByItsRouteTemplate()
    {
        await Client.ObjectLocks.ListAsync();
        Fake.Faults.Add(FaultKind.ServiceUnavailable);

        await Client.ObjectLocks.FindAsync(ObjectType.Patron, 29937);

        Assert.That(_measurements.All, Has.Some.Match(@"polaris\.client\.retries.*GET /objectlocks/\{objectTypeId\}/\{objectId\}.*transient"));
    }

    private async Task HideAsync(Func<DisplayInPacPrompt, PromptReply> answer) => await Client.Workflows.RunAsync(
        new AddOrUpdateBibRecord { BibRecordId = 5, DisplayInPac = false }, new PromptHandlers().On<DisplayInPacPrompt>(answer));
}
