using System.Text.Json.Nodes;

namespace Polaris.Client.ContractTests.WireMock;

/// <summary>Compares JSON by value: the order of members and how numbers are written do not count.</summary>
public static class JsonAssert
{
    /// <summary>Fails with the path of the first difference.</summary>
    public static void AreEqual(JsonNode? expected, JsonNode? actual)
    {
        if (FirstDifference(expected, actual) is { } difference) Assert.Fail(difference);
    }

    /// <summary>Says where and how two documents differ first; null where they are equal.</summary>
    public static string? FirstDifference(JsonNode? expected, JsonNode? actual) => Compare("$", expected, actual);

    private static string? Compare(string path, JsonNode? expected, JsonNode? actual) => (expected, actual) switch
    {
        (JsonObject left, JsonObject right) => CompareMembers(path, left, right),
        (JsonArray left, JsonArray right) => CompareItems(path, left, right),
        _ when JsonNode.DeepEquals(expected, actual) => null,
        _ => $"{path}: expected {Text(expected)}, but was {Text(actual)}.",
    };

    private static string? CompareMembers(string path, JsonObject expected, JsonObject actual)
    {
        foreach ((string name, JsonNode? value) in expected)
        {
            if (!actual.TryGetPropertyValue(name, out JsonNode? found))
            {
                return $"{path}.{name}: expected {Text(value)}, but the member is missing.";
            }

            if (Compare($"{path}.{name}", value, found) is { } difference) return difference;
        }

        return actual.FirstOrDefault(member => !expected.ContainsKey(member.Key)) is { Key: { } extra } member
            ? $"{path}.{extra}: was {Text(member.Value)}, but no such member is expected."
            : null;
    }

    private static string? CompareItems(string path, JsonArray expected, JsonArray actual)
    {
        if (expected.Count != actual.Count)
        {
            return $"{path}: expected {expected.Count} items, but there are {actual.Count}: {Text(actual)}.";
        }

        return expected.Select((item, index) => Compare($"{path}[{index}]", item, actual[index]))
            .FirstOrDefault(difference => difference is not null);
    }

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "null";
}
