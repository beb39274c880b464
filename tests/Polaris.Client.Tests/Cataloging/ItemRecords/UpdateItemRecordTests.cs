using Polaris.Client.Cataloging;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Workflows;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Cataloging;

public sealed class UpdateItemRecordTests : RecordWorkflowFixture
{
    [Test]
    public async Task RunAsync_NothingSet_SendsNothingThatTheServerCouldTakeForAChange()
    {
        await UpdateAsync(new UpdateItemRecord { ItemRecordId = 29937 });

        Assert.That(Started(), Is.EqualTo("""8/6 {"ItemRecordID":29937,"IsNew":false}"""));
    }

    [Test]
    public async Task RunAsync_SomeMembersSet_SendsThoseAlone()
    {
        await UpdateAsync(new UpdateItemRecord
        {
            ItemRecordId = 29937,
            HomeBranchId = 4,
            Barcode = "0002",
            DisplayInPac = false,
            HoldableByPickup = false,
            ShelfLocationId = 14,
        });

        Assert.That(Started(), Is.EqualTo(
            """
            8/6 {"ItemRecordID":29937,"HomeBranchID":4,"IsNew":false,"Barcode":"0002","DisplayInPAC":false,"HoldableByPickup":false,"ShelfLocationID":14}
            """));
    }

    [Test]
    public async Task RunAsync_PromptsThatHaveATypeAndANumberOnly_AreAnswered()
    {
        Ask(PromptOf(66, WorkflowPromptOptions.ContinueCancel), PromptOf(62, WorkflowPromptOptions.ContinueCancel));

        var result = await Client.Workflows.RunAsync(new UpdateItemRecord { ItemRecordId = 29937 }, new PromptHandlers()
            .On<DisplayInPacPrompt>(prompt => prompt.Continue())
            .Always(WorkflowPromptId.ItemBarcodeChanged, WorkflowPromptResult.Continue));

        Assert.That(Replied(), Is.EqualTo(new[] { (66, 5), (62, 5) }));
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(result.Answer, Is.Null);
    }

    [TestCase(66, typeof(DisplayInPacPrompt))]
    [TestCase(62, typeof(Prompt))]
    [TestCase(72, typeof(Prompt))]
    public void RunAsync_PromptWithoutHandler_IsCanceled(int promptId, Type type)
    {
        Ask(PromptOf(promptId, WorkflowPromptOptions.ContinueCancel));

        var error = Assert.ThrowsAsync<UnansweredPromptException>(
            () => Client.Workflows.RunAsync(new UpdateItemRecord { ItemRecordId = 29937 }, new PromptHandlers()))!;

        Assert.That(error.Prompt, Is.TypeOf(type));
        Assert.That(Replied(), Is.EqualTo(new[] { (promptId, 4) }));
        Assert.That(Fake.ExecutedOperations, Is.Zero);
    }

    [Test]
    public async Task Continue_DisplayInPacThatOffersOkOnly_IsRefusedBeforeItIsSent()
    {
        Ask(PromptOf(66, WorkflowPromptOptions.Ok));

        var talk = await Client.Workflows.StartAsync(new UpdateItemRecord { ItemRecordId = 29937, DisplayInPac = false });

        Assert.Throws<IllegalReplyException>(() => ((DisplayInPacPrompt)talk.PendingPrompt!).Continue());
        Assert.That(Replied(), Is.Empty);
    }

    private void Ask(params FakePrompt[] prompts) => AskThenAnswer(WorkflowRequestType.AddOrUpdateItemRecord, null, prompts);

    private Task<WorkflowResult<ItemRecordSaved>> UpdateAsync(UpdateItemRecord request)
    {
        Ask();
        return Client.Workflows.RunAsync(request, new());
    }
}
