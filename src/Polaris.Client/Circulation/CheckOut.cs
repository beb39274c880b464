using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Workflows;

namespace Polaris.Client.Circulation;

/// <summary>Lends an item to a patron, or renews a loan.</summary>
/// <remarks>
/// POST workflow, request type 2, extension 1. The members stand on the vendor's page of the workflow or were seen in clients in
/// production; the data of the answer is not documented. What a server makes of an omitted member is not documented either: those
/// that are null are left out.
/// </remarks>
public sealed class CheckOut() : WorkflowRequest<CustomWorkflowAnswer>(Kind)
{
    /// <summary>What the conductor needs to know of this workflow.</summary>
    public static WorkflowKind<CustomWorkflowAnswer> Kind { get; } = new(
        WorkflowRequestType.CheckOut,
        WorkflowRequestExtensionType.CheckOut,
        WorkflowsJson.Default.CustomWorkflowAnswer);

    /// <summary>How the item is lent.</summary>
    /// <value><see cref="CheckOutType.Normal"/> by default.</value>
    [JsonPropertyName("CheckoutTypeID")]
    public CheckOutType CheckOutType { get; set; } = CheckOutType.Normal;

    /// <summary>The barcode of the patron's card.</summary>
    public string PatronBarcode { get; set; } = "";

    /// <summary>The barcode of the item.</summary>
    public string ItemBarcode { get; set; } = "";

    /// <summary>When it was lent while the system was offline. The form of the date is not documented, so it is sent as given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? OfflineCheckoutDate { get; set; }

    /// <summary>Whether the loan is a special one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsSpecialLoan { get; set; }

    /// <summary>The vendor's number of the same name; its meaning is not documented.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? SpecialLoanUnits { get; set; }

    /// <summary>The vendor's number of the same name; its meaning is not documented.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? SpecialLoanUnitsNum { get; set; }

    /// <summary>Whether a loan over night is permitted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsOvernightPermitted { get; set; }

    /// <summary>The vendor's flag of the same name.</summary>
    [JsonPropertyName("IsBBMBulkCheckout"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsBbmBulkCheckout { get; set; }

    /// <summary>Whether a blocked patron may borrow anyway.</summary>
    /// <remarks>Seen in clients in production: it works only if user <b>and</b> workstation hold the permission to override.</remarks>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IgnorePatronBlocksCheck { get; set; }

    /// <summary>Whether the prompt about the limit of items out is left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IgnoreItemsOutLimitPrompt { get; set; }

    /// <summary>The vendor's member of the same name. Its form is not documented, so it is sent as given.</summary>
    [JsonPropertyName("IgnoreLoanLimitPromptForMaterialTypeIDs"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? IgnoreLoanLimitPromptForMaterialTypeIds { get; set; }

    /// <summary>Whether the prompt about the service date of an ORS patron is left out.</summary>
    [JsonPropertyName("IgnoreORSPatronServiceDatePrompt"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IgnoreOrsPatronServiceDatePrompt { get; set; }

    /// <inheritdoc/>
    protected internal override WorkflowData ToData() => WorkflowData.From(this, CirculationJson.Default.CheckOut);
}

/// <summary>How an item is lent.</summary>
/// <remarks>Open: more numbers exist than the vendor documents; any is sent as it is. Their constants are all that is
/// documented, so each is described here.</remarks>
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
