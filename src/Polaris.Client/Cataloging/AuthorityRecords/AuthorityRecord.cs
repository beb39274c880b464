using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;

namespace Polaris.Client.Cataloging;

/// <summary>The properties of an authority record, without its MARC data.</summary>
/// <remarks>
/// A property that the server does not send is <see langword="null"/>. The many MARC codes, such as MARCKindOfRecord, are in
/// <see cref="AdditionalMembers"/>. Vendor page: get_auth_record.
/// </remarks>
public sealed class AuthorityRecord
{
    /// <summary>The ID of the record.</summary>
    [JsonPropertyName("AuthorityRecordID")]
    public int AuthorityRecordId { get; set; }

    /// <summary>The status of the record: 1 is final; other values are not documented.</summary>
    [JsonPropertyName("RecordStatusID")]
    public int? RecordStatusId { get; set; }

    /// <summary>When the status of the record was set.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? RecordStatusDate { get; set; }

    /// <summary>The heading.</summary>
    public string? Heading { get; set; }

    /// <summary>The heading as browse lists show it.</summary>
    public string? BrowseHeading { get; set; }

    /// <summary>The number of characters at the start of <see cref="BrowseHeading"/> that sorting skips.</summary>
    public int? BrowseHeadingNonFilingCount { get; set; }

    /// <summary>The number of linked bibliographic records.</summary>
    public int? LinkedBibCount { get; set; }

    /// <summary>Whether the record has see also references: "1" in the vendor's sample; other values are not documented.</summary>
    public string? HasSeeAlsoFrom { get; set; }

    /// <summary>The Library of Congress control number.</summary>
    [JsonPropertyName("MARCLCCN")]
    public string? Lccn { get; set; }

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

    /// <summary>When the heading was first used.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? FirstUseDate { get; set; }

    /// <summary>When the record was imported.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? ImportedDate { get; set; }

    /// <summary>Whether the authority job changed the record.</summary>
    public bool? ModifiedByAuthorityJob { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Returns the ID, without content.</summary>
    public override string ToString() => $"{nameof(AuthorityRecord)} {AuthorityRecordId}";
}
