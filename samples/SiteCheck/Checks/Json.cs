using System.Text.Json;
using System.Text.Json.Nodes;

namespace SiteCheck;

/// <summary>Reads JSON of any form.</summary>
internal static class Json
{
    /// <summary>All values, at every level.</summary>
    public static IEnumerable<JsonValue> Values(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(member => Values(member.Value)),
        JsonArray array => array.SelectMany(Values),
        JsonValue value => [value],
        _ => [],
    };

    /// <summary>The object, or the objects of the list.</summary>
    public static IEnumerable<JsonObject> Rows(JsonNode? node) => node switch
    {
        JsonObject json => [json],
        JsonArray array => array.OfType<JsonObject>(),
        _ => [],
    };

    /// <summary>A property in any casing.</summary>
    public static JsonNode? Member(JsonNode? node, string name) => (node as JsonObject)?
        .FirstOrDefault(member => member.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    public static string? Text(JsonNode? node, string name) =>
        Member(node, name) is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static string Kind(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.Number => "number",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        JsonValueKind.Array => "list",
        JsonValueKind.Object => "object",
        _ => "null",
    };
}
