using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Polaris.Client.Folio.Authentication;
using Polaris.Client.Folio.CallNumberTypes;
using Polaris.Client.Folio.HoldingsSources;
using Polaris.Client.Folio.HoldingsTypes;
using Polaris.Client.Folio.InstanceTypes;
using Polaris.Client.Folio.LoanTypes;
using Polaris.Client.Folio.MaterialTypes;
using Polaris.Client.Folio.ReferenceData;
using Polaris.Client.Json;

namespace Polaris.Client.Composition;

/// <summary>The JSON settings of FOLIO.</summary>
internal static class FolioJsonOptions
{
    /// <summary>Every resource that the client knows.</summary>
    public static IReadOnlyList<IReferenceDataKind> Kinds { get; } =
    [
        CallNumberType.Kind, HoldingsSource.Kind, HoldingsType.Kind, InstanceType.Kind, LoanType.Kind, MaterialType.Kind,
    ];

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
        if (Kinds.FirstOrDefault(kind => kind.PageType == type.Type) is { } kind)
        {
            type.Properties.First(property => property.IsRequired).Name = kind.CollectionMember;
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
