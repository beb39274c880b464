using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;
using Polaris.Client.ObjectLocks;

namespace Polaris.Client.Cataloging;

/// <summary>The header of a record set: a named list of records of one type.</summary>
/// <remarks>A property that the server does not send is <see langword="null"/>. Vendor page: recordsets/get_recordsets.</remarks>
public sealed class RecordSet
{
    /// <summary>The ID of the record set.</summary>
    [JsonPropertyName("RecordSetID")]
    public int RecordSetId { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The type of the records. Besides the types of locks, 107 is used for weeding.</summary>
    [JsonPropertyName("ObjectTypeID")]
    public ObjectType ObjectType { get; set; }

    /// <summary>The organization that owns the record set; 0 if its creator owns it.</summary>
    [JsonPropertyName("OrganizationOwnerID")]
    public int? OrganizationOwnerId { get; set; }

    /// <summary>The name of the organization or user that owns the record set; only in the list of the record sets of a record.</summary>
    public string? OwnerName { get; set; }

    /// <summary>The user who created the record set.</summary>
    [JsonPropertyName("CreatorID")]
    public int? CreatorId { get; set; }

    /// <summary>The name of the user who created the record set.</summary>
    public string? CreatorName { get; set; }

    /// <summary>When the record set was created; the year 1 if only the owner was read.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? CreationDate { get; set; }

    /// <summary>The user who changed the record set last; 0 for none.</summary>
    [JsonPropertyName("ModifierID")]
    public int? ModifierId { get; set; }

    /// <summary>The name of the user who changed the record set last.</summary>
    public string? ModifierName { get; set; }

    /// <summary>When the record set was changed last.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? ModificationDate { get; set; }

    /// <summary>The note.</summary>
    public string? Note { get; set; }

    /// <summary>The number of records.</summary>
    public int? NumberOfRecords { get; set; }

    /// <summary>The status of the record set: 1 is final; other values are not documented.</summary>
    [JsonPropertyName("RecordStatusID")]
    public int? RecordStatusId { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Returns the ID, without content.</summary>
    public override string ToString() => $"{nameof(RecordSet)} {RecordSetId}";
}

/// <summary>A part of the records of a record set.</summary>
public sealed class RecordSetContents
{
    /// <summary>The type of the records.</summary>
    [JsonPropertyName("ObjectTypeID")]
    public ObjectType ObjectType { get; set; }

    /// <summary>The records.</summary>
    public IReadOnlyList<RecordSetMember> Records
    {
        get;
        set
        {
            ReceivedCount = value?.Count ?? 0;
            field = TolerantJson.Present(value);
        }
    } = [];

    /// <summary>The number of received rows, also of those that are null: it shows whether the part is full.</summary>
    internal int ReceivedCount { get; private set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>A record of a record set.</summary>
/// <remarks>
/// What describes the record depends on its type and is in <see cref="AdditionalMembers"/>: the heading of an authority record, title and
/// author of a bibliographic record, the barcode of an item, the name of a patron. A patron's is personal data. Vendor page:
/// recordsets/get_recordset_contents.
/// </remarks>
public sealed class RecordSetMember
{
    /// <summary>The ID of the record.</summary>
    [JsonPropertyName("RecordID")]
    public int RecordId { get; set; }

    /// <summary>The description of the record, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Returns the ID, without content.</summary>
    public override string ToString() => $"{nameof(RecordSetMember)} {RecordId}";
}

/// <summary>The name, the owner and the note of a record set.</summary>
/// <remarks>Vendor page: recordsets/get_recordsets, "Modify a Record Set Header".</remarks>
public sealed class RecordSetHeader
{
    /// <summary>The name, at most 65 characters.</summary>
    public string Name { get; set; } = "";

    /// <summary>The organization that will own the record set; 0 for its creator.</summary>
    [JsonPropertyName("OrganizationOwnerID")]
    public int OrganizationOwnerId { get; set; }

    /// <summary>The note. It is always sent: <see langword="null"/> removes it.</summary>
    public string? Note { get; set; }
}

/// <summary>A record set to create.</summary>
/// <remarks>Vendor page: recordsets/post_create_recordset and related pages.</remarks>
public sealed class NewRecordSet
{
    /// <summary>The name, at most 65 characters.</summary>
    public string Name { get; set; } = "";

    /// <summary>
    /// The type of the records: authority, bibliographic, item or patron. Another value is sent unchanged, for example 107, which is used for
    /// weeding.
    /// </summary>
    [JsonPropertyName("ObjectTypeID")]
    public ObjectType ObjectType { get; set; }

    /// <summary>
    /// The organization that will own the record set; <see langword="null"/> for the creator. A record set for weeding needs one.
    /// </summary>
    [JsonPropertyName("OrganizationOwnerID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? OrganizationOwnerId { get; set; }

    /// <summary>The creator; <see langword="null"/> for the user who is signed in.</summary>
    [JsonPropertyName("CreatorID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? CreatorId { get; set; }

    /// <summary>The note.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; set; }

    /// <summary>The records; <see langword="null"/> for an empty record set.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? Records { get; set; }

    /// <summary>The record set whose linked records are wanted; used by <see cref="RecordSetsClient.CreateOfLinkedRecordsAsync"/>.</summary>
    [JsonPropertyName("OriginatingRecordSetID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? OriginatingRecordSetId { get; set; }
}

/// <summary>Selects records for a record set of linked records.</summary>
public sealed class LinkedRecordsFilter
{
    /// <summary>Whether the record set may have more than 1,000 records, or what the system is set to.</summary>
    public bool AllowLargeRecordSet { get; set; }

    /// <summary>The statuses of items, as bits: 4 is Out, 8 is Out-ILL, 128 is Lost. Only for the items of patrons.</summary>
    public long? ItemStatusBits { get; set; }

    /// <summary>The patron codes. Only for the items of patrons.</summary>
    public IReadOnlyList<int>? PatronCodeIds { get; set; }

    /// <summary>Whether deleted items are included. Only for the items of patrons.</summary>
    public bool IncludeDeleted { get; set; }
}

/// <summary>The outcome of creating a record set.</summary>
/// <remarks>The record set exists even if there are warnings: then the server did not add some of the records.</remarks>
public sealed class RecordSetCreated
{
    /// <summary>The ID of the new record set.</summary>
    public int RecordSetId { get; set; }

    /// <summary>The number of records that the server added.</summary>
    public int NumberOfRecordsAdded { get; set; }

    /// <summary>The number of records that the server removed.</summary>
    public int NumberOfRecordsRemoved { get; set; }

    /// <summary>The vendor's property of the same name; 0 in the vendor's samples, even if records were added.</summary>
    public int NumberOfRecords { get; set; }

    /// <summary>Why records were not added, such as "Duplicate id 275071."; empty if all were.</summary>
    public IReadOnlyList<string> Warnings { get; set => field = TolerantJson.Present(value); } = [];

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Returns the ID and the number of warnings.</summary>
    public override string ToString() => $"{nameof(RecordSet)} {RecordSetId}, {Warnings.Count} warnings";
}

/// <summary>The JSON metadata of record sets, without reflection.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNameCaseInsensitive = true,
    Converters = [typeof(ServerDateTimeConverter), typeof(LenientValues)])]
[JsonSerializable(typeof(RecordSet))]
[JsonSerializable(typeof(IReadOnlyList<RecordSet>))]
[JsonSerializable(typeof(RecordSetContents))]
[JsonSerializable(typeof(RecordSetHeader))]
[JsonSerializable(typeof(NewRecordSet))]
[JsonSerializable(typeof(RecordSetCreated))]
internal sealed partial class RecordSetsJson : JsonSerializerContext;
