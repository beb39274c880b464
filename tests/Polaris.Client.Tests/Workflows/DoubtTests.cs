using Polaris.Client.Cataloging;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Workflows;

/// <summary>What happens after a reply whose response was lost, until the server's state is known again.</summary>
public sealed class DoubtTests : ConductorFixture
{
    [Test]
    public void RunAsync_ReplyFoundInvalidWithoutAnyDoubt_Fails()
    {
        var error = Assert.ThrowsAsync<WorkflowFailedException>(() => AnswerAsync(_ => Fake.AnswerNextWorkflowCall(200, """{"WorkflowStatus":-1}""")))!;

        Assert.That(error.Status, Is.EqualTo(WorkflowStatus.InvalidReply));
        Assert.That(error.MayHaveBeenProcessed, Is.False);
        Assert.That(SentAboutWorkflows(), Is.EqualTo(new[] { "POST 200", "PUT 200" }), "the conversation has ended: nothing to cancel");
    }

    [Test]
    public void RunAsync_TokenRefusedForAReply_SendsNoCancelWithTheSameToken()
    {
        Assert.ThrowsAsync<AuthenticationFailedException>(() => AnswerAsync(_ => RefuseTheToken()));

        Assert.That(SentAboutWorkflows(), Is.EqualTo(new[] { "POST 200", "PUT 401", "PUT 401" }));
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
