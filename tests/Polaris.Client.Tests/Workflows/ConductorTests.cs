using Polaris.Client.Cataloging;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Http;
using Polaris.Client.Tests.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Workflows;

/// <summary>Prompts, handlers and the ways a workflow ends.</summary>
public sealed class ConductorTests : ConductorFixture
{
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
        Assert.That(result.RequestGuid, Is.EqualTo(Fake.Operations.Single().ConversationId));
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

        Assert.That(error.Message, Does.Contain("Cancel is replied").And.Contain("On<DisplayInPacPrompt>").And.Contain("Continue (5)").And.Contain(error.RequestGuid.ToString()));
        Assert.That(LastReply(), Is.EqualTo(WorkflowPromptResult.Cancel));
        Assert.That(Fake.ExecutedOperations, Is.Zero);
        Assert.That(error.MayHaveBeenProcessed, Is.False);
    }

    [Test]
    public void RunAsync_UnknownPromptWithoutCancel_IsLeftAloneAndReported()
    {
        Ask((4711, (WorkflowPromptOptions)10));

        var error = Assert.ThrowsAsync<UnansweredPromptException>(() => RunAsync(new PromptHandlers()))!;

        Assert.That(error.Message, Does.Contain("(WorkflowPromptId)4711").And.Contain("not documented whether the prompt offers Cancel").And.Contain("stays open"));
        Assert.That(Fake.Journal.Count(entry => entry.Method == "PUT"), Is.Zero, "9 may mean delete: nothing is sent unasked");
    }

    [Test]
    public void RunAsync_HandlerThrows_TheExceptionReachesTheCallerUnchangedAndThePromptIsCanceled()
    {
        var thrown = new TimeZoneNotFoundException();

        var caught = Assert.CatchAsync(() => HideAsync(new PromptHandlers().Otherwise(_ => throw thrown)));

        Assert.That(caught, Is.SameAs(thrown));
        Assert.That(LastReply(), Is.EqualTo(WorkflowPromptResult.Cancel));
        Assert.That(Fake.ExecutedOperations, Is.Zero);
    }

    [Test, Retry(3)] // The clock that skips delays takes work that a busy machine holds up for half a second to be blocked.
    public void RunAsync_HandlerThrowsAndTheCancelFails_TheHandlersExceptionStillArrives()
    {
        Assert.ThrowsAsync<TimeZoneNotFoundException>(() => HideAsync(new PromptHandlers().Otherwise(_ =>
        {
            Fake.Faults.Randomly(1, 1, FaultKind.DelayNotProcessed);
            throw new TimeZoneNotFoundException();
        })));

        Assert.That(Clock.Elapsed, Is.EqualTo(WorkflowsClient.CancelTimeout));
    }

    [Test]
    public void RunAsync_ResultThatIsNotOffered_IsNotSent()
    {
        var error = Assert.ThrowsAsync<IllegalReplyException>(
            () => HideAsync(new PromptHandlers().Always(WorkflowPromptId.DisplayInPac, WorkflowPromptResult.Yes)))!;

        Assert.That(error.Prompt.Id, Is.EqualTo(WorkflowPromptId.DisplayInPac));
        Assert.That(LastReply(), Is.EqualTo(WorkflowPromptResult.Cancel));
    }

    [Test]
    public void RunAsync_ReplyOfAnEarlierPrompt_IsNotSent()
    {
        PromptReply? kept = null;
        Ask((4711, WorkflowPromptOptions.ContinueCancel), (4711, WorkflowPromptOptions.ContinueCancel));

        Assert.ThrowsAsync<IllegalReplyException>(
            () => RunAsync(new PromptHandlers().Otherwise(prompt => kept ??= prompt.Reply(WorkflowPromptResult.Continue))));

        Assert.That(Fake.ExecutedOperations, Is.Zero);
    }

    [Test]
    public void RunAsync_PromptsWithoutEnd_AreCanceledAfterTheMost()
    {
        Fake.OnWorkflow(Scripted, _ => FakeWorkflowOutcome.Ask(PromptOf(4711, WorkflowPromptOptions.ContinueCancel)));
        var asked = 0;

        var error = Assert.ThrowsAsync<TooManyPromptsException>(() => RunAsync(new PromptHandlers().Otherwise(prompt =>
        {
            asked++;
            return prompt.Reply(WorkflowPromptResult.Continue);
        })))!;

        Assert.That(asked, Is.EqualTo(PolarisClientOptions.DefaultMaxPrompts));
        Assert.That(LastReply(), Is.EqualTo(WorkflowPromptResult.Cancel));
        Assert.That(error.Message, Does.Contain(error.RequestGuid.ToString()));
    }

    [TestCase(1, WorkflowOutcome.Completed)]
    [TestCase(3, WorkflowOutcome.Canceled)]
    public async Task RunAsync_StatusOfAnEnd_IsAResult(int status, WorkflowOutcome expected)
    {
        Fake.AnswerNextWorkflowCall(Answer(status));

        var result = await RunAsync(new PromptHandlers());

        Assert.That(result.Outcome, Is.EqualTo(expected));
        Assert.That(result.IsCanceled, Is.EqualTo(status == 3));
        Assert.That(result.Wire.WorkflowStatus, Is.EqualTo((WorkflowStatus)status));
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
        Fake.AnswerNextWorkflowCall(answer);

        var error = Assert.ThrowsAsync<WorkflowFailedException>(() => RunAsync(new PromptHandlers()))!;

        Assert.That(error.Status, Is.EqualTo((WorkflowStatus)status));
        Assert.That(error.MayHaveBeenProcessed, Is.EqualTo(mayHaveBeenProcessed));
        Assert.That(error.Message, Does.Contain($"status {status}").And.Contain(answer.WorkflowRequestGuid.ToString()));
        Assert.That(error.Messages.Single().Message, Is.EqualTo("said"));
        Assert.That(error.Transcript, Has.Count.EqualTo(1));
    }

    [Test]
    public void RunAsync_PromptWithoutConversation_IsAFailure()
    {
        var answer = Answer(-3);
        (answer.WorkflowRequestGuid, answer.Prompt) = (Guid.Empty, new WorkflowPrompt { WorkflowPromptId = WorkflowPromptId.DisplayInPac });
        Fake.AnswerNextWorkflowCall(answer);

        Assert.ThrowsAsync<WorkflowFailedException>(() => RunAsync(new PromptHandlers().Otherwise(prompt => prompt.Cancel())));
    }

    [Test]
    public async Task RunAsync_RepliesUpFront_AreSentAndHonoredWhenAskedAnyway([Values] bool serverUsesThem)
    {
        var fake = new FakePolaris(new FakePolarisOptions { UseUpFrontReplies = serverUsesThem }).WithBib(5);
        using var polaris = fake.CreateClient();

        var result = await polaris.Workflows.RunAsync(
            new AddOrUpdateBibRecord { BibRecordId = 5, DisplayInPac = false },
            new PromptHandlers { SendAlwaysUpFront = true }.Always(WorkflowPromptId.DisplayInPac, WorkflowPromptResult.Continue));

        var start = fake.Journal.Single(entry => entry.Request is not null);
        Assert.That(start.Request!.Replies!.Single().WorkflowPromptResult, Is.EqualTo(WorkflowPromptResult.Continue));
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(result.Transcript, Has.Count.EqualTo(serverUsesThem ? 1 : 2));
    }

    [Test]
    public async Task RunAsync_RequestWithItsOwnTransaction_SendsIt()
    {
        var server = new ScriptedServer().Then(200, """{"WorkflowStatus":1}""");
        using var polaris = TestClient.Create(server);

        await polaris.Workflows.RunAsync(
            new AddOrUpdateBibRecord { BibRecordId = 5, TxnBranchId = 8, TxnUserId = 9, TxnWorkstationId = 10 }, new PromptHandlers());

        var sent = server.Requests[0].Json!;
        Assert.That(sent["TxnBranchID"]!.GetValue<int>(), Is.EqualTo(8));
        Assert.That(sent["TxnUserID"]!.GetValue<int>(), Is.EqualTo(9));
        Assert.That(sent["TxnWorkstationID"]!.GetValue<int>(), Is.EqualTo(10));
    }

    [Test]
    public void CustomWorkflow_WithoutData_IsRefusedBeforeItIsSent()
    {
        var error = Assert.ThrowsAsync<InvalidOperationException>(
            () => Client.Workflows.RunAsync(new CustomWorkflow { RequestType = Scripted }, new PromptHandlers()))!;

        Assert.That(error.Message, Does.StartWith("CustomWorkflow.Data is not set"));
        Assert.That(Fake.Journal.Any(entry => entry.Path == "workflow"), Is.False);
    }
}
