using Polaris.Client.Circulation;
using Polaris.Client.Tests.Workflows;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Circulation;

/// <summary>Prompt 94: what it shows is known; how the choice is sent is not.</summary>
public sealed class SerialHoldsPromptTests : RecordWorkflowFixture
{
    private const string Choices = """{"ItemRecordCount":2,"DesignationsOrVolumes":["v. 1","v. 2"],"IsDesignation":true,"NewMember":1}""";

    private static readonly CreateHoldRequest Request = new() { PatronId = 8675309, PickupBranchId = 3, BibliographicRecordId = 1126739 };

    [Test]
    public async Task Details_OfThePrompt_ReportThePartsAndKeepUnknownMembers()
    {
        AskForPart();

        var details = ((SerialHoldsPrompt)(await Client.Workflows.StartAsync(Request)).PendingPrompt!).Details;

        Assert.That(details.DesignationsOrVolumes, Is.EqualTo(new[] { "v. 1", "v. 2" }));
        Assert.That(details.ItemRecordCount, Is.EqualTo(2));
        Assert.That(details.IsDesignation, Is.True);
        Assert.That(details.AdditionalMembers!.Keys, Is.EqualTo(new[] { "NewMember" }));
    }

    [Test]
    public async Task DesignationsOrVolumes_Null_AreEmpty()
    {
        AskForPart(data: """{"ItemRecordCount":0,"DesignationsOrVolumes":null,"IsDesignation":false}""");

        var prompt = (SerialHoldsPrompt)(await Client.Workflows.StartAsync(Request)).PendingPrompt!;

        Assert.That(prompt.Details.DesignationsOrVolumes, Is.Empty);
    }

    [Test]
    public async Task Reply_ContinueByACallerWhoKnows_PlacesTheHold()
    {
        AskForPart();

        var result = await Client.Workflows.RunAsync(
            Request, new PromptHandlers().On<SerialHoldsPrompt>(prompt => prompt.Reply(WorkflowPromptResult.Continue)));

        Assert.That(Replied(), Is.EqualTo(new[] { (94, 5) }));
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
    }

    [Test]
    public async Task Reply_YesThatIsNoButton_IsRefusedBeforeItIsSent()
    {
        AskForPart();

        var prompt = (await Client.Workflows.StartAsync(Request)).PendingPrompt!;

        Assert.Throws<IllegalReplyException>(() => prompt.Reply(WorkflowPromptResult.Yes));
        Assert.That(Replied(), Is.Empty);
    }

    [Test]
    public void RunAsync_WithoutHandler_IsCanceled()
    {
        AskForPart();

        var error = Assert.ThrowsAsync<UnansweredPromptException>(() => Client.Workflows.RunAsync(Request, new PromptHandlers()))!;

        Assert.That(error.Prompt, Is.TypeOf<SerialHoldsPrompt>());
        Assert.That(Replied(), Is.EqualTo(new[] { (94, 4) }));
        Assert.That(Fake.ExecutedOperations, Is.Zero);
    }

    [TestCase(34, Choices)]
    [TestCase(33, """{"DesignationsOrVolumes":"v. 1"}""")]
    public async Task StartAsync_OddData_StillIsTheTypedPrompt(int extensionType, string data)
    {
        AskForPart(extensionType, data);

        var prompt = (await Client.Workflows.StartAsync(Request)).PendingPrompt!;

        Assert.That(prompt, Is.TypeOf<SerialHoldsPrompt>());
        Assert.That(prompt.Id, Is.EqualTo(WorkflowPromptId.SerialHolds));
    }

    private void AskForPart(int extensionType = 33, string data = Choices) => AskThenAnswer(
        WorkflowRequestType.CreateHold, null, PromptOf(94, WorkflowPromptOptions.ContinueCancel, extensionType, data));
}
