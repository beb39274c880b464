using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The final responses of workflows, for the scripts of tests.</summary>
public static class FakeAnswers
{
    /// <summary>A bibliographic record was saved; the documentation shows no data here.</summary>
    public static FakeWorkflowOutcome BibSaved() => FakeWorkflowOutcome.Complete("The bibliographic record has been updated.");

    /// <summary>An authority record was added: response extension 13.</summary>
    /// <param name="id">The ID of the record.</param>
    public static FakeWorkflowOutcome AuthorityAdded(int id) => FakeWorkflowOutcome.Complete(
        "The authority record has been added.", 13, new JsonObject { ["AuthorityRecordID"] = id });

    /// <summary>An item record was saved: response extension 5.</summary>
    /// <param name="id">The ID of the record.</param>
    /// <param name="barcode">The barcode; <c>null</c> for none.</param>
    public static FakeWorkflowOutcome ItemSaved(int id, string? barcode = null) =>
        ItemSaved(new FakeItem { Id = id, Barcode = barcode });

    /// <summary>An item record was saved: response extension 5.</summary>
    /// <param name="item">The record as the response contains it.</param>
    public static FakeWorkflowOutcome ItemSaved(FakeItem item)
    {
        _ = item ?? throw new ArgumentNullException(nameof(item));
        return FakeWorkflowOutcome.Complete(
            "The item record has been updated.", 5, new JsonObject { ["ItemRecord"] = Json.Copy(item.Json) });
    }

    /// <summary>Records were deleted: response extension 6.</summary>
    /// <param name="ids">The IDs.</param>
    public static FakeWorkflowOutcome Deleted(params int[] ids) => Deleted(ids ?? [], []);

    /// <summary>Some records were deleted and others were not, although the status is that of success: response extension 6.</summary>
    /// <param name="deletedIds">The records that were deleted.</param>
    /// <param name="blockedIds">The records that were not deleted.</param>
    public static FakeWorkflowOutcome Deleted(IReadOnlyCollection<int> deletedIds, IReadOnlyCollection<int> blockedIds)
    {
        _ = deletedIds ?? throw new ArgumentNullException(nameof(deletedIds));
        _ = blockedIds ?? throw new ArgumentNullException(nameof(blockedIds));
        JsonObject data = DeletionData(deletedIds, blockedIds);
        bool wasDone = deletedIds.Count > 0;
        return FakeWorkflowOutcome.CompletePartly(
            blockedIds.Count == 0 ? null : $"{blockedIds.Count} record(s) were not deleted", () => new(RecordId: 0, 6, data, wasDone));
    }

    internal static JsonObject DeletionData(IEnumerable<int> deletedIds, IEnumerable<int> blockedIds) => new()
    {
        ["RecordSetID"] = 0,
        ["ReportTitle"] = null,
        ["ReportURL"] = null,
        ["DeletedRecordIDs"] = Json.Array(deletedIds),
        ["BlockedRecordIDs"] = Json.Array(blockedIds),
    };
}
