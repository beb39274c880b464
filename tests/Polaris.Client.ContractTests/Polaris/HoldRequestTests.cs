using Polaris.Client.Circulation;
using Polaris.Client.ContractTests.Wire;
using Polaris.Client.Workflows;

namespace Polaris.Client.ContractTests.Polaris;

[TestFixture]
public sealed class HoldRequestTests : PolarisContractTest
{
    private static readonly Guid SerialGuid = new("94c27ab0-d3e6-4e19-a5f1-0e8b6d9f3c66");
    private static readonly Guid IllGuid = new("0c6f9d3b-7a41-4f6e-9a53-2f1f2b0c8d77");

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
            Assert.That(result.IsCanceled);
        }
    }

    [Test]
    public async Task RunAsync_ChangeOfAHold_SendsDatesInTheirForms()
    {
        OnStart(21, 17, """
            {
              "SysHoldRequestID": 7301, "PickupBranchID": 12, "SysHoldStatusID": 1, "ActivationDate": "2026-12-24",
              "ExpirationDate": "01/06/2027"
            }
            """).Answers(WorkflowJson.Ended(21, Guid.Empty, "The hold request has been updated."));

        WorkflowResult<CustomWorkflowAnswer> result = await CreateClient().Workflows.RunAsync(
            new UpdateHoldRequest
            {
                HoldRequestId = 7301,
                PickupBranchId = 12,
                Status = HoldStatus.Inactive,
                ActivationDate = HoldDate.OnDay(2026, 12, 24),
                ExpirationDate = HoldDate.OnDay(2027, 1, 6),
            },
            new PromptHandlers());

        AssertRequests(SignIn, "POST workflow");
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
    }

    [Test]
    public async Task RunAsync_ReceivedIll_ReturnsTheRequest()
    {
        OnStart(18, 14, """{ "ILLRequestID": 4, "circTranType": 12 }""").Answers(WorkflowJson.Asks(18, IllGuid, """
            {
              "WorkflowPromptID": 55, "WorkflowPromptType": 1, "WorkflowPromptOptions": 6, "DefaultPromptOption": 5,
              "Title": "Brief item entry", "Message": "Enter a brief item."
            }
            """));
        OnReply(IllGuid, 55, 5).Answers(WorkflowJson.Ended(18, IllGuid, "The item has been received.", """
            { "WorkflowAnswerExtensionType": 99, "Data": { "ILLRequestInfo": { "ILLRequestID": 4 }, "Other": 1 } }
            """));

        WorkflowResult<IllRequestReceived> result = await CreateClient().Workflows.RunAsync(
            new ReceiveIllRequest { IllRequestId = 4, CircTranType = 12 },
            new PromptHandlers().Always(WorkflowPromptId.BriefItemEntry, WorkflowPromptResult.Continue));

        AssertRequests(SignIn, "POST workflow", $"PUT workflow/{IllGuid}");
        Assert.That(result.Answer!.IllRequestInfo!.Value.GetRawText(), Is.EqualTo("""{ "ILLRequestID": 4 }""").Or.EqualTo("""{"ILLRequestID":4}"""));
        Assert.That(result.Answer.AdditionalMembers!.Keys, Is.EqualTo(["Other"]));
    }

    [Test]
    public async Task RunAsync_ConvertedHoldAndDeletedIll_SendTheirIds()
    {
        OnStart(20, 16, """{ "SysHoldRequestID": 7301, "SkipTotalILLLimitExceededPrompt": true }""")
            .Answers(WorkflowJson.Ended(20, Guid.Empty, "The hold request has been converted."));
        OnStart(19, 15, """{ "ILLRequestID": 4 }""").Answers(WorkflowJson.Ended(19, Guid.Empty, "The ILL request has been deleted."));
        var workflows = CreateClient().Workflows;

        var converted = await workflows.RunAsync(
            new ConvertHoldToIll { HoldRequestId = 7301, SkipTotalIllLimitExceededPrompt = true }, new PromptHandlers());
        var deleted = await workflows.RunAsync(new DeleteIllRequest { IllRequestId = 4 }, new PromptHandlers());

        AssertRequests(SignIn, "POST workflow", "POST workflow");
        Assert.That(converted.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(deleted.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
    }
}
