using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Polaris.Client.Folio;

namespace Polaris.Client.Composition;

/// <summary>The JSON settings of FOLIO.</summary>
internal static class FolioJsonOptions
{
    /// <summary>The settings of every call: names in camel case, nothing written for null, the server's dates read.</summary>
    public static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters = { new ServerDateTimeConverter() },
            TypeInfoResolver = JsonTypeInfoResolver.Combine(FolioJson.Default, FolioAuthenticationJson.Default)
                .WithAddedModifier(NameCollection)
                .WithAddedModifier(HoldMetadataBack),
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>A page is one type here, but its collection has another name for each resource.</summary>
    private static void NameCollection(JsonTypeInfo type)
    {
        if (FolioCollections.MemberOf(type.Type) is { } member)
        {
            type.Properties.First(property => property.IsRequired).Name = member;
        }
    }

    /// <summary>The server keeps the metadata itself.</summary>
    private static void HoldMetadataBack(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.PropertyType == typeof(RecordMetadata)))
        {
            property.ShouldSerialize = static (_, _) => false;
        }
    }
}
