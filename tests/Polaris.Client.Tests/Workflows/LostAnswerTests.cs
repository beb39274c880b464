using Polaris.Client.Cataloging;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Workflows;

/// <summary>Answers that are lost, refused, or given up while they are under way.</summary>
public sealed class LostAnswerTests : ConductorFixture
{
    [TestCase(200, "", "application/json")]
    [TestCase(200, null, null)]
    [TestCase(200, "{\"WorkflowRequestGuid\":\"7fc0", "application/json")]
    [TestCase(200, "<html></html>", "text/html")]
    [TestCase(502, "<html></html>", "text/html")]
    public void RunAsync_StartAnsweredWithSomethingElse_StatesThatItMayHaveBeenDone(int status, string? body, string? contentType)
    {
        Fake.AnswerNextWorkflowCall(status, body, contentType);

        var error = Assert.CatchAsync<RequestFailedException>(() => RunAsync(new PromptHandlers()))!;

        Assert.That(error.Route, Is.EqualTo("POST /workflow"));
        Assert.That(error.MayHaveBeenProcessed, Is.True);
        Assert.That(Fake.Journal.Count(entry => entry.Method == "POST" && entry.Path == "workflow"), Is.EqualTo(1));
    }

    [TestCase(FaultKind.ResetAfterProcessing)]
    [TestCase(FaultKind.TruncatedAnswer)]
    [TestCase(FaultKind.DelayProcessed)]
    [TestCase(FaultKind.ProxyHtmlAfterProcessing)]
    public async Task RunAsync_AnswerToAReplyLost_IsFoundByReadingAndTheReplyIsNotRepeated(FaultKind fault)
    {
        Fake.Faults.Add(new FakeFault(fault) { Method = "PUT" });

        var result = await HideAsync(Hide());

        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(Fake.ExecutedOperations, Is.EqualTo(1));
        Assert.That(Fake.Journal.Count(entry => entry.Method == "PUT"), Is.EqualTo(1));
        Assert.That(result.Transcript.ToString(), Does.EndWith("-> response lost; Read -> CompletedSuccessfully"));
    }

    [TestCase(FaultKind.ResetAfterProcessing)]
    [TestCase(FaultKind.ProxyHtmlAfterProcessing)]
    public void RunAsync_AnswerToAReplyLostAndTheStateUnreadable_StatesHowToFindOut(FaultKind fault)
    {
        Fake.Faults.Add(new FakeFault(fault) { Method = "PUT" });
        for (var i = 0; i < 100; i++)
        {
            Fake.Faults.Add(new FakeFault(FaultKind.ConnectionRefused) { Method = "GET" });
        }

        var error = Assert.ThrowsAsync<ReplyInDoubtException>(() => HideAsync(Hide()))!;

        var conversation = Fake.Operations.Single().ConversationId;
        Assert.That(error.MayHaveBeenProcessed, Is.True);
        Assert.That(error.RequestPath, Does.EndWith($"/workflow/{conversation}"));
        Assert.That(error.Message, Does.Contain(conversation.ToString()).And.Contain("read the record"));
    }

    [Test]
    public async Task ReplyAsync_AfterALostAnswer_StatesWhereToContinue()
    {
        var talk = await Client.Workflows.StartAsync(new UpdateBibRecord { BibRecordId = 5, DisplayInPac = false });
        var reply = ((DisplayInPacPrompt)talk.PendingPrompt!).Continue();
        Fake.Faults.Add(new FakeFault(FaultKind.ResetAfterProcessing) { Method = "PUT" });
        for (var i = 0; i < 100; i++)
        {
            Fake.Faults.Add(new FakeFault(FaultKind.ConnectionRefused) { Method = "GET" });
        }

        Assert.ThrowsAsync<ReplyInDoubtException>(() => talk.ReplyAsync(reply));

        Assert.That(
            Assert.ThrowsAsync<InvalidOperationException>(() => talk.ReplyAsync(reply))!.Message,
            Is.EqualTo($"The response to a reply of workflow {talk.RequestGuid} was lost, so the open prompt is not known. Resume it from ToBookmark."));
    }

    [Test]
    public void RunAsync_NetworkRepeatsAReplySoThatItAnswersTheNextPromptToo_TheExceptionStatesThatItWasDone()
    {
        Ask((4711, WorkflowPromptOptions.ContinueCancel), (4711, WorkflowPromptOptions.ContinueCancel));
        Fake.Faults.Add(new FakeFault(FaultKind.DuplicateDelivery) { Method = "PUT" });
        var asked = 0;

        var error = Assert.ThrowsAsync<UnansweredPromptException>(() => RunAsync(
            new PromptHandlers().Otherwise(prompt => asked++ == 0 ? prompt.Reply(WorkflowPromptResult.Continue) : null)))!;

        Assert.That(error.MayHaveBeenProcessed, Is.True);
        Assert.That(Fake.ExecutedOperations, Is.EqualTo(1));
    }

    [Test]
    public void RunAsync_ReplyRefusedBecauseTheRecordIsLocked_CancelsTheConversation()
    {
        var asked = 0;

        var error = Assert.ThrowsAsync<ObjectLockedException>(() => HideAsync(new PromptHandlers().On<DisplayInPacPrompt>(prompt =>
        {
            asked++;
            Fake.LockAs("someone", 99, ObjectType.BibliographicRecord, 5, TimeSpan.FromSeconds(6));
            return prompt.Continue();
        })))!;

        Assert.That(asked, Is.EqualTo(1));
        Assert.That(error.MayHaveBeenProcessed, Is.False);
        Assert.That(LastReply(), Is.EqualTo(WorkflowPromptResult.Cancel));
        Assert.That(Fake.Journal[^1].Answer!.WorkflowStatus, Is.EqualTo(WorkflowStatus.CompletedCancelled));
    }

    [Test]
    public async Task RunAsync_TokenRevokedInTheMiddle_DoesNotLoseTheConversation()
    {
        var result = await HideAsync(new PromptHandlers().On<DisplayInPacPrompt>(prompt =>
        {
            Fake.RevokeTokens();
            return prompt.Continue();
        }));

        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(Fake.SignIns, Is.EqualTo(2));
        Assert.That(Fake.ExecutedOperations, Is.EqualTo(1));
    }

    [Test]
    public void RunAsync_CanceledDuringAPrompt_SendsOneCancel()
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

        Assert.That(Fake.Journal.Count(entry => entry.Method == "PUT"), Is.EqualTo(1));
        Assert.That(LastReply(), Is.EqualTo(WorkflowPromptResult.Cancel));
        Assert.That(Fake.ExecutedOperations, Is.Zero);
    }

    [Test]
    public void RunAsync_CanceledBetweenHandlerAndReply_SendsOnlyTheCancel()
    {
        using var cancellation = new CancellationTokenSource();

        Assert.CatchAsync<OperationCanceledException>(() => HideAsync(
            new PromptHandlers().On<DisplayInPacPrompt>(prompt =>
            {
                cancellation.Cancel();
                return prompt.Continue();
            }),
            cancellation.Token));

        Assert.That(Fake.Journal.Where(entry => entry.Reply is not null).Select(entry => entry.Reply!.WorkflowPromptResult), Is.EqualTo(new[] { WorkflowPromptResult.Cancel }));
    }
}
