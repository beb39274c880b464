using Polaris.Client.Cataloging;
using Polaris.Client.ContractTests.Wire;
using Polaris.Client.Workflows;

namespace Polaris.Client.ContractTests.Polaris;

[TestFixture]
public sealed class DeletionTests : PolarisContractTest
{
    private static readonly Guid BibGuid = new("5b1f0c7e-91d4-4c5e-8a55-0f3f6a1c7d11");
    private static readonly Guid ItemGuid = new("c2a4de60-3f0b-4b39-9d3a-74a1e9b7e622");

    private static Answer OneOfTwoBibsDeleted => WorkflowJson.Ended(
        11,
        BibGuid,
        """[ { "Type": 4, "Title": "", "Message": "1 bibliographic record(s) were not deleted" } ]""",
        status: 1,
        """
        {
          "WorkflowAnswerExtensionType": 6,
          "Data": {
            "RecordSetID": 7001, "ReportTitle": null, "ReportURL": null, "DeletedRecordIDs": [1126739], "BlockedRecordIDs": [1126740]
          }
        }
        """);

    private static Answer AsksAboutTheLastCopy => WorkflowJson.Asks(
        10,
        ItemGuid,
        """
        {
          "WorkflowPromptID": 82, "WorkflowPromptType": 22, "WorkflowPromptOptions": 10, "DefaultPromptOption": 9,
          "Title": "Last copy", "Message": "The last item of these records is deleted."
        }
        """,
        """
        {
          "WorkflowPromptExtensionType": 25,
          "Data": {
            "DeleteButtonEnabled": true, "SuppressButtonEnabled": true, "RetainButtonEnabled": true,
            "OpenButtonEnabled": false, "PrintButtonEnabled": false,
            "WidowedRecords": [ { "ObjectTypeID": 2, "RecordID": 1126739, "Description": "Test OTF Title 1000" } ]
          }
        }
        """);

    private static Answer BothItemsDeleted => WorkflowJson.Ended(10, ItemGuid, "2 item record(s) were deleted", """
        {
          "WorkflowAnswerExtensionType": 6,
          "Data": {
            "RecordSetID": 0, "ReportTitle": null, "ReportURL": null, "DeletedRecordIDs": [29937, 29938], "BlockedRecordIDs": []
          }
        }
        """);

    [Test]
    public async Task RunAsync_BibThatIsBlocked_IsPartlyCompleted()
    {
        OnStart(11, 10, """{ "BibRecordIDs": [1126739, 1126740] }""").Answers(AsksWhetherToDelete(11, BibGuid, 79, "bibliographic record"));
        OnReply(BibGuid, 79, 5).Answers(OneOfTwoBibsDeleted);

        WorkflowResult<RecordsDeleted> result = await CreateClient().Workflows.RunAsync(
            new DeleteBibRecords { BibRecordIds = [1126739, 1126740] },
            new PromptHandlers().On<ConfirmBibDeletePrompt>(prompt => prompt.Continue()));

        AssertRequests(SignIn, "POST workflow", $"PUT workflow/{BibGuid}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.PartlyCompleted));
            Assert.That(result.Answer, Members.EqualTo(DeletionExamples.OneOfTwoBibs()));
            Assert.That(result.Transcript.Select(exchange => exchange.Answer), Members.EqualTo<IEnumerable<WorkflowAnswer>>([
                Answers.Asked(WorkflowRequestType.DeleteBibRecords, BibGuid, DeletionExamples.Confirm(
                    WorkflowPromptId.ConfirmBibDelete, "bibliographic record")),
                DeletionExamples.Ended(WorkflowRequestType.DeleteBibRecords, BibGuid, new InformationMessage
                {
                    Type = InformationMessageType.Failure,
                    Message = "1 bibliographic record(s) were not deleted",
                })]));
        }
    }

    [Test]
    public async Task RunAsync_LastItems_RetainsTheBibliographicRecord()
    {
        OnStart(10, 8, """{ "IsAutoDelete": false, "ItemRecordIDs": [29937, 29938] }""")
            .Answers(AsksWhetherToDelete(10, ItemGuid, 73, "item records"));
        OnReply(ItemGuid, 73, 5).Answers(AsksAboutTheLastCopy);
        OnReply(ItemGuid, 82, 11).Answers(BothItemsDeleted);
        LastCopyPrompt? lastCopy = null;

        WorkflowResult<RecordsDeleted> result = await CreateClient().Workflows.RunAsync(
            new DeleteItemRecords { ItemRecordIds = [29937, 29938] },
            new PromptHandlers()
                .On<ConfirmItemDeletePrompt>(prompt => prompt.Continue())
                .On<LastCopyPrompt>(prompt => (lastCopy = prompt).Retain()));

        AssertRequests(SignIn, "POST workflow", $"PUT workflow/{ItemGuid}", $"PUT workflow/{ItemGuid}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(lastCopy?.Details, Members.EqualTo(DeletionExamples.LastCopyOptions()));
            Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
            Assert.That(result.Answer, Members.EqualTo(DeletionExamples.BothItems()));
            Assert.That(result.Transcript.Select(exchange => exchange.Answer), Members.EqualTo<IEnumerable<WorkflowAnswer>>([
                Answers.Asked(WorkflowRequestType.DeleteItemRecords, ItemGuid, DeletionExamples.Confirm(
                    WorkflowPromptId.ConfirmItemDelete, "item records")),
                Answers.Asked(WorkflowRequestType.DeleteItemRecords, ItemGuid, DeletionExamples.LastCopy()),
                DeletionExamples.Ended(WorkflowRequestType.DeleteItemRecords, ItemGuid, new InformationMessage
                {
                    Type = InformationMessageType.Information,
                    Message = "2 item record(s) were deleted",
                })]));
            Assert.That(result.Transcript.ToString(), Is.EqualTo(
                "Start -> prompt 73; Reply Continue to prompt 73 -> prompt 82; "
                + "Reply Retain to prompt 82 -> CompletedSuccessfully"));
        }
    }

    [Test]
    public async Task RunAsync_AuthorityInBulkMode_IsDeletedAtOnce()
    {
        OnStart(12, 11, """{ "AuthorityRecordID": 925313, "IsBulkMode": true }""")
            .Answers(WorkflowJson.Ended(12, Guid.Empty, "The authority record has been deleted."));

        WorkflowResult<RecordsDeleted> result = await CreateClient().Workflows.RunAsync(
            new DeleteAuthorityRecord { AuthorityRecordId = 925313, IsBulkMode = true }, new PromptHandlers());

        AssertRequests(SignIn, "POST workflow");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
            Assert.That(result.Answer, Is.Null);
            Assert.That(result.Wire, Members.EqualTo(Answers.Completed(
                WorkflowRequestType.DeleteAuthorityRecord, Guid.Empty, "The authority record has been deleted.")));
        }
    }

    private static Answer AsksWhetherToDelete(int type, Guid conversation, int prompt, string records) =>
        WorkflowJson.Asks(type, conversation, $$"""
            {
              "WorkflowPromptID": {{prompt}}, "WorkflowPromptType": 1, "WorkflowPromptOptions": 6, "DefaultPromptOption": 5,
              "Title": "Delete", "Message": "The {{records}} will be marked for deletion. Do you want to continue?"
            }
            """);
}
