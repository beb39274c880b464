using System.Net;
using Polaris.Client.Cataloging;
using Polaris.Client.ContractTests.WireMock;
using Polaris.Client.Workflows;

namespace Polaris.Client.ContractTests.Polaris.Faults;

/// <summary>A workflow is started at most once: where the server may have acted, nothing is sent again.</summary>
[TestFixture]
public sealed class WorkflowFaultTests : PolarisContractTest
{
    private const string RequestGuid = "7fc0c2b3-2ba8-42fa-81a6-9fb088fac31f";

    [Test, Stubs("Faults/workflow-connection-reset")]
    public Task RunAsync_ConnectionReset_IsSentOnce() => AssertSentOnceAsync();

    [Test, Stubs("Faults/workflow-empty-response")]
    public Task RunAsync_EmptyResponse_IsSentOnce() => AssertSentOnceAsync();

    [Test, Stubs("Faults/workflow-malformed-chunk")]
    public Task RunAsync_BodyBrokenOff_IsSentOnce() => AssertSentOnceAsync();

    [Test, Stubs("Faults/workflow-random-data")]
    public Task RunAsync_RandomData_IsSentOnce() => AssertSentOnceAsync();

    [Test, Stubs("Faults/workflow-delay")]
    public Task RunAsync_SlowerThanTheTimeout_IsSentOnce() =>
        AssertSentOnceAsync(options => options.Timeout = TimeSpan.FromMilliseconds(400));

    [Test, Stubs("SignIn/polaris", "Faults/workflow-delay")]
    public async Task RunAsync_CallerGivesUp_IsCancelledAndSentOnce()
    {
        using var patience = new CancellationTokenSource();
        Task running = RunAsync(CreateClient(), patience.Token);
        await WaitForRequestsAsync(2);

        await patience.CancelAsync();

        var error = Assert.CatchAsync<OperationCanceledException>(() => running);
        await AssertRequestsAsync(SignIn, "POST workflow");
        Assert.That(error!.CancellationToken, Is.EqualTo(patience.Token));
    }

    [Test, Stubs("SignIn/polaris", "Faults/workflow-503")]
    public async Task RunAsync_Unavailable_IsSentOnce()
    {
        PolarisClient polaris = CreateClient();

        var error = Assert.ThrowsAsync<ApiException>(() => RunAsync(polaris));

        await AssertRequestsAsync(SignIn, "POST workflow");
        Assert.That(error!.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(error.Failure.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(1)));
        Assert.That(error.Failure.MediaType, Is.EqualTo("text/plain"));
        Assert.That(error.Body, Is.EqualTo("Service Unavailable. Retry later"));
        Assert.That(error.Route, Is.EqualTo("POST /workflow"));
        Assert.That(error.Attempts, Is.EqualTo(1));
        Assert.That(error.MayHaveBeenProcessed, Is.True);
    }

    [Test, Stubs("SignIn/polaris", "Faults/workflow-409-twice-then-200")]
    public async Task StartAsync_RecordLockedTwice_WaitsForTheLock()
    {
        PolarisClient polaris = CreateClient(options => options.Retry.LockWait = TimeSpan.FromSeconds(30));

        WorkflowConversation<BibRecordSaved> talk = await polaris.Workflows.StartAsync(BibExamples.Hiding());

        await AssertRequestsAsync(SignIn, "POST workflow", "POST workflow", "POST workflow");
        Assert.That(talk.PendingPrompt, Is.TypeOf<DisplayInPacPrompt>());
        Assert.That(talk.Transcript, Has.Count.EqualTo(1));
    }

    [Test, Stubs("SignIn/polaris", "Faults/workflow-reply-lost")]
    public async Task RunAsync_AnswerToAReplyLost_IsReadFromTheServer()
    {
        WorkflowResult<BibRecordSaved> saved = await RunAsync(CreateClient());

        await AssertRequestsAsync(
            SignIn, "POST workflow", $"PUT workflow/{RequestGuid}", $"GET workflow/{RequestGuid}");
        Assert.That(saved.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(saved.Wire, Members.EqualTo(BibExamples.Updated(new Guid(RequestGuid))));
        Assert.That(saved.Transcript.ToString(), Is.EqualTo(
            "Start -> prompt 66; Reply Continue to prompt 66 -> answer lost; Read -> CompletedSuccessfully"));
    }

    private static Task<WorkflowResult<BibRecordSaved>> RunAsync(
        PolarisClient polaris, CancellationToken cancellationToken = default) =>
        polaris.Workflows.RunAsync(
            BibExamples.Hiding(),
            new PromptHandlers().On<DisplayInPacPrompt>(prompt => prompt.Continue()),
            cancellationToken);

    private async Task AssertSentOnceAsync(Action<PolarisClientOptions>? configure = null)
    {
        PolarisClient polaris = CreateClient(options =>
        {
            UseReadyToken(options);
            configure?.Invoke(options);
        });

        var error = Assert.ThrowsAsync<TransportException>(() => RunAsync(polaris));

        await AssertRequestsAsync("POST workflow");
        Assert.That(error!.MayHaveBeenProcessed, Is.True);
        Assert.That(error.Attempts, Is.EqualTo(1));
        Assert.That(error.Route, Is.EqualTo("POST /workflow"));
        Assert.That(error.RequestPath, Is.EqualTo(StubbedPolaris.Path + "workflow"));
    }
}
