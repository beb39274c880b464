using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>The types of workflows.</summary>
/// <remarks>Open: values without a name pass through unchanged. The value 22 has no name: two
/// vendor pages give it two meanings.</remarks>
[JsonConverter(typeof(OpenEnumConverter<WorkflowRequestType>))]
public enum WorkflowRequestType
{
    /// <summary>Checks an item in.</summary>
    CheckIn = 1,

    /// <summary>Checks an item out.</summary>
    CheckOut = 2,

    /// <summary>Registers a patron.</summary>
    RegisterPatron = 3,

    /// <summary>Places a hold.</summary>
    CreateHold = 5,

    /// <summary>Makes a claim on items a patron has.</summary>
    MakeClaim = 6,

    /// <summary>Deletes patrons.</summary>
    DeletePatrons = 7,

    /// <summary>Adds or updates an item record.</summary>
    AddOrUpdateItemRecord = 8,

    /// <summary>Updates the header of a bibliographic record.</summary>
    UpdateBibRecord = 9,

    /// <summary>Deletes item records. Seen in public clients.</summary>
    DeleteItemRecords = 10,

    /// <summary>Deletes bibliographic records. Seen in public clients.</summary>
    DeleteBibRecords = 11,

    /// <summary>Deletes an authority record.</summary>
    DeleteAuthorityRecord = 12,

    /// <summary>Adds or updates a bibliographic record.</summary>
    AddOrUpdateBibRecord = 13,

    /// <summary>Restores a deleted authority record.</summary>
    UndeleteAuthorityRecord = 14,

    /// <summary>Restores a deleted bibliographic record.</summary>
    UndeleteBibRecord = 15,

    /// <summary>Restores a deleted item record.</summary>
    UndeleteItemRecord = 16,

    /// <summary>Receives an interlibrary loan.</summary>
    ReceiveIllRequest = 18,

    /// <summary>Deletes an interlibrary loan request.</summary>
    DeleteIllRequest = 19,

    /// <summary>Turns a hold into an interlibrary loan request.</summary>
    ConvertHoldToIll = 20,

    /// <summary>Changes a hold.</summary>
    UpdateHold = 21,

    /// <summary>Transfers a hold; its extension is not documented.</summary>
    TransferHold = 24,

    /// <summary>Deletes a serial issue or part.</summary>
    DeleteSerialIssueOrPart = 27,

    /// <summary>Combines serial issues.</summary>
    CombineSerialIssues = 28,

    /// <summary>Places a hold for each patron of a record set; its extension is not documented.</summary>
    CreateHoldForRecordSet = 29,

    /// <summary>Deletes a serial holdings record.</summary>
    DeleteSerialHoldingsRecord = 31,

    /// <summary>Saves a line of a purchase order.</summary>
    SavePurchaseOrderLineItem = 33,

    /// <summary>Adds or updates an authority record.</summary>
    AddOrUpdateAuthorityRecord = 35,

    /// <summary>Saves a record from the comparison of MARC records.</summary>
    SaveMarcCompareRecord = 36,

    /// <summary>Starts the check headings assistant.</summary>
    CheckHeadings = 38,

    /// <summary>Checks in many serial issues.</summary>
    SerialBulkCheckIn = 40,
}

/// <summary>The types of request data.</summary>
/// <remarks>Open: values without a name pass through unchanged.</remarks>
[JsonConverter(typeof(OpenEnumConverter<WorkflowRequestExtensionType>))]
public enum WorkflowRequestExtensionType
{
    /// <summary>A check-out.</summary>
    CheckOut = 1,

    /// <summary>A check-in.</summary>
    CheckIn = 2,

    /// <summary>A claim on items.</summary>
    MakeClaim = 3,

    /// <summary>A patron's registration.</summary>
    PatronRegistration = 4,

    /// <summary>The ID of one record.</summary>
    RecordId = 5,

    /// <summary>An item record.</summary>
    UpdateItemRecord = 6,

    /// <summary>The header of a bibliographic record.</summary>
    UpdateBibRecord = 7,

    /// <summary>Item records to delete. Seen in public clients.</summary>
    DeleteItemRecord = 8,

    /// <summary>A hold. Seen in public clients.</summary>
    HoldRequest = 9,

    /// <summary>Bibliographic records to delete. Seen in public clients.</summary>
    DeleteBibRecord = 10,

    /// <summary>An authority record to delete.</summary>
    DeleteAuthorityRecord = 11,

    /// <summary>A bibliographic record with its MARC data.</summary>
    AddOrUpdateBibRecord = 12,

    /// <summary>An interlibrary loan to receive.</summary>
    ReceiveIll = 14,

    /// <summary>An interlibrary loan request to delete.</summary>
    DeleteIllRequest = 15,

    /// <summary>A hold to turn into an interlibrary loan request.</summary>
    ConvertHoldToIll = 16,

    /// <summary>A hold to change.</summary>
    UpdateHoldRequest = 17,

    /// <summary>Patrons to delete.</summary>
    DeletePatronRecord = 21,

    /// <summary>A serial issue or part to delete.</summary>
    DeleteSerialIssuePart = 24,

    /// <summary>Serial issues to combine.</summary>
    CombineSerialIssues = 25,

    /// <summary>A serial holdings record to delete.</summary>
    DeleteSerialHoldingsRecord = 28,

    /// <summary>A line of a purchase order.</summary>
    PurchaseOrderLineItem = 30,

    /// <summary>An authority record with its MARC data.</summary>
    AddOrUpdateAuthorityRecord = 32,

    /// <summary>The IDs of serial issues to check in; the vendor's page does not name this value.</summary>
    SerialBulkCheckIn = 33,
}

/// <summary>The types of response data.</summary>
/// <remarks>Open: values without a name pass through unchanged.</remarks>
[JsonConverter(typeof(OpenEnumConverter<WorkflowAnswerExtensionType>))]
public enum WorkflowAnswerExtensionType
{
    /// <summary>The item record as saved. Seen in public clients.</summary>
    ItemRecord = 5,

    /// <summary>Which records were deleted and which were not. Seen in public clients.</summary>
    DeleteResult = 6,

    /// <summary>The ID of the authority record that was added.</summary>
    AuthorityRecordId = 13,

    /// <summary>The result of a serial bulk check-in.</summary>
    SerialBulkCheckIn = 16,
}

/// <summary>The types of prompt data.</summary>
/// <remarks>Open: values without a name pass through unchanged.</remarks>
[JsonConverter(typeof(OpenEnumConverter<WorkflowPromptExtensionType>))]
public enum WorkflowPromptExtensionType
{
    /// <summary>The kinds of block a patron has.</summary>
    PatronBlocks = 8,

    /// <summary>The buttons of the last copy prompt and the affected records. Seen in public clients.</summary>
    LastCopyOptions = 25,

    /// <summary>The bibliographic record and its duplicates.</summary>
    DuplicateBibRecords = 30,

    /// <summary>The parts of a serial to choose from. Seen in public clients.</summary>
    SerialHolds = 33,

    /// <summary>A table of records and reasons.</summary>
    ErrorGrid = 44,

    /// <summary>The authority record and its duplicates.</summary>
    DuplicateAuthorityRecords = 47,

    /// <summary>The headings and references that a change affects.</summary>
    LinkedRecords = 48,
}

/// <summary>The types of reply data.</summary>
/// <remarks>Open: values without a name pass through unchanged.</remarks>
[JsonConverter(typeof(OpenEnumConverter<WorkflowReplyExtensionType>))]
public enum WorkflowReplyExtensionType
{
    /// <summary>Two option values for linked headings; their meaning is not documented.</summary>
    ManageLinkedRecords = 17,

    /// <summary>The records to replace and the one whose ID is kept.</summary>
    ReplaceRecords = 18,
}
