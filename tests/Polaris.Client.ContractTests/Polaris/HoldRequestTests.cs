using Polaris.Client.Circulation;
using Polaris.Client.ContractTests.Wire;
using Polaris.Client.Workflows;

namespace Polaris.Client.ContractTests.Polaris;

[TestFixture]
public sealed class HoldRequestTests : PolarisContractTest
{
    private static readonly Guid SerialGuid = new("94c27ab0-d3e6-4e19-a5f1-0e8b6d9f3c66");

    [Test]
    public async Task RunAsync_HoldOnATitle_IsPlaced()
    {
        OnStart(5, 9, """
            {
              "PatronID": 29937, "PickupBranchID": 3, "Origin": 2, "ActivationDate": "2026-01-15T00:00:00Z",
              "BibliographicRecordID": 1126739, "ItemRecordID": 0
            }
            """).Answers(WorkflowJson.Ended(5, Guid.Empty, "The hold request has been placed."));

        WorkflowResult<CustomWorkflowAnswer> result = await CreateClient().Workflows.RunAsync(
            new CreateHoldRequest
            {
                PatronId = 29937,
                PickupBranchId = 3,
                BibliographicRecordId = 1126739,
                ActivationDate = new DateTimeOffset(2026, 1, 14, 19, 0, 0, TimeSpan.FromHours(-5)),
            },
            new PromptHandlers());

        AssertRequests(SignIn, "POST workflow");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
            Assert.That(result.Answer, Is.Null);
            Assert.That(result.Wire, Members.EqualTo(Answers.Completed(
                WorkflowRequestType.CreateHold, Guid.Empty, "The hold request has been placed.")));
        }
    }

    [Test]
    public async Task RunAsync_HoldOnASerial_ShowsThePartsAndIsCanceled()
    {
        OnStart(5, 9, """
            { "PatronID": 29937, "PickupBranchID": 3, "Origin": 2, "BibliographicRecordID": 1126739, "ItemRecordID": 0 }
            """).Answers(WorkflowJson.Asks(
            5,
            SerialGuid,
            """
            {
              "WorkflowPromptID": 94, "WorkflowPromptType": 33, "WorkflowPromptOptions": 6, "DefaultPromptOption": 4,
              "Title": "Serial Holds", "Message": "Choose the part."
            }
            """,
            """
            {
              "WorkflowPromptExtensionType": 33,
              "Data": { "ItemRecordCount": 2, "DesignationsOrVolumes": ["v. 1", "v. 2"], "IsDesignation": false }
            }
            """));
        OnReply(SerialGuid, 94, 4).Answers(WorkflowJson.Ended(5, SerialGuid, messages: "[]", status: 3));

        SerialHoldsPrompt? parts = null;

        WorkflowResult<CustomWorkflowAnswer> result = await CreateClient().Workflows.RunAsync(
            new CreateHoldRequest { PatronId = 29937, PickupBranchId = 3, BibliographicRecordId = 1126739 },
            new PromptHandlers().On<SerialHoldsPrompt>(prompt => (parts = prompt).Cancel()));

        AssertRequests(SignIn, "POST workflow", $"PUT workflow/{SerialGuid}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(parts?.Details, Members.EqualTo(new SerialHoldChoices
            {
                ItemRecordCount = 2,
                DesignationsOrVolumes = ["v. 1", "v. 2"],
            }));
            Assert.That(result.IsCancelled);
        }
    }
}
