using System.Text.Json.Nodes;

namespace Polaris.Client.ContractTests.Wire;

/// <summary>Compares JSON by value: the order of properties and how numbers are written do not count.</summary>
public static class JsonAssert
{
    /// <summary>Fails with the path of the first difference.</summary>
    public static void AreEqual(JsonNode? expected, JsonNode? actual)
    {
        if (FirstDifference(expected, actual) is { } difference) Assert.Fail(difference);
    }

    /// <summary>Describes where and how two documents differ first; <see langword="null"/> if they are equal.</summary>
    public static string? FirstDifference(JsonNode? expected, JsonNode? actual) => Differences(expected, actual).FirstOrDefault();

    /// <summary>Describes where and how two documents differ; nothing if they are equal.</summary>
    public static IEnumerable<string> Differences(JsonNode? expected, JsonNode? actual) => Compare("$", expected, actual);

    private static IEnumerable<string> Compare(string path, JsonNode? expected, JsonNode? actual) => (expected, actual) switch
    {
        (JsonObject left, JsonObject right) => CompareMembers(path, left, right),
        (JsonArray left, JsonArray right) => CompareItems(path, left, right),
        _ when JsonNode.DeepEquals(expected, actual) => [],
        _ => [$"{path}: expected {Text(expected)}, but was {Text(actual)}."],
    };

    private static IEnumerable<string> CompareMembers(string path, JsonObject expected, JsonObject actual) =>
    [
        .. expected.SelectMany(member => actual.TryGetPropertyValue(member.Key, out JsonNode? found)
            ? Compare($"{path}.{member.Key}", member.Value, found)
            : [$"{path}.{member.Key}: expected {Text(member.Value)}, but the property is missing."]),
        .. actual.Where(member => !expected.ContainsKey(member.Key))
            .Select(member => $"{path}.{member.Key}: was {Text(member.Value)}, but no such property is expected."),
    ];

    private static IEnumerable<string> CompareItems(string path, JsonArray expected, JsonArray actual) => expected.Count == actual.Count
        ? expected.SelectMany((item, index) => Compare($"{path}[{index}]", item, actual[index]))
        : [$"{path}: expected {expected.Count} items, but there are {actual.Count}: {Text(actual)}."];

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "null";
}
