using Polaris.Client.Cataloging;
using Polaris.Client.ContractTests.Wire;

namespace Polaris.Client.ContractTests.Polaris;

/// <summary>Reads of item records. The responses are designed from the members that the vendor's pages list.</summary>
[TestFixture]
public sealed class ItemReadTests : PolarisContractTest
{
    private const string Item = """
        {
          "ItemRecordID": "4711", "Barcode": "0017", "AssociatedBibRecordID": 5, "ItemStatusID": 2, "ItemStatusDescription": "Out",
          "ItemStatusDate": "2026-03-14T12:00:00", "AssignedCollectionID": null, "DisplayInPAC": true, "Price": "12.50", "ILLFlag": null,
          "CirculationData": { "CurrentBorrowerID": 8, "DueDate": "2026-04-04T23:59:59", "RenewalCount": null }
        }
        """;

    [Test]
    public async Task GetAsync_Record_IsRead()
    {
        On("GET itemrecords/4711").Answers(Answer.Json(200, Item));

        ItemRecord record = await CreateClient().ItemRecords.GetAsync(4711);

        AssertRequests(SignIn, "GET itemrecords/4711");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(record.ItemRecordId, Is.EqualTo(4711), "a number in quotation marks");
            Assert.That(record.ItemStatusDescription, Is.EqualTo("Out"));
            Assert.That(record.ItemStatusDate?.Year, Is.EqualTo(2026));
            Assert.That(record.AssignedCollectionId, Is.Null);
            Assert.That(record.CirculationData!.DueDate?.Month, Is.EqualTo(4));
            Assert.That(record.AdditionalMembers!["Price"].GetString(), Is.EqualTo("12.50"));
        }
    }

    [Test]
    public async Task GetByBarcodeAsync_Barcode_IsSentAsOne()
    {
        On("GET itemrecords/0017?isBarcode=true").Answers(Answer.Json(200, Item));

        ItemRecord record = await CreateClient().ItemRecords.GetByBarcodeAsync("0017");

        AssertRequests(SignIn, "GET itemrecords/0017?isBarcode=true");
        Assert.That(record.ItemRecordId, Is.EqualTo(4711));
    }

    [Test]
    public async Task GetBarcodeAsync_String_IsRead()
    {
        On("GET barcodes/items/4711").Answers(Answer.Json(200, "\"0017\""));

        Assert.That(await CreateClient().ItemRecords.GetBarcodeAsync(4711), Is.EqualTo("0017"));

        AssertRequests(SignIn, "GET barcodes/items/4711");
    }

    [Test]
    public async Task ListHistoryAsync_Actions_AreRead()
    {
        On("GET itemrecords/4711?view=history").Answers(Answer.Json(200, """
            [{
              "ActionTaken": "Modified via Cataloging", "ActionTakenID": 9, "AssignedBranch": "Main", "AssignedBranchID": 60, "ComputerName": "DESK",
              "NewItemStatus": "In-Transit", "NewItemStatusID": 6, "OldItemStatus": "In", "OldItemStatusID": 1, "OrganizationID": 90,
              "PatronBarcode": null, "PatronFullName": null, "PatronID": 0, "PolarisUserID": 516, "PolarisUserName": "Zhang",
              "TransactingBranch": "Main", "TransactionDate": "2013-12-19T13:45:23.427-05:00", "WorkstationID": 15
            }]
            """));

        ItemHistoryEntry entry = (await CreateClient().ItemRecords.ListHistoryAsync(4711)).Single();

        AssertRequests(SignIn, "GET itemrecords/4711?view=history");
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{entry.ActionTakenId} {entry.ActionTaken}", Is.EqualTo("9 Modified via Cataloging"));
            Assert.That($"{entry.OldItemStatusId} {entry.NewItemStatusId} {entry.PatronId}", Is.EqualTo("1 6 0"));
            Assert.That(entry.TransactionDate?.Day, Is.EqualTo(19));
            Assert.That(entry.AdditionalMembers!.Keys, Is.EqualTo(["AssignedBranch", "ComputerName"]));
        }
    }

    [Test]
    public async Task GetViewAsync_Properties_AreRead()
    {
        On("GET itemrecords/1161839?view=itemview").Answers(Answer.Json(200, """
            {
              "ItemRecordID": 1161839, "AssignedCollectionID": 1, "AssignedCollectionName": "Adirondack Collection", "ShelfLocationID": 1,
              "ShelfLocationDescription": "Ams and Arg", "MaterialTypeID": 2, "MaterialTypeDescription": "New / Popular Book",
              "AssignedBlockID": 2, "AssignedBlockDescription": "Check Contents", "FreeTextBlock": "free text block"
            }
            """));

        ItemView view = await CreateClient().ItemRecords.GetViewAsync(1161839);

        AssertRequests(SignIn, "GET itemrecords/1161839?view=itemview");
        Assert.That(
            $"{view.AssignedCollectionName}|{view.ShelfLocationDescription}|{view.MaterialTypeDescription}|{view.AssignedBlockId}|{view.FreeTextBlock}",
            Is.EqualTo("Adirondack Collection|Ams and Arg|New / Popular Book|2|free text block"));
        Assert.That(view.AdditionalMembers, Is.Null);
    }

    [Test]
    public async Task ListByIdsAsync_Ids_AreSentForThePatron()
    {
        On("POST itemrecords/batch/getbyids?view=ors&patronID=8", "[14640, 25008]").Answers(Answer.Json(200, """
            [{
              "ItemRecordID": 14640, "Barcode": "0000100817949", "BrowseAuthor": null, "BrowseTitle": "Winning soccer", "CallNumber": "VC J 796",
              "ItemStatusID": 11, "RecordStatusID": 1, "AssignedBranchID": 101, "AssignedCollectionID": 90, "MaterialTypeID": 4,
              "AssociatedBibRecordID": 197712, "ShelfLocationID": null, "PatronID": null, "ShelfLocation": null, "SysHoldRequestID": 0,
              "HoldingPatronBarcode": null, "HoldingPatronPickupBranchID": 0, "BrowseTitleNonFilingCount": 0, "IsElectronicItem": false
            }]
            """));

        OutreachItem item = (await CreateClient().ItemRecords.ListByIdsAsync([14640, 25008], 8)).Single();

        AssertRequests(SignIn, "POST itemrecords/batch/getbyids?view=ors&patronID=8");
        Assert.That($"{item.ItemRecordId} {item.BibRecordId} {item.ItemStatusId} {item.IsElectronicItem}", Is.EqualTo("14640 197712 11 False"));
        Assert.That(item.AdditionalMembers!.Keys, Is.EqualTo(["BrowseTitleNonFilingCount"]));
    }

    [Test]
    public async Task ListHoldsAsync_MoreThanOnePart_AreReadWithALimit()
    {
        On("GET itemrecords/4711/holds?Limit=50&Offset=0").Answers(Answer.Json(200, """
            {
              "PitID": 7, "TotalCount": 51, "Offset": 0,
              "Reservations": [{
                "SysHoldRequestID": 1, "SysHoldStatusID": 3, "PatronID": 8, "BibliographicRecordID": 5, "ItemBarcode": "0017",
                "CreationDate": "2026-01-02T03:04:05", "HoldTilDate": null, "PickupLocationName": "Main", "ItemStatusID": "2", "ShelvingBit": false
              }]
            }
            """));
        On("GET itemrecords/4711/holds?Limit=50&Offset=50").Answers(Answer.Json(200, """
            { "PitID": 7, "TotalCount": 51, "Offset": 50, "Reservations": [{ "SysHoldRequestID": 2 }] }
            """));

        List<ItemHold> holds = [];
        await foreach (ItemHold hold in CreateClient().ItemRecords.ListHoldsAsync(4711))
        {
            holds.Add(hold);
        }

        AssertRequests(SignIn, "GET itemrecords/4711/holds?Limit=50&Offset=0", "GET itemrecords/4711/holds?Limit=50&Offset=50");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(holds.Select(hold => hold.HoldRequestId), Is.EqualTo([1, 2]));
            Assert.That($"{holds[0].HoldStatusId} {holds[0].PatronId} {holds[0].ItemBarcode} {holds[0].ItemStatusId}", Is.EqualTo("3 8 0017 2"));
            Assert.That(holds[0].AdditionalMembers!.Keys, Is.EqualTo(["ShelvingBit"]));
        }
    }

    [Test]
    public async Task AddBlockingNoteAsync_Note_IsSentUnderTheOrganizationOfTheClient()
    {
        const string call = "POST /Polaris.ApplicationServices/api/v1/eng/20/polaris/12/1242/itemrecords/4711/blockingnote";
        On(call, """{ "NoteId": 1, "Text": "Check the binding" }""").Answers(Answer.Json(
            200, """{ "ItemRecordID": 4711, "Success": true, "Message": "", "Title": "" }"""));

        await CreateClient().With(organizationId: 12).ItemRecords.AddBlockingNoteAsync(4711, "Check the binding");

        Server.Journal.AssertRequests(SignIn, call);
    }
}
