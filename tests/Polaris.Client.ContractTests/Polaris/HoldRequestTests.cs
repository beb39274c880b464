using Polaris.Client.Circulation;
using Polaris.Client.Workflows;

namespace Polaris.Client.ContractTests.Polaris;

[TestFixture]
public sealed class HoldRequestTests : PolarisContractTest
{
    private static readonly Guid SerialGuid = new("94c27ab0-d3e6-4e19-a5f1-0e8b6d9f3c66");

    [Test, Stubs("SignIn/polaris", "Conversations/hold-create")]
    public async Task RunAsync_HoldOnATitle_IsPlaced()
    {
        WorkflowResult<CustomWorkflowAnswer> result = await CreateClient().Workflows.RunAsync(
            new CreateHoldRequest
            {
                PatronId = 29937,
                PickupBranchId = 3,
                BibliographicRecordId = 1126739,
                ActivationDate = new DateTimeOffset(2026, 1, 14, 19, 0, 0, TimeSpan.FromHours(-5)),
            },
            new PromptHandlers());

        await AssertRequestsAsync(SignIn, "POST workflow");
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(result.Answer, Is.Null);
        Assert.That(result.Wire, Members.EqualTo(Answers.Completed(
            WorkflowRequestType.CreateHold, Guid.Empty, "The hold request has been placed.")));
    }

    [Test, Stubs("SignIn/polaris", "Conversations/hold-serial-cancelled")]
    public async Task RunAsync_HoldOnASerial_ShowsThePartsAndIsCancelled()
    {
        SerialHoldsPrompt? parts = null;

        WorkflowResult<CustomWorkflowAnswer> result = await CreateClient().Workflows.RunAsync(
            new CreateHoldRequest { PatronId = 29937, PickupBranchId = 3, BibliographicRecordId = 1126739 },
            new PromptHandlers().On<SerialHoldsPrompt>(prompt => (parts = prompt).Cancel()));

        await AssertRequestsAsync(SignIn, "POST workflow", $"PUT workflow/{SerialGuid}");
        Assert.That(parts?.Details, Members.EqualTo(new SerialHoldChoices
        {
            ItemRecordCount = 2,
            DesignationsOrVolumes = ["v. 1", "v. 2"],
        }));
        Assert.That(result.IsCancelled);
    }
}
