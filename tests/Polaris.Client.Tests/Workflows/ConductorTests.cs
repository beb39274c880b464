using System.Text.Json;
using Polaris.Client.BibliographicRecords;
using Polaris.Client.Http;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Http;
using Polaris.Client.Workflows;
using Polaris.Client.Workflows.Prompts;
using Polaris.Client.Workflows.Protocol;

namespace Polaris.Client.Tests.Workflows;

public sealed class ConductorTests
{
    private static readonly WorkflowRequestType Scripted = (WorkflowRequestType)27;
    private ManualTimeProvider _clock = null!;
    private FakePolaris _fake = null!;
    private PolarisClient _polaris = null!;

    [SetUp]
    public void Connect()
    {
        _clock = new ManualTimeProvider { SkipsDelays = true };
        _fake = new FakePolaris(new FakePolarisOptions { TimeProvider = _clock }).WithBib(5);
        _polaris = _fake.CreateClient();
    }

    [TearDown]
    public void Disconnect()
    {
        _polaris.Dispose();
        _fake.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task RunAsync_PromptsInAnyOrder_AreAnsweredAndTheTranscriptIsExact()
    {
        Ask((4711, WorkflowPromptOptions.YesNo), (66, WorkflowPromptOptions.ContinueCancel), (4711, WorkflowPromptOptions.OkCancel));

        var result = await RunAsync(new PromptHandlers()
            .On<DisplayInPacPrompt>(prompt => prompt.Continue())
            .On((WorkflowPromptId)4711, prompt => prompt.Reply(prompt.Choices[0].Result)));

        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(
            result.Transcript.ToString(),
            Is.EqualTo("Start -> prompt 4711; Reply Yes to prompt 4711 -> prompt 66; Reply Continue to prompt 66 -> prompt 4711; "
                + "Reply Ok to prompt 4711 -> CompletedSuccessfully"));
        Assert.That(result.RequestGuid, Is.EqualTo(_fake.Operations.Single().ConversationId));
    }

    [Test]
    public async Task RunAsync_Handlers_TheMostSpecificOneAnswers()
    {
        var asked = new List<string>();
        Ask((66, WorkflowPromptOptions.ContinueCancel), (1, WorkflowPromptOptions.Ok), (2, WorkflowPromptOptions.Ok), (3, WorkflowPromptOptions.Ok));
        PromptReply Ok(string who, Prompt prompt)
        {
            asked.Add($"{who} {(int)prompt.Id}");
            return prompt.Reply(prompt.Choices[0].Result);
        }

        await RunAsync(new PromptHandlers()
            .Otherwise(prompt => Ok("otherwise", prompt))
            .Always((WorkflowPromptId)2, WorkflowPromptResult.Ok)
            .On((WorkflowPromptId)1, (prompt, _) => Task.FromResult<PromptReply?>(Ok("id", prompt)))
            .On(WorkflowPromptId.DisplayInPac, prompt => Ok("id", prompt))
            .On<DisplayInPacPrompt>(prompt => Ok("type", prompt)));

        Assert.That(asked, Is.EqualTo(new[] { "type 66", "id 1", "otherwise 3" }));
    }

    [Test]
    public void RunAsync_PromptWithoutHandler_CancelsAndNamesTheMissingHandler()
    {
        var error = Assert.ThrowsAsync<UnansweredPromptException>(() => HideAsync(new PromptHandlers()))!;

        Assert.That(error.Message, Does.Contain("On<DisplayInPacPrompt>").And.Contain("Continue (5)").And.Contain(error.RequestGuid.ToString()));
        Assert.That(LastReply(), Is.EqualTo(WorkflowPromptResult.Cancel));
        Assert.That((_fake.ExecutedOperations, error.MayHaveBeenProcessed), Is.EqualTo((0, false)));
    }

    [Test]
    public void RunAsync_UnknownPromptWithoutCancel_IsLeftAloneAndTold()
    {
        Ask((4711, (WorkflowPromptOptions)10));

        var error = Assert.ThrowsAsync<UnansweredPromptException>(() => RunAsync(new PromptHandlers()))!;

        Assert.That(error.Message, Does.Contain("(WorkflowPromptId)4711").And.Contain("stays open"));
        Assert.That(_fake.Journal.Count(entry => entry.Method == "PUT"), Is.Zero, "9 may mean delete: nothing is sent unasked");
    }

    [Test]
    public void RunAsync_HandlerThrows_TheExceptionReachesTheCallerUnchangedAndThePromptIsCancelled()
    {
        var thrown = new TimeZoneNotFoundException();

        var caught = Assert.CatchAsync(() => HideAsync(new PromptHandlers().Otherwise(_ => throw thrown)));

        Assert.That((caught, LastReply(), _fake.ExecutedOperations), Is.EqualTo(((Exception)thrown, WorkflowPromptResult.Cancel, 0)));
    }

    [Test]
    public void RunAsync_HandlerThrowsAndTheCancelFails_TheHandlersExceptionStillArrives()
    {
        Assert.ThrowsAsync<TimeZoneNotFoundException>(() => HideAsync(new PromptHandlers().Otherwise(_ =>
        {
            _fake.Faults.Randomly(1, 1, FaultKind.DelayNotProcessed);
            throw new TimeZoneNotFoundException();
        })));

        Assert.That(_clock.Elapsed, Is.EqualTo(WorkflowsClient.CancelTimeout));
    }

    [Test]
    public void RunAsync_ResultThatIsNotOffered_IsNotSent()
    {
        var error = Assert.ThrowsAsync<IllegalReplyException>(
            () => HideAsync(new PromptHandlers().Always(WorkflowPromptId.DisplayInPac, WorkflowPromptResult.Yes)))!;

        Assert.That((error.Prompt.Id, LastReply()), Is.EqualTo((WorkflowPromptId.DisplayInPac, WorkflowPromptResult.Cancel)));
    }

    [Test]
    public void RunAsync_ReplyOfAnEarlierPrompt_IsNotSent()
    {
        PromptReply? kept = null;
        Ask((4711, WorkflowPromptOptions.ContinueCancel), (4711, WorkflowPromptOptions.ContinueCancel));

        Assert.ThrowsAsync<IllegalReplyException>(
            () => RunAsync(new PromptHandlers().Otherwise(prompt => kept ??= prompt.Reply(WorkflowPromptResult.Continue))));

        Assert.That(_fake.ExecutedOperations, Is.Zero);
    }

    [Test]
    public void RunAsync_PromptsWithoutEnd_AreCancelledAfterTheMost()
    {
        _fake.OnWorkflow(Scripted, _ => FakeWorkflowOutcome.Ask(PromptOf(4711, WorkflowPromptOptions.ContinueCancel)));
        var asked = 0;

        var error = Assert.ThrowsAsync<TooManyPromptsException>(() => RunAsync(new PromptHandlers().Otherwise(prompt =>
        {
            asked++;
            return prompt.Reply(WorkflowPromptResult.Continue);
        })))!;

        Assert.That((asked, LastReply()), Is.EqualTo((PolarisClientOptions.DefaultMaxPrompts, WorkflowPromptResult.Cancel)));
        Assert.That(error.Message, Does.Contain(error.RequestGuid.ToString()));
    }

    [TestCase(1, WorkflowOutcome.Completed)]
    [TestCase(3, WorkflowOutcome.Cancelled)]
    public async Task RunAsync_StatusOfAnEnd_IsAResult(int status, WorkflowOutcome expected)
    {
        _fake.AnswerNextWorkflowCall(Answer(status));

        var result = await RunAsync(new PromptHandlers());

        Assert.That((result.Outcome, result.IsCancelled, result.Wire.WorkflowStatus), Is.EqualTo((expected, status == 3, (WorkflowStatus)status)));
    }

    [TestCase(2, false)]
    [TestCase(-1, false)]
    [TestCase(-2, true)]
    [TestCase(-3, false)]
    [TestCase(0, true)]
    [TestCase(17, true)]
    public void RunAsync_AnyOtherStatus_IsAFailureWithItsConversation(int status, bool mayHaveBeenProcessed)
    {
        var answer = Answer(status);
        _fake.AnswerNextWorkflowCall(answer);

        var error = Assert.ThrowsAsync<WorkflowFailedException>(() => RunAsync(new PromptHandlers()))!;

        Assert.That((error.Status, error.MayHaveBeenProcessed), Is.EqualTo(((WorkflowStatus)status, mayHaveBeenProcessed)));
        Assert.That(error.Message, Does.Contain($"status {status}").And.Contain(answer.WorkflowRequestGuid.ToString()));
        Assert.That((error.Messages.Single().Message, error.Transcript.Count), Is.EqualTo(("said", 1)));
    }

    [Test]
    public void RunAsync_PromptWithoutConversation_IsAFailure()
    {
        var answer = Answer(-3);
        (answer.WorkflowRequestGuid, answer.Prompt) = (Guid.Empty, PromptOf(66, WorkflowPromptOptions.ContinueCancel));
        _fake.AnswerNextWorkflowCall(answer);

        Assert.ThrowsAsync<WorkflowFailedException>(() => RunAsync(new PromptHandlers().Otherwise(prompt => prompt.Cancel())));
    }

    [TestCase(200, "", "application/json")]
    [TestCase(200, null, null)]
    [TestCase(200, "{\"WorkflowRequestGuid\":\"7fc0", "application/json")]
    [TestCase(200, "<html></html>", "text/html")]
    [TestCase(502, "<html></html>", "text/html")]
    public void RunAsync_StartAnsweredWithSomethingElse_SaysThatItMayHaveBeenDone(int status, string? body, string? contentType)
    {
        _fake.AnswerNextWorkflowCall(status, body, contentType);

        var error = Assert.CatchAsync<ApiException>(() => RunAsync(new PromptHandlers()))!;

        Assert.That((error.Route, error.MayHaveBeenProcessed), Is.EqualTo(("POST /workflow", true)));
        Assert.That(_fake.Journal.Count(entry => entry.Method == "POST" && entry.Path == "workflow"), Is.EqualTo(1));
    }

    [TestCase(200, "", "application/json")]
    [TestCase(200, "{\"Workflow", "application/json")]
    [TestCase(200, "<html></html>", "text/html")]
    [TestCase(504, "<html></html>", "text/html")]
    public async Task RunAsync_ReplyAnsweredWithSomethingElse_AsksForTheStateAndGoesOn(int status, string body, string contentType)
    {
        var asked = 0;

        var result = await HideAsync(new PromptHandlers().On<DisplayInPacPrompt>(prompt =>
        {
            if (asked++ == 0)
            {
                _fake.AnswerNextWorkflowCall(status, body, contentType);
            }

            return prompt.Continue();
        }));

        Assert.That(
            result.Transcript.ToString(),
            Is.EqualTo("Start -> prompt 66; Reply Continue to prompt 66 -> answer lost; Read -> prompt 66; "
                + "Reply Continue to prompt 66 -> CompletedSuccessfully"));
        Assert.That(_fake.ExecutedOperations, Is.EqualTo(1));
    }

    [TestCase(FaultKind.ResetAfterProcessing)]
    [TestCase(FaultKind.TruncatedAnswer)]
    [TestCase(FaultKind.DelayProcessed)]
    [TestCase(FaultKind.ProxyHtmlAfterProcessing)]
    public async Task RunAsync_AnswerToAReplyLost_IsFoundByReadingAndTheReplyIsNotRepeated(FaultKind fault)
    {
        _fake.Faults.Add(new FakeFault(fault) { Method = "PUT" });

        var result = await HideAsync(Hide());

        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That((_fake.ExecutedOperations, _fake.Journal.Count(entry => entry.Method == "PUT")), Is.EqualTo((1, 1)));
        Assert.That(result.Transcript.ToString(), Does.EndWith("-> answer lost; Read -> CompletedSuccessfully"));
    }

    [Test]
    public void RunAsync_AnswerToAReplyLostAndTheStateUnreadable_SaysHowToFindOut()
    {
        _fake.Faults.Add(new FakeFault(FaultKind.ResetAfterProcessing) { Method = "PUT" });
        for (var i = 0; i < 4; i++)
        {
            _fake.Faults.Add(new FakeFault(FaultKind.ConnectionRefused) { Method = "GET" });
        }

        var error = Assert.ThrowsAsync<TransportException>(() => HideAsync(Hide()))!;

        var conversation = _fake.Operations.Single().ConversationId;
        Assert.That((error.MayHaveBeenProcessed, error.RequestPath), Is.EqualTo((true, (string?)error.RequestPath)));
        Assert.That(error.RequestPath, Does.EndWith($"/workflow/{conversation}"));
        Assert.That(error.Message, Does.Contain(conversation.ToString()).And.Contain("read the record"));
    }

    [Test]
    public void RunAsync_LaterReplyRefusedWhileAnEarlierOneIsInDoubt_StaysInDoubt()
    {
        Ask((4711, WorkflowPromptOptions.ContinueCancel));
        _fake.Faults.Add(new FakeFault(FaultKind.ResetBeforeProcessing) { Method = "PUT" });
        var asked = 0;

        var error = Assert.ThrowsAsync<TransportException>(() => RunAsync(new PromptHandlers().Otherwise(prompt =>
        {
            if (asked++ == 1)
            {
                _fake.AnswerNextWorkflowCall(404, null).AnswerNextWorkflowCall(404, null);
            }

            return prompt.Reply(WorkflowPromptResult.Continue);
        })))!;

        Assert.That(error.MayHaveBeenProcessed, Is.True, "the first reply may still be under way");
    }

    [Test]
    public void RunAsync_ReplyRefusedBecauseTheRecordIsLocked_CancelsTheConversation()
    {
        var asked = 0;

        var error = Assert.ThrowsAsync<ObjectLockedException>(() => HideAsync(new PromptHandlers().On<DisplayInPacPrompt>(prompt =>
        {
            asked++;
            _fake.LockAs("someone", 99, ObjectType.BibliographicRecord, 5, TimeSpan.FromSeconds(6));
            return prompt.Continue();
        })))!;

        Assert.That((asked, error.MayHaveBeenProcessed, LastReply()), Is.EqualTo((1, false, WorkflowPromptResult.Cancel)));
        Assert.That(_fake.Journal[^1].Answer!.WorkflowStatus, Is.EqualTo(WorkflowStatus.CompletedCancelled));
    }

    [Test]
    public async Task RunAsync_TokenRevokedInTheMiddle_DoesNotLoseTheConversation()
    {
        var result = await HideAsync(new PromptHandlers().On<DisplayInPacPrompt>(prompt =>
        {
            _fake.RevokeTokens();
            return prompt.Continue();
        }));

        Assert.That((result.Outcome, _fake.SignIns, _fake.ExecutedOperations), Is.EqualTo((WorkflowOutcome.Completed, 2, 1)));
    }

    [Test]
    public void RunAsync_CancelledDuringAPrompt_SendsOneCancel()
    {
        using var cancellation = new CancellationTokenSource();

        Assert.CatchAsync<OperationCanceledException>(() => HideAsync(
            new PromptHandlers().On<DisplayInPacPrompt>(async (prompt, token) =>
            {
                await cancellation.CancelAsync();
                token.ThrowIfCancellationRequested();
                return prompt.Continue();
            }),
            cancellation.Token));

        Assert.That(_fake.Journal.Count(entry => entry.Method == "PUT"), Is.EqualTo(1));
        Assert.That((LastReply(), _fake.ExecutedOperations), Is.EqualTo((WorkflowPromptResult.Cancel, 0)));
    }

    [Test]
    public void RunAsync_CancelledBetweenHandlerAndReply_SendsOnlyTheCancel()
    {
        using var cancellation = new CancellationTokenSource();

        Assert.CatchAsync<OperationCanceledException>(() => HideAsync(
            new PromptHandlers().On<DisplayInPacPrompt>(prompt =>
            {
                cancellation.Cancel();
                return prompt.Continue();
            }),
            cancellation.Token));

        Assert.That(_fake.Journal.Where(entry => entry.Reply is not null).Select(entry => entry.Reply!.WorkflowPromptResult), Is.EqualTo(new[] { WorkflowPromptResult.Cancel }));
    }

    [TestCase(FaultKind.DelayProcessed)]
    [TestCase(FaultKind.DelayNotProcessed)]
    public void RunAsync_CancelledWhileAReplyIsUnderWay_AsksForTheStateAndCancelsWhatIsPending(FaultKind fault)
    {
        Ask((4711, WorkflowPromptOptions.ContinueCancel), (4712, WorkflowPromptOptions.YesNoCancel));
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(30), _clock);
        _fake.Faults.Add(new FakeFault(fault) { Method = "PUT" });

        Assert.CatchAsync<OperationCanceledException>(() => RunAsync(
            new PromptHandlers().Otherwise(prompt => prompt.Reply(prompt.Choices[0].Result)), cancellation.Token));

        var last = _fake.Journal[^1];
        Assert.That(last.Reply!.WorkflowPromptId, Is.EqualTo((WorkflowPromptId)(fault == FaultKind.DelayProcessed ? 4712 : 4711)));
        Assert.That((last.Answer!.WorkflowStatus, _fake.ExecutedOperations), Is.EqualTo((WorkflowStatus.CompletedCancelled, 0)));
    }

    [Test]
    public async Task RunAsync_RepliesUpFront_AreSentAndHonouredWhenAskedAllTheSame([Values] bool serverUsesThem)
    {
        var fake = new FakePolaris(new FakePolarisOptions { UseUpFrontReplies = serverUsesThem }).WithBib(5);
        using var polaris = fake.CreateClient();

        var result = await polaris.Workflows.RunAsync(
            new AddOrUpdateBibRecord { BibRecordId = 5, DisplayInPac = false },
            new PromptHandlers { SendAlwaysUpFront = true }.Always(WorkflowPromptId.DisplayInPac, WorkflowPromptResult.Continue));

        var start = fake.Journal.Single(entry => entry.Request is not null);
        Assert.That(start.Request!.WorkflowReplies!.Single().WorkflowPromptResult, Is.EqualTo(WorkflowPromptResult.Continue));
        Assert.That((result.Outcome, result.Transcript.Count), Is.EqualTo((WorkflowOutcome.Completed, serverUsesThem ? 1 : 2)));
    }

    [Test]
    public async Task RunAsync_RequestWithItsOwnTransaction_SendsIt()
    {
        var server = new ScriptedServer().Then(200, """{"WorkflowStatus":1}""");
        using var polaris = TestClient.Create(server);

        await polaris.Workflows.RunAsync(
            new AddOrUpdateBibRecord { TxnBranchId = 8, TxnUserId = 9, TxnWorkstationId = 10 }, new PromptHandlers());

        var sent = server.Requests[0].Json!;
        Assert.That(
            (sent["TxnBranchID"]!.GetValue<int>(), sent["TxnUserID"]!.GetValue<int>(), sent["TxnWorkstationID"]!.GetValue<int>()),
            Is.EqualTo((8, 9, 10)));
    }

    [Test]
    public void CustomWorkflow_WithoutData_IsRefusedBeforeItIsSent()
    {
        Assert.ThrowsAsync<InvalidOperationException>(
            () => _polaris.Workflows.RunAsync(new CustomWorkflow { RequestType = Scripted }, new PromptHandlers()));

        Assert.That(_fake.Journal.Any(entry => entry.Path == "workflow"), Is.False);
    }

    private static PromptHandlers Hide() => new PromptHandlers().On<DisplayInPacPrompt>(prompt => prompt.Continue());

    private static WorkflowPrompt PromptOf(int id, WorkflowPromptOptions options) => new()
    {
        WorkflowPromptId = (WorkflowPromptId)id,
        WorkflowPromptOptions = options,
    };

    private static WorkflowAnswer Answer(int status) => new()
    {
        WorkflowRequestGuid = Guid.NewGuid(),
        WorkflowStatus = (WorkflowStatus)status,
        InformationMessages = [new InformationMessage { Message = "said" }],
    };

    private WorkflowPromptResult LastReply() => _fake.Journal.Last(entry => entry.Reply is not null).Reply!.WorkflowPromptResult;

    /// <summary>Asks these, then completes; Cancel ends it.</summary>
    private void Ask(params (int Id, WorkflowPromptOptions Options)[] prompts) => _fake.OnWorkflow(Scripted, talk =>
        talk.Replies.Any(reply => reply.WorkflowPromptResult == WorkflowPromptResult.Cancel) ? FakeWorkflowOutcome.Cancel()
        : talk.Replies.Count < prompts.Length ? FakeWorkflowOutcome.Ask(PromptOf(prompts[talk.Replies.Count].Id, prompts[talk.Replies.Count].Options))
        : FakeWorkflowOutcome.Complete());

    private Task<WorkflowResult<CustomWorkflowAnswer>> RunAsync(PromptHandlers handlers, CancellationToken cancellationToken = default) =>
        _polaris.Workflows.RunAsync(
            new CustomWorkflow { RequestType = Scripted, Data = JsonDocument.Parse("""{"IssueOrPartID":5}""").RootElement },
            handlers,
            cancellationToken);

    private Task<WorkflowResult<BibRecordSaved>> HideAsync(PromptHandlers handlers, CancellationToken cancellationToken = default) =>
        _polaris.Workflows.RunAsync(new AddOrUpdateBibRecord { BibRecordId = 5, DisplayInPac = false }, handlers, cancellationToken);
}
