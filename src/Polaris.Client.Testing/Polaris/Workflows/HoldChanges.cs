using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>Request type 21: changes a hold request; what is not sent stays as it is.</summary>
internal sealed class HoldUpdate(FakePolarisOptions options, PolarisRecords records, FakeWorkflow workflow)
{
    private static readonly string[] Dates = ["ActivationDate", "ExpirationDate", "HoldTillDate"];

    public FakeWorkflowOutcome Next() => records.Holds.Find(workflow.Data.Int("SysHoldRequestID") ?? 0) switch
    {
        null => FakeWorkflowOutcome.Fail("The hold request was not found."),
        _ when workflow.Data.Int("PickupBranchID") is null or < 1 => FakeWorkflowOutcome.Fail("Invalid pickup branch"),
        { } hold => FakeWorkflowOutcome.Complete("The hold request has been updated.", () => Update(hold)),
    };

    /// <summary>The page lists more properties than are known, so any are accepted.</summary>
    public static void Check(BodyCheck data) => data
        .Required("SysHoldRequestID", "PickupBranchID")
        .Ints("SysHoldRequestID", "PickupBranchID", "SysHoldStatusID")
        .Texts(Dates);

    private WorkflowExecution Update(FakeHold hold)
    {
        FakeHold changed = new(Json.Copy(hold.Json))
        {
            PickupBranchId = workflow.Data.Int("PickupBranchID")!.Value,
            StatusId = workflow.Data.Int("SysHoldStatusID") ?? hold.StatusId,
        };
        foreach (string date in Dates.Where(workflow.Data.ContainsKey))
        {
            changed.Json[date] = new ServerDates(options).Returned(workflow.Data.Text(date)!);
        }

        records.Holds.Put(changed);
        return new(hold.Id);
    }
}

/// <summary>Request type 20: turns a hold request into an interlibrary loan request.</summary>
internal sealed class HoldConversion(PolarisRecords records, FakeWorkflow workflow)
{
    public FakeWorkflowOutcome Next() => records.Holds.Find(workflow.Data.Int("SysHoldRequestID") ?? 0) is { } hold
        ? FakeWorkflowOutcome.Complete("The hold request has been converted.", () => Convert(hold))
        : FakeWorkflowOutcome.Fail("The hold request was not found.");

    public static void Check(BodyCheck data) => data
        .Required("SysHoldRequestID").Ints("SysHoldRequestID").Bools("SkipTotalILLLimitExceededPrompt").NothingElse();

    private WorkflowExecution Convert(FakeHold hold)
    {
        int id = records.NewId();
        records.Holds.Remove(hold.Id);
        records.Lists[PolarisRecords.IllRequests].Add(new JsonObject
        {
            ["ILLRequestID"] = id,
            ["PatronID"] = hold.PatronId,
            ["PickupBranchID"] = hold.PickupBranchId,
            ["BibliographicRecordID"] = hold.BibRecordId,
        });
        return new(id);
    }
}

/// <summary>Request types 18 and 19: receives an interlibrary loan, with prompt 55, or deletes its request.</summary>
internal sealed class IllWorkflow(PolarisRecords records, FakeWorkflow workflow)
{
    private JsonObject? Request => records.Lists[PolarisRecords.IllRequests]
        .Find(row => row.Int("ILLRequestID") is { } id && id == workflow.Data.Int("ILLRequestID"));

    public FakeWorkflowOutcome Receive() => Request is not { } request ? NotFound()
        : workflow.AskOnce(FakePrompts.BriefItemEntry()) ?? FakeWorkflowOutcome.Complete(
            "The item has been received.",
            () => new(request.Int("ILLRequestID")!.Value, 0, new JsonObject { ["ILLRequestInfo"] = Json.Copy(request) }));

    public FakeWorkflowOutcome Delete() => Request is not { } request ? NotFound()
        : FakeWorkflowOutcome.Complete("The ILL request has been deleted.", () =>
        {
            records.Lists[PolarisRecords.IllRequests].Remove(request);
            return new(request.Int("ILLRequestID")!.Value);
        });

    public static void CheckReceive(BodyCheck data) => data.Required("ILLRequestID").Ints("ILLRequestID", "circTranType").NothingElse();

    public static void CheckDelete(BodyCheck data) => data.Required("ILLRequestID").Ints("ILLRequestID").NothingElse();

    private static FakeWorkflowOutcome NotFound() => FakeWorkflowOutcome.Fail("The ILL request was not found.");
}
