using Polaris.Client.Cataloging;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Http;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Workflows;

/// <summary>Conversations step by step, and what is logged about them.</summary>
public sealed class ConversationTests : ConductorFixture
{
    private static readonly UpdateBibRecord Hiding = new() { BibRecordId = 5, DisplayInPac = false };

    [Test]
    public async Task ToString_WaitingAndEnded_ReportsNumbersOnly()
    {
        var talk = await Client.Workflows.StartAsync(Hiding);
        var waiting = talk.ToString();
        await talk.CancelAsync();

        Assert.That(waiting, Is.EqualTo($"workflow 9 {talk.RequestGuid}: DisplayInPacPrompt (66)"));
        Assert.That(talk.ToString(), Is.EqualTo($"workflow 9 {talk.RequestGuid}: CompletedCancelled"));
    }

    [Test]
    public async Task ReplyAsync_AnswerWithoutConversationId_KeepsTheOneThatIsKnown()
    {
        var server = new ScriptedServer().Then(200, TestCall.PromptAnswer).Then(200, """{"WorkflowStatus":1}""");
        using var polaris = TestClient.Create(server);
        var talk = await polaris.Workflows.StartAsync(new AddOrUpdateBibRecord { BibRecordId = 5 });
        var id = talk.RequestGuid;

        await talk.ReplyAsync(((DisplayInPacPrompt)talk.PendingPrompt!).Continue());

        Assert.That(talk.RequestGuid, Is.EqualTo(id));
        Assert.That(id, Is.EqualTo(talk.Transcript[0].Answer!.WorkflowRequestGuid));
        Assert.That(id, Is.Not.EqualTo(Guid.Empty));
        Assert.That(talk.Complete().RequestGuid, Is.EqualTo(id));
    }

    [Test]
    public async Task ReplyAsync_PromptWithoutConversationId_BelongsToTheConversation()
    {
        var next = PolarisFixture.ResponseBody("bib-header-update-prompt-66.json")!;
        next["WorkflowRequestGuid"] = Guid.Empty.ToString();
        var server = new ScriptedServer().Then(200, TestCall.PromptAnswer).Then(200, next.ToJsonString());
        using var polaris = TestClient.Create(server);
        var talk = await polaris.Workflows.StartAsync(new AddOrUpdateBibRecord { BibRecordId = 5 });

        await talk.ReplyAsync(((DisplayInPacPrompt)talk.PendingPrompt!).Continue());

        var shown = talk.PendingPrompt!.ToView();
        Assert.That(talk.PendingPrompt.RequestGuid, Is.EqualTo(talk.RequestGuid));
        Assert.That(polaris.Workflows.GetPrompt(talk.Kind, talk.ToBookmark()).ToView().Key, Is.EqualTo(shown.Key), "another process accepts the answer");
    }

    [TestCase(2)]
    [TestCase(-1)]
    [TestCase(-2)]
    [TestCase(0)]
    public async Task Complete_AfterAReplyThatFailed_FailsAgain(int status)
    {
        var server = new ScriptedServer().Then(200, TestCall.PromptAnswer).Then(200, $$"""{"WorkflowStatus":{{status}}}""");
        using var polaris = TestClient.Create(server);
        var talk = await polaris.Workflows.StartAsync(new AddOrUpdateBibRecord { BibRecordId = 5 });
        var failed = Assert.ThrowsAsync<WorkflowFailedException>(() => talk.ReplyAsync(((DisplayInPacPrompt)talk.PendingPrompt!).Continue()))!;

        var again = Assert.Throws<WorkflowFailedException>(() => talk.Complete())!;

        Assert.That(again.Message, Is.EqualTo(failed.Message));
        Assert.That(again.Status, Is.EqualTo((WorkflowStatus)status));
        Assert.That(again.RequestGuid, Is.EqualTo(talk.RequestGuid));
        Assert.ThrowsAsync<WorkflowFailedException>(() => polaris.Workflows.RunAsync(talk, new PromptHandlers()));
    }

    [Test]
    public async Task ReplyAsync_TokenCanceledBefore_SendsNothingAndThePromptStillWaits()
    {
        var talk = await Client.Workflows.StartAsync(Hiding);
        var reply = ((DisplayInPacPrompt)talk.PendingPrompt!).Continue();

        Assert.CatchAsync<OperationCanceledException>(() => talk.ReplyAsync(reply, new CancellationToken(canceled: true)));
        Assert.That(talk.Transcript, Has.Count.EqualTo(1), "no reply is in doubt");
        Assert.That(SentAboutWorkflows().Count(), Is.EqualTo(1), "no reply is in doubt");

        await talk.ReplyAsync(reply);
        Assert.That(talk.Complete().Outcome, Is.EqualTo(WorkflowOutcome.Completed));
    }

    [Test]
    public async Task ReplyAsync_EachStep_StandsInTheTranscriptWithItsTime()
    {
        var talk = await Client.Workflows.StartAsync(Hiding);
        Clock.Advance(TimeSpan.FromMinutes(3));

        await talk.CancelAsync();

        var start = ManualTimeProvider.DefaultStart;
        Assert.That(talk.Transcript.Select(exchange => exchange.At), Is.EqualTo(new[] { start, start.AddMinutes(3) }));
        Assert.That(talk.Transcript[1].Answer, Is.SameAs(talk.LastAnswer));
    }

    [Test]
    public async Task RunAsync_OfAStartedConversation_ContinuesFromItsPrompt()
    {
        var talk = await Client.Workflows.StartAsync(Hiding);

        var result = await Client.Workflows.RunAsync(talk, Hide());

        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(Fake.ExecutedOperations, Is.EqualTo(1));
        Assert.That(Logged(8).Single(), Does.Contain($"{talk.RequestGuid} ended: completed"));
    }

    [Test]
    public async Task RunAsync_OfAStartedConversationWithACanceledToken_AsksNoHandlerAndCancels()
    {
        var talk = await Client.Workflows.StartAsync(Hiding);
        var asked = 0;

        Assert.CatchAsync<OperationCanceledException>(() => Client.Workflows.RunAsync(
            talk,
            new PromptHandlers().Otherwise(prompt =>
            {
                asked++;
                return prompt.Cancel();
            }),
            new CancellationToken(canceled: true)));

        Assert.That(asked, Is.Zero);
        Assert.That(LastReply(), Is.EqualTo(WorkflowPromptResult.Cancel));
    }

    [Test]
    public async Task RunAsync_ThroughAPrompt_LogsPromptAndEndWithTheConversation()
    {
        var result = await HideAsync(Hide());

        Assert.That(Logged(7).Single(), Does.Contain($"Workflow 13 {result.RequestGuid}: prompt 66"));
        Assert.That(Logged(8).Single(), Does.Contain($"Workflow 13 {result.RequestGuid} ended: completed"));
        Assert.That(Logged(10), Is.Empty);
    }

    [Test]
    public void RunAsync_AbandonedAndTheCancelFails_LogsOnceThatItStaysOpen()
    {
        for (var attempt = 0; attempt <= RetryOptions.DefaultMaxRetries; attempt++)
        {
            Fake.Faults.Add(new FakeFault(FaultKind.ConnectionRefused) { Method = "PUT" });
        }

        var error = Assert.ThrowsAsync<UnansweredPromptException>(() => HideAsync(new PromptHandlers()))!;

        Assert.That(Logged(10).Single(), Does.Contain(error.RequestGuid.ToString()).And.Contain(nameof(TransportException)));
        Assert.That(Logged(8).Single(), Does.Contain($"{error.RequestGuid} ended: failed"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void RunAsync_SignInBeforeTheStartGetsNoAnswer_StatesThatTheStartWasNotSent(bool answerIsLost)
    {
        var server = new ScriptedServer { WhenSigningIn = (_, _) => throw (answerIsLost ? Answers.Reset() : Answers.Refused()) };
        using var polaris = TestClient.Create(server);

        var error = Assert.ThrowsAsync<TransportException>(() => polaris.Workflows.StartAsync(new AddOrUpdateBibRecord { BibRecordId = 5 }))!;

        Assert.That(error.Route, Is.EqualTo("POST /workflow"));
        Assert.That(error.MayHaveBeenProcessed, Is.False);
        Assert.That(error.Message, Does.Contain("was not sent").And.Contain("safe to send it again"));
        Assert.That(((TransportException)error.InnerException!).Route, Is.EqualTo("POST /authentication/staffuser"));
        Assert.That(server.SignIns, Has.Count.EqualTo(1));
    }

    [Test]
    public void Calls_WithoutTheirArguments_NameThem()
    {
        var workflows = Client.Workflows;

        Assert.Multiple(() =>
        {
            AssertNamed("handlers", () => workflows.RunAsync(Hiding, null!));
            AssertNamed("request", () => workflows.RunAsync<BibRecordSaved>((WorkflowRequest<BibRecordSaved>)null!, new PromptHandlers()));
            AssertNamed("handlers", () => workflows.RunAsync<BibRecordSaved>((WorkflowConversation<BibRecordSaved>)null!, null!));
            AssertNamed("conversation", () => workflows.RunAsync<BibRecordSaved>((WorkflowConversation<BibRecordSaved>)null!, new PromptHandlers()));
            AssertNamed("request", () => workflows.StartAsync<BibRecordSaved>(null!));
            AssertNamed("kind", () => workflows.ResumeAsync<BibRecordSaved>(null!, new WorkflowBookmark()));
            AssertNamed("bookmark", () => workflows.ResumeAsync(AddOrUpdateBibRecord.Kind, null!));
        });
        Assert.That(Fake.Journal, Is.Empty);
    }

    [Test]
    public async Task ReplyAsync_WithoutReply_NamesTheArgument()
    {
        var talk = await Client.Workflows.StartAsync(Hiding);

        AssertNamed("reply", () => talk.ReplyAsync(null!));
    }

    private static void AssertNamed(string parameter, Func<Task> call) =>
        Assert.That(Assert.ThrowsAsync<ArgumentNullException>(call)!.ParamName, Is.EqualTo(parameter));
}
