using System.Text.Json;
using System.Text.Json.Nodes;
using Polaris.Client.ConventionTests.Sources;

namespace Polaris.Client.ConventionTests.Wire;

/// <summary>A documented example: a request and its answer.</summary>
internal sealed class Fixture
{
    private const string Folder = "tests/Polaris.Client.ContractTests/Fixtures";

    private Fixture(string path)
    {
        JsonNode content = JsonNode.Parse(Repository.Read(path))!;
        Name = path[(Folder.Length + 1)..];
        Call = $"{content["request"]!["method"]} {content["request"]!["path"]}";
        Request = content["request"]!["body"];
        Answer = content["response"]?["body"];
        Status = content["response"]?["status"]?.GetValue<int>() ?? 200;
    }

    public static IEnumerable<Fixture> All => Repository.Files(Folder).Order(StringComparer.Ordinal).Select(path => new Fixture(path));

    public string Name { get; }

    /// <summary>Verb, blank, path.</summary>
    public string Call { get; }

    public JsonNode? Request { get; }

    public JsonNode? Answer { get; }

    public int Status { get; }

    /// <summary>The JSON settings of its system.</summary>
    public JsonSerializerOptions Json => Name.StartsWith("Folio/", StringComparison.Ordinal) ? WireJson.Folio : WireJson.Polaris;

    public override string ToString() => Name;
}
