using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.ObjectLocks;

namespace Polaris.Client.Cataloging;

/// <summary>A record that is left without items.</summary>
public sealed class WidowedRecord
{
    /// <summary>Its type.</summary>
    [JsonPropertyName("ObjectTypeID")]
    public ObjectType ObjectType { get; set; }

    /// <summary>Its id.</summary>
    [JsonPropertyName("RecordID")]
    public int RecordId { get; set; }

    /// <summary>Its description, such as the title.</summary>
    public string? Description { get; set; }

    /// <summary>Members that this library has no name for.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
