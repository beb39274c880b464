using Polaris.Client.Circulation;
using Polaris.Client.Tests.Workflows;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Circulation;

/// <summary>Prompt 1, of which the vendor names some of the flags.</summary>
public sealed class PatronBlockedPromptTests : RecordWorkflowFixture
{
    private const string Blocks = """
        {"HeldItemBlock":true,"FirstLevelFineBlock":false,"SecondLevelFineBlock":true,"UnreadMessageBlock":false,"ClaimBlock":true}
        """;

    private static readonly CheckOut Request = new() { PatronBarcode = "21756000000001", ItemBarcode = "0001" };

    [Test]
    public async Task Continue_BlockedPatron_LendsTheItem()
    {
        AskBlocked();

        var result = await Client.Workflows.RunAsync(Request, new PromptHandlers().On<PatronBlockedPrompt>(prompt => prompt.Continue()));

        Assert.That(Replied(), Is.EqualTo(new[] { (1, 5) }));
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
    }

    [Test]
    public async Task Details_OfThePrompt_ReportTheFlagsAndKeepUnknownOnes()
    {
        AskBlocked();

        var details = ((PatronBlockedPrompt)(await Client.Workflows.StartAsync(Request)).PendingPrompt!).Details;

        Assert.That(details.HeldItemBlock, Is.True);
        Assert.That(details.FirstLevelFineBlock, Is.False);
        Assert.That(details.SecondLevelFineBlock, Is.True);
        Assert.That(details.UnreadMessageBlock, Is.False);
        Assert.That(details.OverdueItemBlock, Is.Null);
        Assert.That(details.AdditionalMembers!["ClaimBlock"].GetRawText(), Is.EqualTo("true"));
    }

    [Test]
    public void RunAsync_WithoutHandler_IsCanceledAndShowsNothingOfThePatron()
    {
        AskBlocked();

        var error = Assert.ThrowsAsync<UnansweredPromptException>(() => Client.Workflows.RunAsync(Request, new PromptHandlers()))!;

        Assert.That(error.Prompt, Is.TypeOf<PatronBlockedPrompt>());
        Assert.That(Replied(), Is.EqualTo(new[] { (1, 4) }));
        Assert.That(Fake.ExecutedOperations, Is.Zero);
        Assert.That(
            $"{error} {error.Prompt} {string.Join(' ', Logs.Entries)}",
            Does.Not.Contain("21756000000001").And.Not.Contain("Adams").And.Not.Contain("ClaimBlock"));
    }

    [TestCase(9, Blocks)]
    [TestCase(8, """{"HeldItemBlock":{"Count":1}}""")]
    public async Task StartAsync_OddData_StillIsTheTypedPrompt(int extensionType, string data)
    {
        AskBlocked(extensionType, data);

        var prompt = (await Client.Workflows.StartAsync(Request)).PendingPrompt!;

        Assert.That(prompt, Is.TypeOf<PatronBlockedPrompt>());
        Assert.That(prompt.Id, Is.EqualTo(WorkflowPromptId.PatronBlocked));
    }

    private void AskBlocked(int extensionType = 8, string data = Blocks)
    {
        const string message = "Patron Adams (21756000000001) is blocked. Do you want to continue with this operation?";
        var prompt = PromptOf(1, WorkflowPromptOptions.ContinueCancel, extensionType, data, message);
        AskThenAnswer(WorkflowRequestType.CheckOut, null, prompt);
    }
}
