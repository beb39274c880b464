using System.Text.Json.Serialization;

namespace Polaris.Client.Circulation;

/// <summary>A patron to associate with another one.</summary>
/// <remarks>Vendor page: patrons/patron_associations.</remarks>
public sealed class NewPatronAssociation
{
    /// <summary>The patron to associate.</summary>
    public int LinkedPatronId { get; set; }

    /// <summary>A note about the association; the server cuts it to 255 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; set; }

    /// <summary>The vendor's flag of the same name.</summary>
    public bool BlockMe { get; set; }
}

/// <summary>A note that does not block the patron.</summary>
/// <remarks>Vendor page: patrons/post_patron.</remarks>
public sealed class PatronNonBlockingNote
{
    /// <summary>The text, at most 4,000 characters.</summary>
    [JsonPropertyName("NonBlockingStatusNotes")]
    public string Text { get; set; } = "";
}

/// <summary>All notes of a patron. A list that is <see langword="null"/> is sent, and removes the present notes.</summary>
/// <remarks>Vendor page: patronnotes/add_patron_notes.</remarks>
public sealed class PatronNotes
{
    /// <summary>The notes that block the patron, at most 4,000 characters together.</summary>
    [JsonPropertyName("BlockingStatusNotes")]
    public IReadOnlyList<string>? BlockingNotes { get; set; }

    /// <summary>The notes that do not block the patron, at most 4,000 characters together.</summary>
    [JsonPropertyName("NonBlockingStatusNotes")]
    public IReadOnlyList<string>? NonBlockingNotes { get; set; }
}

/// <summary>A flag of a patron, and its value.</summary>
/// <remarks>Vendor page: patrons/patron_patch.</remarks>
public sealed class PatronFlag
{
    /// <summary>The vendor's name of the flag; the page shows <c>ExtendedLoanPeriods</c> only.</summary>
    public string Code { get; set; } = "";

    /// <summary>The value.</summary>
    public bool Value { get; set; }
}

/// <summary>A membership to renew or upgrade. Properties that are <see langword="null"/> are not sent.</summary>
/// <remarks>Vendor page: patrons/patron_patch. The page shows the properties, but does not describe them.</remarks>
public sealed class PatronMembership
{
    /// <summary>The vendor's flag of the same name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? OverridePolicy { get; set; }

    /// <summary>The patron code.</summary>
    [JsonPropertyName("PatronCodeID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? PatronCodeId { get; set; }

    /// <summary>When the membership expires; midnight UTC of the day in the vendor's sample.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ExpirationDate { get; set; }

    /// <summary>The number of years that the membership lasts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MembershipSubscriptionYears { get; set; }

    /// <summary>The code of the statistical class.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StatisticalClassCode { get; set; }

    /// <summary>The fees to charge.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PatronFee>? Fees { get; set; }
}

/// <summary>A fee of a membership.</summary>
public sealed class PatronFee
{
    /// <summary>The amount.</summary>
    public decimal Fee { get; set; }

    /// <summary>The ID of the reason.</summary>
    [JsonPropertyName("FeeReasonCodeID")]
    public int FeeReasonCodeId { get; set; }
}

/// <summary>A change of a patron's card. Set one property: the vendor's page shows either, never both.</summary>
/// <remarks>Vendor page: patrons/patron_patch.</remarks>
public sealed class PatronCard
{
    /// <summary>The barcode of the new card.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Barcode { get; set; }

    /// <summary>The vendor's status of the card; the page shows <c>lost-mid</c> only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Status { get; set; }
}
