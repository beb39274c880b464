using System.Net;
using Polaris.Client.Cataloging;
using Polaris.Client.ContractTests.Wire;
using Polaris.Client.Workflows;

namespace Polaris.Client.ContractTests.Polaris.Faults;

/// <summary>A workflow is started at most once: where the server may have acted, nothing is sent again.</summary>
[TestFixture]
public sealed class WorkflowFaultTests : PolarisContractTest
{
    private const string Hiding = "Polaris/bib-header-update-prompt-66";
    private const string Locked = "Polaris/lock-single-409";
    private const string RequestGuid = "7fc0c2b3-2ba8-42fa-81a6-9fb088fac31f";

    [TestCase(Fault.ConnectionReset)]
    [TestCase(Fault.EmptyResponse)]
    [TestCase(Fault.RandomData)]
    [TestCase(Fault.BrokenChunk)]
    public void RunAsync_NoWholeResponse_IsSentOnce(Fault fault)
    {
        OnRequestOf(Hiding).Answers(fault);

        AssertSentOnce();
    }

    [Test]
    public void RunAsync_SlowerThanTheTimeout_IsSentOnce()
    {
        OnRequestOf(Hiding).Answers(AnswerOf(Hiding).After(TimeSpan.FromSeconds(10)));

        AssertSentOnce(options => options.Timeout = TimeSpan.FromMilliseconds(400));
    }

    [Test]
    public async Task RunAsync_CallerCancels_IsCanceledAndSentOnce()
    {
        OnRequestOf(Hiding).Answers(AnswerOf(Hiding).After(TimeSpan.FromSeconds(10)));

        using var patience = new CancellationTokenSource();
        Task running = RunAsync(CreateClient(), patience.Token);
        await WaitForRequestsAsync(2);

        await patience.CancelAsync();

        var error = Assert.CatchAsync<OperationCanceledException>(() => running);
        AssertRequests(SignIn, "POST workflow");
        Assert.That(error!.CancellationToken, Is.EqualTo(patience.Token));
    }

    [Test]
    public void RunAsync_Unavailable_IsSentOnce()
    {
        OnRequestOf(Hiding).Answers(Unavailable);
        PolarisClient polaris = CreateClient();

        var error = Assert.ThrowsAsync<RequestFailedException>(() => RunAsync(polaris));

        AssertRequests(SignIn, "POST workflow");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error!.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(error.Failure.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(1)));
            Assert.That(error.Failure.MediaType, Is.EqualTo("text/plain"));
            Assert.That(error.Body, Is.EqualTo("Service Unavailable. Retry later"));
            Assert.That(error.Route, Is.EqualTo("POST /workflow"));
            Assert.That(error.Attempts, Is.EqualTo(1));
            Assert.That(error.MayHaveBeenProcessed, Is.True);
        }
    }

    [Test]
    public async Task StartAsync_RecordLockedTwice_WaitsForTheLock()
    {
        OnRequestOf(Hiding).Answers(AnswerOf(Locked), AnswerOf(Locked), AnswerOf(Hiding));
        PolarisClient polaris = CreateClient(options => options.Retry.LockWait = TimeSpan.FromSeconds(30));

        WorkflowConversation<BibRecordSaved> talk = await polaris.Workflows.StartAsync(BibExamples.Hiding());

        AssertRequests(SignIn, "POST workflow", "POST workflow", "POST workflow");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(talk.PendingPrompt, Is.TypeOf<DisplayInPacPrompt>());
            Assert.That(talk.Transcript, Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task RunAsync_AnswerToAReplyLost_IsReadFromTheServer()
    {
        OnRequestOf("Polaris/bib-header-update-reply-66").Answers(Fault.ConnectionReset);
        On($"GET workflow/{RequestGuid}").Answers(AnswerOf("Polaris/bib-header-update-reply-66"));
        OnRequestOf(Hiding).Answers(AnswerOf(Hiding));

        WorkflowResult<BibRecordSaved> saved = await RunAsync(CreateClient());

        AssertRequests(
            SignIn, "POST workflow", $"PUT workflow/{RequestGuid}", $"GET workflow/{RequestGuid}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(saved.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
            Assert.That(saved.Wire, Members.EqualTo(BibExamples.Updated(new Guid(RequestGuid))));
            Assert.That(saved.Transcript.ToString(), Is.EqualTo(
                "Start -> prompt 66; Reply Continue to prompt 66 -> response lost; Read -> CompletedSuccessfully"));
        }
    }

    private static Task<WorkflowResult<BibRecordSaved>> RunAsync(
        PolarisClient polaris, CancellationToken cancellationToken = default) =>
        polaris.Workflows.RunAsync(
            BibExamples.Hiding(),
            new PromptHandlers().On<DisplayInPacPrompt>(prompt => prompt.Continue()),
            cancellationToken);

    private void AssertSentOnce(Action<PolarisClientOptions>? configure = null)
    {
        PolarisClient polaris = CreateClient(options =>
        {
            UseReadyToken(options);
            configure?.Invoke(options);
        });

        var error = Assert.ThrowsAsync<TransportException>(() => RunAsync(polaris));

        AssertRequests("POST workflow");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error!.MayHaveBeenProcessed, Is.True);
            Assert.That(error.Attempts, Is.EqualTo(1));
            Assert.That(error.Route, Is.EqualTo("POST /workflow"));
            Assert.That(error.RequestPath, Is.EqualTo(StubbedPolaris.Path + "workflow"));
        }
    }
}
