using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>Reads JSON as the server does: names are case-sensitive, numbers in quotes are understood.</summary>
internal static class Json
{
    public static int? Int(this JsonNode? node, string name) => Value(node, name) switch
    {
        null => null,
        { } value when value.TryGetValue(out int number) => number,
        { } value when value.TryGetValue(out string? text)
            && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) => number,
        _ => null,
    };

    public static bool? Flag(this JsonNode? node, string name) =>
        Value(node, name) is { } value && value.TryGetValue(out bool flag) ? flag : null;

    public static string? Text(this JsonNode? node, string name) => Value(node, name)?.ToString();

    public static JsonObject? Object(this JsonNode? node, string name) => (node as JsonObject)?[name] as JsonObject;

    public static IEnumerable<JsonObject> Objects(this JsonNode? node, string name) =>
        ((node as JsonObject)?[name] as JsonArray)?.OfType<JsonObject>() ?? [];

    public static IReadOnlyList<int> Ints(this JsonNode? node, string name) =>
        (node as JsonObject)?[name] is not JsonArray array
            ? []
            : [.. array.OfType<JsonValue>().Where(value => value.TryGetValue(out int _)).Select(value => value.GetValue<int>())];

    public static JsonArray Array(IEnumerable<int> numbers) => new([.. numbers.Select(number => (JsonNode)JsonValue.Create(number))]);

    public static JsonArray Array(IEnumerable<JsonNode> nodes) => new([.. nodes]);

    /// <summary>A copy without members that only the fake knows.</summary>
    public static JsonObject CopyWithout(JsonObject node, params string[] names)
    {
        JsonObject copy = Copy(node);
        foreach (string name in names)
        {
            copy.Remove(name);
        }

        return copy;
    }

    public static T Copy<T>(T node)
        where T : JsonNode => (T)node.DeepClone();

    public static JsonNode? Node(JsonElement element) => JsonNode.Parse(element.GetRawText());

    private static JsonValue? Value(JsonNode? node, string name) => (node as JsonObject)?[name] as JsonValue;
}
