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
}
