using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;

namespace Polaris.Client.Cataloging;

/// <summary>A hold request in the list of an item.</summary>
/// <remarks>
/// It belongs to a person: show it, do not log it. A property that the server does not send is <see langword="null"/>. Seen in public
/// clients; the vendor does not document the list.
/// </remarks>
public sealed class ItemHold
{
    /// <summary>The ID of the request.</summary>
    [JsonPropertyName("SysHoldRequestID")]
    public int HoldRequestId { get; set; }

    /// <summary>The status of the request: 3 is active, 4 pending, 5 shipped, 6 held, 16 canceled.</summary>
    [JsonPropertyName("SysHoldStatusID")]
    public int? HoldStatusId { get; set; }

    /// <summary>The patron.</summary>
    [JsonPropertyName("PatronID")]
    public int? PatronId { get; set; }

    /// <summary>The requested title.</summary>
    [JsonPropertyName("BibliographicRecordID")]
    public int? BibRecordId { get; set; }

    /// <summary>The barcode of the requested item; often <see langword="null"/> if the request is for any item of the title.</summary>
    public string? ItemBarcode { get; set; }

    /// <summary>When the request was placed.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? CreationDate { get; set; }

    /// <summary>When the request expires.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? ExpirationDate { get; set; }

    /// <summary>When the request got its status.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? LastStatusTransitionDate { get; set; }

    /// <summary>Until when the item is held.</summary>
    [JsonPropertyName("HoldTilDate")]
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? HoldUntilDate { get; set; }

    /// <summary>The code of the branch where the patron picks the item up.</summary>
    public string? PickupLocationCode { get; set; }

    /// <summary>The name of the branch where the patron picks the item up.</summary>
    public string? PickupLocationName { get; set; }

    /// <summary>Notes that are shown to staff.</summary>
    public string? StaffDisplayNotes { get; set; }

    /// <summary>The status of the item.</summary>
    [JsonPropertyName("ItemStatusID")]
    public int? ItemStatusId { get; set; }

    /// <summary>When the item is due.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? DueDate { get; set; }

    /// <summary>The issue of a serial.</summary>
    [JsonPropertyName("IssueID")]
    public int? IssueId { get; set; }

    /// <summary>The volume.</summary>
    public string? VolumeName { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Returns the ID, without the patron.</summary>
    public override string ToString() => $"{nameof(ItemHold)} {HoldRequestId}";
}

/// <summary>A part of the hold requests of an item.</summary>
public sealed class ItemHoldPage
{
    /// <summary>The ID of the snapshot that the server took of the list.</summary>
    [JsonPropertyName("PitID")]
    public string? SnapshotId { get; set; }

    /// <summary>The number of requests, including canceled ones; <see langword="null"/> if the server did not send it.</summary>
    public int? TotalCount { get; set; }

    /// <summary>The position of the first request of this part; <see langword="null"/> if the server did not send it.</summary>
    public int? Offset { get; set; }

    /// <summary>The requests.</summary>
    [JsonPropertyName("Reservations")]
    public IReadOnlyList<ItemHold> Holds { get; set => field = TolerantJson.Present(value); } = [];

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>A note that blocks an item.</summary>
public sealed class ItemBlockingNote
{
    /// <summary>The kind of note. The server accepted 1 only.</summary>
    public int NoteId { get; set; }

    /// <summary>The text.</summary>
    public string Text { get; set; } = "";
}

/// <summary>The response to a blocking note.</summary>
public sealed class ItemBlockingNoteResult
{
    /// <summary>The item.</summary>
    [JsonPropertyName("ItemRecordID")]
    public int ItemRecordId { get; set; }

    /// <summary>Whether the note was added; <see langword="null"/> if the server did not send it.</summary>
    public bool? Success { get; set; }

    /// <summary>The title of the server's message.</summary>
    public string? Title { get; set; }

    /// <summary>The server's message. It may name records or people: show it, do not log it.</summary>
    public string? Message { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Returns whether the note was added, without the message.</summary>
    public override string ToString() => Success switch { true => "added", false => "not added", null => "unknown" };
}
