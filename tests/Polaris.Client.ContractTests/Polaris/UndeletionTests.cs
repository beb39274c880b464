using Polaris.Client.Cataloging;
using Polaris.Client.Workflows;

namespace Polaris.Client.ContractTests.Polaris;

[TestFixture]
public sealed class UndeletionTests : PolarisContractTest
{
    [Test, Stubs("SignIn/polaris", "Conversations/bib-undelete")]
    public Task RunAsync_Bib_IsRestored() => AssertRestoredAsync(
        new UndeleteBibRecord { BibRecordId = 1126739 },
        WorkflowRequestType.UndeleteBibRecord,
        "RecordStatusID: 1", "ModificationDate: \"2021-01-23T17:22:17\"", "DisplayInPAC: false");

    [Test, Stubs("SignIn/polaris", "Conversations/authority-undelete")]
    public Task RunAsync_Authority_IsRestored() => AssertRestoredAsync(
        new UndeleteAuthorityRecord { AuthorityRecordId = 925313 },
        WorkflowRequestType.UndeleteAuthorityRecord,
        "RecordStatusID: 1", "ModificationDate: \"2021-01-23T17:22:17\"");

    [Test, Stubs("SignIn/polaris", "Conversations/item-undelete")]
    public Task RunAsync_Item_IsRestored() => AssertRestoredAsync(
        new UndeleteItemRecord { ItemRecordId = 29937 }, WorkflowRequestType.UndeleteItemRecord);

    /// <summary>No members mean an answer without data.</summary>
    private async Task AssertRestoredAsync(
        WorkflowRequest<RecordRestored> request, WorkflowRequestType type, params string[] members)
    {
        WorkflowResult<RecordRestored> result = await CreateClient().Workflows.RunAsync(request, new PromptHandlers());

        await AssertRequestsAsync(SignIn, "POST workflow");
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(
            result.Answer?.Members.Select(member => $"{member.Key}: {member.Value.GetRawText()}"),
            members.Length == 0 ? Is.Null : Is.EqualTo(members));
        Assert.That(result.Wire, Members.EqualTo(DeletionExamples.Ended(
            type,
            Guid.Empty,
            new InformationMessage
            {
                Type = InformationMessageType.Notice,
                Title = "Re-establish links",
                Message = "Links to other records may have to be re-established.",
            },
            members.Length == 0 ? null : (WorkflowAnswerExtensionType)0)));
    }
}
