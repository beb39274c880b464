using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;

namespace Polaris.Client.Cataloging;

/// <summary>The MARC data of one record of a list, or the reason why it is missing.</summary>
public sealed class BibMarc
{
    /// <summary>The ID of the record.</summary>
    [JsonPropertyName("BibliographicRecordId")]
    public int BibRecordId { get; set; }

    /// <summary>A short description of the record; <see langword="null"/> if the server did not return the record.</summary>
    [JsonPropertyName("BibliographicBrief")]
    public BibBrief? Brief { get; set; }

    /// <summary>The MARC data; <see langword="null"/> if the server did not return the record.</summary>
    [JsonPropertyName("Record")]
    public MarcRecord? Marc { get; set; }

    /// <summary>
    /// The lock that made the server withhold the record; <see langword="null"/> if it did not. A record without
    /// <see cref="Marc"/> and without a lock was not in the response; the server does not give a reason.
    /// </summary>
    [JsonIgnore]
    public ObjectLock? WithheldBy { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Returns the ID, without content.</summary>
    public override string ToString() => $"{nameof(BibMarc)} {BibRecordId}";
}

/// <summary>A short description of a bibliographic record.</summary>
public sealed class BibBrief
{
    /// <summary>The ID of the record.</summary>
    [JsonPropertyName("BibliographicRecordID")]
    public int BibRecordId { get; set; }

    /// <summary>The title as browse lists show it.</summary>
    public string? BrowseTitle { get; set; }

    /// <summary>The author as browse lists show it.</summary>
    public string? BrowseAuthor { get; set; }

    /// <summary>The ISBN.</summary>
    [JsonPropertyName("ISBN")]
    public string? Isbn { get; set; }

    /// <summary>The ISSN.</summary>
    [JsonPropertyName("ISSN")]
    public string? Issn { get; set; }

    /// <summary>The universal product code.</summary>
    [JsonPropertyName("UPCNumber")]
    public string? UpcNumber { get; set; }

    /// <summary>The OCLC number.</summary>
    [JsonPropertyName("OCLCNumber")]
    public string? OclcNumber { get; set; }

    /// <summary>The type of material: 1 is a book.</summary>
    [JsonPropertyName("PrimaryMARCTOMID")]
    public int? PrimaryTypeOfMaterialId { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>The response to one call for the MARC data of up to 20 records.</summary>
public sealed class BibMarcPage
{
    /// <summary>The returned records.</summary>
    [JsonPropertyName("marcRecords")]
    public IReadOnlyList<BibMarc> Records
    {
        get;
        set
        {
            HasRecords = true;
            field = value ?? [];
        }
    } = [];

    /// <summary>Whether the server sent the list: without it, it is unknown whether the records exist.</summary>
    internal bool HasRecords { get; private set; }

    /// <summary>The locks of the withheld records, which other users have locked.</summary>
    [JsonPropertyName("objectLocks")]
    public IReadOnlyList<ObjectLock> Locks { get; set => field = value ?? []; } = [];

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
