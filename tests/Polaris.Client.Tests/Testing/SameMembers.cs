using System.Text.Json.Nodes;

namespace Polaris.Client.Tests.Testing;

/// <summary>Describes the members of JSON in their order with the kinds of their values, but not the values themselves.</summary>
internal static class SameMembers
{
    public static string Of(JsonNode? node) => node switch
    {
        JsonObject json => "{" + string.Join(",", json.Select(member => $"{member.Key}:{Of(member.Value)}")) + "}",
        JsonArray { Count: > 0 } array => $"[{Of(array[0])}]",
        JsonArray => "[]",
        null => "null",
        _ => node.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False
            ? "bool"
            : node.GetValueKind().ToString(),
    };
}
