using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;

namespace Polaris.Client.Cataloging;

/// <summary>The properties of a bibliographic record, without its MARC data.</summary>
/// <remarks>
/// A property that the server does not send is <see langword="null"/>. Properties whose type is not documented, such as ImportedDate,
/// are in <see cref="AdditionalMembers"/>. Vendor page: get_bib_record.
/// </remarks>
public sealed class BibRecord
{
    /// <summary>The ID of the record.</summary>
    [JsonPropertyName("BibliographicRecordID")]
    public int BibRecordId { get; set; }

    /// <summary>The status of the record: 1 is final; other values are not documented.</summary>
    [JsonPropertyName("RecordStatusID")]
    public int? RecordStatusId { get; set; }

    /// <summary>When the status of the record was set.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? RecordStatusDate { get; set; }

    /// <summary>The organization that owns the record.</summary>
    [JsonPropertyName("RecordOwnerID")]
    public int? RecordOwnerId { get; set; }

    /// <summary>The user who created the record.</summary>
    [JsonPropertyName("CreatorID")]
    public int? CreatorId { get; set; }

    /// <summary>The name of the user who created the record.</summary>
    public string? CreatorName { get; set; }

    /// <summary>When the record was created.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? CreationDate { get; set; }

    /// <summary>The user who changed the record last.</summary>
    [JsonPropertyName("ModifierID")]
    public int? ModifierId { get; set; }

    /// <summary>The name of the user who changed the record last.</summary>
    public string? ModifierName { get; set; }

    /// <summary>When the record was changed last.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? ModificationDate { get; set; }

    /// <summary>The title as browse lists show it.</summary>
    public string? BrowseTitle { get; set; }

    /// <summary>The number of characters at the start of <see cref="BrowseTitle"/> that sorting skips.</summary>
    public int? BrowseTitleNonFilingCount { get; set; }

    /// <summary>The author as browse lists show it.</summary>
    public string? BrowseAuthor { get; set; }

    /// <summary>The call number as browse lists show it.</summary>
    public string? BrowseCallNo { get; set; }

    /// <summary>The title as it is sorted.</summary>
    public string? SortTitle { get; set; }

    /// <summary>The author as it is sorted.</summary>
    public string? SortAuthor { get; set; }

    /// <summary>Whether the public catalog shows the record.</summary>
    public bool? DisplayInPac { get; set; }

    /// <summary>Whether the record is protected from being replaced by another.</summary>
    public bool? DoNotOverlay { get; set; }

    /// <summary>Whether the record belongs to an interlibrary loan.</summary>
    [JsonPropertyName("ILLFlag")]
    public bool? IsIll { get; set; }

    /// <summary>Whether the record describes electronic content.</summary>
    public bool? IsEContent { get; set; }

    /// <summary>Whether the record contains the address of an electronic resource.</summary>
    [JsonPropertyName("HasElectronicURL")]
    public bool? HasElectronicUrl { get; set; }

    /// <summary>Whether the authority job changed the record.</summary>
    public bool? ModifiedByAuthorityJob { get; set; }

    /// <summary>The type of material: 1 is a book.</summary>
    [JsonPropertyName("PrimaryMARCTOMID")]
    public int? PrimaryTypeOfMaterialId { get; set; }

    /// <summary>The year of publication.</summary>
    public int? PublicationYear { get; set; }

    /// <summary>The language code of the MARC data.</summary>
    [JsonPropertyName("MARCLanguage")]
    public string? MarcLanguage { get; set; }

    /// <summary>The Library of Congress control number.</summary>
    [JsonPropertyName("MARCLCCN")]
    public string? Lccn { get; set; }

    /// <summary>The ISBN.</summary>
    [JsonPropertyName("ISBN")]
    public string? Isbn { get; set; }

    /// <summary>The ISSN.</summary>
    [JsonPropertyName("ISSN")]
    public string? Issn { get; set; }

    /// <summary>The OCLC number.</summary>
    [JsonPropertyName("OCLCNumber")]
    public string? OclcNumber { get; set; }

    /// <summary>The universal product code.</summary>
    [JsonPropertyName("UPCNumber")]
    public string? UpcNumber { get; set; }

    /// <summary>The number of times that copies circulated.</summary>
    public int? LifetimeCircCount { get; set; }

    /// <summary>The number of times that copies were used in the library.</summary>
    public int? LifetimeInHouseUseCount { get; set; }

    /// <summary>When the first copy became available.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? FirstAvailableDate { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Returns the ID, without content.</summary>
    public override string ToString() => $"{nameof(BibRecord)} {BibRecordId}";
}

/// <summary>
/// The response that contains a record: the vendor's page shows an array of one, servers send the object itself; both are read.
/// </summary>
[JsonConverter(typeof(BibRecordResponseConverter))]
public sealed class BibRecordResponse
{
    /// <summary>The record.</summary>
    public BibRecord Record { get; set; } = new();
}

/// <summary>The number of copies of a record in each branch.</summary>
public sealed class BibAvailability
{
    /// <summary>The branches.</summary>
    /// <value>Empty if the server lists none.</value>
    public IReadOnlyList<BranchAvailability> Details
    {
        get;
        set
        {
            HasDetails = true;
            field = TolerantJson.Present(value);
        }
    } = [];

    /// <summary>Whether the server sent the list: without it, the number of copies is unknown, not zero.</summary>
    internal bool HasDetails { get; private set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>The number of copies of a record in one branch.</summary>
public sealed class BranchAvailability
{
    /// <summary>The name of the branch.</summary>
    public string? BranchName { get; set; }

    /// <summary>The short name of the branch.</summary>
    public string? BranchAbbreviation { get; set; }

    /// <summary>The number of available copies.</summary>
    public int AvailableCount { get; set; }

    /// <summary>The number of copies.</summary>
    public int TotalCount { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

internal sealed class BibRecordResponseConverter : JsonConverter<BibRecordResponse>
{
    public override BibRecordResponse Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var isArray = reader.TokenType == JsonTokenType.StartArray;
        if (isArray)
        {
            reader.Read();
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"Expected a bibliographic record, but found a JSON {reader.TokenType}.");
        }

        var typeInfo = (System.Text.Json.Serialization.Metadata.JsonTypeInfo<BibRecord>)options.GetTypeInfo(typeof(BibRecord));
        var record = JsonSerializer.Deserialize(ref reader, typeInfo)!;
        return isArray && (!reader.Read() || reader.TokenType != JsonTokenType.EndArray)
            ? throw new JsonException("Expected one bibliographic record, but found several.")
            : new BibRecordResponse { Record = record };
    }

    public override void Write(Utf8JsonWriter writer, BibRecordResponse value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Record, options.GetTypeInfo(typeof(BibRecord)));
}
