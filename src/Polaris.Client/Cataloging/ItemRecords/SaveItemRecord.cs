using System.Text.Json.Serialization;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>What <see cref="AddItemRecord"/> and <see cref="UpdateItemRecord"/> have in common.</summary>
/// <remarks>
/// POST workflow, request type 8, extension 6. Vendor page: workflow/add_or_update_item_record; the names of the members were seen in
/// clients in production. Ids and codes are those of the site's own tables. The server may also ask the prompts 62 (the barcode was
/// changed; a client in production replies Continue) and 72 (another item has this barcode): answer them by their number,
/// <see cref="WorkflowPromptId.ItemBarcodeChanged"/> and <see cref="WorkflowPromptId.DuplicateItemBarcode"/>.
/// </remarks>
public abstract class SaveItemRecord : WorkflowRequest<ItemRecordSaved>
{
    private protected SaveItemRecord(bool isNew)
        : base(Kind) => IsNew = isNew;

    /// <summary>What the conductor needs to know of this workflow.</summary>
    public static WorkflowKind<ItemRecordSaved> Kind { get; } = new(
        WorkflowRequestType.AddOrUpdateItemRecord,
        WorkflowRequestExtensionType.UpdateItemRecord,
        ItemRecordsJson.Default.ItemRecordSaved)
    {
        AnswerExtensionType = WorkflowAnswerExtensionType.ItemRecord,
        Prompts = [DisplayInPacPrompt.Kind],
    };

    /// <summary>Whether the record is added.</summary>
    public bool IsNew { get; }

    /// <summary>Whether the record is saved as a provisional one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsProvisionalSave { get; set; }

    /// <summary>The bibliographic record that the item belongs to.</summary>
    [JsonPropertyName("AssociatedBibRecordID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? AssociatedBibRecordId { get; set; }

    /// <summary>The barcode of the item.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Barcode { get; set; }

    /// <summary>The status that the item has now.</summary>
    [JsonPropertyName("OriginalItemStatusID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? OriginalItemStatusId { get; set; }

    /// <summary>The status that the item gets.</summary>
    [JsonPropertyName("ItemStatusID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ItemStatusId { get; set; }

    /// <summary>The action that the item's history shows; its numbers are not documented.</summary>
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

    /// <summary>The code of the loan period.</summary>
    [JsonPropertyName("LoanPeriodCodeID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? LoanPeriodCodeId { get; set; }

    /// <summary>The code of the fine.</summary>
    [JsonPropertyName("FineCodeID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? FineCodeId { get; set; }

    /// <summary>The shelving scheme.</summary>
    [JsonPropertyName("ShelvingSchemeID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ShelvingSchemeId { get; set; }

    /// <summary>How often a loan can be renewed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? RenewalLimit { get; set; }

    /// <summary>Whether the public catalogue shows the item. False raises <see cref="DisplayInPacPrompt"/>.</summary>
    [JsonPropertyName("DisplayInPAC"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? DisplayInPac { get; set; }

    /// <summary>Whether the item is not lent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? NonCirculating { get; set; }

    /// <summary>Whether holds can be placed on the item.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Holdable { get; set; }

    /// <summary>Whether the item is lent outside the system. The wire spells it so, while reads spell Loanable.</summary>
    [JsonPropertyName("LoneableOutsideSystem"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? LoanableOutsideSystem { get; set; }

    /// <summary>A note for the staff.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NonPublicNote { get; set; }

    /// <summary>A note.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; set; }

    // From here on an added record sends the nulls as well: only the context of the updates leaves them out.

    /// <summary>The vendor's flag of the same name.</summary>
    public bool? HoldableByPickup { get; set; }

    /// <summary>The vendor's pickup branch of holds; 0 = none.</summary>
    [JsonPropertyName("HoldPickupBranchID")]
    public int? HoldPickupBranchId { get; set; }

    /// <summary>The vendor's flag of the same name.</summary>
    public bool? HoldableByPrimaryLender { get; set; }

    /// <summary>The manual block.</summary>
    [JsonPropertyName("ManualBlockID")]
    public int? ManualBlockId { get; set; }

    /// <summary>The statistical code.</summary>
    [JsonPropertyName("StatisticalCodeID")]
    public int? StatisticalCodeId { get; set; }

    /// <summary>The shelf location.</summary>
    [JsonPropertyName("ShelfLocationID")]
    public int? ShelfLocationId { get; set; }

    /// <summary>The collection that the item is assigned to.</summary>
    [JsonPropertyName("AssignedCollectionID")]
    public int? AssignedCollectionId { get; set; }
}
