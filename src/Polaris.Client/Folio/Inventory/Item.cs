using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Folio;

/// <summary>An item: one copy or volume with its barcode and status.</summary>
/// <remarks>The server checks <see cref="FolioRecord.Version"/> when a record is updated.</remarks>
[FolioResource("item-storage/items", "items", BatchPath = "item-storage/batch/synchronous", StreamsLists = true, DeletesByQuery = true)]
public sealed class Item : FolioRecord
{
    /// <summary>The human-readable ID. The server assigns it if it is <c>null</c>; it is unique and cannot be changed.</summary>
    public string? Hrid { get; set; }

    /// <summary>The ID of the <see cref="HoldingsRecord"/>. The server requires it.</summary>
    public Guid? HoldingsRecordId { get; set; }

    /// <summary>The position of the item among those of its holdings record.</summary>
    public int? Order { get; set; }

    /// <summary>IDs of earlier systems.</summary>
    public List<string>? FormerIds { get; set; }

    /// <summary>Whether the item is hidden from the public.</summary>
    public bool? DiscoverySuppress { get; set; }

    /// <summary>The summary to display for the item.</summary>
    public string? DisplaySummary { get; set; }

    /// <summary>The accession number.</summary>
    public string? AccessionNumber { get; set; }

    /// <summary>The unique barcode.</summary>
    public string? Barcode { get; set; }

    /// <summary>Further call numbers.</summary>
    public List<CallNumberComponents>? AdditionalCallNumbers { get; set; }

    /// <summary>The call number of the item.</summary>
    public string? ItemLevelCallNumber { get; set; }

    /// <summary>The prefix of the call number.</summary>
    public string? ItemLevelCallNumberPrefix { get; set; }

    /// <summary>The suffix of the call number.</summary>
    public string? ItemLevelCallNumberSuffix { get; set; }

    /// <summary>The ID of the <see cref="CallNumberType"/>.</summary>
    public Guid? ItemLevelCallNumberTypeId { get; set; }

    /// <summary>The volume.</summary>
    public string? Volume { get; set; }

    /// <summary>The enumeration.</summary>
    public string? Enumeration { get; set; }

    /// <summary>The chronology.</summary>
    public string? Chronology { get; set; }

    /// <summary>The years.</summary>
    public List<string>? YearCaption { get; set; }

    /// <summary>Another identifier.</summary>
    public string? ItemIdentifier { get; set; }

    /// <summary>The copy number.</summary>
    public string? CopyNumber { get; set; }

    /// <summary>The number of pieces, as text.</summary>
    public string? NumberOfPieces { get; set; }

    /// <summary>A description of the pieces.</summary>
    public string? DescriptionOfPieces { get; set; }

    /// <summary>The number of missing pieces, as text.</summary>
    public string? NumberOfMissingPieces { get; set; }

    /// <summary>A description of the missing pieces.</summary>
    public string? MissingPieces { get; set; }

    /// <summary>When pieces were found missing, as text.</summary>
    public string? MissingPiecesDate { get; set; }

    /// <summary>The ID of the <see cref="ItemDamagedStatus"/>.</summary>
    public Guid? ItemDamagedStatusId { get; set; }

    /// <summary>When the damage was recorded, as text.</summary>
    public string? ItemDamagedStatusDate { get; set; }

    /// <summary>Notes for staff.</summary>
    public List<string>? AdministrativeNotes { get; set; }

    /// <summary>The notes.</summary>
    public List<ItemNote>? Notes { get; set; }

    /// <summary>Notes that are shown at check-in or check-out.</summary>
    public List<CirculationNote>? CirculationNotes { get; set; }

    /// <summary>The status. The server requires it.</summary>
    public ItemStatus? Status { get; set; }

    /// <summary>The ID of the <see cref="MaterialType"/>. The server requires it.</summary>
    public Guid? MaterialTypeId { get; set; }

    /// <summary>The ID of the permanent <see cref="LoanType"/>. The server requires it.</summary>
    public Guid? PermanentLoanTypeId { get; set; }

    /// <summary>The ID of the temporary <see cref="LoanType"/>.</summary>
    public Guid? TemporaryLoanTypeId { get; set; }

    /// <summary>The ID of the permanent <see cref="Location"/>.</summary>
    public Guid? PermanentLocationId { get; set; }

    /// <summary>The ID of the temporary <see cref="Location"/>.</summary>
    public Guid? TemporaryLocationId { get; set; }

    /// <summary>Links.</summary>
    public List<ElectronicAccess>? ElectronicAccess { get; set; }

    /// <summary>The ID of the <see cref="ServicePoint"/> that the item is on its way to.</summary>
    public Guid? InTransitDestinationServicePointId { get; set; }

    /// <summary>The IDs of the <see cref="StatisticalCode"/> records.</summary>
    public List<Guid>? StatisticalCodeIds { get; set; }

    /// <summary>The ID of the order line.</summary>
    public string? PurchaseOrderLineIdentifier { get; set; }

    /// <summary>The tags.</summary>
    public Tags? Tags { get; set; }

    /// <summary>When and where the item was last checked in.</summary>
    public LastCheckIn? LastCheckIn { get; set; }

    /// <summary>The sort key of the call number. Computed by the server and never sent.</summary>
    [KeptByServer]
    public string? EffectiveShelvingOrder { get; set; }

    /// <summary>The effective call number. Computed by the server and never sent.</summary>
    [KeptByServer]
    public CallNumberComponents? EffectiveCallNumberComponents { get; set; }

    /// <summary>The ID of the effective location. Computed by the server and never sent.</summary>
    [KeptByServer]
    public Guid? EffectiveLocationId { get; set; }

    /// <summary>The material type as the server joined it. Never sent.</summary>
    [KeptByServer]
    public JsonElement? MaterialType { get; set; }

    /// <summary>The permanent location as the server joined it. Never sent.</summary>
    [KeptByServer]
    public JsonElement? PermanentLocation { get; set; }

    /// <summary>The temporary location as the server joined it. Never sent.</summary>
    [KeptByServer]
    public JsonElement? TemporaryLocation { get; set; }

    /// <summary>The holdings record as the server joined it. Never sent.</summary>
    [KeptByServer]
    [JsonPropertyName("holdingsRecord2")]
    public JsonElement? HoldingsRecord { get; set; }
}

/// <summary>The status of an item.</summary>
public sealed class ItemStatus : RecordPart
{
    /// <summary>The status, for example <c>Available</c> or <c>Checked out</c>. The server accepts only the statuses it knows.</summary>
    public string? Name { get; set; }

    /// <summary>When the status was set. Set by the server and never sent.</summary>
    [KeptByServer]
    public DateTimeOffset? Date { get; set; }
}

/// <summary>A note of an item.</summary>
public sealed class ItemNote : RecordPart
{
    /// <summary>The ID of the <see cref="ItemNoteType"/>.</summary>
    public Guid? ItemNoteTypeId { get; set; }

    /// <summary>The note.</summary>
    public string? Note { get; set; }

    /// <summary>Whether the note is for staff only.</summary>
    public bool? StaffOnly { get; set; }
}

/// <summary>A note that is shown at check-in or check-out.</summary>
public sealed class CirculationNote : RecordPart
{
    /// <summary>The ID of the note.</summary>
    public Guid? Id { get; set; }

    /// <summary><c>Check in</c> or <c>Check out</c>.</summary>
    public string? NoteType { get; set; }

    /// <summary>The note.</summary>
    public string? Note { get; set; }

    /// <summary>When it was written, as text.</summary>
    public string? Date { get; set; }

    /// <summary>Whether the note is for staff only.</summary>
    public bool? StaffOnly { get; set; }
}

/// <summary>The last check-in of an item.</summary>
public sealed class LastCheckIn : RecordPart
{
    /// <summary>When.</summary>
    public DateTimeOffset? DateTime { get; set; }

    /// <summary>Where.</summary>
    public Guid? ServicePointId { get; set; }

    /// <summary>By whom.</summary>
    public Guid? StaffMemberId { get; set; }
}
