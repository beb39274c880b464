using System.Text.Json.Serialization;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Adds an item record.</summary>
/// <remarks>
/// POST workflow, request type 8, extension 6. Vendor page: workflow/add_or_update_item_record. Seen in clients in production: the
/// home branch is obligatory, and these members are sent even when they are null: <see cref="SaveItemRecord.HoldableByPickup"/>,
/// <see cref="SaveItemRecord.HoldPickupBranchId"/>, <see cref="SaveItemRecord.HoldableByPrimaryLender"/>,
/// <see cref="SaveItemRecord.ManualBlockId"/>, <see cref="SaveItemRecord.StatisticalCodeId"/>,
/// <see cref="SaveItemRecord.ShelfLocationId"/> and <see cref="SaveItemRecord.AssignedCollectionId"/>. Other members are left out when
/// they are null.
/// </remarks>
public sealed class AddItemRecord() : SaveItemRecord(isNew: true)
{
    /// <summary>The home branch of the item. Required: without it nothing is sent.</summary>
    [JsonPropertyName("HomeBranchID")]
    public int HomeBranchId { get; set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="HomeBranchId"/> is not set.</exception>
    protected internal override WorkflowData ToData() => HomeBranchId == 0
        ? throw new InvalidOperationException("AddItemRecord.HomeBranchId is not set: a new item must have a home branch.")
        : WorkflowData.From(this, ItemRecordsJson.Default.AddItemRecord);
}
