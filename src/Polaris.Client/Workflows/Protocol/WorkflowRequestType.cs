using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>Which workflow is asked for.</summary>
/// <remarks>Open: the server may send a number that has no name here; it is kept as it is. Number 22 has no name: two
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

    /// <summary>Brings back a deleted authority record.</summary>
    UndeleteAuthorityRecord = 14,

    /// <summary>Brings back a deleted bibliographic record.</summary>
    UndeleteBibRecord = 15,

    /// <summary>Brings back a deleted item record.</summary>
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
