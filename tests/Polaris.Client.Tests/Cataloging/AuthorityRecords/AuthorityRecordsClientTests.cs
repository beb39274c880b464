using Polaris.Client.Marc;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Cataloging;

public sealed class AuthorityRecordsClientTests : FakeFixture
{
    [Test]
    public async Task GetAsync_StoredRecord_ReturnsItsProperties()
    {
        Fake.WithAuthority(7, "Trembath, Don", linkedBibs: 3, linkedSeeAlso: 1);

        var record = await Client.AuthorityRecords.GetAsync(7);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(record.AuthorityRecordId, Is.EqualTo(7));
            Assert.That(record.Heading, Is.EqualTo("Trembath, Don"));
            Assert.That(record.LinkedBibCount, Is.EqualTo(3));
            Assert.That(record.HasSeeAlsoFrom, Is.EqualTo("1"));
        }
    }

    [Test]
    public async Task GetMarcAsync_StoredRecord_ReturnsItsFieldsAndId()
    {
        Fake.WithRecord("authorities", new()
        {
            ["AuthorityRecordID"] = 7,
            ["Record"] = System.Text.Json.Nodes.JsonNode.Parse(
                new MarcRecord().Field("100", '1', ' ', ('a', "Trembath, Don")).ToJson()),
        });

        var record = await Client.AuthorityRecords.GetMarcAsync(7);

        Assert.That(record.FirstSubfield("100", 'a'), Is.EqualTo("Trembath, Don"));
        Assert.That(record.AdditionalMembers!["AuthorityRecordID"].GetInt32(), Is.EqualTo(7));
    }

    [Test]
    public async Task FindAsync_UnknownRecord_ReturnsNullAndGetThrows()
    {
        Assert.That(await Client.AuthorityRecords.FindAsync(99), Is.Null);
        Assert.ThrowsAsync<NotFoundException>(() => Client.AuthorityRecords.GetAsync(99));
        Assert.ThrowsAsync<NotFoundException>(() => Client.AuthorityRecords.GetMarcAsync(99));
    }

    [Test]
    public void FindAsync_PageOfTheWebServer_IsNotTakenForAMissingRecord()
    {
        Fake.On(HttpMethod.Get, "authorityrecords/{id}", _ => FakeResponse.Html(404, "404 - File or directory not found."));

        Assert.ThrowsAsync<NotFoundException>(() => Client.AuthorityRecords.FindAsync(5));
    }

    [Test]
    public void EachRead_UnexpectedBody_IsNotBelieved()
    {
        Fake.On(HttpMethod.Get, "authorityrecords/{id}", _ => FakeResponse.Json("""{"AuthorityRecordID":6}"""));
        Fake.On(HttpMethod.Get, "authorityrecords/{id}/marcdisplay", _ => FakeResponse.Json("[]"));

        Assert.ThrowsAsync<InvalidResponseException>(() => Client.AuthorityRecords.GetAsync(5));
        Assert.ThrowsAsync<InvalidResponseException>(() => Client.AuthorityRecords.GetMarcAsync(5));
    }

    [Test]
    public void EachMethod_IdBelowOne_ThrowsBeforeAnythingIsSent()
    {
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Client.AuthorityRecords.GetAsync(0));
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Client.AuthorityRecords.FindAsync(0));
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Client.AuthorityRecords.GetMarcAsync(-1));
        Assert.That(Fake.Journal, Is.Empty);
    }
}
