using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;

namespace Polaris.Client.Cataloging;

/// <summary>The few properties of an item that users without access to item records may see.</summary>
/// <remarks>Vendor page: itemrecords/manage_itemrecord_retrieve.</remarks>
public sealed class ItemView
{
    /// <summary>The ID of the record.</summary>
    [JsonPropertyName("ItemRecordID")]
    public int ItemRecordId { get; set; }

    /// <summary>The collection.</summary>
    [JsonPropertyName("AssignedCollectionID")]
    public int? AssignedCollectionId { get; set; }

    /// <summary>The name of the collection.</summary>
    public string? AssignedCollectionName { get; set; }

    /// <summary>The shelf location.</summary>
    [JsonPropertyName("ShelfLocationID")]
    public int? ShelfLocationId { get; set; }

    /// <summary>The name of the shelf location.</summary>
    public string? ShelfLocationDescription { get; set; }

    /// <summary>The material type.</summary>
    [JsonPropertyName("MaterialTypeID")]
    public int? MaterialTypeId { get; set; }

    /// <summary>The name of the material type.</summary>
    public string? MaterialTypeDescription { get; set; }

    /// <summary>The block that the library assigned.</summary>
    [JsonPropertyName("AssignedBlockID")]
    public int? AssignedBlockId { get; set; }

    /// <summary>The name of the block that the library assigned.</summary>
    public string? AssignedBlockDescription { get; set; }

    /// <summary>The text that is shown before the item circulates.</summary>
    public string? FreeTextBlock { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Returns the ID, without content.</summary>
    public override string ToString() => $"{nameof(ItemView)} {ItemRecordId}";
}

/// <summary>The state of an item.</summary>
/// <remarks>Vendor page: itemrecords/get_item_state_view. The response does not contain the ID of the item.</remarks>
public sealed class ItemState
{
    /// <summary>The status of the item: 1 is In, 2 is Out.</summary>
    [JsonPropertyName("ItemStatusID")]
    public int? ItemStatusId { get; set; }

    /// <summary>The status of the record: 1 is final; other values are not documented.</summary>
    [JsonPropertyName("RecordStatusID")]
    public int? RecordStatusId { get; set; }

    /// <summary>The collection.</summary>
    [JsonPropertyName("CollectionID")]
    public int? CollectionId { get; set; }

    /// <summary>Whether patrons can place holds.</summary>
    public bool? Holdable { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>An action that was taken with an item.</summary>
/// <remarks>It may name a patron: show it, do not log it. Vendor page: itemrecords/get_item_history_view.</remarks>
public sealed class ItemHistoryEntry
{
    /// <summary>The ID of the action; the vendor does not list them.</summary>
    [JsonPropertyName("ActionTakenID")]
    public int? ActionTakenId { get; set; }

    /// <summary>The name of the action.</summary>
    public string? ActionTaken { get; set; }

    /// <summary>When the action was taken.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? TransactionDate { get; set; }

    /// <summary>The status of the item before.</summary>
    [JsonPropertyName("OldItemStatusID")]
    public int? OldItemStatusId { get; set; }

    /// <summary>The name of the status before.</summary>
    public string? OldItemStatus { get; set; }

    /// <summary>The status of the item afterwards.</summary>
    [JsonPropertyName("NewItemStatusID")]
    public int? NewItemStatusId { get; set; }

    /// <summary>The name of the status afterwards.</summary>
    public string? NewItemStatus { get; set; }

    /// <summary>The patron; 0 for none.</summary>
    [JsonPropertyName("PatronID")]
    public int? PatronId { get; set; }

    /// <summary>The barcode of the patron.</summary>
    public string? PatronBarcode { get; set; }

    /// <summary>The name of the patron.</summary>
    public string? PatronFullName { get; set; }

    /// <summary>The branch that the item is assigned to.</summary>
    [JsonPropertyName("AssignedBranchID")]
    public int? AssignedBranchId { get; set; }

    /// <summary>The organization where the action was taken.</summary>
    [JsonPropertyName("OrganizationID")]
    public int? OrganizationId { get; set; }

    /// <summary>The name of the branch where the action was taken.</summary>
    public string? TransactingBranch { get; set; }

    /// <summary>The staff user.</summary>
    [JsonPropertyName("PolarisUserID")]
    public int? PolarisUserId { get; set; }

    /// <summary>The name of the staff user.</summary>
    public string? PolarisUserName { get; set; }

    /// <summary>The workstation.</summary>
    [JsonPropertyName("WorkstationID")]
    public int? WorkstationId { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>An item as outreach services see it, for one patron.</summary>
/// <remarks>It may name another patron: show it, do not log it. Vendor page: itemrecords/get_itemrecords_by_ids.</remarks>
public sealed class OutreachItem
{
    /// <summary>The ID of the record.</summary>
    [JsonPropertyName("ItemRecordID")]
    public int ItemRecordId { get; set; }

    /// <summary>The bibliographic record of the item.</summary>
    [JsonPropertyName("AssociatedBibRecordID")]
    public int? BibRecordId { get; set; }

    /// <summary>The barcode.</summary>
    public string? Barcode { get; set; }

    /// <summary>The title as browse lists show it.</summary>
    public string? BrowseTitle { get; set; }

    /// <summary>The author as browse lists show it.</summary>
    public string? BrowseAuthor { get; set; }

    /// <summary>The call number.</summary>
    public string? CallNumber { get; set; }

    /// <summary>The status of the item: 1 is In, 2 is Out.</summary>
    [JsonPropertyName("ItemStatusID")]
    public int? ItemStatusId { get; set; }

    /// <summary>The status of the record: 1 is final; other values are not documented.</summary>
    [JsonPropertyName("RecordStatusID")]
    public int? RecordStatusId { get; set; }

    /// <summary>The branch that the item is assigned to.</summary>
    [JsonPropertyName("AssignedBranchID")]
    public int? AssignedBranchId { get; set; }

    /// <summary>The collection.</summary>
    [JsonPropertyName("AssignedCollectionID")]
    public int? AssignedCollectionId { get; set; }

    /// <summary>The material type.</summary>
    [JsonPropertyName("MaterialTypeID")]
    public int? MaterialTypeId { get; set; }

    /// <summary>The shelf location.</summary>
    [JsonPropertyName("ShelfLocationID")]
    public int? ShelfLocationId { get; set; }

    /// <summary>The name of the shelf location.</summary>
    public string? ShelfLocation { get; set; }

    /// <summary>The vendor's property of the same name; <see langword="null"/> in the vendor's samples.</summary>
    [JsonPropertyName("PatronID")]
    public int? PatronId { get; set; }

    /// <summary>The hold request; 0 for none.</summary>
    [JsonPropertyName("SysHoldRequestID")]
    public int? HoldRequestId { get; set; }

    /// <summary>The barcode of the patron for whom the item is held.</summary>
    public string? HoldingPatronBarcode { get; set; }

    /// <summary>The branch where that patron picks the item up; 0 for none.</summary>
    [JsonPropertyName("HoldingPatronPickupBranchID")]
    public int? HoldingPatronPickupBranchId { get; set; }

    /// <summary>Whether the item is electronic.</summary>
    public bool? IsElectronicItem { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Returns the ID, without content.</summary>
    public override string ToString() => $"{nameof(OutreachItem)} {ItemRecordId}";
}
