using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Cataloging;

/// <summary>An authority record that looks like the one being saved.</summary>
public sealed class DuplicateAuthorityRecord
{
    /// <summary>The vendor's text of the error; in the documented sample the id of the record.</summary>
    public string? ErrorText { get; set; }

    /// <summary>The vendor's number of the kind of error.</summary>
    public int ErrorType { get; set; }

    /// <summary>0 in the documented sample.</summary>
    public int ObjectType { get; set; }

    /// <summary>0 in the documented sample.</summary>
    [JsonPropertyName("ObjectID")]
    public int ObjectId { get; set; }

    /// <summary>Its id.</summary>
    [JsonPropertyName("RecordID")]
    public int RecordId { get; set; }

    /// <summary>The organization that owns it.</summary>
    [JsonPropertyName("OwnerID")]
    public int OwnerId { get; set; }

    /// <summary>The name of that organization.</summary>
    public string? OwnerName { get; set; }

    /// <summary>Why it looks like the same, for example <c>Heading/Thesaurus</c>.</summary>
    public string? Reason { get; set; }

    /// <summary>Empty for authorities.</summary>
    public string? Author { get; set; }

    /// <summary>Empty for authorities.</summary>
    public string? Title { get; set; }

    /// <summary>0 for authorities.</summary>
    [JsonPropertyName("FormatID")]
    public int FormatId { get; set; }

    /// <summary>Empty for authorities.</summary>
    public string? FormatDescription { get; set; }

    /// <summary>Its status, if the server told it.</summary>
    [JsonPropertyName("RecordStatusID")]
    public int? RecordStatusId { get; set; }

    /// <summary>How many records are linked to it.</summary>
    public int LinkedRecordCount { get; set; }

    /// <summary>Whether it is protected from being replaced.</summary>
    public bool DoNotOverlay { get; set; }

    /// <summary>Members that this library has no name for.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
