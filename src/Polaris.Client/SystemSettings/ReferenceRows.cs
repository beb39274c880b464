using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Circulation;
using Polaris.Client.Json;

namespace Polaris.Client.SystemSettings;

/// <summary>A collection to which items belong.</summary>
public sealed class CollectionRow
{
    /// <summary>The ID of the collection.</summary>
    [JsonPropertyName("CollectionID")]
    public int CollectionId { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The short name.</summary>
    public string? Abbreviation { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>A shelf location of an organization.</summary>
public sealed class ShelfLocation
{
    /// <summary>The ID of the shelf location.</summary>
    [JsonPropertyName("ShelfLocationID")]
    public int ShelfLocationId { get; set; }

    /// <summary>The organization that it belongs to.</summary>
    [JsonPropertyName("OrganizationID")]
    public int OrganizationId { get; set; }

    /// <summary>The name that users see.</summary>
    public string? Description { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>A type of material, such as a book.</summary>
public sealed class PolarisMaterialType
{
    /// <summary>The ID of the material type.</summary>
    [JsonPropertyName("MaterialTypeID")]
    public int MaterialTypeId { get; set; }

    /// <summary>The name that users see.</summary>
    public string? Description { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>A status that an item can have.</summary>
/// <remarks>The IDs and names are the same in every installation; descriptions are set by each library.</remarks>
public sealed class PolarisItemStatus
{
    /// <summary>The ID of the status: 1 is In, 2 is Out.</summary>
    [JsonPropertyName("ItemStatusID")]
    public int ItemStatusId { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The name that users see.</summary>
    public string? Description { get; set; }

    /// <summary>The text that staff see at the top of an item with this status.</summary>
    public string? BannerText { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>The JSON metadata of reference data, without reflection.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNameCaseInsensitive = true,
    Converters = [typeof(ServerDateTimeConverter), typeof(LenientValues)])]
[JsonSerializable(typeof(IReadOnlyList<CollectionRow>))]
[JsonSerializable(typeof(IReadOnlyList<ShelfLocation>))]
[JsonSerializable(typeof(IReadOnlyList<PolarisMaterialType>))]
[JsonSerializable(typeof(IReadOnlyList<PolarisItemStatus>))]
[JsonSerializable(typeof(IReadOnlyList<PatronCode>))]
[JsonSerializable(typeof(IReadOnlyList<MarcValidationRule>))]
[JsonSerializable(typeof(IReadOnlyList<FixedTagType>))]
[JsonSerializable(typeof(IReadOnlyList<SystemSetting>))]
[JsonSerializable(typeof(SystemSetting))]
[JsonSerializable(typeof(PermissionGrant))]
[JsonSerializable(typeof(IReadOnlyList<JsonElement>))]
internal sealed partial class SystemSettingsJson : JsonSerializerContext;
