using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Cataloging;

/// <summary>What the server told of an added authority record: answer extension 13. An update is answered without it.</summary>
public sealed class AuthorityRecordSaved
{
    /// <summary>The id of the record.</summary>
    [JsonPropertyName("AuthorityRecordID")]
    public int AuthorityRecordId { get; set; }

    /// <summary>Members that this library has no name for.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
