using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Polaris.Client.Folio.AlternativeTitleTypes;
using Polaris.Client.Folio.Authentication;
using Polaris.Client.Folio.CallNumberTypes;
using Polaris.Client.Folio.ClassificationTypes;
using Polaris.Client.Folio.ContributorNameTypes;
using Polaris.Client.Folio.ContributorTypes;
using Polaris.Client.Folio.ElectronicAccessRelationships;
using Polaris.Client.Folio.HoldingsNoteTypes;
using Polaris.Client.Folio.HoldingsSources;
using Polaris.Client.Folio.HoldingsTypes;
using Polaris.Client.Folio.IdentifierTypes;
using Polaris.Client.Folio.IllPolicies;
using Polaris.Client.Folio.InstanceFormats;
using Polaris.Client.Folio.InstanceNoteTypes;
using Polaris.Client.Folio.InstanceRelationshipTypes;
using Polaris.Client.Folio.InstanceStatuses;
using Polaris.Client.Folio.InstanceTypes;
using Polaris.Client.Folio.ItemDamagedStatuses;
using Polaris.Client.Folio.ItemNoteTypes;
using Polaris.Client.Folio.LoanTypes;
using Polaris.Client.Folio.MaterialTypes;
using Polaris.Client.Folio.ModesOfIssuance;
using Polaris.Client.Folio.NatureOfContentTerms;
using Polaris.Client.Folio.ReferenceData;
using Polaris.Client.Folio.StatisticalCodeTypes;
using Polaris.Client.Folio.StatisticalCodes;
using Polaris.Client.Folio.SubjectSources;
using Polaris.Client.Folio.SubjectTypes;
using Polaris.Client.Json;

namespace Polaris.Client.Composition;

/// <summary>The JSON settings of FOLIO.</summary>
internal static class FolioJsonOptions
{
    /// <summary>Every resource that the client knows.</summary>
    public static IReadOnlyList<IReferenceDataKind> Kinds { get; } =
    [
        AlternativeTitleType.Kind, CallNumberType.Kind, ClassificationType.Kind, ContributorNameType.Kind,
        ContributorType.Kind, ElectronicAccessRelationship.Kind, HoldingsNoteType.Kind, HoldingsSource.Kind,
        HoldingsType.Kind, IdentifierType.Kind, IllPolicy.Kind, InstanceFormat.Kind, InstanceNoteType.Kind,
        InstanceRelationshipType.Kind, InstanceStatus.Kind, InstanceType.Kind, ItemDamagedStatus.Kind,
        ItemNoteType.Kind, LoanType.Kind, MaterialType.Kind, ModeOfIssuance.Kind, NatureOfContentTerm.Kind,
        StatisticalCode.Kind, StatisticalCodeType.Kind, SubjectSource.Kind, SubjectType.Kind,
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
