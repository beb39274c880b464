using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Cataloging;

/// <summary>What the server told of a saved bibliographic record.</summary>
/// <remarks>
/// The vendor does not document this answer: an update is answered without it, and whether an added record's id is told is not
/// known. So it holds the id if there is one, and everything else as it came.
/// </remarks>
public sealed class BibRecordSaved
{
    /// <summary>The id of the record, if the server told it.</summary>
    [JsonPropertyName("BibRecordID")]
    public int? BibRecordId { get; set; }

    /// <summary>Members that this library has no name for.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
