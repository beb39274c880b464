using System.Text.Json.Nodes;

namespace Polaris.Client.Tests.Faults;

/// <summary>Every variant of an answer in which one value is odd: a property, an element of an array, or the whole answer.</summary>
internal static class AnswerMutations
{
    /// <summary>A string that no value of an answer can be.</summary>
    public const string Odd = "odd-as-can-be";

    private static readonly string[] Oddities = ["null", "\"7\"", "7", $"\"{Odd}\"", "true", "99999999999", "[]", "[null]", "{}"];

    /// <summary>Returns the variants.</summary>
    public static IEnumerable<AnswerMutation> Of(JsonNode answer)
    {
        foreach (var oddity in Oddities)
        {
            yield return new(oddity, "null");
        }

        for (var place = 0; place < PlacesIn(answer).Count; place++)
        {
            var unknown = Changed(answer, place, (holder, key) => Set(holder, key, null));
            foreach (var oddity in Oddities)
            {
                yield return new(Changed(answer, place, (holder, key) => Set(holder, key, JsonNode.Parse(oddity))), unknown);
            }

            yield return new(Changed(answer, place, Remove), unknown);
            foreach (var casing in new Func<string, string>[] { name => char.ToLowerInvariant(name[0]) + name[1..], name => name.ToUpperInvariant() })
            {
                yield return new(Changed(answer, place, (holder, key) => Rename(holder, key, casing)), unknown);
            }
        }
    }

    private static string Changed(JsonNode answer, int place, Action<JsonNode, object> change)
    {
        var copy = answer.DeepClone();
        var (holder, key) = PlacesIn(copy)[place];
        change(holder, key);
        return copy.ToJsonString();
    }

    private static void Set(JsonNode holder, object key, JsonNode? value)
    {
        if (key is string name)
        {
            holder[name] = value;
        }
        else
        {
            holder[(int)key] = value;
        }
    }

    private static void Remove(JsonNode holder, object key)
    {
        if (key is string name)
        {
            holder.AsObject().Remove(name);
        }
        else
        {
            holder.AsArray().RemoveAt((int)key);
        }
    }

    private static void Rename(JsonNode holder, object key, Func<string, string> casing)
    {
        if (key is string name)
        {
            var value = holder[name]?.DeepClone();
            Remove(holder, name);
            holder[casing(name)] = value;
        }
    }

    private static List<(JsonNode Holder, object Key)> PlacesIn(JsonNode? node) => node switch
    {
        JsonObject json => [.. json.SelectMany(member => PlacesIn(member.Value).Prepend((json, member.Key)))],
        JsonArray array => [.. array.SelectMany((item, index) => PlacesIn(item).Prepend((array, index)))],
        _ => [],
    };
}

/// <summary>An answer in which one value is odd, and the same answer in which that value is null.</summary>
internal sealed record AnswerMutation(string Json, string Unknown)
{
    /// <summary>Whether the odd value is a string that no result may take for something else.</summary>
    public bool IsOdd => Json.Contains(AnswerMutations.Odd, StringComparison.Ordinal);

    public override string ToString() => Json;
}
