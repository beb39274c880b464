using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>What became of records that were to be deleted: answer extension 6.</summary>
/// <remarks>
/// The status of such a workflow is "successful" also when some or all records were kept: then the outcome of the result is
/// <see cref="WorkflowOutcome.PartlyCompleted"/>. Without a list of deleted records it is <see cref="WorkflowOutcome.Unconfirmed"/>. An ID
/// that the server sent as null reads 0.
/// </remarks>
public sealed class RecordsDeleted
{
    /// <summary>The records that were deleted.</summary>
    [JsonPropertyName("DeletedRecordIDs")]
    public IReadOnlyList<int> DeletedRecordIds { get; set => field = value ?? []; } = [];

    /// <summary>The records that were kept, because something stands in the way, such as a hold.</summary>
    [JsonPropertyName("BlockedRecordIDs")]
    public IReadOnlyList<int> BlockedRecordIds { get; set => field = value ?? []; } = [];

    /// <summary>The record set that the server made of the kept records, if it did.</summary>
    [JsonPropertyName("RecordSetID")]
    public int? RecordSetId { get; set; }

    /// <summary>The title of a report.</summary>
    public string? ReportTitle { get; set; }

    /// <summary>Where the report is.</summary>
    [JsonPropertyName("ReportURL")]
    public string? ReportUrl { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Only a list of deleted records proves that they were deleted: the status is "successful" in any case.</summary>
    internal static WorkflowOutcome Judge(RecordsDeleted? deleted) => deleted switch
    {
        { BlockedRecordIds.Count: > 0 } => WorkflowOutcome.PartlyCompleted,
        { DeletedRecordIds.Count: > 0 } => WorkflowOutcome.Completed,
        _ => WorkflowOutcome.Unconfirmed,
    };
}

/// <summary>What the server reported of an undeleted record.</summary>
/// <remarks>The vendor says that status, modification date and display in PAC are returned, but not under which names, so everything is kept as received.</remarks>
public sealed class RecordRestored
{
    /// <summary>All members of the data.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Members { get; set; } = [];
}
