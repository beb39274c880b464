using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The reference data that FOLIO's inventory loads into a new tenant, read once from the resource of this assembly.</summary>
internal static class FolioReferenceData
{
    private static readonly Lazy<JsonObject> Data = new(Read);

    public static IReadOnlyList<string> Paths => Locked(data => data.Select(resource => resource.Key).ToList());

    /// <summary>Copies of the records of a resource; none if it has no reference data.</summary>
    public static IReadOnlyList<JsonObject> Of(string path) => Locked(
        data => (data[path] as JsonArray ?? []).Select(record => record!.DeepClone().AsObject()).ToList());

    // JSON nodes are created when they are first read, so that even readers must not meet.
    private static T Locked<T>(Func<JsonObject, T> read)
    {
        lock (Data)
        {
            return read(Data.Value);
        }
    }

    private static JsonObject Read()
    {
        using Stream stream = typeof(FolioReferenceData).Assembly.GetManifestResourceStream("folio-reference-data.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
