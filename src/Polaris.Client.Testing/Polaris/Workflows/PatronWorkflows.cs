using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>Request type 3: registers a patron; a barcode that is in use is refused.</summary>
internal sealed class PatronRegistration(PolarisRecords records, FakeWorkflow workflow)
{
    public FakeWorkflowOutcome Next() => records.PatronWithBarcode(workflow.Data.Text("Barcode")) is null
        ? FakeWorkflowOutcome.Complete("The patron record has been added.", Register)
        : FakeWorkflowOutcome.Fail("The barcode is already in use.");

    /// <summary>The page lists more properties than are known, so any are accepted.</summary>
    public static void Check(BodyCheck data) => data
        .Required("Barcode", "PatronCodeID", "OrganizationID")
        .Ints("PatronCodeID", "OrganizationID", "SystemBlocks")
        .Texts("Barcode");

    private WorkflowExecution Register()
    {
        JsonObject patron = Json.Copy(workflow.Data);
        int id = records.NewId();
        patron["PatronID"] = id;
        records.Patrons.Put(new FakePatron(patron));
        return new(id);
    }
}

/// <summary>Request type 7: deletes patrons; items that are out, and holds that are open or filled, block a deletion.</summary>
internal sealed class PatronDeletion(PolarisRecords records, FakeWorkflow workflow)
{
    private List<FakePatron> Patrons =>
        [.. workflow.Data.Ints("PatronRecordIDs").Distinct().Select(records.Patrons.Find).OfType<FakePatron>()];

    public FakeWorkflowOutcome Next() => Patrons.Count == 0 ? FakeWorkflowOutcome.Fail("The patron records were not found.") : Delete();

    public static void Check(BodyCheck data) => data.Required("PatronRecordIDs").IntArrays("PatronRecordIDs").NothingElse();

    private FakeWorkflowOutcome Delete()
    {
        List<int> blocked = [.. Patrons.Where(IsBlocked).Select(patron => patron.Id)];
        List<int> deleted = [.. Patrons.Select(patron => patron.Id).Except(blocked)];
        WorkflowExecution Execute()
        {
            deleted.ForEach(patron => records.Patrons.Remove(patron));
            return new(deleted.FirstOrDefault(), 6, FakeAnswers.DeletionData(deleted, blocked), deleted.Count > 0);
        }

        return FakeWorkflowOutcome.CompletePartly(blocked.Count == 0 ? null : $"{blocked.Count} patron record(s) were not deleted", Execute);
    }

    private bool IsBlocked(FakePatron patron) =>
        records.Holds.FindBy("patron", PolarisRecords.Key(patron.Id)).Any(hold => hold.IsOpen || hold.IsTrapped)
        || records.Items.All.Any(item => item.BorrowerId == patron.Id);
}
