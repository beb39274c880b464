using Polaris.Client.Cataloging;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Workflows;

/// <summary>What happens after a reply whose answer was lost, until the server's state is known again.</summary>
public sealed class DoubtTests : ConductorFixture
{
    [Test]
    public async Task RunAsync_ReplyFoundInvalidWhileAnEarlierOneIsInDoubt_TheStateCounts()
    {
        Fake.Faults.Add(new FakeFault(FaultKind.ResetBeforeProcessing) { Method = "PUT" });

        var result = await AnswerAsync(asked =>
        {
            if (asked == 2)
            {
                Fake.AnswerNextWorkflowCall(Answer(-1)).AnswerNextWorkflowCall(Answer(1));
            }
        });

        Assert.That(
            result.Transcript.ToString(),
            Is.EqualTo("Start -> prompt 66; Reply Continue to prompt 66 -> answer lost; Read -> prompt 66; "
                + "Reply Continue to prompt 66 -> InvalidReply; Read -> CompletedSuccessfully"));
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
    }

    [Test]
    public void RunAsync_ReplyAndStateFoundInvalidWhileAnEarlierReplyIsInDoubt_MayHaveBeenDone()
    {
        Fake.Faults.Add(new FakeFault(FaultKind.ResetBeforeProcessing) { Method = "PUT" });

        var error = Assert.ThrowsAsync<WorkflowFailedException>(() => AnswerAsync(asked =>
        {
            if (asked == 2)
            {
                Fake.AnswerNextWorkflowCall(Answer(-1)).AnswerNextWorkflowCall(Answer(-1));
            }
        }))!;

        Assert.That((error.Status, error.MayHaveBeenProcessed), Is.EqualTo((WorkflowStatus.InvalidReply, true)));
    }

    [Test]
    public void RunAsync_ReplyFoundInvalidWithoutAnyDoubt_Fails()
    {
        var error = Assert.ThrowsAsync<WorkflowFailedException>(() => AnswerAsync(_ => Fake.AnswerNextWorkflowCall(Answer(-1))))!;

        Assert.That((error.Status, error.MayHaveBeenProcessed), Is.EqualTo((WorkflowStatus.InvalidReply, false)));
        Assert.That(SentAboutWorkflows(), Is.EqualTo(new[] { "POST 200", "PUT 200" }), "the conversation has ended: nothing to cancel");
    }

    [Test]
    public void RunAsync_TokenRefusedWhileAReplyIsInDoubt_SaysSoAndSendsNothingMore()
    {
        Fake.Faults.Add(new FakeFault(FaultKind.ResetBeforeProcessing) { Method = "PUT" });

        Assert.ThrowsAsync<AuthenticationFailedException>(() => AnswerAsync(asked =>
        {
            if (asked == 2)
            {
                RefuseTheToken();
            }
        }));

        Assert.That(SentAboutWorkflows(), Is.EqualTo(new[] { "POST 200", "PUT", "GET 200", "PUT 401", "PUT 401" }));
    }

    [Test]
    public void RunAsync_TokenRefusedForAReply_SendsNoCancelWithTheSameToken()
    {
        Assert.ThrowsAsync<AuthenticationFailedException>(() => AnswerAsync(_ => RefuseTheToken()));

        Assert.That(SentAboutWorkflows(), Is.EqualTo(new[] { "POST 200", "PUT 401", "PUT 401" }));
    }

    [Test]
    public void RunAsync_AnswerLostAndTheStateUnreadable_TellsOfTheReplyAndSendsNoCancel()
    {
        Fake.Faults.Add(new FakeFault(FaultKind.ResetBeforeProcessing) { Method = "PUT" });
        for (var i = 0; i < 4; i++)
        {
            Fake.Faults.Add(new FakeFault(FaultKind.ConnectionRefused) { Method = "GET" });
        }

        var error = Assert.ThrowsAsync<TransportException>(() => AnswerAsync(_ => { }))!;

        Assert.That(error.Route, Is.EqualTo("PUT /workflow/{workflowRequestGuid}"));
        Assert.That(((TransportException)error.InnerException!).Route, Is.EqualTo(error.Route), "the reply was lost; the reading failed only after it");
        Assert.That(SentAboutWorkflows().Count(sent => sent.StartsWith("PUT", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public void RunAsync_StateOfALostReplyIsAFailure_AsksNothingMore()
    {
        Fake.Faults.Add(new FakeFault(FaultKind.ResetBeforeProcessing) { Method = "PUT" });

        var error = Assert.ThrowsAsync<WorkflowFailedException>(() => AnswerAsync(asked =>
        {
            if (asked == 2)
            {
                Fake.AnswerNextWorkflowCall(Answer(2));
            }
        }))!;

        Assert.That((error.Status, error.MayHaveBeenProcessed), Is.EqualTo((WorkflowStatus.CompletedFailure, false)));
        Assert.That(SentAboutWorkflows(), Is.EqualTo(new[] { "POST 200", "PUT", "GET 200", "PUT 200" }));
    }

    [Test]
    public async Task RunAsync_AnswerLost_IsLoggedOnceAsAWarning()
    {
        Fake.Faults.Add(new FakeFault(FaultKind.ResetAfterProcessing) { Method = "PUT" });

        var result = await AnswerAsync(_ => { });

        Assert.That(Logged(9), Has.Count.EqualTo(1));
        Assert.That(Logged(9)[0], Does.Contain(result.RequestGuid.ToString()));
    }

    [Test]
    public async Task RunAsync_NothingLost_LogsNoRecovery()
    {
        await AnswerAsync(_ => { });

        Assert.That(Logged(9), Is.Empty);
    }

    /// <summary>The call and its repetition with a new token.</summary>
    private void RefuseTheToken() => Fake.Faults
        .Add(new FakeFault(FaultKind.Unauthorized) { Method = "PUT" }).Add(new FakeFault(FaultKind.Unauthorized) { Method = "PUT" });

    private Task<WorkflowResult<BibRecordSaved>> AnswerAsync(Action<int> before)
    {
        var asked = 0;
        return HideAsync(new PromptHandlers().On<DisplayInPacPrompt>(prompt =>
        {
            before(++asked);
            return prompt.Continue();
        }));
    }
}
