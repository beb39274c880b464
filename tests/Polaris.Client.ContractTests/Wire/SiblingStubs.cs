using System.Text.Json.Nodes;

namespace Polaris.Client.ContractTests.Wire;

/// <summary>
/// The stubs of FOLIO's resources of one shape. <c>siblings/life.json</c> is the scenario that all of them go through,
/// <c>siblings/resources.json</c> what tells one from another.
/// </summary>
internal static class SiblingStubs
{
    private const string Prefix = "Siblings/";

    private static readonly DataFolder Folder = new(Path.Combine(AppContext.BaseDirectory, "wiremock", "siblings"));
    private static readonly JsonNode Resources = Folder.Read("resources");

    /// <summary>The names of all: <c>Siblings/loan-types</c>.</summary>
    public static IEnumerable<string> Names => Resources["resources"]!.AsObject().Select(resource => Prefix + resource.Key);

    /// <summary>The scenario of one resource as a mapping file; null where the name is none of <see cref="Names"/>.</summary>
    public static JsonNode? Find(string name)
    {
        if (!Names.Contains(name)) return null;

        string path = name[Prefix.Length..];
        JsonNode resource = Resources["resources"]![path]!;
        JsonObject record = RecordOf(resource);
        JsonObject renamed = RecordOf(resource);
        renamed["name"] = $"{record["name"]} (renamed)";
        string life = Folder.Read("life").ToJsonString()
            .Replace("\"{record}\"", record.ToJsonString(), StringComparison.Ordinal)
            .Replace("\"{renamed}\"", renamed.ToJsonString(), StringComparison.Ordinal)
            .Replace("\"{stored}\"", StoredFormOf(record, path).ToJsonString(), StringComparison.Ordinal)
            .Replace("{collection}", resource["collection"]!.ToString(), StringComparison.Ordinal)
            .Replace("{path}", path, StringComparison.Ordinal)
            .Replace("{id}", Resources["id"]!.ToString(), StringComparison.Ordinal);
        return JsonNode.Parse(life)!;
    }

    private static JsonObject RecordOf(JsonNode resource)
    {
        JsonObject record = resource["record"]!.DeepClone().AsObject();
        record["id"] = Resources["id"]!.DeepClone();
        return record;
    }

    private static JsonObject StoredFormOf(JsonObject record, string path)
    {
        JsonObject stored = record.DeepClone().AsObject();
        bool isKept = Resources["withoutMetadata"]!.AsArray().All(other => other!.ToString() != path);
        if (isKept) stored["metadata"] = Resources["metadata"]!.DeepClone();
        return stored;
    }
}
