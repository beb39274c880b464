using System.Text.Json.Serialization;
using static Polaris.Client.Workflows.WorkflowPromptResult;

namespace Polaris.Client.Workflows;

/// <summary>The IDs of prompts.</summary>
/// <remarks>Open: values without a name pass through unchanged. The same value is sent back with the reply.</remarks>
[JsonConverter(typeof(OpenEnumConverter<WorkflowPromptId>))]
public enum WorkflowPromptId
{
    /// <summary>The patron is blocked: continue? Raised by a check-out.</summary>
    PatronBlocked = 1,

    /// <summary>Raised by a check-in; its message is not documented, the name is that of a public client.</summary>
    UpdateItemRecord = 8,

    /// <summary>The item fills another request: transfer it? Raised by a check-in.</summary>
    FillsAnotherRequest = 30,

    /// <summary>A brief item is to be entered. Raised when an interlibrary loan is received.</summary>
    BriefItemEntry = 55,

    /// <summary>The item's barcode was changed: save it? Raised by an item save.</summary>
    ItemBarcodeChanged = 62,

    /// <summary>The record will no longer be shown in the public catalog: save it? Raised by bibliographic and item
    /// saves.</summary>
    DisplayInPac = 66,

    /// <summary>The patron has too many requests. Raised when a hold is placed.</summary>
    TotalRequestLimitExceeded = 68,

    /// <summary>Another item has this barcode. Raised by an item save.</summary>
    DuplicateItemBarcode = 72,

    /// <summary>Delete the items? Raised by an item deletion.</summary>
    ConfirmItemDelete = 73,

    /// <summary>Deleting breaks links: continue? Raised by an item deletion.</summary>
    LinksWillBeBroken = 75,

    /// <summary>The patron already has such a hold. Raised when a hold is placed.</summary>
    DuplicateHoldRequests = 77,

    /// <summary>Delete the bibliographic records? Raised by their deletion.</summary>
    ConfirmBibDelete = 79,

    /// <summary>The last copy is deleted: what should happen to its bibliographic record? The default deletes that
    /// record.</summary>
    LastCopyOptions = 82,

    /// <summary>The catalog contains possible duplicates of the record. Yes replaces them, No keeps both.</summary>
    DuplicateBibRecords = 87,

    /// <summary>Turn the hold on an item into one on the title? Raised when a hold is placed.</summary>
    PromoteHoldToBibLevel = 88,

    /// <summary>Which part of the serial is requested? Raised when a hold is placed.</summary>
    SerialHolds = 94,

    /// <summary>Create an item for the issue or part? Raised by a serial bulk check-in.</summary>
    CreateItemForIssue = 107,

    /// <summary>The authority file contains possible duplicates of the record. Yes replaces them, No keeps both.</summary>
    DuplicateAuthorityRecords = 142,

    /// <summary>The MARC data of the authority record is invalid and cannot be saved; the only reply is OK.</summary>
    MarcValidation = 143,

    /// <summary>The heading was changed and has links: what should happen to them? Raised by an authority save.</summary>
    ManageLinkedRecords = 145,

    /// <summary>None of the records that were chosen can be replaced: continue? Follows a Replace reply to prompt 87.</summary>
    ReplacementErrors = 148,
}

/// <summary>How a prompt is displayed in the vendor's own client.</summary>
/// <remarks>Open: values without a name pass through unchanged.</remarks>
[JsonConverter(typeof(OpenEnumConverter<WorkflowPromptType>))]
public enum WorkflowPromptType
{
    /// <summary>A message with buttons.</summary>
    Plain = 1,

    /// <summary>The blocks of a patron.</summary>
    PatronBlocks = 3,

    /// <summary>The options for the last copy of a title. Seen in public clients.</summary>
    LastCopy = 22,

    /// <summary>A list of bibliographic duplicates.</summary>
    DuplicateBibRecords = 26,

    /// <summary>The choice of a serial's part. Seen in public clients.</summary>
    SerialHolds = 33,

    /// <summary>An item to be created for an issue.</summary>
    CreateItemForIssue = 38,

    /// <summary>A table of records and reasons.</summary>
    ErrorGrid = 50,

    /// <summary>A list of authority duplicates.</summary>
    DuplicateAuthorityRecords = 52,

    /// <summary>The errors of a MARC record.</summary>
    MarcValidation = 53,

    /// <summary>The options for linked headings.</summary>
    LinkedRecords = 54,
}

/// <summary>The sets of results that a prompt can offer.</summary>
/// <remarks><see cref="WorkflowPromptOptionsExtensions.OfferedResults"/> returns the results of a set. Open: values
/// without a name pass through unchanged.</remarks>
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

/// <summary>The results of a reply to a prompt.</summary>
/// <remarks>Never send a prompt's default automatically: some defaults delete records or keep duplicates. Open: values
/// without a name pass through unchanged.</remarks>
[JsonConverter(typeof(OpenEnumConverter<WorkflowPromptResult>))]
public enum WorkflowPromptResult
{
    /// <summary>No result; occurs only as the default of a prompt. Inferred.</summary>
    None = 0,

    /// <summary>OK. Seen in public clients.</summary>
    Ok = 1,

    /// <summary>Yes; on the prompts for duplicates this button reads Replace.</summary>
    Yes = 2,

    /// <summary>No; on the prompts for duplicates this button reads Continue.</summary>
    No = 3,

    /// <summary>Cancel: the workflow ends and nothing is done.</summary>
    Cancel = 4,

    /// <summary>Continue.</summary>
    Continue = 5,

    /// <summary>Pay. Seen in public clients.</summary>
    Pay = 6,

    /// <summary>Waive. Seen in public clients.</summary>
    Waive = 7,

    /// <summary>Charge. Seen in public clients.</summary>
    Charge = 8,

    /// <summary>Delete the record of the last copy. The meaning is inferred: send it only when a person chose it.</summary>
    Delete = 9,

    /// <summary>Hide the record of the last copy. The meaning is inferred: send it only when a person chose it.</summary>
    Suppress = 10,

    /// <summary>Keep the record of the last copy. Seen in public clients.</summary>
    Retain = 11,
}

/// <summary>Returns the results that a prompt offers.</summary>
public static class WorkflowPromptOptionsExtensions
{
    private static readonly Dictionary<WorkflowPromptOptions, WorkflowPromptResult[]> Table = new()
    {
        [WorkflowPromptOptions.YesNo] = [Yes, No],
        [WorkflowPromptOptions.YesNoCancel] = [Yes, No, Cancel],
        [WorkflowPromptOptions.OkCancel] = [Ok, Cancel],
        [WorkflowPromptOptions.OkWaiveCharge] = [Ok, Waive, Charge],
        [WorkflowPromptOptions.PayWaiveChargeCancel] = [Pay, Waive, Charge, Cancel],
        [WorkflowPromptOptions.ContinueCancel] = [Continue, Cancel],
        [WorkflowPromptOptions.ContinueWaiveChargeCancel] = [Continue, Waive, Charge, Cancel],
        [WorkflowPromptOptions.Ok] = [Ok],
        [WorkflowPromptOptions.Cancel] = [Cancel],
    };

    /// <summary>Returns the results of a set of options, or null if the set is not documented.</summary>
    /// <param name="options">The set, as received with the prompt.</param>
    /// <returns>The results in the order of the vendor's table; null if they are not known, and then a result may
    /// be sent only because a caller chose it explicitly.</returns>
    public static IReadOnlyList<WorkflowPromptResult>? OfferedResults(this WorkflowPromptOptions options) =>
        Table.TryGetValue(options, out WorkflowPromptResult[]? results) ? results : null;
}
