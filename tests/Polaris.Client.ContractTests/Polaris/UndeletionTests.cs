using Polaris.Client.Cataloging;
using Polaris.Client.ContractTests.Wire;
using Polaris.Client.Workflows;

namespace Polaris.Client.ContractTests.Polaris;

[TestFixture]
public sealed class UndeletionTests : PolarisContractTest
{
    [Test]
    public Task RunAsync_Bib_IsRestored()
    {
        OnStart(15, 5, """{ "RecordID": 1126739 }""").Answers(Restored(15, """
            {
              "WorkflowAnswerExtensionType": 0,
              "Data": { "RecordStatusID": 1, "ModificationDate": "2021-01-23T17:22:17", "DisplayInPAC": false }
            }
            """));

        return AssertRestoredAsync(
            new UndeleteBibRecord { BibRecordId = 1126739 },
            WorkflowRequestType.UndeleteBibRecord,
            "RecordStatusID: 1", "ModificationDate: \"2021-01-23T17:22:17\"", "DisplayInPAC: false");
    }

    [Test]
    public Task RunAsync_Authority_IsRestored()
    {
        OnStart(14, 5, """{ "RecordID": 925313 }""").Answers(Restored(14, """
            {
              "WorkflowAnswerExtensionType": 0,
              "Data": { "RecordStatusID": 1, "ModificationDate": "2021-01-23T17:22:17" }
            }
            """));

        return AssertRestoredAsync(
            new UndeleteAuthorityRecord { AuthorityRecordId = 925313 },
            WorkflowRequestType.UndeleteAuthorityRecord,
            "RecordStatusID: 1", "ModificationDate: \"2021-01-23T17:22:17\"");
    }

    [Test]
    public Task RunAsync_Item_IsRestored()
    {
        OnStart(16, 5, """{ "RecordID": 29937 }""").Answers(Restored(16));

        return AssertRestoredAsync(
            new UndeleteItemRecord { ItemRecordId = 29937 }, WorkflowRequestType.UndeleteItemRecord);
    }

    private static Answer Restored(int type, string extension = "null") => WorkflowJson.Ended(
        type,
        Guid.Empty,
        """[ { "Type": 3, "Title": "Re-establish links", "Message": "Links to other records may have to be re-established." } ]""",
        status: 1,
        extension);

    /// <summary>No members mean an answer without data.</summary>
    private async Task AssertRestoredAsync(
        WorkflowRequest<RecordRestored> request, WorkflowRequestType type, params string[] members)
    {
        WorkflowResult<RecordRestored> result = await CreateClient().Workflows.RunAsync(request, new PromptHandlers());

        AssertRequests(SignIn, "POST workflow");

        using (Assert.EnterMultipleScope())
        {
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
}
