using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;

namespace Polaris.Client.Circulation;

/// <summary>How outreach services serve a patron, for example with a bookmobile.</summary>
/// <remarks>
/// Personal data: show it, do not log it. A property that the server does not send is <see langword="null"/>. Vendor page:
/// patronreaderservices/get_ors_patron.
/// </remarks>
public sealed class PatronReaderServices
{
    /// <summary>The ID of the patron.</summary>
    [JsonPropertyName("PatronID")]
    public int PatronId { get; set; }

    /// <summary>The status of the patron for outreach services; the values are not documented.</summary>
    [JsonPropertyName("ORSStatusID")]
    public int? StatusId { get; set; }

    /// <summary>Whether the patron is served.</summary>
    [JsonPropertyName("Enabled")]
    public bool? IsEnabled { get; set; }

    /// <summary>The note.</summary>
    public string? Note { get; set; }

    /// <summary>Since when the patron is served.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? ActivationDate { get; set; }

    /// <summary>When the patron was served last.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? LastServiceDate { get; set; }

    /// <summary>When the patron will be served next.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? NextServiceDate { get; set; }

    /// <summary>The mode of delivery.</summary>
    [JsonPropertyName("DeliveryModeID")]
    public int? DeliveryModeId { get; set; }

    /// <summary>The name of the mode of delivery; only with the extended data.</summary>
    public string? DeliveryMode { get; set; }

    /// <summary>The route of the delivery.</summary>
    [JsonPropertyName("DeliveryRouteID")]
    public int? DeliveryRouteId { get; set; }

    /// <summary>The name of the route; only with the extended data.</summary>
    public string? DeliveryRoute { get; set; }

    /// <summary>The stop on the route.</summary>
    [JsonPropertyName("DeliveryStopID")]
    public int? DeliveryStopId { get; set; }

    /// <summary>The person who takes the items.</summary>
    public string? ResponsiblePickupPerson { get; set; }

    /// <summary>The note about the delivery.</summary>
    public string? DeliveryNote { get; set; }

    /// <summary>The number of items to send.</summary>
    [JsonPropertyName("NumItemsToSend")]
    public int? NumberOfItemsToSend { get; set; }

    /// <summary>Properties that this library does not know, as received; those of the schedule and of the preferences among them.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Returns the ID, without personal data.</summary>
    public override string ToString() => $"{nameof(PatronReaderServices)} {PatronId}";
}

/// <summary>The defaults of an organization for the registration of patrons.</summary>
/// <remarks>
/// A property that the server does not send is <see langword="null"/>; the many defaults of single fields are in
/// <see cref="AdditionalMembers"/>. Vendor page: patrons/get_patron_defaults.
/// </remarks>
public sealed class PatronDefaults
{
    /// <summary>The branch where patrons are registered; 0 for no default.</summary>
    [JsonPropertyName("OrganizationID")]
    public int? OrganizationId { get; set; }

    /// <summary>The patron code.</summary>
    [JsonPropertyName("PatronCodeID")]
    public int? PatronCodeId { get; set; }

    /// <summary>How the registration expires: 1 on a date, 2 after months, 3 after years.</summary>
    public int? ExpirationTerm { get; set; }

    /// <summary>The number of months or years after which it expires; ignored if it expires on a date.</summary>
    public int? ExpirationValue { get; set; }

    /// <summary>The date on which it expires; ignored if it expires after a time.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? ExpirationExactDate { get; set; }

    /// <summary>When the address is checked: 1 on a date, 2 after months, 3 after years.</summary>
    public int? AddressCheckTerm { get; set; }

    /// <summary>The number of months or years after which the address is checked; ignored if it is checked on a date.</summary>
    public int? AddressCheckValue { get; set; }

    /// <summary>The date on which the address is checked; ignored if it is checked after a time.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? AddressCheckExactDate { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
