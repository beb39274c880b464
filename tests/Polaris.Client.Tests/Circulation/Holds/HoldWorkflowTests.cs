using Polaris.Client.Circulation;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Tests.Workflows;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Circulation;

/// <summary>The workflows that change holds and interlibrary loans, against the plays of the fake.</summary>
public sealed class HoldWorkflowTests : RecordWorkflowFixture
{
    [SetUp]
    public void AddRecords() => Fake.WithPatron(8, "p8").WithHold(1, 8, 5)
        .WithRecord("illrequests", new() { ["ILLRequestID"] = 4, ["PatronID"] = 8 });

    [Test]
    public async Task UpdateHoldRequest_BranchStatusAndDates_ChangesThem()
    {
        var result = await Client.Workflows.RunAsync(
            new UpdateHoldRequest
            {
                HoldRequestId = 1,
                PickupBranchId = 12,
                Status = HoldStatus.Inactive,
                ActivationDate = HoldDate.OnDay(2026, 12, 24),
                ExpirationDate = HoldDate.OnDay(2027, 1, 6),
                HoldTillDate = HoldDate.OnDay(2027, 1, 7),
            },
            new());

        Assert.That(Started(), Is.EqualTo(
            """21/17 {"SysHoldRequestID":1,"PickupBranchID":12,"SysHoldStatusID":1,"ActivationDate":"2026-12-24","ExpirationDate":"01/06/2027","HoldTillDate":"01/07/2027"}"""));
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(Fake.Holds[1].PickupBranchId, Is.EqualTo(12));
        Assert.That(Fake.Holds[1].StatusId, Is.EqualTo(1));
        Assert.That((await Client.Holds.GetAsync(1)).ActivationDate?.Day, Is.EqualTo(24));
        Assert.That(Fake.Holds[1].Json["ExpirationDate"]!.GetValue<string>(), Is.EqualTo("2027-01-06T00:00:00.000"));
    }

    [Test]
    public async Task UpdateHoldRequest_FurtherProperty_IsSentUnchanged()
    {
        var request = new UpdateHoldRequest { HoldRequestId = 1, PickupBranchId = 3, AdditionalMembers = new() { ["PickupAreaID"] = Json("4") } };

        await Client.Workflows.RunAsync(request, new());

        Assert.That(Started(), Is.EqualTo("""21/17 {"SysHoldRequestID":1,"PickupBranchID":3,"PickupAreaID":4}"""));
        Fake.AssertNoUnexpectedRequests();
    }

    [Test]
    public void UpdateHoldRequest_WithoutIdOrBranch_SendsNothing()
    {
        Assert.That(
            () => Client.Workflows.RunAsync(new UpdateHoldRequest { PickupBranchId = 3 }, new()),
            Throws.InvalidOperationException.With.Message.Contains("HoldRequestId is not set"));
        Assert.That(
            () => Client.Workflows.RunAsync(new UpdateHoldRequest { HoldRequestId = 1 }, new()),
            Throws.InvalidOperationException.With.Message.Contains("PickupBranchId is not set"));
        Assert.That(SentAboutWorkflows(), Is.Empty);
    }

    [Test]
    public async Task ReceiveIllRequest_PromptForTheBriefItem_IsAnsweredByItsId()
    {
        var result = await Client.Workflows.RunAsync(
            new ReceiveIllRequest { IllRequestId = 4 },
            new PromptHandlers().Always(WorkflowPromptId.BriefItemEntry, WorkflowPromptResult.Continue));

        Assert.That(Started(), Is.EqualTo("""18/14 {"ILLRequestID":4}"""));
        Assert.That(Replied(), Is.EqualTo(new[] { (55, 5) }));
        Assert.That(result.Answer!.IllRequestInfo!.Value.GetProperty("PatronID").GetInt32(), Is.EqualTo(8));
    }

    [Test]
    public async Task DeleteIllRequest_KnownRequest_RemovesIt()
    {
        var result = await Client.Workflows.RunAsync(new DeleteIllRequest { IllRequestId = 4 }, new());

        Assert.That(Started(), Is.EqualTo("""19/15 {"ILLRequestID":4}"""));
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(await Client.Holds.ListIllOfPatronAsync(8), Is.Empty);
    }

    [Test]
    public async Task ConvertHoldToIll_KnownHold_BecomesAnIllRequest()
    {
        var result = await Client.Workflows.RunAsync(new ConvertHoldToIll { HoldRequestId = 1 }, new());

        Assert.That(Started(), Is.EqualTo("""20/16 {"SysHoldRequestID":1,"SkipTotalILLLimitExceededPrompt":false}"""));
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(await Client.Holds.FindAsync(1), Is.Null);
        Assert.That(await Client.Holds.ListIllOfPatronAsync(8), Has.Count.EqualTo(2));
    }

    [Test]
    public void EachWorkflow_UnknownRequest_FailsAndChangesNothing()
    {
        Assert.ThrowsAsync<WorkflowFailedException>(
            () => Client.Workflows.RunAsync(new UpdateHoldRequest { HoldRequestId = 99, PickupBranchId = 3 }, new()));
        Assert.ThrowsAsync<WorkflowFailedException>(() => Client.Workflows.RunAsync(new ConvertHoldToIll { HoldRequestId = 99 }, new()));
        Assert.ThrowsAsync<WorkflowFailedException>(() => Client.Workflows.RunAsync(new ReceiveIllRequest { IllRequestId = 99 }, new()));
        Assert.ThrowsAsync<WorkflowFailedException>(() => Client.Workflows.RunAsync(new DeleteIllRequest { IllRequestId = 99 }, new()));
        Assert.That(Fake.ExecutedOperations, Is.Zero);
    }

    [Test]
    public void EachIllWorkflow_WithoutId_SendsNothing()
    {
        Assert.That(() => Client.Workflows.RunAsync(new ConvertHoldToIll(), new()), Throws.InvalidOperationException);
        Assert.That(() => Client.Workflows.RunAsync(new ReceiveIllRequest(), new()), Throws.InvalidOperationException);
        Assert.That(() => Client.Workflows.RunAsync(new DeleteIllRequest(), new()), Throws.InvalidOperationException);
        Assert.That(SentAboutWorkflows(), Is.Empty);
    }

    [Test]
    public void UpdateHoldRequest_HoldLockedByAnotherUser_IsRefused()
    {
        Fake.LockAs("PolarisExec", 15, ObjectType.HoldRequest, 1);

        Assert.ThrowsAsync<ObjectLockedException>(
            () => Client.Workflows.RunAsync(new UpdateHoldRequest { HoldRequestId = 1, PickupBranchId = 12 }, new()));
    }
}
