using Polaris.Client.Cataloging;
using Polaris.Client.Workflows;

namespace Polaris.Client.ContractTests.Polaris;

[TestFixture]
public sealed class ItemSaveTests : PolarisContractTest
{
    private static readonly Guid UpdateGuid = new("7d0a4b52-1c8e-4f7a-9b36-52e1d4c8a933");

    [Test, Stubs("SignIn/polaris", "Conversations/item-add")]
    public async Task RunAsync_NewItem_TellsTheRecord()
    {
        WorkflowResult<ItemRecordSaved> result = await CreateClient().Workflows.RunAsync(
            new AddItemRecord
            {
                HomeBranchId = 3,
                AssociatedBibRecordId = 1126739,
                Barcode = "0000200123456",
                AssignedBranchId = 3,
                OwningBranchId = 3,
                MaterialTypeId = 1,
            },
            new PromptHandlers());

        await AssertRequestsAsync(SignIn, "POST workflow");
        AssertSaved(result, Guid.Empty, "The item record has been added.");
    }

    [Test, Stubs("SignIn/polaris", "Conversations/item-update")]
    public async Task RunAsync_HiddenItemWithAnotherBarcode_IsSavedAfterBothPrompts()
    {
        WorkflowResult<ItemRecordSaved> result = await CreateClient().Workflows.RunAsync(
            new UpdateItemRecord { ItemRecordId = 29937, Barcode = "0000200123456", DisplayInPac = false },
            new PromptHandlers()
                .On<DisplayInPacPrompt>(prompt => prompt.Continue())
                .On(WorkflowPromptId.ItemBarcodeChanged, prompt => prompt.Reply(WorkflowPromptResult.Continue)));

        await AssertRequestsAsync(SignIn, "POST workflow", $"PUT workflow/{UpdateGuid}", $"PUT workflow/{UpdateGuid}");
        AssertSaved(result, UpdateGuid, "The item record has been updated.");
        Assert.That(result.Transcript[0].Answer, Members.EqualTo(
            Answers.Asked(WorkflowRequestType.AddOrUpdateItemRecord, UpdateGuid, Answers.Prompt(new WorkflowPrompt
            {
                WorkflowPromptId = WorkflowPromptId.DisplayInPac,
                WorkflowPromptType = WorkflowPromptType.Plain,
                WorkflowPromptOptions = WorkflowPromptOptions.ContinueCancel,
                DefaultPromptOption = WorkflowPromptResult.Cancel,
                Title = "Display in PAC",
                Message = "This item will not display in PAC. Do you want to continue saving?",
            }))));
    }

    private static void AssertSaved(WorkflowResult<ItemRecordSaved> result, Guid guid, string message)
    {
        WorkflowAnswer expected = Answers.Completed(WorkflowRequestType.AddOrUpdateItemRecord, guid, message);
        expected.AnswerExtension = new WorkflowAnswerExtension { WorkflowAnswerExtensionType = WorkflowAnswerExtensionType.ItemRecord };
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(result.Wire, Members.EqualTo(expected));
        Assert.That(result.Answer!.ItemRecordId, Is.EqualTo(29937));
        Assert.That(
            result.Answer.ItemRecord!.Value.EnumerateObject().Select(member => $"{member.Name}: {member.Value.GetRawText()}"),
            Is.EqualTo(new[] { "ItemRecordID: 29937", "Barcode: \"0000200123456\"", "ItemStatusID: 1" }));
    }
}
