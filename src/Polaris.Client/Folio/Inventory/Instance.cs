using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Folio;

/// <summary>An instance: the description of a title, independent of its copies.</summary>
/// <remarks>The server checks <see cref="FolioRecord.Version"/> when a record is updated.</remarks>
[FolioResource("instance-storage/instances", "instances", BatchPath = "instance-storage/batch/synchronous", StreamsLists = true, DeletesByQuery = true)]
public sealed class Instance : FolioRecord
{
    /// <summary>The human-readable ID. The server assigns it if it is <c>null</c>; it is unique and cannot be changed.</summary>
    public string? Hrid { get; set; }

    /// <summary>A unique key by which the instance is matched when records are loaded.</summary>
    public string? MatchKey { get; set; }

    /// <summary>The URI of the source record.</summary>
    public string? SourceUri { get; set; }

    /// <summary>The source of the record, for example <c>FOLIO</c> or <c>MARC</c>. The server requires it.</summary>
    public string? Source { get; set; }

    /// <summary>The title. The server requires it.</summary>
    public string? Title { get; set; }

    /// <summary>The title by which the instance is sorted, without a leading article.</summary>
    public string? IndexTitle { get; set; }

    /// <summary>Other titles.</summary>
    public List<AlternativeTitle>? AlternativeTitles { get; set; }

    /// <summary>The editions.</summary>
    public List<string>? Editions { get; set; }

    /// <summary>The series that the title belongs to.</summary>
    public List<Series>? Series { get; set; }

    /// <summary>Identifiers such as ISBN and ISSN.</summary>
    public List<Identifier>? Identifiers { get; set; }

    /// <summary>Authors, editors and others.</summary>
    public List<Contributor>? Contributors { get; set; }

    /// <summary>The subject headings.</summary>
    public List<Subject>? Subjects { get; set; }

    /// <summary>The classification numbers.</summary>
    public List<Classification>? Classifications { get; set; }

    /// <summary>The statements of publication.</summary>
    public List<Publication>? Publication { get; set; }

    /// <summary>How often a serial is published.</summary>
    public List<string>? PublicationFrequency { get; set; }

    /// <summary>The first and last issues of a serial.</summary>
    public List<string>? PublicationRange { get; set; }

    /// <summary>Links.</summary>
    public List<ElectronicAccess>? ElectronicAccess { get; set; }

    /// <summary>The dates by which the instance is sorted and filtered.</summary>
    public InstanceDates? Dates { get; set; }

    /// <summary>The ID of the <see cref="InstanceType"/>. The server requires it.</summary>
    public Guid? InstanceTypeId { get; set; }

    /// <summary>The IDs of the <see cref="InstanceFormat"/> records.</summary>
    public List<Guid>? InstanceFormatIds { get; set; }

    /// <summary>Extent, dimensions and other physical details.</summary>
    public List<string>? PhysicalDescriptions { get; set; }

    /// <summary>The codes of the languages.</summary>
    public List<string>? Languages { get; set; }

    /// <summary>The notes.</summary>
    public List<InstanceNote>? Notes { get; set; }

    /// <summary>Notes for staff.</summary>
    public List<string>? AdministrativeNotes { get; set; }

    /// <summary>The ID of the <see cref="ModeOfIssuance"/>.</summary>
    public Guid? ModeOfIssuanceId { get; set; }

    /// <summary>When the title was cataloged, as text.</summary>
    public string? CatalogedDate { get; set; }

    /// <summary>Whether the library held the title before.</summary>
    public bool? PreviouslyHeld { get; set; }

    /// <summary>Whether the instance is hidden from staff.</summary>
    public bool? StaffSuppress { get; set; }

    /// <summary>Whether the instance is hidden from the public.</summary>
    public bool? DiscoverySuppress { get; set; }

    /// <summary>Whether the instance is marked for deletion.</summary>
    public bool? Deleted { get; set; }

    /// <summary>The IDs of the <see cref="StatisticalCode"/> records.</summary>
    public List<Guid>? StatisticalCodeIds { get; set; }

    /// <summary>The ID of the <see cref="InstanceStatus"/>.</summary>
    public Guid? StatusId { get; set; }

    /// <summary>
    /// When the status was changed, as text. The server sets it when it creates the instance, saves it in a batch, or changes its status.
    /// </summary>
    public string? StatusUpdatedDate { get; set; }

    /// <summary>The tags.</summary>
    public Tags? Tags { get; set; }

    /// <summary>The IDs of the <see cref="NatureOfContentTerm"/> records.</summary>
    public List<Guid>? NatureOfContentTermIds { get; set; }

    /// <summary>The format of the source record, <c>MARC-JSON</c>. Set by the server and never sent.</summary>
    [KeptByServer]
    public string? SourceRecordFormat { get; set; }

    /// <summary>The formats as the server joined them. Never sent.</summary>
    [KeptByServer]
    public List<JsonElement>? InstanceFormats { get; set; }

    /// <summary>The holdings records as the server joined them. Never sent.</summary>
    [KeptByServer]
    [JsonPropertyName("holdingsRecords2")]
    public List<JsonElement>? HoldingsRecords { get; set; }
}

/// <summary>Another title of an instance.</summary>
public sealed class AlternativeTitle : RecordPart
{
    /// <summary>The ID of the <see cref="AlternativeTitleType"/>.</summary>
    public Guid? AlternativeTitleTypeId { get; set; }

    /// <summary>The title.</summary>
    [JsonPropertyName("alternativeTitle")]
    public string? Title { get; set; }

    /// <summary>The ID of the authority record.</summary>
    public Guid? AuthorityId { get; set; }
}

/// <summary>A series that a title belongs to.</summary>
public sealed class Series : RecordPart
{
    /// <summary>The title of the series.</summary>
    public string? Value { get; set; }

    /// <summary>The ID of the authority record.</summary>
    public Guid? AuthorityId { get; set; }
}

/// <summary>An identifier of an instance.</summary>
public sealed class Identifier : RecordPart
{
    /// <summary>The identifier.</summary>
    public string? Value { get; set; }

    /// <summary>The ID of the <see cref="IdentifierType"/>.</summary>
    public Guid? IdentifierTypeId { get; set; }

    /// <summary>The type as the server joined it. Never sent.</summary>
    [KeptByServer]
    public JsonElement? IdentifierTypeObject { get; set; }
}

/// <summary>A person, corporate body or meeting that contributed to a work.</summary>
public sealed class Contributor : RecordPart
{
    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The ID of the <see cref="ContributorType"/>.</summary>
    public Guid? ContributorTypeId { get; set; }

    /// <summary>The role as free text.</summary>
    public string? ContributorTypeText { get; set; }

    /// <summary>The ID of the <see cref="ContributorNameType"/>.</summary>
    public Guid? ContributorNameTypeId { get; set; }

    /// <summary>The ID of the authority record.</summary>
    public Guid? AuthorityId { get; set; }

    /// <summary>Whether this is the main contributor.</summary>
    public bool? Primary { get; set; }
}

/// <summary>A subject heading.</summary>
public sealed class Subject : RecordPart
{
    /// <summary>The heading.</summary>
    public string? Value { get; set; }

    /// <summary>The ID of the authority record.</summary>
    public Guid? AuthorityId { get; set; }

    /// <summary>The ID of the <see cref="SubjectSource"/>.</summary>
    public Guid? SourceId { get; set; }

    /// <summary>The ID of the <see cref="SubjectType"/>.</summary>
    public Guid? TypeId { get; set; }
}

/// <summary>A classification number.</summary>
public sealed class Classification : RecordPart
{
    /// <summary>The number.</summary>
    public string? ClassificationNumber { get; set; }

    /// <summary>The ID of the <see cref="ClassificationType"/>.</summary>
    public Guid? ClassificationTypeId { get; set; }
}

/// <summary>A statement of publication.</summary>
public sealed class Publication : RecordPart
{
    /// <summary>The publisher.</summary>
    public string? Publisher { get; set; }

    /// <summary>The place of publication.</summary>
    public string? Place { get; set; }

    /// <summary>The date of publication, as text.</summary>
    public string? DateOfPublication { get; set; }

    /// <summary>The role of the publisher, such as distributor.</summary>
    public string? Role { get; set; }
}

/// <summary>The dates of an instance, as in MARC field 008.</summary>
public sealed class InstanceDates : RecordPart
{
    /// <summary>The ID of the date type.</summary>
    public Guid? DateTypeId { get; set; }

    /// <summary>The first date.</summary>
    public string? Date1 { get; set; }

    /// <summary>The second date.</summary>
    public string? Date2 { get; set; }
}

/// <summary>A note of an instance.</summary>
public sealed class InstanceNote : RecordPart
{
    /// <summary>The ID of the <see cref="InstanceNoteType"/>.</summary>
    public Guid? InstanceNoteTypeId { get; set; }

    /// <summary>The note.</summary>
    public string? Note { get; set; }

    /// <summary>Whether the note is for staff only.</summary>
    public bool? StaffOnly { get; set; }
}
