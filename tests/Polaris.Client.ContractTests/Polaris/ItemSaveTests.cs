using Polaris.Client.Cataloging;
using Polaris.Client.ContractTests.Wire;
using Polaris.Client.Workflows;

namespace Polaris.Client.ContractTests.Polaris;

[TestFixture]
public sealed class ItemSaveTests : PolarisContractTest
{
    private const string SavedItem = """
        {
          "WorkflowAnswerExtensionType": 5,
          "Data": { "ItemRecord": { "ItemRecordID": 29937, "Barcode": "0000200123456", "ItemStatusID": 1 } }
        }
        """;

    private static readonly Guid UpdateGuid = new("7d0a4b52-1c8e-4f7a-9b36-52e1d4c8a933");

    [Test]
    public async Task RunAsync_NewItem_ReturnsTheRecord()
    {
        OnStart(8, 6, """
            {
              "HomeBranchID": 3, "IsNew": true, "AssociatedBibRecordID": 1126739, "Barcode": "0000200123456",
              "AssignedBranchID": 3, "OwningBranchID": 3, "MaterialTypeID": 1
            }
            """).Answers(WorkflowJson.Ended(8, Guid.Empty, "The item record has been added.", SavedItem));

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

        AssertRequests(SignIn, "POST workflow");
        AssertSaved(result, Guid.Empty, "The item record has been added.");
    }

    [Test]
    public async Task RunAsync_HiddenItemWithAnotherBarcode_IsSavedAfterBothPrompts()
    {
        OnStart(8, 6, """
            { "ItemRecordID": 29937, "IsNew": false, "Barcode": "0000200123456", "DisplayInPAC": false }
            """).Answers(WorkflowJson.Asks(8, UpdateGuid, """
            {
              "WorkflowPromptID": 66, "WorkflowPromptType": 1, "WorkflowPromptOptions": 6, "DefaultPromptOption": 4,
              "Title": "Display in PAC", "Message": "This item will not display in PAC. Do you want to continue saving?"
            }
            """));
        OnReply(UpdateGuid, 66, 5).Answers(WorkflowJson.Asks(8, UpdateGuid, """
            {
              "WorkflowPromptID": 62, "WorkflowPromptType": 1, "WorkflowPromptOptions": 6, "DefaultPromptOption": 5,
              "Title": "Barcode", "Message": "The barcode has been changed."
            }
            """));
        OnReply(UpdateGuid, 62, 5).Answers(WorkflowJson.Ended(8, UpdateGuid, "The item record has been updated.", SavedItem));

        WorkflowResult<ItemRecordSaved> result = await CreateClient().Workflows.RunAsync(
            new UpdateItemRecord { ItemRecordId = 29937, Barcode = "0000200123456", DisplayInPac = false },
            new PromptHandlers()
                .On<DisplayInPacPrompt>(prompt => prompt.Continue())
                .On(WorkflowPromptId.ItemBarcodeChanged, prompt => prompt.Reply(WorkflowPromptResult.Continue)));

        AssertRequests(SignIn, "POST workflow", $"PUT workflow/{UpdateGuid}", $"PUT workflow/{UpdateGuid}");
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

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
            Assert.That(result.Wire, Members.EqualTo(expected));
            Assert.That(result.Answer!.ItemRecordId, Is.EqualTo(29937));
            Assert.That(
                result.Answer.ItemRecord!.Value.EnumerateObject().Select(member => $"{member.Name}: {member.Value.GetRawText()}"),
                Is.EqualTo(new[] { "ItemRecordID: 29937", "Barcode: \"0000200123456\"", "ItemStatusID: 1" }));
        }
    }
}
