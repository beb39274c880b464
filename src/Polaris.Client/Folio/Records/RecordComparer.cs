using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Polaris.Client.Folio;

/// <summary>Decides whether a record on the server is the one that was sent, after the response was lost.</summary>
/// <param name="json">The settings with the metadata of the record type.</param>
internal sealed class RecordComparer<TRecord>(JsonSerializerOptions json)
    where TRecord : FolioRecord
{
    private const string Version = "_version";

    /// <summary>Whether the server has what was sent.</summary>
    /// <remarks>
    /// The server may have added values. If it still has the version that was sent, nothing was saved, unless the two are the same:
    /// some servers do not increase the version for an update that changes nothing.
    /// </remarks>
    public bool IsSaved(TRecord sent, TRecord found)
    {
        var ours = ToJson(sent);
        var theirs = ToJson(found);
        return HasEachValueOf(ours, theirs) && (!IsSameVersion(sent, found) || HasEachValueOf(theirs, ours));
    }

    /// <summary>Whether the server has the version that was sent, so that no save has taken place since.</summary>
    public static bool IsSameVersion(TRecord sent, TRecord found) => sent.Version is not null && sent.Version == found.Version;

    private static bool HasEachValueOf(JsonNode? sent, JsonNode? found) => (sent, found) switch
    {
        (JsonObject ours, JsonObject theirs) => ours.All(
            member => member.Key == Version || HasEachValueOf(member.Value, theirs[member.Key])),
        (JsonArray ours, JsonArray theirs) => ours.Count == theirs.Count && ours.Zip(theirs, HasEachValueOf).All(isSame => isSame),
        _ => JsonNode.DeepEquals(sent, found),
    };

    private JsonObject ToJson(TRecord record) =>
        JsonSerializer.SerializeToNode(record, (JsonTypeInfo<TRecord>)json.GetTypeInfo(typeof(TRecord)))!.AsObject();
}
