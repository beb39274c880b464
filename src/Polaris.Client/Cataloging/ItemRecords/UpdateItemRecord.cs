using System.Text.Json.Serialization;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Changes an item record: the server merges, so that only the members that are set are sent.</summary>
/// <remarks>
/// POST workflow, request type 8, extension 6. Vendor page: workflow/add_or_update_item_record. A null member is left out and so
/// keeps its value on the server.
/// </remarks>
public sealed class UpdateItemRecord() : SaveItemRecord(isNew: false)
{
    /// <summary>The record to change. Required.</summary>
    [JsonPropertyName("ItemRecordID")]
    public int ItemRecordId { get; set; }

    /// <summary>The home branch of the item.</summary>
    [JsonPropertyName("HomeBranchID")]
    public int? HomeBranchId { get; set; }

    /// <inheritdoc/>
    protected internal override WorkflowData ToData() => WorkflowData.From(this, ItemRecordUpdatesJson.Default.UpdateItemRecord);
}
