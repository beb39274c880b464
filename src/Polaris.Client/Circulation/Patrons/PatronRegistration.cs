using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;

namespace Polaris.Client.Circulation;

/// <summary>The registration of a patron: name, addresses and preferences.</summary>
/// <remarks>Personal data: show it, do not log it. Seen in public clients; the vendor shows only a part of it.</remarks>
public sealed class PatronRegistration
{
    /// <summary>
    /// Whether the server cleared addresses, phone numbers, gender, user name and custom fields, because the caller lacks the permission to
    /// access the patron's status or registration.
    /// </summary>
    public bool? PrivateFieldsCleared { get; set; }

    /// <summary>The first name.</summary>
    public string? NameFirst { get; set; }

    /// <summary>The middle name.</summary>
    public string? NameMiddle { get; set; }

    /// <summary>The last name.</summary>
    public string? NameLast { get; set; }

    /// <summary>The suffix of the name, such as Jr.</summary>
    public string? NameSuffix { get; set; }

    /// <summary>The user name.</summary>
    public string? Username { get; set; }

    /// <summary>The language.</summary>
    [JsonPropertyName("LanguageID")]
    public int? LanguageId { get; set; }

    /// <summary>The first phone number.</summary>
    public string? PhoneVoice1 { get; set; }

    /// <summary>The second phone number.</summary>
    public string? PhoneVoice2 { get; set; }

    /// <summary>The third phone number.</summary>
    public string? PhoneVoice3 { get; set; }

    /// <summary>The email address.</summary>
    public string? EmailAddress { get; set; }

    /// <summary>The second email address.</summary>
    public string? AltEmailAddress { get; set; }

    /// <summary>The date of birth.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? Birthdate { get; set; }

    /// <summary>The gender; the vendor does not document the values.</summary>
    [JsonPropertyName("GenderID")]
    public int? GenderId { get; set; }

    /// <summary>When the patron was registered.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? RegistrationDate { get; set; }

    /// <summary>When the registration was entered.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? EntryDate { get; set; }

    /// <summary>When the registration was changed last.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? UpdateDate { get; set; }

    /// <summary>When the registration expires.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? ExpirationDate { get; set; }

    /// <summary>When the address must be checked.</summary>
    [JsonPropertyName("AddrCheckDate")]
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? AddressCheckDate { get; set; }

    /// <summary>The first user-defined field.</summary>
    public string? User1 { get; set; }

    /// <summary>The second user-defined field.</summary>
    public string? User2 { get; set; }

    /// <summary>The third user-defined field.</summary>
    public string? User3 { get; set; }

    /// <summary>The fourth user-defined field.</summary>
    public string? User4 { get; set; }

    /// <summary>The fifth user-defined field.</summary>
    public string? User5 { get; set; }

    /// <summary>The statistical class.</summary>
    [JsonPropertyName("StatisticalClassID")]
    public int? StatisticalClassId { get; set; }

    /// <summary>How the patron receives notices; the vendor does not document the values.</summary>
    [JsonPropertyName("DeliveryOptionID")]
    public int? DeliveryOptionId { get; set; }

    /// <summary>The branch where the patron picks requests up.</summary>
    [JsonPropertyName("RequestPickupBranchID")]
    public int? RequestPickupBranchId { get; set; }

    /// <summary>The addresses.</summary>
    public IReadOnlyList<PatronAddress> Addresses { get; set => field = TolerantJson.Present(value); } = [];

    /// <summary>The custom fields.</summary>
    [JsonPropertyName("PatronCustomData")]
    public IReadOnlyList<PatronCustomData> CustomData { get; set => field = TolerantJson.Present(value); } = [];

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>An address of a patron.</summary>
public sealed class PatronAddress
{
    /// <summary>The ID of the address.</summary>
    [JsonPropertyName("AddressID")]
    public int? AddressId { get; set; }

    /// <summary>What the address is used for; the vendor does not document the values.</summary>
    [JsonPropertyName("AddressTypeID")]
    public int? AddressTypeId { get; set; }

    /// <summary>The label of the address, such as Home.</summary>
    [JsonPropertyName("AddressLabelID")]
    public int? AddressLabelId { get; set; }

    /// <summary>The first line.</summary>
    public string? StreetOne { get; set; }

    /// <summary>The second line.</summary>
    public string? StreetTwo { get; set; }

    /// <summary>The third line.</summary>
    public string? StreetThree { get; set; }

    /// <summary>The city.</summary>
    public string? City { get; set; }

    /// <summary>The state.</summary>
    public string? State { get; set; }

    /// <summary>The postal code.</summary>
    public string? PostalCode { get; set; }

    /// <summary>The extension of the postal code.</summary>
    public string? ZipPlusFour { get; set; }

    /// <summary>The county.</summary>
    public string? County { get; set; }

    /// <summary>The country.</summary>
    [JsonPropertyName("CountryID")]
    public int? CountryId { get; set; }

    /// <summary>Whether the address was verified.</summary>
    public bool? Verified { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>A field that the library defined for its patrons, and its value.</summary>
/// <remarks>Vendor page: patroncustomdata/patron_custom_data.</remarks>
public sealed class PatronCustomData
{
    /// <summary>The patron; 0 in a list of the fields themselves.</summary>
    [JsonPropertyName("PatronID")]
    public int PatronId { get; set; }

    /// <summary>The ID of the field.</summary>
    [JsonPropertyName("PatronCustomDataDefinitionID")]
    public int DefinitionId { get; set; }

    /// <summary>The name of the field.</summary>
    [JsonPropertyName("PatronDataLabelValue")]
    public string? Label { get; set; }

    /// <summary>The type of the field; the vendor does not document the values.</summary>
    [JsonPropertyName("PolarisCustomDataTypeID")]
    public int? DataTypeId { get; set; }

    /// <summary>The value.</summary>
    [JsonPropertyName("CustomDataEntry")]
    public string? Value { get; set; }

    /// <summary>The value of a new patron.</summary>
    public string? DefaultValue { get; set; }

    /// <summary>Whether a value is required.</summary>
    public bool? IsRequired { get; set; }

    /// <summary>Whether the field is in use.</summary>
    public bool? IsEnabled { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
