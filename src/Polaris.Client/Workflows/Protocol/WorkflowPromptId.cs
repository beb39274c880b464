using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>What the server asks.</summary>
/// <remarks>Open: the server may send a number that has no name here; it is kept as it is. The same number is sent back
/// with the reply.</remarks>
[JsonConverter(typeof(OpenEnumConverter<WorkflowPromptId>))]
public enum WorkflowPromptId
{
    /// <summary>The patron is blocked: go on? Raised by a check-out.</summary>
    PatronBlocked = 1,

    /// <summary>Raised by a check-in; its text is not documented, the name is that of a public client.</summary>
    UpdateItemRecord = 8,

    /// <summary>The item fills another request: transfer it? Raised by a check-in.</summary>
    FillsAnotherRequest = 30,

    /// <summary>A brief item is to be entered. Raised when an interlibrary loan is received.</summary>
    BriefItemEntry = 55,

    /// <summary>The item's barcode was changed: save it? Raised by an item save.</summary>
    ItemBarcodeChanged = 62,

    /// <summary>The record will no longer be shown in the public catalogue: save it? Raised by bibliographic and item
    /// saves.</summary>
    DisplayInPac = 66,

    /// <summary>The patron has too many requests. Raised when a hold is placed.</summary>
    TotalRequestLimitExceeded = 68,

    /// <summary>Another item has this barcode. Raised by an item save.</summary>
    DuplicateItemBarcode = 72,

    /// <summary>Delete the items? Raised by an item deletion.</summary>
    ConfirmItemDelete = 73,

    /// <summary>Deleting breaks links: go on? Raised by an item deletion.</summary>
    LinksWillBeBroken = 75,

    /// <summary>The patron has such a hold already. Raised when a hold is placed.</summary>
    DuplicateHoldRequests = 77,

    /// <summary>Delete the bibliographic records? Raised by their deletion.</summary>
    ConfirmBibDelete = 79,

    /// <summary>The last copy is deleted: what becomes of its bibliographic record? Its default would delete that
    /// record.</summary>
    LastCopyOptions = 82,

    /// <summary>The catalogue holds records like this one. Yes replaces them, No saves beside them.</summary>
    DuplicateBibRecords = 87,

    /// <summary>Turn the hold on an item into one on the title? Raised when a hold is placed.</summary>
    PromoteHoldToBibLevel = 88,

    /// <summary>Which part of the serial is wanted? Raised when a hold is placed.</summary>
    SerialHolds = 94,

    /// <summary>Create an item for the issue or part? Raised by a serial bulk check-in.</summary>
    CreateItemForIssue = 107,

    /// <summary>The authority file holds records like this one. Yes replaces them, No saves beside them.</summary>
    DuplicateAuthorityRecords = 142,

    /// <summary>The authority record's MARC data is wrong and cannot be saved; the only answer is OK.</summary>
    MarcValidation = 143,

    /// <summary>The heading was changed and has links: what becomes of them? Raised by an authority save.</summary>
    ManageLinkedRecords = 145,

    /// <summary>None of the records chosen to be replaced can be: go on? Follows a Replace reply to prompt
    /// 87.</summary>
    ReplacementErrors = 148,
}
