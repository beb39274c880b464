using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>The outcome of a deletion of records: response extension 6.</summary>
/// <remarks>
/// The status of such a workflow is "successful" even if some or all records were kept: then the outcome of the result is
/// <see cref="WorkflowOutcome.PartlyCompleted"/>. Without a list of deleted records it is <see cref="WorkflowOutcome.Unconfirmed"/>, and so
/// it is if the list contains an ID that the server sent as null, which becomes 0.
/// </remarks>
public sealed class RecordsDeleted
{
    /// <summary>The records that were deleted.</summary>
    [JsonPropertyName("DeletedRecordIDs")]
    public IReadOnlyList<int> DeletedRecordIds { get; set => field = value ?? []; } = [];

    /// <summary>The records that were kept, because their deletion was blocked, for example by a hold.</summary>
    [JsonPropertyName("BlockedRecordIDs")]
    public IReadOnlyList<int> BlockedRecordIds { get; set => field = value ?? []; } = [];

    /// <summary>The record set that the server created from the kept records, if any.</summary>
    [JsonPropertyName("RecordSetID")]
    public int? RecordSetId { get; set; }

    /// <summary>The title of a report.</summary>
    public string? ReportTitle { get; set; }

    /// <summary>The address of the report.</summary>
    [JsonPropertyName("ReportURL")]
    public string? ReportUrl { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Only a list of deleted records proves that they were deleted: the status is "successful" in any case.</summary>
    internal static WorkflowOutcome Judge(RecordsDeleted? deleted) => deleted switch
    {
        { BlockedRecordIds.Count: > 0 } => WorkflowOutcome.PartlyCompleted,
        { DeletedRecordIds: { Count: > 0 } ids } when ids.All(id => id > 0) => WorkflowOutcome.Completed,
        _ => WorkflowOutcome.Unconfirmed,
    };
}

/// <summary>The data of a restored record, as reported by the server.</summary>
/// <remarks>
/// According to the vendor, status, modification date and display in PAC are returned, but under undocumented names, so
/// everything is kept as received.
/// </remarks>
public sealed class RecordRestored
{
    /// <summary>All properties of the data.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Members { get; set; } = [];
}
