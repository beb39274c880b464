using System.Text.Json.Serialization;

namespace Polaris.Client.ObjectLocks;

/// <summary>The types of object that Polaris can lock, with the names of the vendor's table.</summary>
/// <remarks>Open: values without a name pass through unchanged. The values 23 and 66 do not exist.</remarks>
[JsonConverter(typeof(OpenEnumConverter<ObjectType>))]
public enum ObjectType
{
    /// <summary>Authority Record.</summary>
    AuthorityRecord = 1,

    /// <summary>Bibliographic Record.</summary>
    BibliographicRecord = 2,

    /// <summary>Item Record.</summary>
    ItemRecord = 3,

    /// <summary>Authority Template.</summary>
    AuthorityTemplate = 4,

    /// <summary>Bibliographic Template.</summary>
    BibliographicTemplate = 5,

    /// <summary>Item Template.</summary>
    ItemTemplate = 6,

    /// <summary>Record Set.</summary>
    RecordSet = 7,

    /// <summary>Polaris User.</summary>
    PolarisUser = 8,

    /// <summary>Organization.</summary>
    Organization = 9,

    /// <summary>Library.</summary>
    Library = 10,

    /// <summary>Branch.</summary>
    Branch = 11,

    /// <summary>Collection.</summary>
    Collection = 12,

    /// <summary>Contact Person.</summary>
    ContactPerson = 13,

    /// <summary>Claim.</summary>
    Claim = 14,

    /// <summary>Invoice.</summary>
    Invoice = 15,

    /// <summary>Invoice Line Item.</summary>
    InvoiceLineItem = 16,

    /// <summary>Fiscal Year.</summary>
    FiscalYear = 17,

    /// <summary>Fund.</summary>
    Fund = 18,

    /// <summary>Purchase Order.</summary>
    PurchaseOrder = 19,

    /// <summary>Purchase Order Line Item.</summary>
    PurchaseOrderLineItem = 20,

    /// <summary>Selection List.</summary>
    SelectionList = 21,

    /// <summary>Selection List Line Item.</summary>
    SelectionListLineItem = 22,

    /// <summary>Serial Holdings Record.</summary>
    SerialHoldingsRecord = 24,

    /// <summary>Serial Issue.</summary>
    SerialIssue = 25,

    /// <summary>Supplier Record.</summary>
    SupplierRecord = 26,

    /// <summary>Patron.</summary>
    Patron = 27,

    /// <summary>Hold Request.</summary>
    HoldRequest = 28,

    /// <summary>Reserve Course.</summary>
    ReserveCourse = 29,

    /// <summary>ILL Request.</summary>
    IllRequest = 30,

    /// <summary>Check Out.</summary>
    CheckOut = 31,

    /// <summary>Patron Address.</summary>
    PatronAddress = 32,

    /// <summary>Credit Card.</summary>
    CreditCard = 33,

    /// <summary>Payment History.</summary>
    PaymentHistory = 34,

    /// <summary>Transaction History.</summary>
    TransactionHistory = 35,

    /// <summary>Serial Check-In.</summary>
    SerialCheckIn = 36,

    /// <summary>Claim Serial.</summary>
    ClaimSerial = 37,

    /// <summary>Receiving.</summary>
    Receiving = 38,

    /// <summary>Workstation.</summary>
    Workstation = 39,

    /// <summary>Server.</summary>
    Server = 40,

    /// <summary>System.</summary>
    System = 41,

    /// <summary>Admin Explorer.</summary>
    AdminExplorer = 42,

    /// <summary>Standing Order Part.</summary>
    StandingOrderPart = 43,

    /// <summary>Patron Status.</summary>
    PatronStatus = 44,

    /// <summary>Claim Alert List.</summary>
    ClaimAlertList = 45,

    /// <summary>Request To Fill.</summary>
    RequestToFill = 46,

    /// <summary>Patron Claim.</summary>
    PatronClaim = 47,

    /// <summary>Patron Fee.</summary>
    PatronFee = 48,

    /// <summary>Purchase Order Templates.</summary>
    PurchaseOrderTemplates = 49,

    /// <summary>Serial Holdings Record (Standing Order).</summary>
    SerialHoldingsRecordStandingOrder = 50,

    /// <summary>Serial Holdings Record (Subscription).</summary>
    SerialHoldingsRecordSubscription = 51,

    /// <summary>Browse Headings.</summary>
    BrowseHeadings = 52,

    /// <summary>Database.</summary>
    Database = 53,

    /// <summary>Multiple Servers.</summary>
    MultipleServers = 54,

    /// <summary>Purchase Order Line Item Segment.</summary>
    PurchaseOrderLineItemSegment = 55,

    /// <summary>Invoice Line Item Segment.</summary>
    InvoiceLineItemSegment = 56,

    /// <summary>Selection List Line Item Segment.</summary>
    SelectionListLineItemSegment = 57,

    /// <summary>Route List.</summary>
    RouteList = 58,

    /// <summary>Lost Item.</summary>
    LostItem = 59,

    /// <summary>Subscription.</summary>
    Subscription = 60,

    /// <summary>Subscription List.</summary>
    SubscriptionList = 61,

    /// <summary>Groups.</summary>
    Groups = 62,

    /// <summary>Polaris Export.</summary>
    PolarisExport = 63,

    /// <summary>Permission.</summary>
    Permission = 64,

    /// <summary>Publication Pattern.</summary>
    PublicationPattern = 65,

    /// <summary>Purge Criteria.</summary>
    PurgeCriteria = 67,

    /// <summary>Reserve Item Template.</summary>
    ReserveItemTemplate = 68,

    /// <summary>Reserve Item Record.</summary>
    ReserveItemRecord = 69,

    /// <summary>Reserve Course Template.</summary>
    ReserveCourseTemplate = 70,

    /// <summary>Import Profile.</summary>
    ImportProfile = 71,

    /// <summary>Bibliographic Bulk Change Job.</summary>
    BibliographicBulkChangeJob = 72,

    /// <summary>Authority Bulk Change Job.</summary>
    AuthorityBulkChangeJob = 73,

    /// <summary>Authority Create Links Job.</summary>
    AuthorityCreateLinksJob = 74,

    /// <summary>Authority Update Links Job.</summary>
    AuthorityUpdateLinksJob = 75,

    /// <summary>Quick-circ Item.</summary>
    QuickCircItem = 76,

    /// <summary>ILS Store Order.</summary>
    IlsStoreOrder = 77,

    /// <summary>Media Resource Record.</summary>
    MediaResourceRecord = 78,

    /// <summary>Item Record History.</summary>
    ItemRecordHistory = 79,

    /// <summary>Import Job.</summary>
    ImportJob = 80,

    /// <summary>Community Record.</summary>
    CommunityRecord = 81,

    /// <summary>Browse Headings (CI).</summary>
    BrowseHeadingsCI = 82,

    /// <summary>Promotions.</summary>
    Promotions = 83,

    /// <summary>Event Record.</summary>
    EventRecord = 84,

    /// <summary>EDI ASN.</summary>
    EdiAsn = 85,

    /// <summary>Resource Group.</summary>
    ResourceGroup = 86,

    /// <summary>Vendor.</summary>
    Vendor = 87,

    /// <summary>Vendor Account.</summary>
    VendorAccount = 88,

    /// <summary>Resource Entity.</summary>
    ResourceEntity = 89,

    /// <summary>Event Import Profile.</summary>
    EventImportProfile = 90,
}
