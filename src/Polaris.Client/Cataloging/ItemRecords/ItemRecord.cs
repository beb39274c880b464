using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;

namespace Polaris.Client.Cataloging;

/// <summary>An item record.</summary>
/// <remarks>
/// A property that the server does not send is <see langword="null"/>. Properties without a type here, such as Price, BibInfo and
/// HoldRequestLinks, are in <see cref="AdditionalMembers"/>. Vendor page: get_item_record.
/// </remarks>
public sealed class ItemRecord
{
    /// <summary>The ID of the record.</summary>
    [JsonPropertyName("ItemRecordID")]
    public int ItemRecordId { get; set; }

    /// <summary>The barcode.</summary>
    public string? Barcode { get; set; }

    /// <summary>The bibliographic record that the item belongs to.</summary>
    [JsonPropertyName("AssociatedBibRecordID")]
    public int? BibRecordId { get; set; }

    /// <summary>The item that this one is a part of.</summary>
    [JsonPropertyName("ParentItemRecordID")]
    public int? ParentItemRecordId { get; set; }

    /// <summary>The status, such as 1 for in and 2 for out; see <c>SystemSettings.ListItemStatusesAsync</c>.</summary>
    [JsonPropertyName("ItemStatusID")]
    public int? ItemStatusId { get; set; }

    /// <summary>The name of the status.</summary>
    public string? ItemStatusDescription { get; set; }

    /// <summary>When the status of the item was set.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? ItemStatusDate { get; set; }

    /// <summary>The status of the record: 1 is final; other values are not documented.</summary>
    [JsonPropertyName("RecordStatusID")]
    public int? RecordStatusId { get; set; }

    /// <summary>When the status of the record was set.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? RecordStatusDate { get; set; }

    /// <summary>When the item last circulated.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? LastCircTransactionDate { get; set; }

    /// <summary>The branch that owns the item.</summary>
    [JsonPropertyName("OwningBranchID")]
    public int? OwningBranchId { get; set; }

    /// <summary>The branch that the item is assigned to.</summary>
    [JsonPropertyName("AssignedBranchID")]
    public int? AssignedBranchId { get; set; }

    /// <summary>The branch to which a floating item belongs.</summary>
    [JsonPropertyName("HomeBranchID")]
    public int? HomeBranchId { get; set; }

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

    /// <summary>The temporary shelf location.</summary>
    public string? TemporaryShelfLocation { get; set; }

    /// <summary>The material type.</summary>
    [JsonPropertyName("MaterialTypeID")]
    public int? MaterialTypeId { get; set; }

    /// <summary>The complete call number.</summary>
    public string? CallNumber { get; set; }

    /// <summary>The volume.</summary>
    public string? VolumeNumber { get; set; }

    /// <summary>The copy.</summary>
    public string? CopyNumber { get; set; }

    /// <summary>The loan period code.</summary>
    [JsonPropertyName("LoanPeriodCodeID")]
    public int? LoanPeriodCodeId { get; set; }

    /// <summary>The fine code.</summary>
    [JsonPropertyName("FineCodeID")]
    public int? FineCodeId { get; set; }

    /// <summary>The number of times that a loan can be renewed.</summary>
    public int? RenewalLimit { get; set; }

    /// <summary>Whether patrons can place holds.</summary>
    public bool? Holdable { get; set; }

    /// <summary>Whether the item does not circulate.</summary>
    public bool? NonCirculating { get; set; }

    /// <summary>Whether the item can be loaned to other systems.</summary>
    public bool? LoanableOutsideSystem { get; set; }

    /// <summary>Whether the item belongs to an interlibrary loan.</summary>
    [JsonPropertyName("ILLFlag")]
    public bool? IsIll { get; set; }

    /// <summary>Whether the item is electronic.</summary>
    [JsonPropertyName("ElectronicItem")]
    public bool? IsElectronic { get; set; }

    /// <summary>Whether the public catalog shows the item.</summary>
    [JsonPropertyName("DisplayInPAC")]
    public bool? DisplayInPac { get; set; }

    /// <summary>The note for the public.</summary>
    public string? PublicNote { get; set; }

    /// <summary>The note for staff.</summary>
    public string? NonPublicNote { get; set; }

    /// <summary>The text that is shown before the item circulates.</summary>
    public string? FreeTextBlock { get; set; }

    /// <summary>The number of times that the item circulated.</summary>
    public int? LifetimeCircCount { get; set; }

    /// <summary>The number of times that the item circulated this year.</summary>
    [JsonPropertyName("YTDCircCount")]
    public int? YearToDateCircCount { get; set; }

    /// <summary>The user who created the record.</summary>
    [JsonPropertyName("CreatorID")]
    public int? CreatorId { get; set; }

    /// <summary>The user who changed the record last.</summary>
    [JsonPropertyName("ModifierID")]
    public int? ModifierId { get; set; }

    /// <summary>The current loan, if there is one. Personal data: show it, do not log it.</summary>
    public ItemCirculation? CirculationData { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Returns the ID, without content.</summary>
    public override string ToString() => $"{nameof(ItemRecord)} {ItemRecordId}";
}

/// <summary>The loan of an item.</summary>
public sealed class ItemCirculation
{
    /// <summary>The patron who has the item; <see langword="null"/> if it is not checked out.</summary>
    [JsonPropertyName("CurrentBorrowerID")]
    public int? CurrentBorrowerId { get; set; }

    /// <summary>The barcode of the patron who has the item.</summary>
    public string? PatronBarcode { get; set; }

    /// <summary>When the item is due.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? DueDate { get; set; }

    /// <summary>The due date before the loan was renewed.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? OriginalDueDate { get; set; }

    /// <summary>When the item was checked out.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? OriginalCheckoutDate { get; set; }

    /// <summary>The number of times that the loan was renewed.</summary>
    public int? RenewalCount { get; set; }

    /// <summary>The branch that checked the item out.</summary>
    [JsonPropertyName("LoaningBranchID")]
    public int? LoaningBranchId { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Returns whether the item is checked out, without the patron.</summary>
    public override string ToString() => CurrentBorrowerId is null ? "not out" : "out";
}
