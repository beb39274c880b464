using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Cataloging;

/// <summary>The item record as it was saved: answer extension 5.</summary>
/// <remarks>Seen in clients in production; the vendor does not document the members of the record, so it is kept as it came.</remarks>
public sealed class ItemRecordSaved
{
    /// <summary>The whole record; null when the server did not tell it.</summary>
    public JsonElement? ItemRecord { get; set; }

    /// <summary>The id of the record, if the server told it.</summary>
    [JsonIgnore]
    public int? ItemRecordId =>
        ItemRecord is { ValueKind: JsonValueKind.Object } record
        && record.TryGetProperty("ItemRecordID", out var id) && id.ValueKind == JsonValueKind.Number
        && id.TryGetInt32(out var number)
            ? number
            : null;

    /// <summary>Members that this library has no name for.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
