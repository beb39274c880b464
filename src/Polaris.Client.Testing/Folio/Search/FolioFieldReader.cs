using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>Finds a field, nested by dots, and returns its value as the string that the database searches.</summary>
internal static class FolioFieldReader
{
    public static JsonNode? Node(JsonObject json, string field)
    {
        JsonNode? node = json;
        foreach (string part in field.Split('.'))
        {
            node = (node as JsonObject)?[part];
        }

        return node;
    }

    public static string? Text(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => node.ToJsonString(),
    };
}
