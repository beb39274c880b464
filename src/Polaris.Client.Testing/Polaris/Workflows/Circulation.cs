using System.Globalization;

namespace Polaris.Client.Testing;

/// <summary>Request type 1: checks an item in, with the prompts 8 and 30 in this order.</summary>
internal sealed class CheckInWorkflow(PolarisRecords records, FakeWorkflow workflow)
{
    private FakeItem? Item => records.ItemWithBarcode(workflow.Data.Text("ItemBarcode"));

    public FakeWorkflowOutcome Next() => Item is not { } item
        ? FakeWorkflowOutcome.Fail("No matching item record was found. Check the item barcode.")
        : AskAboutStatus(item) ?? AskAboutRequest(item) ?? FakeWorkflowOutcome.Complete("The item has been checked in.", () => CheckIn(item));

    public static void Check(BodyCheck data) => data
        .Required("CheckinTypeID", "ItemBarcode")
        .Ints("CheckinTypeID", "FreeDays").Texts("ItemBarcode").Bools("ignoreInventoryStatusMessages").NothingElse();

    private FakeWorkflowOutcome? AskAboutStatus(FakeItem item) =>
        item.ItemStatusId is FakeItem.In or FakeItem.Out or FakeItem.InTransit ? null
        : workflow.ResultOf(8) == OfferedResults.No ? FakeWorkflowOutcome.Cancel()
        : workflow.AskOnce(FakePrompts.UpdateItemRecord());

    private FakeWorkflowOutcome? AskAboutRequest(FakeItem item) =>
        records.HoldsFor(item).Any() ? workflow.AskOnce(FakePrompts.FillsAnotherRequest()) : null;

    private WorkflowExecution CheckIn(FakeItem item)
    {
        FakeHold? hold = workflow.ResultOf(30) == OfferedResults.Yes ? records.HoldsFor(item).FirstOrDefault() : null;
        bool isHere = hold?.PickupBranchId == workflow.Request.Json.Int("TxnBranchID");
        int status = hold is null ? FakeItem.In : isHere ? FakeItem.Held : FakeItem.InTransit;
        records.Items.Put(new FakeItem(Json.Copy(item.Json)) { ItemStatusId = status, BorrowerId = null });
        if (hold is not null)
        {
            FakeHold filled = new(Json.Copy(hold.Json)) { StatusId = isHere ? FakeHold.Held : FakeHold.Shipped };
            filled.Json["TrappingItemRecordID"] = item.Id;
            records.Holds.Put(filled);
        }

        return new(item.Id);
    }
}

/// <summary>Request type 2: checks an item out to a patron, with prompt 1.</summary>
internal sealed class CheckOutWorkflow(PolarisRecords records, FakeWorkflow workflow)
{
    private FakeItem? Item => records.ItemWithBarcode(workflow.Data.Text("ItemBarcode"));

    private FakePatron? Patron => records.PatronWithBarcode(workflow.Data.Text("PatronBarcode"));

    public FakeWorkflowOutcome Next() => (Patron, Item) switch
    {
        (null, _) => FakeWorkflowOutcome.Fail("No matching patron record was found. Check the patron barcode."),
        (_, null) => FakeWorkflowOutcome.Fail("No matching item record was found. Check the item barcode."),
        ({ } patron, { } item) when item.BorrowerId is { } other && other != patron.Id =>
            FakeWorkflowOutcome.Fail("The item is out to another patron."),
        ({ } patron, { } item) => AskAboutBlocks(patron)
            ?? FakeWorkflowOutcome.Complete("The item has been checked out.", () => CheckOut(patron, item)),
    };

    public static void Check(BodyCheck data) => data
        .Required("CheckoutTypeID", "PatronBarcode", "ItemBarcode")
        .Ints("CheckoutTypeID", "SpecialLoanUnits", "SpecialLoanUnitsNum")
        .Texts("PatronBarcode", "ItemBarcode")
        .Bools("IsSpecialLoan", "IsOvernightPermitted", "IsBBMBulkCheckout", "IgnorePatronBlocksCheck", "IgnoreItemsOutLimitPrompt")
        .Bools("IgnoreORSPatronServiceDatePrompt")
        .Anything("OfflineCheckoutDate", "IgnoreLoanLimitPromptForMaterialTypeIDs")
        .NothingElse();

    private FakeWorkflowOutcome? AskAboutBlocks(FakePatron patron) =>
        patron.Blocks.Count > 0 && workflow.Data.Flag("IgnorePatronBlocksCheck") != true
            ? workflow.AskOnce(FakePrompts.PatronBlocked([.. patron.Blocks]))
            : null;

    private WorkflowExecution CheckOut(FakePatron patron, FakeItem item)
    {
        records.Items.Put(new FakeItem(Json.Copy(item.Json)) { ItemStatusId = FakeItem.Out, BorrowerId = patron.Id });
        foreach (FakeHold hold in records.Holds.FindBy("patron", PolarisRecords.Key(patron.Id)).ToList())
        {
            // A hold that is picked up is removed.
            if (hold.Json.Int("TrappingItemRecordID") == item.Id)
            {
                records.Holds.Remove(hold.Id);
            }
        }

        return new(item.Id);
    }
}

/// <summary>Request type 5: places a hold, with the prompts 1, 68, 94, 88 and 77 in this order.</summary>
internal sealed class HoldWorkflow(FakePolarisOptions options, PolarisRecords records, FakeWorkflow workflow)
{
    private static readonly string[] Dates = ["ActivationDate", "ExpirationDate"];

    private readonly int _pickupBranch = workflow.Data.Int("PickupBranchID") ?? 0;

    private FakePatron? Patron => records.Patrons.Find(workflow.Data.Int("PatronID") ?? 0);

    private FakeItem? Item => records.Items.Find(workflow.Data.Int("ItemRecordID") ?? 0)
        ?? records.ItemWithBarcode(workflow.Data.Text("ItemBarcode"));

    // 0 is none, as in the requests of clients in production.
    private FakeBib? Bib => records.Bibs.Find(workflow.Data.Int("BibliographicRecordID") is > 0 and var id ? id : Item?.BibRecordId ?? 0);

    private bool IsItemLevel => workflow.Data.Flag("ItemLevelHold") == true && Item is not null;

    public FakeWorkflowOutcome Next() => Impossible() ?? AskAboutBlocks(Patron!) ?? AskAboutLimit(Patron!) ?? AskAboutPart()
        ?? AskAboutLevel(Patron!) ?? AskAboutDuplicates(Patron!) ?? FakeWorkflowOutcome.Complete("The hold request has been placed.", Place);

    public static void Check(BodyCheck data) => data
        .Required("PatronID", "PickupBranchID")
        .Ints("PatronID", "PickupBranchID", "Origin", "BibliographicRecordID", "ItemRecordID")
        .Texts("ActivationDate", "ExpirationDate", "ItemBarcode", "StaffDisplayNotes", "NonPublicNotes", "PACDisplayNotes")
        .Texts("Title", "BrowseTitle")
        .Bools("ItemLevelHold", "IgnorePatronBlocksPrompt", "PatronBlocksOnlyPrompt", "IgnoreMaximumHoldsPrompt", "BulkMode")
        .Bools("UnlockedRequest")
        .Anything("IgnorePromptForMaterialTypeIDs")
        .NothingElse();

    private FakeWorkflowOutcome? Impossible() =>
        Patron is null ? FakeWorkflowOutcome.Fail("Placing hold request failed.")
        : _pickupBranch <= 0 ? FakeWorkflowOutcome.Fail("Invalid pickup branch")
        : Bib is null && workflow.Data.Flag("UnlockedRequest") != true ? FakeWorkflowOutcome.Fail("Placing hold request failed.")
        : null;

    private FakeWorkflowOutcome? AskAboutBlocks(FakePatron patron) =>
        patron.Blocks.Count > 0 && workflow.Data.Flag("IgnorePatronBlocksPrompt") != true
            ? workflow.AskOnce(FakePrompts.PatronBlocked([.. patron.Blocks]))
            : null;

    private FakeWorkflowOutcome? AskAboutLimit(FakePatron patron) =>
        records.HoldsOf(patron).Count() >= patron.RequestLimit && workflow.Data.Flag("IgnoreMaximumHoldsPrompt") != true
            ? workflow.AskOnce(FakePrompts.RequestLimitExceeded())
            : null;

    // How a reply names the part is not documented, so any is accepted.
    private FakeWorkflowOutcome? AskAboutPart()
    {
        string[] volumes = Bib is not { } bib || IsItemLevel
            ? []
            : [.. records.ItemsOf(bib.Id).Select(item => item.Json.Text("VolumeNumber")).OfType<string>()];
        return volumes.Length == 0
            ? null
            : workflow.AskOnce(FakePrompts.SerialHolds(volumes.Distinct(), volumes.Length, isDesignation: false));
    }

    private FakeWorkflowOutcome? AskAboutLevel(FakePatron patron) =>
        !IsItemLevel && Same(patron).Any(hold => hold.ItemRecordId > 0) ? workflow.AskOnce(FakePrompts.PromoteToBibLevel()) : null;

    private FakeWorkflowOutcome? AskAboutDuplicates(FakePatron patron) =>
        Same(patron).Any(hold => hold.ItemRecordId == 0 || hold.ItemRecordId == Item?.Id)
            ? workflow.AskOnce(FakePrompts.DuplicateHoldRequests())
            : null;

    private IEnumerable<FakeHold> Same(FakePatron patron) =>
        Bib is { } bib ? records.HoldsOf(patron).Where(hold => hold.BibRecordId == bib.Id) : [];

    private WorkflowExecution Place()
    {
        if (workflow.ResultOf(88) == OfferedResults.Continue && Same(Patron!).FirstOrDefault(hold => hold.ItemRecordId > 0) is { } promoted)
        {
            records.Holds.Put(new FakeHold(Json.Copy(promoted.Json)) { ItemRecordId = 0 });
            return new(promoted.Id);
        }

        FakeHold hold = new()
        {
            Id = records.NewId(),
            PatronId = Patron!.Id,
            BibRecordId = Bib?.Id ?? 0,
            ItemRecordId = IsItemLevel ? Item!.Id : 0,
            PickupBranchId = _pickupBranch,
        };
        string[] copied = ["Origin", "StaffDisplayNotes", "NonPublicNotes", "PACDisplayNotes", "UnlockedRequest", "Title"];
        foreach (string name in copied.Where(workflow.Data.ContainsKey))
        {
            hold.Json[name] = workflow.Data[name]?.DeepClone();
        }

        ServerDates dates = new(options);
        foreach (string name in Dates.Where(workflow.Data.ContainsKey))
        {
            hold.Json[name] = dates.Returned(workflow.Data.Text(name)!);
        }

        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        hold.Json["CreationDate"] = dates.WithoutOffset(now);
        hold.Json[FakeHold.VisibleFrom] = (now + options.HoldListDelay).ToString("O", CultureInfo.InvariantCulture);
        records.Holds.Put(hold);
        return new(hold.Id);
    }
}
