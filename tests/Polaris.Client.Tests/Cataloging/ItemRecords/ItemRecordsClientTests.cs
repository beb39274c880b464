using Polaris.Client.Testing;
using Polaris.Client.Tests.Workflows;

namespace Polaris.Client.Tests.ItemRecords;

public sealed class ItemRecordsClientTests : ConductorFixture
{
    [Test]
    public async Task GetAsync_StoredRecord_ReturnsItsProperties()
    {
        Fake.WithRecord("items", new()
        {
            ["ItemRecordID"] = 17,
            ["Barcode"] = "0017",
            ["AssociatedBibRecordID"] = 5,
            ["ItemStatusID"] = 2,
            ["CirculationData"] = new System.Text.Json.Nodes.JsonObject { ["CurrentBorrowerID"] = 8 },
        });

        var record = await Client.ItemRecords.GetAsync(17);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(record.ItemRecordId, Is.EqualTo(17));
            Assert.That(record.Barcode, Is.EqualTo("0017"));
            Assert.That(record.BibRecordId, Is.EqualTo(5));
            Assert.That(record.ItemStatusId, Is.EqualTo(2));
            Assert.That(record.DisplayInPac, Is.True);
            Assert.That(record.CirculationData!.CurrentBorrowerId, Is.EqualTo(8));
            Assert.That(record.CirculationData.ToString(), Is.EqualTo("out"));
        }
    }

    [TestCase("0017")]
    [TestCase("A/17 #?ä")]
    public async Task GetByBarcodeAsync_StoredBarcode_ReturnsTheRecord(string barcode)
    {
        Fake.WithItem(17, barcode);

        Assert.That((await Client.ItemRecords.GetByBarcodeAsync(barcode)).ItemRecordId, Is.EqualTo(17));
        Assert.That((await Client.ItemRecords.FindByBarcodeAsync(barcode))?.ItemRecordId, Is.EqualTo(17));
        Assert.That(await Client.ItemRecords.GetBarcodeAsync(17), Is.EqualTo(barcode));
    }

    [Test]
    public async Task FindAsync_UnknownRecord_ReturnsNullAndGetThrows()
    {
        Assert.That(await Client.ItemRecords.FindAsync(99), Is.Null);
        Assert.That(await Client.ItemRecords.FindByBarcodeAsync("99"), Is.Null);
        Assert.That(await Client.ItemRecords.FindBarcodeAsync(99), Is.Null);
        Assert.ThrowsAsync<NotFoundException>(() => Client.ItemRecords.GetBarcodeAsync(99));
        Assert.ThrowsAsync<NotFoundException>(() => Client.ItemRecords.GetAsync(99));
        Assert.ThrowsAsync<NotFoundException>(() => Client.ItemRecords.GetByBarcodeAsync("99"));
    }

    [TestCase("""{"Message":"Item Record with ID 5 not found."}""", true)]
    [TestCase("""{"message":"no Route matched with those values"}""", false)]
    [TestCase("{}", false)]
    public async Task FindAsync_MissingWithoutErrorCode_IsBelievedOnlyFromPolaris(string body, bool isFromPolaris)
    {
        Fake.On(HttpMethod.Get, "itemrecords/{id}", _ => FakeResponse.Json(body, 404));

        if (isFromPolaris)
        {
            Assert.That(await Client.ItemRecords.FindAsync(5), Is.Null);
        }
        else
        {
            Assert.ThrowsAsync<NotFoundException>(() => Client.ItemRecords.FindAsync(5));
        }
    }

    [Test]
    public void FindAsync_PageOfTheWebServer_IsNotTakenForAMissingRecord()
    {
        Fake.On(HttpMethod.Get, "itemrecords/{id}", _ => FakeResponse.Html(404, "404 - File or directory not found."));

        Assert.ThrowsAsync<NotFoundException>(() => Client.ItemRecords.FindAsync(5));
    }

    [TestCase("""{"ItemRecordID":6,"Barcode":"6"}""")]
    [TestCase("""{"Barcode":"5"}""")]
    [TestCase("""{"ItemRecordID":5,"Barcode":null}""")]
    public void EachRead_AnotherRecord_IsNotBelieved(string body)
    {
        Fake.On(HttpMethod.Get, "itemrecords/{id}?isBarcode", _ => FakeResponse.Json(body));

        Assert.ThrowsAsync<InvalidResponseException>(() => Client.ItemRecords.GetAsync(7));
        Assert.ThrowsAsync<InvalidResponseException>(() => Client.ItemRecords.GetByBarcodeAsync("5x"));
    }

    [Test]
    public void EachMethod_BadArgument_ThrowsBeforeAnythingIsSent()
    {
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Client.ItemRecords.GetAsync(0));
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Client.ItemRecords.FindAsync(-1));
        foreach (var barcode in new[] { null, "", " ", ".", "..", "1\n2" })
        {
            Assert.ThrowsAsync<ArgumentException>(() => Client.ItemRecords.GetByBarcodeAsync(barcode!));
            Assert.ThrowsAsync<ArgumentException>(() => Client.ItemRecords.FindByBarcodeAsync(barcode!));
        }

        Assert.That(Fake.Journal, Is.Empty);
    }
}
