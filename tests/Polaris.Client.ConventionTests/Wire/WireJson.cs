using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Polaris.Client.ConventionTests.Types;
using Polaris.Client.Folio;

namespace Polaris.Client.ConventionTests.Wire;

/// <summary>Reads and writes wire types with the contexts of the library, as its clients do.</summary>
internal static class WireJson
{
    public static JsonSerializerOptions Polaris { get; } = new()
    {
        PropertyNameCaseInsensitive = true,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new ServerDateTimeConverter() },
        TypeInfoResolver = JsonTypeInfoResolver.Combine([.. Contexts()]),
    };

    public static JsonSerializerOptions Folio { get; } = FolioJsonOptions.Create();

    /// <summary>What a type does not know of some JSON: members that it loses, and members for which it does not have a property.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="type">The type.</param>
    /// <param name="options">The settings of the system.</param>
    public static IEnumerable<string> Unknown(JsonNode json, Type type, JsonSerializerOptions options)
    {
        JsonTypeInfo info = options.GetTypeInfo(type);
        object value = json.Deserialize(info)!;
        JsonNode? written = JsonSerializer.SerializeToNode(value, info);
        return Lost(json, written, "").Select(path => $"{path} is lost by {Assemblies.NameOf(type)}")
            .Concat(Unnamed(value, [], "").Select(path => $"{path} has no property in {Assemblies.NameOf(type)}"));
    }

    private static IEnumerable<string> Lost(JsonNode? read, JsonNode? written, string path) => read switch
    {
        JsonObject parent => parent.SelectMany(child =>
        {
            string childPath = $"{path}/{child.Key}";
            KeyValuePair<string, JsonNode?>? found = (written as JsonObject)?.Cast<KeyValuePair<string, JsonNode?>?>()
                .FirstOrDefault(other => other!.Value.Key.Equals(child.Key, StringComparison.OrdinalIgnoreCase));
            bool isAbsent = found is null && child.Value is not null;
            return isAbsent ? [childPath] : Lost(child.Value, found?.Value, childPath);
        }),
        JsonArray list => list.SelectMany((item, index) => Lost(item, (written as JsonArray)?.ElementAtOrDefault(index), $"{path}[{index}]")),
        not null when written is null => [path],
        _ => [],
    };

    private static IEnumerable<string> Unnamed(object? value, HashSet<object> seen, string path)
    {
        if (value is null or string or JsonElement || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || !seen.Add(value)) return [];
        if (value is System.Collections.IEnumerable items)
        {
            return items.Cast<object?>().SelectMany((item, index) => Unnamed(item, seen, $"{path}[{index}]"));
        }

        return value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && Assemblies.All.Contains(property.DeclaringType!.Assembly))
            .SelectMany(property => property.GetCustomAttribute<JsonExtensionDataAttribute>() is null
                ? Unnamed(property.GetValue(value), seen, $"{path}/{property.Name}")
                : (property.GetValue(value) as IDictionary<string, JsonElement> ?? new Dictionary<string, JsonElement>()).Keys.Select(name => $"{path}/{name}"));
    }

    private static IEnumerable<IJsonTypeInfoResolver> Contexts() => Assemblies.Client.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(JsonSerializerContext)))
        .Select(type => (IJsonTypeInfoResolver)type.GetProperty("Default")!.GetValue(null)!);
}
