using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>What became of records that were to be deleted: answer extension 6.</summary>
/// <remarks>
/// The status of such a workflow is "successful" also when some or all records were kept: then the outcome of the result is
/// <see cref="WorkflowOutcome.PartlyCompleted"/>, and the messages tell why.
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

    /// <summary>Members that this library has no name for.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    internal bool IsPartial => BlockedRecordIds.Count > 0;
}
