using NUnit.Framework;
using Polaris.Client;
using Polaris.Client.Cataloging;
using Polaris.Client.Circulation;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace TestingYourCode.HideWithdrawn.Tests;

/// <summary>Tests of workflows as an integrator writes them: the fake has its own items, patrons and holds.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CirculationTests : IAsyncDisposable
{
    private readonly FakePolaris _fake = new FakePolaris().WithBib(5).WithItem(17, "0017", bibRecordId: 5).WithPatron(8, "p8", "OverdueItemBlock");
    private readonly PolarisClient _polaris;

    public CirculationTests() => _polaris = _fake.CreateClient();

    public async ValueTask DisposeAsync()
    {
        await _polaris.DisposeAsync();
        _fake.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task CheckIn_ItemThatFillsAHold_IsHeldForThePatron()
    {
        _fake.WithHold(1, patronId: 8, bibRecordId: 5);

        await _polaris.Workflows.RunAsync(
            new CheckIn { ItemBarcode = "0017" },
            new PromptHandlers().Always(WorkflowPromptId.FillsAnotherRequest, WorkflowPromptResult.Yes));

        Assert.That(_fake.Holds[1].StatusId, Is.EqualTo(6));
    }

    [Test]
    public async Task Hold_BlockedPatronWithADuplicate_IsPlacedAfterTwoPrompts()
    {
        _fake.WithHold(1, patronId: 8, bibRecordId: 5);

        await _polaris.Workflows.RunAsync(
            new CreateHoldRequest { PatronId = 8, PickupBranchId = 3, BibliographicRecordId = 5 },
            new PromptHandlers()
                .Always(WorkflowPromptId.PatronBlocked, WorkflowPromptResult.Continue)
                .Always(WorkflowPromptId.DuplicateHoldRequests, WorkflowPromptResult.Continue));

        Assert.That(_fake.Holds, Has.Count.EqualTo(2));
    }

    [Test]
    public void ItemSave_BarcodeOfAnotherItem_Fails()
    {
        _fake.WithItem(18, "0018", bibRecordId: 5);

        Assert.ThrowsAsync<WorkflowFailedException>(() => _polaris.Workflows.RunAsync(
            new UpdateItemRecord { ItemRecordId = 17, Barcode = "0018" },
            new PromptHandlers()
                .Always(WorkflowPromptId.ItemBarcodeChanged, WorkflowPromptResult.Continue)
                .Always(WorkflowPromptId.DuplicateItemBarcode, WorkflowPromptResult.Ok)));

        Assert.That(_fake.Items[17].Barcode, Is.EqualTo("0017"));
    }

    [Test]
    public async Task ItemSave_ScriptedPrompt_IsAnswered()
    {
        _fake.OnWorkflow(WorkflowRequestType.AddOrUpdateItemRecord, workflow => workflow.Replies.Count == 0
            ? FakeWorkflowOutcome.Ask(FakePrompts.ItemDisplayInPac())
            : FakeAnswers.ItemSaved(17));

        var saved = await _polaris.Workflows.RunAsync(
            new UpdateItemRecord { ItemRecordId = 17, DisplayInPac = false },
            new PromptHandlers().On<DisplayInPacPrompt>(prompt => prompt.Continue()));

        Assert.That(saved.Answer!.ItemRecordId, Is.EqualTo(17));
    }
}
