using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;

namespace Polaris.Client.Circulation;

/// <summary>A patron.</summary>
/// <remarks>
/// Personal data: show it, do not log it. A property that the server does not send is <see langword="null"/>. Vendor page:
/// patrons/get_patron.
/// </remarks>
public sealed class Patron
{
    /// <summary>The ID of the patron.</summary>
    [JsonPropertyName("PatronID")]
    public int PatronId { get; set; }

    /// <summary>The barcode of the card.</summary>
    public string? Barcode { get; set; }

    /// <summary>The ID of the patron code.</summary>
    [JsonPropertyName("PatronCodeID")]
    public int? PatronCodeId { get; set; }

    /// <summary>The patron code, with its name.</summary>
    [JsonConverter(typeof(HintConverter<PatronCode>))]
    public PatronCode? PatronCode { get; set; }

    /// <summary>The organization where the patron is registered.</summary>
    [JsonPropertyName("OrganizationID")]
    public int? OrganizationId { get; set; }

    /// <summary>The blocks that the system set, as bits; the vendor does not document them.</summary>
    public int? SystemBlocks { get; set; }

    /// <summary>The number of loans this year.</summary>
    [JsonPropertyName("YTDCircCount")]
    public int? YearToDateCircCount { get; set; }

    /// <summary>The number of loans.</summary>
    public int? LifetimeCircCount { get; set; }

    /// <summary>The number of claims.</summary>
    public int? ClaimCount { get; set; }

    /// <summary>The number of lost items.</summary>
    public int? LostItemCount { get; set; }

    /// <summary>The sum of the charges.</summary>
    [JsonConverter(typeof(HintConverter<decimal?>))]
    public decimal? ChargesAmount { get; set; }

    /// <summary>The sum of the credits.</summary>
    [JsonConverter(typeof(HintConverter<decimal?>))]
    public decimal? CreditsAmount { get; set; }

    /// <summary>What the patron saved this year by borrowing instead of buying.</summary>
    [JsonPropertyName("YTDYouSavedAmount")]
    [JsonConverter(typeof(HintConverter<decimal?>))]
    public decimal? YearToDateSavedAmount { get; set; }

    /// <summary>What the patron saved by borrowing instead of buying.</summary>
    [JsonPropertyName("LifetimeYouSavedAmount")]
    [JsonConverter(typeof(HintConverter<decimal?>))]
    public decimal? LifetimeSavedAmount { get; set; }

    /// <summary>When the patron last used the library.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? LastActivityDate { get; set; }

    /// <summary>The status of the record: 1 is final; other values are not documented.</summary>
    [JsonPropertyName("RecordStatusID")]
    public int? RecordStatusId { get; set; }

    /// <summary>When the status of the record was set.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? RecordStatusDate { get; set; }

    /// <summary>The user who created the record.</summary>
    [JsonPropertyName("CreatorID")]
    public int? CreatorId { get; set; }

    /// <summary>The user who changed the record last.</summary>
    [JsonPropertyName("ModifierID")]
    public int? ModifierId { get; set; }

    /// <summary>Name, addresses and preferences.</summary>
    public PatronRegistration? Registration { get; set; }

    /// <summary>Properties that this library does not know, as received; those of <see cref="PatronDetails"/> among them.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Returns the ID, without personal data.</summary>
    public override string ToString() => $"{nameof(Patron)} {PatronId}";
}

/// <summary>A kind of patron, such as Adult or Child.</summary>
public sealed class PatronCode
{
    /// <summary>The ID of the code, as servers send it.</summary>
    [JsonPropertyName("PatronCodeID")]
    public int? PatronCodeId { get; set; }

    /// <summary>The ID of the code, as the vendor's page shows it.</summary>
    public int? Code { get; set; }

    /// <summary>The name that users see.</summary>
    public string? Description { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>What the server adds to a patron. The vendor does not document the added objects: find them in <see cref="Patron.AdditionalMembers"/>.</summary>
[Flags]
public enum PatronDetails
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The data that a check-out needs.</summary>
    PreCheckoutBrief = 1,

    /// <summary>The basic data.</summary>
    BasicData = 2,

    /// <summary>The data of the header of the patron's record.</summary>
    HeaderData = 4,

    /// <summary>The blocks; <see cref="PatronsClient.ListBlocksAsync"/> returns them with types.</summary>
    BlocksSummary = 8,

    /// <summary>The dates.</summary>
    DateInfo = 16,
}

/// <summary>The values that identify a patron.</summary>
public enum PatronIdentifier
{
    /// <summary>The barcode of the card.</summary>
    Barcode,

    /// <summary>The ID of the patron.</summary>
    PatronId,

    /// <summary>The first user-defined field.</summary>
    User1,

    /// <summary>The second user-defined field.</summary>
    User2,

    /// <summary>The third user-defined field.</summary>
    User3,

    /// <summary>The fourth user-defined field.</summary>
    User4,

    /// <summary>The fifth user-defined field.</summary>
    User5,

    /// <summary>The user name.</summary>
    Username,
}
