using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>Varies the JSON of responses as much as real servers do, repeatable by seed.</summary>
internal sealed class Sloppiness(FakePolarisOptions options)
{
    private static readonly string[] NeededEndings =
        ["ID", "IDs", "Guid", "Status", "Options", "Code", "Token", "Secret", "ExtensionType", "ExistingLock"];

    private readonly Random _random = new(options.Seed);

    public FakeResponse Apply(FakeResponse response)
    {
        if (options.Sloppiness == FakeSloppiness.None || response.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true)
        {
            return response;
        }

        JsonNode? body = JsonNode.Parse(response.Text);
        return response.WithBody(System.Text.Encoding.UTF8.GetBytes(Change(body)?.ToJsonString() ?? "null"));
    }

    private JsonNode? Change(JsonNode? node) => node switch
    {
        JsonObject json => Change(json),
        JsonArray array => new JsonArray([.. array.Select(Change)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number && Hits(FakeSloppiness.NumbersAsStrings) =>
            JsonValue.Create(value.ToJsonString()),
        _ => node?.DeepClone(),
    };

    private JsonObject Change(JsonObject json)
    {
        JsonObject result = [];
        foreach (KeyValuePair<string, JsonNode?> member in json)
        {
            bool isNeeded = IsNeeded(member.Key, member.Value);
            if (!isNeeded && Hits(FakeSloppiness.MissingMembers))
            {
                continue;
            }

            string name = Hits(FakeSloppiness.OtherCasing) ? char.ToLowerInvariant(member.Key[0]) + member.Key.Substring(1) : member.Key;
            result[name] = !isNeeded && Hits(FakeSloppiness.Nulls) ? null : Change(member.Value);
        }

        if (Hits(FakeSloppiness.ExtraMembers))
        {
            result["NotDocumented"] = new JsonObject { ["Value"] = 1 };
        }

        return result;
    }

    // Clients need these: what identifies a lock, a prompt or a record, the token, and the objects around them.
    private static bool IsNeeded(string name, JsonNode? value) =>
        value is JsonObject or JsonArray { Count: > 0 }
        || NeededEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));

    private bool Hits(FakeSloppiness kind) => options.Sloppiness.HasFlag(kind) && _random.NextDouble() < options.SloppinessRate;
}
