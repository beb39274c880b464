using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace Polaris.Client.Json;

/// <summary>Reads as much as possible of data that is only displayed, never used to report a success.</summary>
internal static class TolerantJson
{
    private const int MostOddValues = 100;
    private static readonly Regex Step = new(@"\.(?<name>[^.\[]+)|\[(?<index>\d+)\]|\['(?<name>.*?)'\]", RegexOptions.CultureInvariant);

    /// <summary>Returns the object, in which every value that cannot be read is null; an empty one if nothing can be read.</summary>
    public static T Read<T>(JsonElement json, JsonTypeInfo<T> typeInfo)
        where T : class, new()
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return new T();
        }

        try
        {
            return json.Deserialize(typeInfo) ?? new T();
        }
        catch (JsonException odd)
        {
            return ReadWithout(odd, json, typeInfo) ?? new T();
        }
    }

    /// <summary>Returns the list without its null elements; empty if there is no list.</summary>
    public static IReadOnlyList<T> Present<T>(IReadOnlyList<T>? list)
        where T : class => list is null ? [] : list.All(element => element is not null) ? list : [.. list.Where(element => element is not null)];

    /// <summary>Returns the integer that a property has, plain or in quotes; null if it has none, or the property is missing.</summary>
    public static int? Number(JsonElement json, string name) =>
        Text(json, name) is { } text && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>Returns the string or number that a property has, as a string; null if it has none, or the property is missing.</summary>
    public static string? Text(JsonElement json, string name)
    {
        try
        {
            return Property(json, name) is { ValueKind: JsonValueKind.Number or JsonValueKind.String } value ? value.ToString() : null;
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair is valid JSON, but not a valid string.
            return null;
        }
    }

    /// <summary>Returns the value of a property, whose name may be in any case; its kind is undefined if the property is missing.</summary>
    public static JsonElement Property(JsonElement json, string name)
    {
        try
        {
            return json.ValueKind != JsonValueKind.Object ? default
                : json.EnumerateObject().FirstOrDefault(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
        }
        catch (InvalidOperationException)
        {
            return default;
        }
    }

    private static T? ReadWithout<T>(JsonException odd, JsonElement json, JsonTypeInfo<T> typeInfo)
        where T : class
    {
        try
        {
            var root = JsonObject.Create(json)!;
            for (var left = MostOddValues; left > 0 && TryClear(root, odd.Path); left--)
            {
                try
                {
                    return root.Deserialize(typeInfo);
                }
                catch (JsonException next)
                {
                    odd = next;
                }
            }
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // Duplicate properties, or half a surrogate pair: valid JSON that a JsonNode does not accept.
        }

        return null;
    }

    /// <summary>Sets the value at a path such as <c>$.Data[0].RecordID</c> to null.</summary>
    private static bool TryClear(JsonNode root, string? path)
    {
        JsonNode? holder = null;
        JsonNode? value = root;
        Match? last = null;
        foreach (Match step in Step.Matches(path ?? ""))
        {
            (holder, last) = (value, step);
            value = (holder, step.Groups["index"]) switch
            {
                (JsonArray array, { Success: true } index) when int.Parse(index.Value) is var at && at < array.Count => array[at],
                (JsonObject json, { Success: false }) => json[step.Groups["name"].Value],
                _ => null,
            };
        }

        switch (holder)
        {
            case JsonArray array when value is not null:
                array[array.IndexOf(value)] = null;
                return true;
            case JsonObject json when value is not null:
                json[last!.Groups["name"].Value] = null;
                return true;
            default:
                return false;
        }
    }
}
