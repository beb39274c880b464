using Polaris.Client.Cataloging;
using Polaris.Client.Workflows;

namespace Polaris.Client.ContractTests.Polaris;

[TestFixture]
public sealed class DeletionTests : PolarisContractTest
{
    private static readonly Guid BibGuid = new("5b1f0c7e-91d4-4c5e-8a55-0f3f6a1c7d11");
    private static readonly Guid ItemGuid = new("c2a4de60-3f0b-4b39-9d3a-74a1e9b7e622");

    [Test, Stubs("SignIn/polaris", "Conversations/bib-delete-partly")]
    public async Task RunAsync_BibThatIsBlocked_IsPartlyCompleted()
    {
        WorkflowResult<RecordsDeleted> result = await CreateClient().Workflows.RunAsync(
            new DeleteBibRecords { BibRecordIds = [1126739, 1126740] },
            new PromptHandlers().On<ConfirmBibDeletePrompt>(prompt => prompt.Continue()));

        await AssertRequestsAsync(SignIn, "POST workflow", $"PUT workflow/{BibGuid}");
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

    [Test, Stubs("SignIn/polaris", "Conversations/items-delete-last-copy")]
    public async Task RunAsync_LastItems_RetainsTheBibliographicRecord()
    {
        LastCopyPrompt? lastCopy = null;

        WorkflowResult<RecordsDeleted> result = await CreateClient().Workflows.RunAsync(
            new DeleteItemRecords { ItemRecordIds = [29937, 29938] },
            new PromptHandlers()
                .On<ConfirmItemDeletePrompt>(prompt => prompt.Continue())
                .On<LastCopyPrompt>(prompt => (lastCopy = prompt).Retain()));

        await AssertRequestsAsync(SignIn, "POST workflow", $"PUT workflow/{ItemGuid}", $"PUT workflow/{ItemGuid}");
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

    [Test, Stubs("SignIn/polaris", "Conversations/authority-delete")]
    public async Task RunAsync_AuthorityInBulkMode_IsDeletedAtOnce()
    {
        WorkflowResult<RecordsDeleted> result = await CreateClient().Workflows.RunAsync(
            new DeleteAuthorityRecord { AuthorityRecordId = 925313, IsBulkMode = true }, new PromptHandlers());

        await AssertRequestsAsync(SignIn, "POST workflow");
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(result.Answer, Is.Null);
        Assert.That(result.Wire, Members.EqualTo(Answers.Completed(
            WorkflowRequestType.DeleteAuthorityRecord, Guid.Empty, "The authority record has been deleted.")));
    }
}
