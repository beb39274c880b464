using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>The common properties of <see cref="AddItemRecord"/> and <see cref="UpdateItemRecord"/>.</summary>
/// <remarks>
/// POST workflow, request type 8, extension 6. Vendor page: workflow/add_or_update_item_record; the property names were seen in
/// clients in production. IDs and codes are those of the site's own tables. The server may also raise prompts 62 (the barcode was
/// changed; a client in production replies Continue) and 72 (another item has this barcode): reply to them by their IDs,
/// <see cref="WorkflowPromptId.ItemBarcodeChanged"/> and <see cref="WorkflowPromptId.DuplicateItemBarcode"/>.
/// </remarks>
public abstract class SaveItemRecord : WorkflowRequest<ItemRecordSaved>
{
    private protected SaveItemRecord(bool isNew)
        : base(Kind) => IsNew = isNew;

    /// <summary>Describes this workflow to the client, for example to resume it from a bookmark.</summary>
    public static WorkflowKind<ItemRecordSaved> Kind { get; } = new(
        WorkflowRequestType.AddOrUpdateItemRecord,
        WorkflowRequestExtensionType.UpdateItemRecord,
        ItemRecordsJson.Default.ItemRecordSaved)
    {
        Judge = saved => saved is { ItemRecord: not { ValueKind: JsonValueKind.Object } } ? WorkflowOutcome.Unconfirmed : WorkflowOutcome.Completed,
    };

    /// <summary>Whether the record is added.</summary>
    public bool IsNew { get; }

    /// <summary>Whether the record is saved as provisional.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsProvisionalSave { get; set; }

    /// <summary>The bibliographic record that the item belongs to.</summary>
    [JsonPropertyName("AssociatedBibRecordID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? AssociatedBibRecordId { get; set; }

    /// <summary>The barcode of the item.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Barcode { get; set; }

    /// <summary>The current status of the item.</summary>
    [JsonPropertyName("OriginalItemStatusID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? OriginalItemStatusId { get; set; }

    /// <summary>The new status of the item.</summary>
    [JsonPropertyName("ItemStatusID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ItemStatusId { get; set; }

    /// <summary>The action that the history of the item shows; the values are not documented.</summary>
    [JsonPropertyName("ItemRecordHistoryActionID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ItemRecordHistoryActionId { get; set; }

    /// <summary>The branch that the item is assigned to.</summary>
    [JsonPropertyName("AssignedBranchID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? AssignedBranchId { get; set; }

    /// <summary>The branch that owns the item.</summary>
    [JsonPropertyName("OwningBranchID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? OwningBranchId { get; set; }

    /// <summary>The material type.</summary>
    [JsonPropertyName("MaterialTypeID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MaterialTypeId { get; set; }

    /// <summary>The loan period code.</summary>
    [JsonPropertyName("LoanPeriodCodeID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? LoanPeriodCodeId { get; set; }

    /// <summary>The fine code.</summary>
    [JsonPropertyName("FineCodeID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? FineCodeId { get; set; }

    /// <summary>The shelving scheme.</summary>
    [JsonPropertyName("ShelvingSchemeID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ShelvingSchemeId { get; set; }

    /// <summary>The number of times that a loan can be renewed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? RenewalLimit { get; set; }

    /// <summary>Whether the public catalog shows the item. <c>false</c> raises <see cref="DisplayInPacPrompt"/>.</summary>
    [JsonPropertyName("DisplayInPAC"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? DisplayInPac { get; set; }

    /// <summary>Whether the item does not circulate.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? NonCirculating { get; set; }

    /// <summary>Whether holds can be placed on the item.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Holdable { get; set; }

    /// <summary>Whether the item can be loaned outside the system. This workflow spells it Loneable, while reads spell it Loanable.</summary>
    [JsonPropertyName("LoneableOutsideSystem"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? LoanableOutsideSystem { get; set; }

    /// <summary>A note for staff.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NonPublicNote { get; set; }

    /// <summary>A note.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; set; }

    /// <summary>The vendor's flag of the same name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? HoldableByPickup { get; set; }

    /// <summary>The vendor's pickup branch of holds; 0 for none.</summary>
    [JsonPropertyName("HoldPickupBranchID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? HoldPickupBranchId { get; set; }

    /// <summary>The vendor's flag of the same name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? HoldableByPrimaryLender { get; set; }

    /// <summary>The manual block.</summary>
    [JsonPropertyName("ManualBlockID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ManualBlockId { get; set; }

    /// <summary>The statistical code.</summary>
    [JsonPropertyName("StatisticalCodeID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? StatisticalCodeId { get; set; }

    /// <summary>The shelf location.</summary>
    [JsonPropertyName("ShelfLocationID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ShelfLocationId { get; set; }

    /// <summary>The collection that the item is assigned to.</summary>
    [JsonPropertyName("AssignedCollectionID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? AssignedCollectionId { get; set; }
}

/// <summary>Adds an item record.</summary>
/// <remarks>
/// POST workflow, request type 8, extension 6. Vendor page: workflow/add_or_update_item_record. A property that is null is omitted. The home
/// branch is required (seen in clients in production).
/// </remarks>
public sealed class AddItemRecord() : SaveItemRecord(isNew: true)
{
    /// <summary>The home branch of the item. Required: without it nothing is sent.</summary>
    [JsonPropertyName("HomeBranchID")]
    public int HomeBranchId { get; set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="HomeBranchId"/> is not set.</exception>
    protected internal override WorkflowData ToData() => HomeBranchId < 1
        ? throw new InvalidOperationException("AddItemRecord.HomeBranchId is not set: a new item must have a home branch.")
        : WorkflowData.From(this, ItemRecordsJson.Default.AddItemRecord);
}

/// <summary>Updates an item record: only the properties that are set are sent, and the server merges them.</summary>
/// <remarks>
/// POST workflow, request type 8, extension 6. Vendor page: workflow/add_or_update_item_record. A property that is null is omitted and
/// keeps its value on the server.
/// </remarks>
public sealed class UpdateItemRecord() : SaveItemRecord(isNew: false)
{
    /// <summary>The ID of the record to update. Required.</summary>
    [JsonPropertyName("ItemRecordID")]
    public int ItemRecordId { get; set; }

    /// <summary>The home branch of the item.</summary>
    [JsonPropertyName("HomeBranchID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? HomeBranchId { get; set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="ItemRecordId"/> is not set.</exception>
    protected internal override WorkflowData ToData() => ItemRecordId < 1
        ? throw new InvalidOperationException("UpdateItemRecord.ItemRecordId is not set: set it to the ID of the record to update.")
        : WorkflowData.From(this, ItemRecordsJson.Default.UpdateItemRecord);
}

/// <summary>The saved item record: response extension 5.</summary>
/// <remarks>Seen in clients in production; the vendor does not document the properties of the record, so it is kept as received.</remarks>
public sealed class ItemRecordSaved
{
    /// <summary>The whole record; <c>null</c> if the server did not return it.</summary>
    public JsonElement? ItemRecord { get; set; }

    /// <summary>The ID of the record, if the server returned it.</summary>
    [JsonIgnore]
    public int? ItemRecordId => ItemRecord is { } record ? TolerantJson.Number(record, "ItemRecordID") : null;

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
