using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Cataloging;

/// <summary>A record that cannot be replaced.</summary>
public sealed class ReplacementError
{
    /// <summary>Its id.</summary>
    [JsonPropertyName("RecordID")]
    public int? RecordId { get; set; }

    /// <summary>Its title.</summary>
    public string? Title { get; set; }

    /// <summary>Why, in the server's words.</summary>
    public string? Reason { get; set; }

    /// <summary>Further members of the row.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
