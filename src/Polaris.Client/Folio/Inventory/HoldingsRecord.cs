using System.Text.Json;

namespace Polaris.Client.Folio;

/// <summary>A holdings record: what the library has of an instance at one location.</summary>
/// <remarks>
/// The server checks <see cref="FolioRecord.Version"/> when a record is updated. An update of a holdings record that does not exist, for
/// example because another user deleted it meanwhile, creates it again.
/// </remarks>
[FolioResource("holdings-storage/holdings", "holdingsRecords", BatchPath = "holdings-storage/batch/synchronous", StreamsLists = true, DeletesByQuery = true)]
public sealed class HoldingsRecord : FolioRecord
{
    /// <summary>The human-readable ID. The server assigns it if it is <c>null</c>; it is unique and cannot be changed.</summary>
    public string? Hrid { get; set; }

    /// <summary>The ID of the <see cref="HoldingsSource"/>. The server requires it.</summary>
    public Guid? SourceId { get; set; }

    /// <summary>The ID of the <see cref="HoldingsType"/>.</summary>
    public Guid? HoldingsTypeId { get; set; }

    /// <summary>IDs of earlier systems.</summary>
    public List<string>? FormerIds { get; set; }

    /// <summary>The ID of the <see cref="Instance"/>. The server requires it.</summary>
    public Guid? InstanceId { get; set; }

    /// <summary>The ID of the permanent <see cref="Location"/>. The server requires it.</summary>
    public Guid? PermanentLocationId { get; set; }

    /// <summary>The ID of the temporary <see cref="Location"/>.</summary>
    public Guid? TemporaryLocationId { get; set; }

    /// <summary>The ID of the effective location. Computed by the server and never sent.</summary>
    [KeptByServer]
    public Guid? EffectiveLocationId { get; set; }

    /// <summary>Links.</summary>
    public List<ElectronicAccess>? ElectronicAccess { get; set; }

    /// <summary>Further call numbers.</summary>
    public List<CallNumberComponents>? AdditionalCallNumbers { get; set; }

    /// <summary>The ID of the <see cref="CallNumberType"/>.</summary>
    public Guid? CallNumberTypeId { get; set; }

    /// <summary>The prefix of the call number.</summary>
    public string? CallNumberPrefix { get; set; }

    /// <summary>The call number.</summary>
    public string? CallNumber { get; set; }

    /// <summary>The suffix of the call number.</summary>
    public string? CallNumberSuffix { get; set; }

    /// <summary>The title by which the holdings are shelved.</summary>
    public string? ShelvingTitle { get; set; }

    /// <summary>The acquisition format.</summary>
    public string? AcquisitionFormat { get; set; }

    /// <summary>The acquisition method.</summary>
    public string? AcquisitionMethod { get; set; }

    /// <summary>The receipt status.</summary>
    public string? ReceiptStatus { get; set; }

    /// <summary>Notes for staff.</summary>
    public List<string>? AdministrativeNotes { get; set; }

    /// <summary>The notes.</summary>
    public List<HoldingsNote>? Notes { get; set; }

    /// <summary>The ID of the <see cref="IllPolicy"/>.</summary>
    public Guid? IllPolicyId { get; set; }

    /// <summary>The retention policy.</summary>
    public string? RetentionPolicy { get; set; }

    /// <summary>The digitization policy.</summary>
    public string? DigitizationPolicy { get; set; }

    /// <summary>The holdings statements.</summary>
    public List<HoldingsStatement>? HoldingsStatements { get; set; }

    /// <summary>The holdings statements for indexes.</summary>
    public List<HoldingsStatement>? HoldingsStatementsForIndexes { get; set; }

    /// <summary>The holdings statements for supplements.</summary>
    public List<HoldingsStatement>? HoldingsStatementsForSupplements { get; set; }

    /// <summary>The copy number.</summary>
    public string? CopyNumber { get; set; }

    /// <summary>The number of items, as text.</summary>
    public string? NumberOfItems { get; set; }

    /// <summary>The receiving history.</summary>
    public ReceivingHistory? ReceivingHistory { get; set; }

    /// <summary>Whether the holdings are hidden from the public.</summary>
    public bool? DiscoverySuppress { get; set; }

    /// <summary>The IDs of the <see cref="StatisticalCode"/> records.</summary>
    public List<Guid>? StatisticalCodeIds { get; set; }

    /// <summary>The tags.</summary>
    public Tags? Tags { get; set; }

    /// <summary>The instance as the server joined it. Never sent.</summary>
    [KeptByServer]
    public JsonElement? HoldingsInstance { get; set; }

    /// <summary>The items as the server joined them. Never sent.</summary>
    [KeptByServer]
    public List<JsonElement>? HoldingsItems { get; set; }

    /// <summary>The items as the server joined them, without their own joins. Never sent.</summary>
    [KeptByServer]
    public List<JsonElement>? BareHoldingsItems { get; set; }
}

/// <summary>A note of a holdings record.</summary>
public sealed class HoldingsNote : RecordPart
{
    /// <summary>The ID of the <see cref="HoldingsNoteType"/>.</summary>
    public Guid? HoldingsNoteTypeId { get; set; }

    /// <summary>The note.</summary>
    public string? Note { get; set; }

    /// <summary>Whether the note is for staff only.</summary>
    public bool? StaffOnly { get; set; }
}

/// <summary>A holdings statement.</summary>
public sealed class HoldingsStatement : RecordPart
{
    /// <summary>The statement.</summary>
    public string? Statement { get; set; }

    /// <summary>A note for the public.</summary>
    public string? Note { get; set; }

    /// <summary>A note for staff.</summary>
    public string? StaffNote { get; set; }
}

/// <summary>The receiving history of a serial.</summary>
public sealed class ReceivingHistory : RecordPart
{
    /// <summary>How it is displayed.</summary>
    public string? DisplayType { get; set; }

    /// <summary>The entries.</summary>
    public List<ReceivingHistoryEntry>? Entries { get; set; }
}

/// <summary>One received issue.</summary>
public sealed class ReceivingHistoryEntry : RecordPart
{
    /// <summary>Whether it is shown to the public.</summary>
    public bool? PublicDisplay { get; set; }

    /// <summary>The number of the issue.</summary>
    public string? Enumeration { get; set; }

    /// <summary>The date of the issue.</summary>
    public string? Chronology { get; set; }
}
