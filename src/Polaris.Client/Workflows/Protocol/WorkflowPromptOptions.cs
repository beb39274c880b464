using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>Which set of results a prompt offers.</summary>
/// <remarks><see cref="WorkflowPromptOptionsExtensions.OfferedResults"/> tells the results of a set. Open: the server
/// may send a number that has no name here; it is kept as it is.</remarks>
[JsonConverter(typeof(OpenEnumConverter<WorkflowPromptOptions>))]
public enum WorkflowPromptOptions
{
    /// <summary>Yes or No. Seen in public clients.</summary>
    YesNo = 1,

    /// <summary>Yes, No or Cancel.</summary>
    YesNoCancel = 2,

    /// <summary>OK or Cancel. Seen in public clients.</summary>
    OkCancel = 3,

    /// <summary>OK, Waive or Charge. Seen in public clients.</summary>
    OkWaiveCharge = 4,

    /// <summary>Pay, Waive, Charge or Cancel. Seen in public clients.</summary>
    PayWaiveChargeCancel = 5,

    /// <summary>Continue or Cancel.</summary>
    ContinueCancel = 6,

    /// <summary>Continue, Waive, Charge or Cancel. Seen in public clients.</summary>
    ContinueWaiveChargeCancel = 7,

    /// <summary>OK only.</summary>
    Ok = 8,

    /// <summary>Cancel only. Seen in public clients.</summary>
    Cancel = 9,
}
