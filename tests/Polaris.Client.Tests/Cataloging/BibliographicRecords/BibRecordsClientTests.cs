using Polaris.Client.Cataloging;
using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Cataloging;

public sealed class BibRecordsClientTests : FakeFixture
{
    [Test]
    public async Task GetAsync_StoredRecord_ReturnsItsProperties()
    {
        Fake.WithBib(7, displayInPac: false, marc: Titled("Frogs /"), doNotOverlay: true);

        var record = await Client.BibRecords.GetAsync(7);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(record.BibRecordId, Is.EqualTo(7));
            Assert.That(record.DisplayInPac, Is.False);
            Assert.That(record.DoNotOverlay, Is.True);
            Assert.That(record.RecordOwnerId, Is.EqualTo(1));
            Assert.That(record.BrowseTitle, Is.EqualTo("Frogs"));
            Assert.That(record.ToString(), Is.EqualTo("BibRecord 7"));
        }
    }

    [Test]
    public async Task FindAsync_UnknownRecord_ReturnsNullAndGetThrows()
    {
        Assert.That(await Client.BibRecords.FindAsync(99), Is.Null);
        Assert.ThrowsAsync<NotFoundException>(() => Client.BibRecords.GetAsync(99));
        Assert.ThrowsAsync<NotFoundException>(() => Client.BibRecords.GetMarcAsync(99));
    }

    [Test]
    public void FindAsync_PageOfTheWebServer_IsNotTakenForAMissingRecord()
    {
        Fake.On(HttpMethod.Get, "bibliographicrecords/{id}", _ => FakeResponse.Html(404, "404 - File or directory not found."));

        Assert.ThrowsAsync<NotFoundException>(() => Client.BibRecords.FindAsync(5));
    }

    [Test]
    public void GetAsync_AnotherRecord_IsNotBelieved()
    {
        Fake.On(HttpMethod.Get, "bibliographicrecords/{id}", _ => FakeResponse.Json("""{"BibliographicRecordID":6}"""));

        var error = Assert.ThrowsAsync<InvalidResponseException>(() => Client.BibRecords.GetAsync(5));

        Assert.That(error!.Message, Does.Contain("is not bibliographic record 5"));
    }

    [TestCase("[]", TestName = "GetAsync_EmptyArray_Throws")]
    [TestCase("""[{"BibliographicRecordID":5},{"BibliographicRecordID":6}]""", TestName = "GetAsync_SeveralRecords_Throws")]
    [TestCase("5", TestName = "GetAsync_Number_Throws")]
    public void GetAsync_NotOneRecord_Throws(string body)
    {
        Fake.On(HttpMethod.Get, "bibliographicrecords/{id}", _ => FakeResponse.Json(body));

        Assert.ThrowsAsync<InvalidResponseException>(() => Client.BibRecords.GetAsync(5));
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("""{"leader":"00000nam a2200000 i 4500","controlfields":[],"datafields":[{"tag":"245","ind1":"1","ind2":"0","subfields":"none"}]}""")]
    public void GetMarcAsync_NotReadableWithoutLoss_Throws(string body)
    {
        Fake.On(HttpMethod.Get, "bibliographicrecords/{id}/marcdisplay", _ => FakeResponse.Json(body));

        Assert.ThrowsAsync<InvalidResponseException>(() => Client.BibRecords.GetMarcAsync(5));
    }

    [TestCase(0)]
    [TestCase(-1)]
    public void EachMethod_IdBelowOne_ThrowsBeforeAnythingIsSent(int id)
    {
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Client.BibRecords.GetAsync(id));
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Client.BibRecords.FindAsync(id));
        Assert.Throws<ArgumentOutOfRangeException>(() => Client.BibRecords.GetAvailabilityAsync(id));
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Client.BibRecords.GetMarcAsync(id));
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Client.BibRecords.EditAsync(id, (MarcRecord _) => { }, new()));
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await ListAsync([5, id]));
        Assert.That(Fake.Journal, Is.Empty);
    }

    [Test]
    public async Task ListMarcAsync_MoreThanTwentyIds_AreReadTwentyAtATimeInTheirOrder()
    {
        var ids = Enumerable.Range(100, 41).Reverse().ToList();
        ids.ForEach(id => Fake.WithBib(id, marc: Titled($"Title {id}")));

        var records = await ListAsync(ids);

        Assert.That(records.Select(record => record.BibRecordId), Is.EqualTo(ids));
        Assert.That(records.Select(record => record.Marc!.FirstSubfield("245", 'a')), Is.EqualTo(ids.Select(id => $"Title {id}")));
        Assert.That(Fake.Journal.Count(entry => entry.Path.StartsWith("marc/records", StringComparison.Ordinal)), Is.EqualTo(3));
    }

    [Test]
    public async Task ListMarcAsync_LockedAndUnknownRecords_AreReported()
    {
        Fake.WithBib(6).LockAs("PolarisExec", 15, ObjectType.BibliographicRecord, 6);

        var records = await ListAsync([6, 99, 5, 5]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(records.Select(record => record.BibRecordId), Is.EqualTo(new[] { 6, 99, 5, 5 }));
            Assert.That(records[0].Marc, Is.Null);
            Assert.That(records[0].WithheldBy!.PolarisUserName, Is.EqualTo("PolarisExec"));
            Assert.That(records[1].Marc, Is.Null);
            Assert.That(records[1].WithheldBy, Is.Null);
            Assert.That(records[2].Marc, Is.Not.Null);
            Assert.That(records[3].Brief!.BibRecordId, Is.EqualTo(5));
        }
    }

    [Test]
    public async Task GetAvailabilityAsync_RecordWithItems_CountsThem()
    {
        Fake.WithItem(1, "1", bibRecordId: 5).WithItem(2, "2", bibRecordId: 5, statusId: 2);

        var branch = (await Client.BibRecords.GetAvailabilityAsync(5)).Details.Single();

        Assert.That(branch.AvailableCount, Is.EqualTo(1));
        Assert.That(branch.TotalCount, Is.EqualTo(2));
    }

    internal static MarcRecord Titled(string title) => new MarcRecord().Control("001", "5").Field("245", '1', '0', ('a', title));

    private async Task<List<BibMarc>> ListAsync(IEnumerable<int> ids)
    {
        List<BibMarc> records = [];
        await foreach (var record in Client.BibRecords.ListMarcAsync(ids))
        {
            records.Add(record);
        }

        return records;
    }
}
