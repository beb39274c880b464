using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;

namespace Polaris.Client.Circulation;

/// <summary>A hold request in the list of a patron.</summary>
/// <remarks>
/// It belongs to a person: show it, do not log it. A property that the server does not send is <see langword="null"/>. Seen in public
/// clients; the vendor does not document the list.
/// </remarks>
public sealed class PatronHold
{
    /// <summary>The ID of the request.</summary>
    [JsonPropertyName("SysHoldRequestID")]
    public int HoldRequestId { get; set; }

    /// <summary>The status of the request.</summary>
    [JsonPropertyName("SysHoldStatusID")]
    public HoldStatus Status { get; set; }

    /// <summary>The status in words.</summary>
    [JsonPropertyName("Status")]
    public string? StatusName { get; set; }

    /// <summary>The title.</summary>
    public string? Title { get; set; }

    /// <summary>The requested title.</summary>
    [JsonPropertyName("BibliographicRecordID")]
    public int? BibliographicRecordId { get; set; }

    /// <summary>Whether the request is for one item only.</summary>
    public bool? ItemLevelHold { get; set; }

    /// <summary>The item that fills the request.</summary>
    [JsonPropertyName("TrappingItemRecordID")]
    public int? TrappingItemRecordId { get; set; }

    /// <summary>From when the request is active.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? ActivationDate { get; set; }

    /// <summary>When the request expires.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? ExpirationDate { get; set; }

    /// <summary>Until when the item is held for the patron.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? HoldUntilDate { get; set; }

    /// <summary>The branch where the patron picks the item up.</summary>
    [JsonPropertyName("PickupBranchID")]
    public int? PickupBranchId { get; set; }

    /// <summary>The name of that branch.</summary>
    public string? PickupBranch { get; set; }

    /// <summary>The position in the queue, as text, because its form is not documented.</summary>
    public string? Queue { get; set; }

    /// <summary>The length of the queue, as text, because its form is not documented.</summary>
    [JsonPropertyName("QueueTTL")]
    public string? QueueTotal { get; set; }

    /// <summary>Notes that the public catalog shows.</summary>
    [JsonPropertyName("PACDisplayNotes")]
    public string? PacDisplayNotes { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Returns the ID and the status, without content.</summary>
    public override string ToString() => $"{nameof(PatronHold)} {HoldRequestId}, {Status}";
}

/// <summary>The defaults of hold requests.</summary>
public sealed class HoldDefaults
{
    /// <summary>After how long a request expires; the unit is not documented.</summary>
    public int? ExpirationDatePeriod { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>The numbers of requests that a branch has to work on; <see langword="null"/> if the server did not send one.</summary>
public sealed class HoldCounts
{
    /// <summary>The number of pending hold requests.</summary>
    [JsonPropertyName("HoldsPendingCount")]
    public int? Pending { get; set; }

    /// <summary>The number of hold requests to transfer.</summary>
    [JsonPropertyName("HoldsToTransferCount")]
    public int? ToTransfer { get; set; }

    /// <summary>The number of unclaimed hold requests.</summary>
    [JsonPropertyName("HoldsUnclaimedCount")]
    public int? Unclaimed { get; set; }

    /// <summary>The number of hold requests whose item was located.</summary>
    [JsonPropertyName("HoldsLocatedCount")]
    public int? Located { get; set; }

    /// <summary>The number of unclaimed interlibrary loan requests.</summary>
    [JsonPropertyName("ILLUnclaimedCount")]
    public int? IllUnclaimed { get; set; }

    /// <summary>The number of canceled hold requests.</summary>
    [JsonPropertyName("HoldsCancelledCount")]
    public int? Cancelled { get; set; }

    /// <summary>The vendor's number of the same name; its meaning is not documented.</summary>
    [JsonPropertyName("HoldsToActionCount")]
    public int? ToAction { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
