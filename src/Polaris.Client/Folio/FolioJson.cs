using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Polaris.Client.Folio;

/// <summary>The JSON metadata of FOLIO, without reflection. One line for each resource.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(BoundWith))]
[JsonSerializable(typeof(HridSettings))]
[JsonSerializable(typeof(InstanceDateTypeName))]
[JsonSerializable(typeof(RecordPage<AlternativeTitleType>))]
[JsonSerializable(typeof(RecordPage<BoundWithPart>))]
[JsonSerializable(typeof(RecordPage<CallNumberType>))]
[JsonSerializable(typeof(RecordPage<Campus>))]
[JsonSerializable(typeof(RecordPage<ClassificationType>))]
[JsonSerializable(typeof(RecordPage<ContributorNameType>))]
[JsonSerializable(typeof(RecordPage<ContributorType>))]
[JsonSerializable(typeof(RecordPage<ElectronicAccessRelationship>))]
[JsonSerializable(typeof(RecordPage<HoldingsNoteType>))]
[JsonSerializable(typeof(RecordPage<HoldingsRecord>))]
[JsonSerializable(typeof(RecordPage<HoldingsSource>))]
[JsonSerializable(typeof(RecordPage<HoldingsType>))]
[JsonSerializable(typeof(RecordPage<IdentifierType>))]
[JsonSerializable(typeof(RecordPage<IllPolicy>))]
[JsonSerializable(typeof(RecordPage<Instance>))]
[JsonSerializable(typeof(RecordPage<InstanceDateType>))]
[JsonSerializable(typeof(RecordPage<InstanceFormat>))]
[JsonSerializable(typeof(RecordPage<InstanceNoteType>))]
[JsonSerializable(typeof(RecordPage<InstanceRelationship>))]
[JsonSerializable(typeof(RecordPage<InstanceRelationshipType>))]
[JsonSerializable(typeof(RecordPage<InstanceStatus>))]
[JsonSerializable(typeof(RecordPage<InstanceType>))]
[JsonSerializable(typeof(RecordPage<Institution>))]
[JsonSerializable(typeof(RecordPage<Item>))]
[JsonSerializable(typeof(RecordPage<ItemDamagedStatus>))]
[JsonSerializable(typeof(RecordPage<ItemNoteType>))]
[JsonSerializable(typeof(RecordPage<Library>))]
[JsonSerializable(typeof(RecordPage<LoanType>))]
[JsonSerializable(typeof(RecordPage<Location>))]
[JsonSerializable(typeof(RecordPage<MaterialType>))]
[JsonSerializable(typeof(RecordPage<ModeOfIssuance>))]
[JsonSerializable(typeof(RecordPage<NatureOfContentTerm>))]
[JsonSerializable(typeof(RecordPage<PatronGroup>))]
[JsonSerializable(typeof(RecordPage<PrecedingSucceedingTitle>))]
[JsonSerializable(typeof(RecordPage<ServicePoint>))]
[JsonSerializable(typeof(RecordPage<ServicePointsUser>))]
[JsonSerializable(typeof(RecordPage<StatisticalCode>))]
[JsonSerializable(typeof(RecordPage<StatisticalCodeType>))]
[JsonSerializable(typeof(RecordPage<SubjectSource>))]
[JsonSerializable(typeof(RecordPage<SubjectType>))]
[JsonSerializable(typeof(RecordPage<User>))]
[JsonSerializable(typeof(RecordQuery))]
internal sealed partial class FolioJson : JsonSerializerContext;

/// <summary>The JSON settings of FOLIO: camel-case names, nulls omitted, the server's date formats.</summary>
internal static class FolioJsonOptions
{
    /// <summary>The settings for the types of this library.</summary>
    public static JsonSerializerOptions Create() => Create(
        JsonTypeInfoResolver.Combine(FolioJson.Default, FolioAuthenticationJson.Default).WithAddedModifier(NameListMember));

    /// <summary>The settings for a resource defined by the caller.</summary>
    /// <typeparam name="TRecord">The caller's record type.</typeparam>
    /// <param name="listMember">The property of a list response that contains the records.</param>
    /// <param name="json">The caller's context.</param>
    /// <exception cref="ArgumentException">The context has no metadata for pages of the record type.</exception>
    public static JsonSerializerOptions Create<TRecord>(string listMember, IJsonTypeInfoResolver json)
        where TRecord : FolioRecord
    {
        var options = Create(JsonTypeInfoResolver.Combine(json, FolioJson.Default)
            .WithAddedModifier(type => NameListMember(type, typeof(RecordPage<TRecord>), listMember)));
        return options.TryGetTypeInfo(typeof(RecordPage<TRecord>), out _) && options.TryGetTypeInfo(typeof(TRecord), out _)
            ? options
            : throw new ArgumentException(
                $"The context has no metadata for pages of {typeof(TRecord).Name}. "
                + $"Add [JsonSerializable(typeof(RecordPage<{typeof(TRecord).Name}>))] to it.",
                nameof(json));
    }

    private static JsonSerializerOptions Create(IJsonTypeInfoResolver resolver)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters = { new ServerDateTimeConverter(), new EmptyIdConverter(), new WholeTextConverter(), new RecordMetadataConverter() },
            TypeInfoResolver = resolver.WithAddedModifier(HoldBackWhatTheServerKeeps),
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>A page is one type here, but its list property has another name for each resource.</summary>
    private static void NameListMember(JsonTypeInfo type)
    {
        if (type.Type is { IsGenericType: true } page && page.GetGenericTypeDefinition() == typeof(RecordPage<>))
        {
            NameListMember(type, page, FolioResourceAttribute.Of(page.GetGenericArguments()[0]).ListMember);
        }
    }

    private static void NameListMember(JsonTypeInfo type, Type page, string listMember)
    {
        if (type.Type == page)
        {
            type.Properties.First(property => property.IsRequired).Name = listMember;
        }
    }

    /// <summary>The server maintains the metadata and the properties that are marked as read-only; they are never sent.</summary>
    private static void HoldBackWhatTheServerKeeps(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.PropertyType == typeof(RecordMetadata)
                || property.AttributeProvider?.IsDefined(typeof(KeptByServerAttribute), inherit: true) == true)
            {
                property.ShouldSerialize = static (_, _) => false;
            }
        }
    }
}
