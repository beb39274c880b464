using Polaris.Client.Cataloging;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Cataloging;

public sealed class ItemRecordsClientTests : FakeFixture
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

    [Test]
    public async Task GetStateAsyncAndListRecordSetsAsync_StoredItem_AreReturned()
    {
        Fake.WithItem(17, "0017", statusId: 6)
            .With(new FakeRecordSet { Id = 40, ObjectTypeId = 3, RecordIds = [17] })
            .With(new FakeRecordSet { Id = 41, ObjectTypeId = 107, RecordIds = [17] })
            .With(new FakeRecordSet { Id = 42, ObjectTypeId = 2, RecordIds = [17] });

        var state = await Client.ItemRecords.GetStateAsync(17);
        var sets = await Client.ItemRecords.ListRecordSetsAsync(17);

        Assert.That($"{state.ItemStatusId} {state.RecordStatusId} {state.CollectionId} {state.Holdable}", Is.EqualTo("6 1  True"));
        Assert.That(sets.Select(found => found.RecordSetId), Is.EqualTo([40, 41]), "weeding is for items");
        Assert.ThrowsAsync<NotFoundException>(() => Client.ItemRecords.GetStateAsync(99));
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Client.ItemRecords.GetStateAsync(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Client.ItemRecords.ListRecordSetsAsync(0));
    }

    [Test]
    public void GetStateAsync_ResponseWithoutStatus_IsRefused()
    {
        Fake.On(HttpMethod.Get, "itemrecords/{id}?view", _ => FakeResponse.Json("{}"));

        Assert.ThrowsAsync<InvalidResponseException>(() => Client.ItemRecords.GetStateAsync(17));
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

    [Test]
    public async Task ListHistoryAsync_StoredActions_AreReturned()
    {
        Fake.With(new FakeItem { Id = 17, History = [new() { ["ActionTakenID"] = 9, ["NewItemStatusID"] = 6 }] });

        Assert.That((await Client.ItemRecords.ListHistoryAsync(17)).Single().ActionTakenId, Is.EqualTo(9));
        Assert.ThrowsAsync<NotFoundException>(() => Client.ItemRecords.ListHistoryAsync(99));
    }

    [Test]
    public async Task GetViewAsync_StoredRecord_ReturnsTheFewProperties()
    {
        Fake.WithRecord("items", new() { ["ItemRecordID"] = 17, ["AssignedCollectionID"] = 4, ["FreeTextBlock"] = "torn" });

        var view = await Client.ItemRecords.GetViewAsync(17);

        Assert.That($"{view.AssignedCollectionId} {view.FreeTextBlock}", Is.EqualTo("4 torn"));
        Fake.On(HttpMethod.Get, "itemrecords/{id}?*", _ => FakeResponse.Json("""{"ItemRecordID":18}"""));
        Assert.ThrowsAsync<InvalidResponseException>(() => Client.ItemRecords.GetViewAsync(17));
    }

    [Test]
    public async Task ListByIdsAsync_KnownAndUnknownItems_ReturnsTheKnownOnes()
    {
        Fake.WithItem(17, "0017", bibRecordId: 5);

        var items = await Client.ItemRecords.ListByIdsAsync([17, 99], 8);

        Assert.That($"{items.Single().ItemRecordId} {items[0].Barcode} {items[0].BibRecordId}", Is.EqualTo("17 0017 5"));
    }

    [Test]
    public async Task ListHoldsAsync_MoreThanOnePart_ReturnsTheHoldsOfTheItemAndItsTitle()
    {
        Fake.WithItem(17, "0017", bibRecordId: 5).WithHold(1, 8, 5, itemRecordId: 17).WithHold(2, 8, 5, itemRecordId: 18);
        Enumerable.Range(100, 55).ToList().ForEach(id => Fake.WithHold(id, 9, 5));

        var holds = await HoldsOfAsync(17);

        Assert.That(holds.Select(hold => hold.HoldRequestId), Is.EqualTo(Enumerable.Range(100, 55).Prepend(1)));
        Assert.That($"{holds[0].PatronId} {holds[0].ItemBarcode} {holds[1].ItemBarcode}", Is.EqualTo("8 0017 "));
    }

    [Test]
    public void ListHoldsAsync_ServerThatRepeatsTheFirstPart_EndsWithAnException()
    {
        Fake.On(HttpMethod.Get, "itemrecords/{id}/holds?*", _ => FakeResponse.Json("""{"TotalCount":200,"Offset":0,"Reservations":[]}"""));

        Assert.ThrowsAsync<InvalidResponseException>(() => HoldsOfAsync(17));
    }

    [TestCase(50, 50)]
    [TestCase(60, 50)]
    [TestCase(120, 50)]
    [TestCase(120, 120)]
    public async Task ListHoldsAsync_ServerThatDoesNotSendTheOffset_ReturnsEachOnce(int total, int limit)
    {
        Fake.On(HttpMethod.Get, "itemrecords/{id}/holds?*", request =>
        {
            var rows = Enumerable.Range(1, total).Skip(int.Parse(request.Query["Offset"])).Take(limit).Select(id => $$"""{"SysHoldRequestID":{{id}}}""");
            return FakeResponse.Json($$"""{"TotalCount":{{total}},"Reservations":[{{string.Join(',', rows)}}]}""");
        });

        Assert.That((await HoldsOfAsync(17)).Select(hold => hold.HoldRequestId), Is.EqualTo(Enumerable.Range(1, total)));
    }

    [Test]
    public async Task ListHoldsAsync_ServerThatIgnoresTheLimit_ReturnsEachOnce()
    {
        var rows = string.Join(',', Enumerable.Range(1, 60).Select(id => $$"""{"SysHoldRequestID":{{id}}}"""));
        Fake.On(HttpMethod.Get, "itemrecords/{id}/holds?*", _ => FakeResponse.Json($$"""{"TotalCount":60,"Reservations":[{{rows}}]}"""));

        Assert.That((await HoldsOfAsync(17)).Select(hold => hold.HoldRequestId), Is.EqualTo(Enumerable.Range(1, 60)));
    }

    [Test]
    public void ListHoldsAsync_FirstPartAgainWithoutOffset_EndsWithAnException()
    {
        Fake.On(HttpMethod.Get, "itemrecords/{id}/holds?*", _ => FakeResponse.Json("""{"TotalCount":60,"Reservations":[{"SysHoldRequestID":1}]}"""));

        Assert.ThrowsAsync<InvalidResponseException>(() => HoldsOfAsync(17));
    }

    [TestCase("{}")]
    [TestCase("""{"Message":"An error has occurred."}""")]
    [TestCase("""{"TotalCount":null,"Reservations":[{"SysHoldRequestID":1}]}""")]
    public void ListHoldsAsync_ResponseWithoutCount_IsNotTakenForTheWholeList(string body)
    {
        Fake.On(HttpMethod.Get, "itemrecords/{id}/holds?*", _ => FakeResponse.Json(body));

        Assert.ThrowsAsync<InvalidResponseException>(() => HoldsOfAsync(17));
    }

    [TestCase("{}")]
    [TestCase("""{"Message":"An error has occurred."}""")]
    [TestCase("""{"ItemRecordID":17,"Success":null}""")]
    public void AddBlockingNoteAsync_ResponseWithoutSuccess_IsInDoubt(string body)
    {
        Fake.On(HttpMethod.Post, "itemrecords/{id}/blockingnote", _ => FakeResponse.Json(body));

        var doubtful = Assert.ThrowsAsync<InvalidResponseException>(() => Client.ItemRecords.AddBlockingNoteAsync(17, "torn"))!;

        Assert.That(doubtful.MayHaveBeenProcessed, Is.True);
    }

    [Test]
    public async Task EachList_NullAmongTheRows_IsLeftOut()
    {
        Fake.On(HttpMethod.Get, "itemrecords/{id}?view", _ => FakeResponse.Json("[null]"))
            .On(HttpMethod.Post, "itemrecords/batch/getbyids?*", _ => FakeResponse.Json("[null]"));

        Assert.That(await Client.ItemRecords.ListHistoryAsync(17), Is.Empty);
        Assert.That(await Client.ItemRecords.ListByIdsAsync([17], 8), Is.Empty);
    }

    [Test]
    public async Task AddBlockingNoteAsync_OrganizationOfTheItem_AddsTheNote()
    {
        Fake.With(new FakeItem { Id = 17, AssignedBranchId = 12 });

        await Client.With(organizationId: 12).ItemRecords.AddBlockingNoteAsync(17, "torn");

        Assert.That(Fake.Items[17].BlockingNotes, Is.EqualTo(["torn"]));
        Assert.That((await Client.ItemRecords.GetAsync(17)).AdditionalMembers, Is.Null, "what only the fake knows is not returned");
    }

    [Test]
    public void AddBlockingNoteAsync_AnotherOrganization_ThrowsAndStatesWhatToDo()
    {
        Fake.With(new FakeItem { Id = 17, AssignedBranchId = 12 });

        var refused = Assert.ThrowsAsync<RequestFailedException>(() => Client.ItemRecords.AddBlockingNoteAsync(17, "torn"))!;

        Assert.That(refused.Message, Does.Contain("With(organizationId)"));
        Assert.That(refused.ServerMessage, Is.EqualTo("The blocking note could not be added."));
        Assert.That(Fake.Items[17].BlockingNotes, Is.Empty);
    }

    [Test]
    public void EachDetail_BadArgument_ThrowsBeforeAnythingIsSent()
    {
        var items = Client.ItemRecords;
        Func<Task>[] outOfRange =
        [
            () => items.GetBarcodeAsync(0), () => items.FindBarcodeAsync(-1), () => items.ListHistoryAsync(0), () => items.GetViewAsync(0),
            () => HoldsOfAsync(0), () => items.AddBlockingNoteAsync(0, "torn"), () => items.ListByIdsAsync([1, 0], 8), () => items.ListByIdsAsync([1], 0),
        ];

        Array.ForEach(outOfRange, call => Assert.ThrowsAsync<ArgumentOutOfRangeException>(call));
        Assert.ThrowsAsync<ArgumentException>(() => items.ListByIdsAsync([], 8));
        Assert.ThrowsAsync<ArgumentNullException>(() => items.ListByIdsAsync(null!, 8));
        Assert.ThrowsAsync<ArgumentException>(() => items.AddBlockingNoteAsync(17, " "));
        Assert.That(Fake.Journal, Is.Empty);
    }

    private async Task<List<ItemHold>> HoldsOfAsync(int itemRecordId)
    {
        List<ItemHold> holds = [];
        await foreach (var hold in Client.ItemRecords.ListHoldsAsync(itemRecordId))
        {
            holds.Add(hold);
        }

        return holds;
    }
}
