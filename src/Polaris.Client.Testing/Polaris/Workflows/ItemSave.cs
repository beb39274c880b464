using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>Request type 8: adds an item record or merges the given properties into one, with the prompts 66, 62 and 72 in this order.</summary>
internal sealed class ItemSave(PolarisRecords records, FakeWorkflow workflow)
{
    // Properties that describe the save and are not part of the record.
    private static readonly string[] NotStored =
        ["IsNew", "IsProvisionalSave", "OriginalItemStatusID", "ItemRecordHistoryActionID", "LoneableOutsideSystem"];

    private readonly int _id = workflow.Data.Int("ItemRecordID") ?? 0;
    private readonly bool _isNew = workflow.Data.Flag("IsNew") ?? false;
    private readonly string? _barcode = workflow.Data.Text("Barcode");

    private FakeItem? Stored => _isNew ? null : records.Items.Find(_id);

    public FakeWorkflowOutcome Next() => Impossible() ?? AskAboutHiding() ?? AskAboutBarcode() ?? RefuseDuplicate() ?? Save();

    public static void Check(BodyCheck data) => data
        .Ints(
            "ItemRecordID", "AssociatedBibRecordID", "OriginalItemStatusID", "ItemStatusID", "ItemRecordHistoryActionID",
            "AssignedBranchID", "OwningBranchID", "HomeBranchID", "MaterialTypeID", "LoanPeriodCodeID", "FineCodeID",
            "ShelvingSchemeID", "RenewalLimit")
        .Anything("StatisticalCodeID", "ShelfLocationID", "AssignedCollectionID", "ManualBlockID", "HoldPickupBranchID")
        .Bools("IsNew", "IsProvisionalSave", "DisplayInPAC", "NonCirculating", "Holdable", "LoneableOutsideSystem")
        .Anything("HoldableByPickup", "HoldableByPrimaryLender")
        .Texts("Barcode", "NonPublicNote", "Note")
        .NothingElse();

    private FakeWorkflowOutcome? Impossible() => (Stored, _isNew) switch
    {
        (null, false) => FakeWorkflowOutcome.Fail($"Item record {_id} was not found."),
        (null, true) when workflow.Data.Int("HomeBranchID") is null => FakeWorkflowOutcome.Fail("A new item record needs its home branch."),
        (null, true) when records.Bibs.Find(workflow.Data.Int("AssociatedBibRecordID") ?? 0) is null =>
            FakeWorkflowOutcome.Fail("A new item record needs an existing bibliographic record."),
        _ => null,
    };

    private FakeWorkflowOutcome? AskAboutHiding() => Stored?.DisplayInPac != false && workflow.Data.Flag("DisplayInPAC") == false
        ? workflow.AskOnce(FakePrompts.ItemDisplayInPac())
        : null;

    private FakeWorkflowOutcome? AskAboutBarcode() => Stored?.Barcode is { } before && _barcode is not null && _barcode != before
        ? workflow.AskOnce(FakePrompts.BarcodeChanged())
        : null;

    private FakeWorkflowOutcome? RefuseDuplicate() => records.ItemWithBarcode(_barcode) is { } other && other.Id != Stored?.Id
        ? workflow.AskOnce(FakePrompts.DuplicateBarcode()) ?? FakeWorkflowOutcome.Fail("Another item record has this barcode.")
        : null;

    private FakeWorkflowOutcome Save() => FakeWorkflowOutcome.Complete(
        Stored is null ? "The item record has been added." : "The item record has been updated.", Store);

    private WorkflowExecution Store()
    {
        FakeItem saved = Stored is { } stored ? new(Json.Copy(stored.Json)) : new() { Id = records.NewId() };
        foreach (KeyValuePair<string, JsonNode?> member in workflow.Data.Where(member => !NotStored.Contains(member.Key)))
        {
            saved.Json[member.Key] = member.Key == "ItemRecordID" ? saved.Id : member.Value?.DeepClone();
        }

        // The workflow has this spelling; reads have another.
        if (workflow.Data.Flag("LoneableOutsideSystem") is { } loanable)
        {
            saved.Json["LoanableOutsideSystem"] = loanable;
        }

        records.Items.Put(saved);
        return new(saved.Id, 5, new JsonObject { ["ItemRecord"] = ItemRoutes.Whole(saved) });
    }
}
