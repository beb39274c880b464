using Polaris.Client.Cataloging;
using Polaris.Client.ContractTests.Wire;

namespace Polaris.Client.ContractTests.Polaris;

/// <summary>What belongs to a record. The responses are those of the vendor's pages, with short texts.</summary>
[TestFixture]
public sealed class LinkedRecordTests : PolarisContractTest
{
    private const string Row = """
        {
          "ItemRecordID": 1472272, "AssignedBranch": "Johnstown Public Library", "Barcode": "0001200231049", "CallNumber": "327.73 K61am2",
          "Collection": "Adult Nonfiction (ANF)", "ControlNumber": 1472272, "Designation": null, "DueDate": "2017-02-14T23:59:59-05:00",
          "LastCircTransactionDate": "2010-01-29T13:03:27.11-05:00", "LoanUnits": 1, "MaterialType": "Book", "RecordStatus": "Final",
          "ShelfLocation": "", "Status": "Lost", "Title": "American foreign policy", "Volume": null, "New": 1
        }
        """;

    [TestCase(false)]
    [TestCase(true)]
    public async Task ListItemsAsync_ArrayOrObjectWithOne_IsRead(bool asObject)
    {
        On("GET bibliographicrecords/12345/items?Limit=100&Offset=0&PitID=0").Answers(Answer.Json(
            200, asObject ? $$"""{ "PitID": 7, "TotalCount": 1, "Offset": 0, "Items": [{{Row}}] }""" : $"[{Row}]"));

        BibItem item = (await ListItemsAsync()).Single();

        AssertRequests(SignIn, "GET bibliographicrecords/12345/items?Limit=100&Offset=0&PitID=0");
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{item.ItemRecordId} {item.ControlNumber} {item.Barcode}", Is.EqualTo("1472272 1472272 0001200231049"));
            Assert.That($"{item.AssignedBranch}|{item.Collection}|{item.MaterialType}|{item.CallNumber}", Is.EqualTo(
                "Johnstown Public Library|Adult Nonfiction (ANF)|Book|327.73 K61am2"));
            Assert.That($"{item.Status} {item.RecordStatus} {item.LoanUnits} {item.Volume}", Is.EqualTo("Lost Final 1 "));
            Assert.That(item.DueDate?.Year, Is.EqualTo(2017));
            Assert.That(item.AdditionalMembers!.Keys, Is.EqualTo(["New"]));
        }
    }

    [Test]
    public async Task ListItemsAsync_SnapshotOfTheServer_IsSentWithTheNextCall()
    {
        On("GET bibliographicrecords/12345/items?Limit=100&Offset=0&PitID=0").Answers(Answer.Json(
            200, """{ "PitID": "7", "TotalCount": 101, "Items": [{ "ItemRecordID": 1 }, null] }"""));
        On("GET bibliographicrecords/12345/items?Limit=100&Offset=100&PitID=7").Answers(Answer.Json(
            200, """{ "PitID": 7, "TotalCount": 101, "Items": [{ "ItemRecordID": 2 }] }"""));

        List<BibItem> items = await ListItemsAsync();

        AssertRequests(
            SignIn,
            "GET bibliographicrecords/12345/items?Limit=100&Offset=0&PitID=0",
            "GET bibliographicrecords/12345/items?Limit=100&Offset=100&PitID=7");
        Assert.That(items.Select(item => item.ItemRecordId), Is.EqualTo([1, 2]));
    }

    [Test]
    public async Task ListRecordSetsAsync_OfEachKindOfRecord_AreRead()
    {
        const string sets = """
            [{
              "RecordSetID": 36486, "Name": "All bibs", "ObjectTypeID": 2, "ObjectTypeDescription": "Bibliographic Record",
              "OwnerName": "Development System", "CreationDate": "2016-03-30T14:21:42.873-04:00", "Note": null, "NumberOfRecords": 879943
            }]
            """;
        On("GET bibliographicrecords/5/recordsets").Answers(Answer.Json(200, sets));
        On("GET authorityrecords/6/recordsets").Answers(Answer.Json(200, sets));
        On("GET itemrecords/7/recordsets").Answers(Answer.Json(200, sets));
        PolarisClient polaris = CreateClient();

        RecordSet[] found =
        [
            .. await polaris.BibRecords.ListRecordSetsAsync(5),
            .. await polaris.AuthorityRecords.ListRecordSetsAsync(6),
            .. await polaris.ItemRecords.ListRecordSetsAsync(7),
        ];

        AssertRequests(SignIn, "GET bibliographicrecords/5/recordsets", "GET authorityrecords/6/recordsets", "GET itemrecords/7/recordsets");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Select(row => $"{row.RecordSetId} {row.Name} {row.OwnerName}").Distinct(), Is.EqualTo(["36486 All bibs Development System"]));
            Assert.That(found[0].NumberOfRecords, Is.EqualTo(879943));
            Assert.That(found[0].AdditionalMembers!.Keys, Is.EqualTo(["ObjectTypeDescription"]));
        }
    }

    [Test]
    public async Task GetStateAsync_State_IsRead()
    {
        On("GET itemrecords/17?view=state").Answers(Answer.Json(
            200, """{ "ItemStatusID": 6, "RecordStatusID": 1, "CollectionID": 2, "Holdable": false }"""));

        ItemState state = await CreateClient().ItemRecords.GetStateAsync(17);

        AssertRequests(SignIn, "GET itemrecords/17?view=state");
        Assert.That($"{state.ItemStatusId} {state.RecordStatusId} {state.CollectionId} {state.Holdable}", Is.EqualTo("6 1 2 False"));
        Assert.That(state.AdditionalMembers, Is.Null);
    }

    private async Task<List<BibItem>> ListItemsAsync()
    {
        List<BibItem> items = [];
        await foreach (BibItem item in CreateClient().BibRecords.ListItemsAsync(12345))
        {
            items.Add(item);
        }

        return items;
    }
}
