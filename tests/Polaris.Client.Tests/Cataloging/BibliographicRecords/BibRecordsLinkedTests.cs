using Polaris.Client.Cataloging;
using Polaris.Client.Marc;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Cataloging;

public sealed class BibRecordsLinkedTests : FakeFixture
{
    private const string FixedData = "171108s2015    onc     j     000 1 eng d";

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(100)]
    [TestCase(101)]
    [TestCase(250)]
    public async Task ListItemsAsync_AnyNumberOfItems_ListsEachOnce(int count)
    {
        for (var id = 1; id <= count; id++)
        {
            Fake.WithItem(1_000 + id, $"{id:D4}", bibRecordId: 5, statusId: 2);
        }

        Fake.WithItem(9_000, "of another record", bibRecordId: 6);

        var items = await ListAsync();

        Assert.That(items.Select(item => item.ItemRecordId), Is.EqualTo(Enumerable.Range(1_001, count)));
        Assert.That(items.Select(item => item.Status).Distinct(), Is.EqualTo(count == 0 ? [] : new[] { "Out" }));
    }

    [Test]
    public async Task ListItemsAsync_ServerThatIgnoresTheLimit_ListsEachOnce()
    {
        var rows = string.Join(",", Enumerable.Range(1, 130).Select(id => $$"""{"ControlNumber":{{id}}}"""));
        Fake.On(HttpMethod.Get, "bibliographicrecords/{id}/items?*", _ => FakeResponse.Json($"[{rows}]"));

        var items = await ListAsync();

        Assert.That(items.Select(item => item.ControlNumber), Is.EqualTo(Enumerable.Range(1, 130)));
        Assert.That(items[0].ToString(), Is.EqualTo("BibItem 1"));
    }

    [TestCase(0)]
    [TestCase(100)]
    public async Task ListItemsAsync_TotalLessThanTheItems_ListsEachOnce(int total)
    {
        var rows = Enumerable.Range(1, 130).Select(id => $$"""{"ItemRecordID":{{id}}}""").ToList();
        Fake.On(HttpMethod.Get, "bibliographicrecords/{id}/items?*", request => FakeResponse.Json(
            $$"""{"TotalCount":{{total}},"Items":[{{string.Join(",", request.Query["Offset"] == "0" ? rows.Take(100) : rows.Skip(100))}}]}"""));

        Assert.That((await ListAsync()).Select(item => item.ItemRecordId), Is.EqualTo(Enumerable.Range(1, 130)));
    }

    [Test]
    public void ListItemsAsync_SamePartAgain_IsRefusedInsteadOfRepeated()
    {
        var rows = string.Join(",", Enumerable.Range(1, 100).Select(id => $$"""{"ItemRecordID":{{id}}}"""));
        Fake.On(HttpMethod.Get, "bibliographicrecords/{id}/items?*", _ => FakeResponse.Json($"[{rows}]"));

        var error = Assert.ThrowsAsync<InvalidResponseException>(ListAsync)!;

        Assert.That(error.Message, Does.Contain("the part from 100"));
    }

    [TestCase("{}")]
    [TestCase("""{"PitID":5,"A":[],"B":[]}""")]
    [TestCase("7")]
    [TestCase("null")]
    [TestCase("")]
    public void ListItemsAsync_BodyThatIsNotAList_IsNotTakenForAnEmptyOne(string body)
    {
        Fake.On(HttpMethod.Get, "bibliographicrecords/{id}/items?*", _ => FakeResponse.Json(body));

        Assert.ThrowsAsync<InvalidResponseException>(ListAsync);
    }

    [TestCase("{}")]
    [TestCase("""{"Message":"An error has occurred."}""")]
    public void EachRead_ResponseWithoutItsList_IsNotTakenForAnEmptyOne(string body)
    {
        Fake.On(HttpMethod.Get, "bibliographicrecords/{id}/availability?*", _ => FakeResponse.Json(body))
            .On(HttpMethod.Get, "marc/records?*", _ => FakeResponse.Json(body));

        Assert.ThrowsAsync<InvalidResponseException>(() => Client.BibRecords.GetAvailabilityAsync(5));
        Assert.ThrowsAsync<InvalidResponseException>(async () => await Client.BibRecords.ListMarcAsync([5]).GetAsyncEnumerator().MoveNextAsync());
    }

    [TestCase(FakeSloppiness.Nulls)]
    [TestCase(FakeSloppiness.NumbersAsStrings)]
    [TestCase(FakeSloppiness.All)]
    public async Task EachCall_SloppyServer_IsUnderstood(FakeSloppiness sloppiness)
    {
        var sloppy = new FakePolaris(new FakePolarisOptions { Sloppiness = sloppiness, TimeProvider = Clock })
            .WithBib(5)
            .WithItem(17, "0017", bibRecordId: 5)
            .With(new FakeRecordSet { Id = 40, ObjectTypeId = 2, RecordIds = [5] });
        await using var client = sloppy.CreateClient();
        List<BibItem> items = [];
        await foreach (var item in client.BibRecords.ListItemsAsync(5))
        {
            items.Add(item);
        }

        var id = await client.BibRecords.CreateAsync(Record());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(items.Single().ItemRecordId, Is.EqualTo(17));
            Assert.That((await client.BibRecords.ListRecordSetsAsync(5)).Single().RecordSetId, Is.EqualTo(40));
            Assert.That((await client.ItemRecords.GetStateAsync(17)).ItemStatusId, Is.EqualTo(1));
            Assert.That(sloppy.Bibs.ContainsKey(id), Is.True);
        }
    }

    [Test]
    public async Task ListRecordSetsAsync_SetsOfTheRecordAndOthers_ListsThoseOfTheRecord()
    {
        Fake.With(new FakeRecordSet { Id = 40, Name = "To be checked", ObjectTypeId = 2, RecordIds = [5, 6] })
            .With(new FakeRecordSet { Id = 41, ObjectTypeId = 2, RecordIds = [6] })
            .With(new FakeRecordSet { Id = 42, ObjectTypeId = 3, RecordIds = [5] });

        var sets = await Client.BibRecords.ListRecordSetsAsync(5);

        Assert.That(sets.Select(found => $"{found.RecordSetId} {found.Name} {found.NumberOfRecords}"), Is.EqualTo(["40 To be checked 2"]));
    }

    [Test]
    public async Task CreateAsync_Record_ExistsAfterwards()
    {
        var id = await Client.BibRecords.CreateAsync(Record());

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Client.BibRecords.GetMarcAsync(id)).FirstSubfield("245", 'a'), Is.EqualTo("Three"));
            Assert.That(Fake.Bibs[id].RecordOwnerId, Is.EqualTo(3));
            Assert.That(Fake.Bibs[id].DisplayInPac, Is.False);
            Assert.That(Fake.Bibs[id].DoNotOverlay, Is.True);
        }
    }

    [Test]
    public async Task CreateAsync_RecordThatAServerReturned_IsSentWithoutItsIds()
    {
        var record = Record();
        record.Marc = MarcRecord.FromJson($$"""{"BibRecordID":5,{{record.Marc!.ToJson().Substring(1)}}""");
        record.Marc.Id = 5;

        var id = await Client.BibRecords.CreateAsync(record);

        Assert.That(Fake.Bibs[id].Marc!.Select(member => member.Key), Does.Not.Contain("BibRecordID"));
        Assert.That(record.Marc.Id, Is.EqualTo(5), "the record of the caller stays");
    }

    [Test]
    public void CreateAsync_ResponseLost_IsInDoubtAndCreatedOnce()
    {
        Fake.Faults.Add(new FakeFault(FaultKind.ResetAfterProcessing) { Path = "bibliographicrecords" });

        var lost = Assert.ThrowsAsync<TransportException>(() => Client.BibRecords.CreateAsync(Record()))!;

        Assert.That(lost.MayHaveBeenProcessed, Is.True);
        Assert.That(Fake.Bibs, Has.Count.EqualTo(2), "the one of the fixture, and the new one");
    }

    [TestCase("0")]
    [TestCase("-1")]
    [TestCase("{}")]
    [TestCase("\"done\"")]
    [TestCase("")]
    public void CreateAsync_ResponseThatIsNotAnId_IsInDoubt(string body)
    {
        Fake.On(HttpMethod.Post, "bibliographicrecords?type", _ => FakeResponse.Json(body));

        var error = Assert.ThrowsAsync<InvalidResponseException>(() => Client.BibRecords.CreateAsync(Record()))!;

        Assert.That(error.MayHaveBeenProcessed, Is.True);
    }

    [Test]
    public void CreateAsync_IncompleteRecord_IsRefusedBeforeItIsSent()
    {
        (string Part, NewBibRecord Record)[] wrong =
        [
            ("RecordOwnerId", Record(record => record.RecordOwnerId = 0)),
            ("DisplayInPac", Record(record => record.DisplayInPac = null)),
            ("DoNotOverlay", Record(record => record.DoNotOverlay = null)),
            ("Marc", Record(record => record.Marc = null)),
            ("leader must have 24 characters, but has 5", Record(record => record.Marc!.Leader = "short")),
            ("one field 008, but has 0", Record(record => record.Marc!.Fields.RemoveAt(0))),
            ("one field 008, but has 2", Record(record => record.Marc!.Control("008", FixedData))),
            ("Field 008 must have 40 characters, but has 4", Record(record => record.Marc!["008"]!.Data = "1711")),
        ];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(FixedData, Has.Length.EqualTo(40));
            foreach (var (part, record) in wrong)
            {
                Assert.That(Assert.ThrowsAsync<ArgumentException>(() => Client.BibRecords.CreateAsync(record))!.Message, Does.Contain(part));
            }

            Assert.ThrowsAsync<ArgumentNullException>(() => Client.BibRecords.CreateAsync(null!));
            Assert.That(Fake.Journal, Is.Empty);
        }
    }

    [Test]
    public void EachCall_BadIdOrUnknownRecord_Throws()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Client.BibRecords.ListItemsAsync(0));
            Assert.Throws<ArgumentOutOfRangeException>(() => Client.BibRecords.ListRecordSetsAsync(-1));
            Assert.ThrowsAsync<NotFoundException>(() => Client.BibRecords.ListRecordSetsAsync(99));
            Assert.ThrowsAsync<NotFoundException>(async () => await Client.BibRecords.ListItemsAsync(99).GetAsyncEnumerator().MoveNextAsync());
        }
    }

    private static NewBibRecord Record(Action<NewBibRecord>? change = null)
    {
        var record = new NewBibRecord
        {
            RecordOwnerId = 3,
            DisplayInPac = false,
            DoNotOverlay = true,
            Marc = new MarcRecord().Control("008", FixedData).Field("245", '1', '0', ('a', "Three")),
        };
        change?.Invoke(record);
        return record;
    }

    private async Task<List<BibItem>> ListAsync()
    {
        List<BibItem> items = [];
        await foreach (var item in Client.BibRecords.ListItemsAsync(5))
        {
            items.Add(item);
        }

        return items;
    }
}
