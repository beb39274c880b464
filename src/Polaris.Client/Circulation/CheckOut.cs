using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Workflows;

namespace Polaris.Client.Circulation;

/// <summary>Checks an item out to a patron, or renews a loan.</summary>
/// <remarks>
/// POST workflow, request type 2, extension 1. The properties are on the vendor's page of the workflow or were seen in clients in
/// production; the data of the response is not documented. What the server does if a property is omitted is not documented either;
/// properties that are null are omitted.
/// </remarks>
public sealed class CheckOut() : WorkflowRequest<CustomWorkflowAnswer>(Kind)
{
    /// <summary>Describes this workflow to the client, for example to resume it from a bookmark.</summary>
    public static WorkflowKind<CustomWorkflowAnswer> Kind { get; } = new(
        WorkflowRequestType.CheckOut,
        WorkflowRequestExtensionType.CheckOut,
        WorkflowsJson.Default.CustomWorkflowAnswer);

    /// <summary>The kind of check-out.</summary>
    /// <value><see cref="CheckOutType.Normal"/> by default.</value>
    [JsonPropertyName("CheckoutTypeID")]
    public CheckOutType CheckOutType { get; set; } = CheckOutType.Normal;

    /// <summary>The barcode of the patron's card. Required, except for a renewal: whether that needs it is not documented.</summary>
    public string PatronBarcode { get; set; } = "";

    /// <summary>The barcode of the item. Required.</summary>
    public string ItemBarcode { get; set; } = "";

    /// <summary>
    /// When it was checked out while the system was offline. The format of the date is not documented, so it is sent unchanged.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? OfflineCheckoutDate { get; set; }

    /// <summary>Whether the loan is a special loan.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsSpecialLoan { get; set; }

    /// <summary>The vendor's number of the same name; its meaning is not documented.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? SpecialLoanUnits { get; set; }

    /// <summary>The vendor's number of the same name; its meaning is not documented.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? SpecialLoanUnitsNum { get; set; }

    /// <summary>Whether an overnight loan is permitted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsOvernightPermitted { get; set; }

    /// <summary>The vendor's flag of the same name.</summary>
    [JsonPropertyName("IsBBMBulkCheckout"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsBbmBulkCheckout { get; set; }

    /// <summary>Whether a blocked patron may borrow anyway.</summary>
    /// <remarks>Seen in clients in production: it works only if user <b>and</b> workstation hold the permission to override.</remarks>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IgnorePatronBlocksCheck { get; set; }

    /// <summary>Whether the prompt about the limit of items out is skipped.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IgnoreItemsOutLimitPrompt { get; set; }

    /// <summary>The vendor's property of the same name. Its format is not documented, so it is sent unchanged.</summary>
    [JsonPropertyName("IgnoreLoanLimitPromptForMaterialTypeIDs"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? IgnoreLoanLimitPromptForMaterialTypeIds { get; set; }

    /// <summary>Whether the prompt about the service date of an ORS patron is skipped.</summary>
    [JsonPropertyName("IgnoreORSPatronServiceDatePrompt"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IgnoreOrsPatronServiceDatePrompt { get; set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="ItemBarcode"/> or <see cref="PatronBarcode"/> is not set.</exception>
    protected internal override WorkflowData ToData() => (string.IsNullOrWhiteSpace(ItemBarcode), string.IsNullOrWhiteSpace(PatronBarcode)) switch
    {
        (true, _) => throw new InvalidOperationException("CheckOut.ItemBarcode is not set: set it to the barcode of the item."),
        (_, true) when CheckOutType is not (CheckOutType.RenewCheckOut or CheckOutType.RenewPatronStatus) => throw new InvalidOperationException(
            "CheckOut.PatronBarcode is not set: set it to the barcode of the patron's card."),
        _ => WorkflowData.From(this, CirculationJson.Default.CheckOut),
    };
}

/// <summary>The kinds of check-out.</summary>
/// <remarks>Open: more values exist than the vendor documents; any value is sent unchanged. Only the names of the constants are
/// documented, so each is described by its name.</remarks>
[JsonConverter(typeof(OpenEnumConverter<CheckOutType>))]
public enum CheckOutType
{
    /// <summary>CHKOUT_NORM.</summary>
    Normal = 6,

    /// <summary>CHKOUTNORM_DIFFPAT.</summary>
    NormalDifferentPatron = 7,

    /// <summary>RENEW_CHKOUT.</summary>
    RenewCheckOut = 8,

    /// <summary>RENEW_PATSTAT.</summary>
    RenewPatronStatus = 9,

    /// <summary>CHKOUT_OFFL.</summary>
    Offline = 16,

    /// <summary>CHKOUTOFFL_DIFFPAT.</summary>
    OfflineDifferentPatron = 18,

    /// <summary>CHKOUT_EXPRESS.</summary>
    Express = 34,

    /// <summary>CHKOUT_EXPRESS_DIFFPAT.</summary>
    ExpressDifferentPatron = 35,

    /// <summary>CHKOUT_OUTREACH.</summary>
    Outreach = 36,
}
