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

    /// <summary>The server sets it whenever it creates an instance, saves one in a batch, or changes its status.</summary>
    private const string StatusDate = "statusUpdatedDate";

    /// <summary>What the server adds where it is missing: the human-readable ID, the position of an item, and the IDs of circulation notes.</summary>
    private static readonly string[] Added = ["hrid", "order", "id"];

    /// <summary>Whether the server has the record that was to be created. The server adds values, and starts with a version of its own.</summary>
    public bool IsCreated(TRecord sent, TRecord found) => IsWithin(WithoutStatusDate(sent), WithoutStatusDate(found), mayLack: []);

    /// <summary>Whether the server has the record that was to replace another one, or that it created because there was none.</summary>
    /// <remarks>
    /// An update replaces the whole record, so a value that was not sent means that another user's save is what the server has. If it
    /// still has the version that was sent, nothing was saved, unless the two are the same: some servers do not increase the version for
    /// an update that changes nothing.
    /// </remarks>
    public bool IsUpdated(TRecord sent, TRecord found)
    {
        if (IsSameVersion(sent, found))
        {
            var ours = ToJson(sent);
            var theirs = ToJson(found);
            return IsWithin(ours, theirs, mayLack: []) && IsWithin(theirs, ours, mayLack: []);
        }

        // A version below the one that was sent is that of a new record.
        return IsCreated(sent, found)
            && (!(found.Version > sent.Version) || IsWithin(WithoutStatusDate(found), WithoutStatusDate(sent), mayLack: Added));
    }

    /// <summary>Whether the server has the version that was sent, so that no save has taken place since.</summary>
    public static bool IsSameVersion(TRecord sent, TRecord found) => sent.Version is not null && sent.Version == found.Version;

    /// <summary>Whether the other value has each property of the first one, apart from defaults and those that it may lack.</summary>
    private static bool IsWithin(JsonNode? value, JsonNode? other, string[] mayLack) => (value, other) switch
    {
        (JsonObject members, JsonObject others) => members.All(
            member => (others[member.Key] is null && mayLack.Contains(member.Key)) || IsWithin(member.Value, others[member.Key], mayLack)),
        (JsonArray elements, JsonArray others) =>
            elements.Count == others.Count && elements.Zip(others, (element, counterpart) => IsWithin(element, counterpart, mayLack)).All(isWithin => isWithin),
        ({ } only, null) => IsDefault(only),
        _ => JsonNode.DeepEquals(value, other) || IsSameInstant(value, other),
    };

    /// <summary>Whether a value means the same as none: the server adds such values.</summary>
    private static bool IsDefault(JsonNode value) => value switch
    {
        JsonObject members => members.All(member => member.Value is null || IsDefault(member.Value)),
        JsonArray elements => elements.Count == 0,
        _ => value.GetValueKind() == JsonValueKind.False,
    };

    /// <summary>The server stores dates in UTC, to the millisecond.</summary>
    private static bool IsSameInstant(JsonNode? value, JsonNode? other) =>
        value is JsonValue one && one.TryGetValue<DateTimeOffset>(out var sent) && other is JsonValue two && two.TryGetValue<DateTimeOffset>(out var found)
        && sent.ToUnixTimeMilliseconds() == found.ToUnixTimeMilliseconds();

    private JsonObject WithoutStatusDate(TRecord record)
    {
        var members = ToJson(record);
        members.Remove(StatusDate);
        return members;
    }

    private JsonObject ToJson(TRecord record)
    {
        var members = JsonSerializer.SerializeToNode(record, (JsonTypeInfo<TRecord>)json.GetTypeInfo(typeof(TRecord)))!.AsObject();
        members.Remove(Version);
        return members;
    }
}
