using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>What the data of a request is.</summary>
/// <remarks>Open: the server may send a number that has no name here; it is kept as it is.</remarks>
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

    /// <summary>The id of one record.</summary>
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

    /// <summary>The ids of serial issues to check in; the vendor's page gives the number no name.</summary>
    SerialBulkCheckIn = 33,
}
