using System.Text.Json.Nodes;

namespace Polaris.Client.Tests;

/// <summary>The documented request and answer pairs of Polaris.</summary>
internal static class PolarisFixture
{
    private static readonly string Folder = Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", "Polaris");

    public static IEnumerable<string> Names => Directory.GetFiles(Folder, "*.json").Select(Path.GetFileName).Order()!;

    /// <summary>The names of the fixtures whose request goes to the workflow endpoint.</summary>
    public static IEnumerable<string> WorkflowNames =>
        Names.Where(name => Read(name)["request"]!["path"]!.GetValue<string>().StartsWith("workflow", StringComparison.Ordinal));

    public static JsonObject Read(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name)))!.AsObject();

    public static JsonNode? RequestBody(string name) => Read(name)["request"]!["body"];

    public static JsonNode? ResponseBody(string name) => Read(name)["response"]?["body"];
}
