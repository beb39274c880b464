using System.Diagnostics;
using System.Runtime.CompilerServices;
using Polaris.Client.Cataloging;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Telemetry;

/// <summary>What is done under a lease is below its span, and the caller's own spans stay where they were.</summary>
[NonParallelizable]
public sealed class LeaseSpanTests
{
    private static readonly ActivitySource Callers = new("Callers");

    private readonly List<Activity> _ended = [];
    private ActivityListener _listener = null!;
    private FakePolaris _fake = null!;
    private PolarisClient _polaris = null!;
    private SpanRecorder _recorder = null!;

    [SetUp]
    public void Listen()
    {
        _ended.Clear();
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name is "Polaris.Client" or "Callers",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (_ended)
                {
                    _ended.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
        var clock = new ManualTimeProvider { SkipsDelays = true };
        _fake = new FakePolaris(new FakePolarisOptions { TimeProvider = clock }).WithBib(5).WithBib(6);
        var options = new PolarisClientOptions();
        _fake.Configure(options);
        _recorder = new SpanRecorder(_fake.CreateHandler());
        _polaris = PolarisClient.Create(options, _recorder, time: clock);
    }

    [TearDown]
    public void StopListening()
    {
        _polaris.Dispose();
        _recorder.Dispose();
        _listener.Dispose();
    }

    [Test]
    public async Task Workflow_UnderALease_IsBelowTheLease()
    {
        await using (await AcquireAsync(5))
        {
            await HideAsync(5);
        }

        Assert.That(Named("polaris.workflow").ParentSpanId, Is.EqualTo(Named("polaris.lease").SpanId));
    }

    [Test]
    public async Task Requests_OfALeaseAndUnderIt_AreBelowTheLease()
    {
        using (var own = Callers.StartActivity("job"))
        {
            await using (await AcquireAsync(5))
            {
                await _polaris.BibRecords.GetAsync(5);
                Assert.That(Activity.Current, Is.SameAs(own));
            }

            Assert.That(Activity.Current, Is.SameAs(own));
            await _polaris.BibRecords.GetAsync(6);
        }

        var lease = Named("polaris.lease");
        Assert.That(lease.ParentSpanId, Is.EqualTo(Named("job").SpanId));
        Assert.That(_recorder.SpanOf("POST objectlocks"), Is.EqualTo(lease.SpanId));
        Assert.That(_recorder.SpanOf("GET bibliographicrecords/5"), Is.EqualTo(lease.SpanId));
        Assert.That(_recorder.SpanOf("DELETE objectlocks/2/5"), Is.EqualTo(lease.SpanId), "the release");
        Assert.That(_recorder.SpanOf("GET bibliographicrecords/6"), Is.EqualTo(Named("job").SpanId), "after the release");
        Assert.That(lease.Duration, Is.GreaterThan(TimeSpan.Zero));
    }

    [Test]
    public async Task Lease_UnderALease_IsBelowIt()
    {
        await using (await AcquireAsync(5))
        {
            await using (await AcquireAsync(6))
            {
                await HideAsync(6);
            }

            await HideAsync(5);
        }

        var leases = All("polaris.lease").ToDictionary(lease => lease.ParentSpanId == default);
        var workflows = All("polaris.workflow");
        Assert.That(leases[false].ParentSpanId, Is.EqualTo(leases[true].SpanId), "a lease under a lease");
        Assert.That(workflows.Select(workflow => workflow.ParentSpanId), Is.EqualTo(new[] { leases[false].SpanId, leases[true].SpanId }));
    }

    [Test]
    public async Task Leases_AcquiredSideBySide_AreSiblings()
    {
        var both = await Task.WhenAll(AcquireAsync(5), AcquireAsync(6));
        await both[0].DisposeAsync();
        await both[1].DisposeAsync();

        Assert.That(All("polaris.lease").Select(lease => lease.ParentSpanId), Is.All.EqualTo(default(ActivitySpanId)));
    }

    [Test]
    public async Task Workflow_AfterALeaseThatWasRefused_IsNotBelowIt()
    {
        _fake.LockAs("someone", 99, ObjectType.BibliographicRecord, 6);

        Assert.ThrowsAsync<ObjectLockedException>(() => AcquireAsync(6));
        await HideAsync(5);

        Assert.That(Named("polaris.workflow").ParentSpanId, Is.EqualTo(default(ActivitySpanId)));
        Assert.That(Named("polaris.lease").GetTagItem("error.type"), Is.EqualTo(nameof(ObjectLockedException)));
    }

    [Test]
    public async Task Workflow_BelowASpanOfTheCaller_StaysThere()
    {
        await using (await AcquireAsync(5))
        {
            using (Callers.StartActivity("own"))
            {
                await HideAsync(5);
            }
        }

        Assert.That(Named("polaris.workflow").ParentSpanId, Is.EqualTo(Named("own").SpanId));
    }

    [Test]
    public async Task Conversation_UnderALease_IsBelowTheLease()
    {
        await using (await AcquireAsync(5))
        {
            var conversation = await _polaris.Workflows.StartAsync(new AddOrUpdateBibRecord { BibRecordId = 5, DisplayInPac = false });
            await conversation.ReplyAsync(((DisplayInPacPrompt)conversation.PendingPrompt!).Continue());
        }

        var lease = Named("polaris.lease");
        Assert.That(_recorder.SpanOf("POST workflow"), Is.EqualTo(lease.SpanId));
        Assert.That(_recorder.SpanOf("PUT workflow"), Is.EqualTo(lease.SpanId));
    }

    [Test]
    public async Task Locks_WithoutALease_AreBelowTheSpanOfTheCaller()
    {
        using var own = Callers.StartActivity("job");
        await _polaris.ObjectLocks.LockAsync(ObjectType.BibliographicRecord, 5);
        await _polaris.ObjectLocks.UnlockAsync(ObjectType.BibliographicRecord, 5);

        Assert.That(_recorder.SpanOf("POST objectlocks"), Is.EqualTo(own!.SpanId));
        Assert.That(_recorder.SpanOf("DELETE objectlocks/2/5"), Is.EqualTo(own.SpanId));
    }

    [Test]
    public async Task Lease_WithoutAListenerToThisLibrary_IsBelowTheSpanOfTheCaller()
    {
        _listener.Dispose();
        using var callersOnly = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Callers",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(callersOnly);
        using var own = Callers.StartActivity("job");

        await (await AcquireAsync(5)).DisposeAsync();

        Assert.That(_recorder.SpanOf("POST objectlocks"), Is.EqualTo(own!.SpanId));
        Assert.That(_recorder.SpanOf("DELETE objectlocks/2/5"), Is.EqualTo(own.SpanId));
    }

    [Test]
    public async Task Requests_UnderALeaseAcquiredAfterASpanHadEnded_AreBelowTheLease()
    {
        var ended = Callers.StartActivity("ended")!;
        await Task.Run(ended.Stop);
        Assert.That(Activity.Current, Is.SameAs(ended), "ended elsewhere, so it is still the current one here");

        await using (await AcquireAsync(5))
        {
            await _polaris.BibRecords.GetAsync(5);
        }

        Assert.That(_recorder.SpanOf("GET bibliographicrecords/5"), Is.EqualTo(Named("polaris.lease").SpanId));
    }

    [Test]
    public async Task Lease_CollectedWithoutDisposal_EndsItsSpanAsAnError()
    {
        await AcquireAndForgetAsync();

        for (var i = 0; i < 100 && All("polaris.lease").Count == 0; i++)
        {
            await Task.Yield();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.That(Named("polaris.lease").Status, Is.EqualTo(ActivityStatusCode.Error));
        await HideAsync(6);
        Assert.That(Named("polaris.workflow").ParentSpanId, Is.EqualTo(default(ActivitySpanId)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task AcquireAndForgetAsync() => _ = await AcquireAsync(5);

    private Task<ObjectLockLease> AcquireAsync(int id) => _polaris.ObjectLocks.AcquireAsync(ObjectType.BibliographicRecord, id);

    private Task<WorkflowResult<BibRecordSaved>> HideAsync(int id) => _polaris.Workflows.RunAsync(
        new AddOrUpdateBibRecord { BibRecordId = id, DisplayInPac = false }, new PromptHandlers().On<DisplayInPacPrompt>(prompt => prompt.Continue()));

    private Activity Named(string name) => All(name).Single();

    private List<Activity> All(string name)
    {
        lock (_ended)
        {
            return _ended.FindAll(activity => activity.DisplayName == name);
        }
    }

    /// <summary>Keeps the span that was current when a request was sent.</summary>
    private sealed class SpanRecorder(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private readonly List<(string Request, ActivitySpanId? Span)> _sent = [];

        public ActivitySpanId? SpanOf(string request)
        {
            lock (_sent)
            {
                return _sent.Last(sent => sent.Request.Contains(request, StringComparison.Ordinal)).Span;
            }
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (_sent)
            {
                _sent.Add(($"{request.Method} {string.Concat(request.RequestUri!.Segments.Skip(9))}", Activity.Current?.SpanId));
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
