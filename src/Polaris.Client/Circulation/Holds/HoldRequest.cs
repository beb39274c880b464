using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;

namespace Polaris.Client.Circulation;

/// <summary>A hold request as the request itself describes it.</summary>
/// <remarks>
/// It holds personal data: show it, do not log it. A property that the server does not send is <see langword="null"/>. Vendor page:
/// holdrequests/get_holdrequest_local.
/// </remarks>
public sealed class HoldRequest
{
    /// <summary>The ID of the request; the one that was asked for if the response does not contain it.</summary>
    [JsonPropertyName("SysHoldRequestID")]
    public int HoldRequestId { get; set; }

    /// <summary>The patron.</summary>
    [JsonPropertyName("PatronID")]
    public int PatronId { get; set; }

    /// <summary>The barcode of the patron's card.</summary>
    public string? PatronBarcode { get; set; }

    /// <summary>The name of the patron.</summary>
    public string? PatronName { get; set; }

    /// <summary>The code of the patron.</summary>
    [JsonPropertyName("PatronCodeID")]
    public int? PatronCodeId { get; set; }

    /// <summary>The status of the request.</summary>
    [JsonPropertyName("SysHoldStatusID")]
    public HoldStatus Status { get; set; }

    /// <summary>The status in words.</summary>
    [JsonPropertyName("SysHoldStatus")]
    public string? StatusName { get; set; }

    /// <summary>When the request got its status.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? StatusTransitionDate { get; set; }

    /// <summary>When the request was placed.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? CreationDate { get; set; }

    /// <summary>From when the request is active.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? ActivationDate { get; set; }

    /// <summary>When the request expires.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? ExpirationDate { get; set; }

    /// <summary>Until when the item is held for the patron.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? HoldTillDate { get; set; }

    /// <summary>The branch where the patron picks the item up.</summary>
    [JsonPropertyName("PickupBranchID")]
    public int? PickupBranchId { get; set; }

    /// <summary>The branch to which the pickup was moved, if it was.</summary>
    [JsonPropertyName("NewPickupBranchID")]
    public int? NewPickupBranchId { get; set; }

    /// <summary>The requested title.</summary>
    [JsonPropertyName("BibliographicRecordID")]
    public int? BibliographicRecordId { get; set; }

    /// <summary>The requested item, or the one that fills the request.</summary>
    [JsonPropertyName("ItemRecordID")]
    public int? ItemRecordId { get; set; }

    /// <summary>The barcode of the item.</summary>
    public string? ItemBarcode { get; set; }

    /// <summary>Whether the request is for this item only.</summary>
    public bool? ItemLevelHold { get; set; }

    /// <summary>The status of the item.</summary>
    [JsonPropertyName("ItemStatusID")]
    public int? ItemStatusId { get; set; }

    /// <summary>The branch of the item that fills the request.</summary>
    [JsonPropertyName("TrappingItemAssignedBranchID")]
    public int? TrappingItemAssignedBranchId { get; set; }

    /// <summary>The title.</summary>
    public string? Title { get; set; }

    /// <summary>The title as browse lists show it.</summary>
    public string? BrowseTitle { get; set; }

    /// <summary>The author.</summary>
    public string? Author { get; set; }

    /// <summary>The type of material: 1 is a book.</summary>
    [JsonPropertyName("MARCTOMID")]
    public int? TypeOfMaterialId { get; set; }

    /// <summary>The requested designation of a serial.</summary>
    public string? Designation { get; set; }

    /// <summary>The requested volume.</summary>
    public string? VolumeNumber { get; set; }

    /// <summary>Who placed the request.</summary>
    public string? Origin { get; set; }

    /// <summary>Notes that are shown to staff.</summary>
    public string? StaffDisplayNotes { get; set; }

    /// <summary>Notes that are not shown to the public.</summary>
    public string? NonPublicNotes { get; set; }

    /// <summary>Notes that the public catalog shows.</summary>
    [JsonPropertyName("PACDisplayNotes")]
    public string? PacDisplayNotes { get; set; }

    /// <summary>The vendor's flag of the same name.</summary>
    public bool? UnlockedRequest { get; set; }

    /// <summary>The number with which an INN-Reach request is tracked.</summary>
    public string? TrackingNumber { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Returns the ID and the status, without content.</summary>
    public override string ToString() => $"{nameof(HoldRequest)} {HoldRequestId}, {Status}";
}

/// <summary>The statuses of hold requests.</summary>
/// <remarks>Seen in public clients. Open: values without a name pass through unchanged.</remarks>
[JsonConverter(typeof(OpenEnumConverter<HoldStatus>))]
public enum HoldStatus
{
    /// <summary>Not yet active, or suspended.</summary>
    Inactive = 1,

    /// <summary>Waiting for an item.</summary>
    Active = 3,

    /// <summary>An item was found that can fill the request.</summary>
    Pending = 4,

    /// <summary>The item is on its way to the pickup branch.</summary>
    Shipped = 5,

    /// <summary>The item waits for the patron.</summary>
    Held = 6,

    /// <summary>No branch supplied an item.</summary>
    NotSupplied = 7,

    /// <summary>The patron did not pick the item up.</summary>
    Unclaimed = 8,

    /// <summary>The request has expired.</summary>
    Expired = 9,

    /// <summary>The request was canceled.</summary>
    Cancelled = 16,

    /// <summary>The patron has the item.</summary>
    Out = 17,
}
