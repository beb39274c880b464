using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.SystemSettings;

/// <summary>A setting of the system administration.</summary>
/// <remarks>Vendor page: sysAdmin/sysadmin_savalue_by_org.</remarks>
public sealed class SystemSetting
{
    /// <summary>The vendor's name of the setting, such as <c>PSPARM_DISTRIBUTED_WAIVES</c>.</summary>
    public string? Mnemonic { get; set; }

    /// <summary>The value, always as a string: <c>true</c>, <c>100.00</c>.</summary>
    public string? Value { get; set; }

    /// <summary>What the setting controls.</summary>
    [JsonPropertyName("AttrDesc")]
    public string? Description { get; set; }

    /// <summary>The ID of the setting.</summary>
    [JsonPropertyName("AttrID")]
    public int? AttributeId { get; set; }

    /// <summary>The type of the value. In the vendor's samples 2 is Boolean and 4 is an amount.</summary>
    [JsonPropertyName("AttrTypeID")]
    public int? AttributeTypeId { get; set; }

    /// <summary>The class of the setting: 1 is undefined, 2 profile, 3 parameter, 5 preference.</summary>
    [JsonPropertyName("AttrClassID")]
    public int? AttributeClassId { get; set; }

    /// <summary>Where the setting can be used (system, library, branch, workstation, user), as bits.</summary>
    public int? ControlFlags { get; set; }

    /// <summary>The maximum length of the value; 0 if it is not limited.</summary>
    public int? MaxLength { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Returns the name, without the value.</summary>
    public override string ToString() => $"{nameof(SystemSetting)} {Mnemonic}";
}

/// <summary>How an organization validates a MARC field.</summary>
/// <remarks>Vendor page: sysAdmin/get_sa_marc_validation_rules.</remarks>
public sealed class MarcValidationRule
{
    /// <summary>The ID of the definition of the field.</summary>
    [JsonPropertyName("MARCTagDefinitionID")]
    public int MarcTagDefinitionId { get; set; }

    /// <summary>The tag as a number; 0 for the leader.</summary>
    public int TagNumber { get; set; }

    /// <summary>The MARC format of the record: 1 is bibliographic.</summary>
    [JsonPropertyName("MARCRecordFormatID")]
    public int? MarcRecordFormatId { get; set; }

    /// <summary>The organization that the rule belongs to.</summary>
    [JsonPropertyName("OrganizationID")]
    public int? OrganizationId { get; set; }

    /// <summary>The name of the field in MARC.</summary>
    [JsonPropertyName("MARCLabel")]
    public string? MarcLabel { get; set; }

    /// <summary>What the field contains.</summary>
    [JsonPropertyName("MARCDescription")]
    public string? MarcDescription { get; set; }

    /// <summary>The name that the library gave the field.</summary>
    public string? UserDefinedLabel { get; set; }

    /// <summary>Whether the field is validated.</summary>
    [JsonPropertyName("ValidateFlag")]
    public bool? IsValidated { get; set; }

    /// <summary>Whether the field is obsolete.</summary>
    [JsonPropertyName("ObsoleteFlag")]
    public bool? IsObsolete { get; set; }

    /// <summary>Whether the field can be repeated.</summary>
    [JsonPropertyName("RepeatableFlag")]
    public bool? IsRepeatable { get; set; }

    /// <summary>Whether a record must have the field.</summary>
    [JsonPropertyName("RequiredFlag")]
    public bool? IsRequired { get; set; }

    /// <summary>Whether the library defined the field.</summary>
    [JsonPropertyName("LocallyDefinedFlag")]
    public bool? IsLocallyDefined { get; set; }

    /// <summary>Whether the library changed the definition.</summary>
    [JsonPropertyName("ModifiedFlag")]
    public bool? IsModified { get; set; }

    /// <summary>The position in sorted lists.</summary>
    public int? SortOrder { get; set; }

    /// <summary>The notes of the library.</summary>
    public string? UserNotes { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>A value that the first character of a fixed field can have, such as <c>a</c> for a map in field 007.</summary>
/// <remarks>Vendor page: marc/get_fixed_tag_types.</remarks>
public sealed class FixedTagType
{
    /// <summary>The character.</summary>
    public string? DataValue { get; set; }

    /// <summary>What the character means.</summary>
    [JsonPropertyName("MARCLabel")]
    public string? MarcLabel { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>Whether the user has a permission.</summary>
public sealed class PermissionGrant
{
    /// <summary>Whether the user has the permission; <see langword="null"/> if the server did not report it.</summary>
    public bool? IsPermitted { get; set; }

    /// <summary>The descriptions of the permissions that are needed, as received: the vendor does not document their form.</summary>
    public IReadOnlyList<JsonElement> PermissionDescriptions { get; set => field = value ?? []; } = [];

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Returns whether the user has the permission.</summary>
    public override string ToString() => IsPermitted switch { true => "permitted", false => "not permitted", null => "unknown" };
}
