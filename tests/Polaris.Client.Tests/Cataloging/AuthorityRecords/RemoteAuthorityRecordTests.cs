using Polaris.Client.Marc;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Cataloging;

public sealed class RemoteAuthorityRecordTests : FakeFixture
{
    [Test]
    public async Task CreateFromRemoteAsync_Record_ExistsAfterwards()
    {
        var created = await Client.AuthorityRecords.CreateFromRemoteAsync(Remote(), isFromPolarisSearch: false);

        Assert.That(created.Heading, Is.EqualTo("Messager, Alexandre"));
        Assert.That((await Client.AuthorityRecords.GetMarcAsync(created.AuthorityRecordId)).FirstSubfield("100", 'a'), Is.EqualTo("Messager, Alexandre"));
    }

    [Test]
    public async Task CreateFromRemoteAsync_RecordOfAnotherServer_IsSentWithoutItsId()
    {
        var first = await Client.AuthorityRecords.CreateFromRemoteAsync(Remote(), isFromPolarisSearch: false);
        var read = await Client.AuthorityRecords.GetMarcAsync(first.AuthorityRecordId);

        var second = await Client.AuthorityRecords.CreateFromRemoteAsync(read, isFromPolarisSearch: false);

        Assert.That(second.AuthorityRecordId, Is.Not.EqualTo(first.AuthorityRecordId));
        Assert.That(Fake.Authorities[second.AuthorityRecordId].Marc!.ContainsKey("AuthorityRecordID"), Is.False);
        Assert.That(read.AdditionalMembers!.Keys, Is.EqualTo(["AuthorityRecordID"]), "the record of the caller stays");
    }

    [Test]
    public void CreateFromRemoteAsync_ResponseLost_IsInDoubtAndCreatedOnce()
    {
        Fake.Faults.Add(new FakeFault(FaultKind.ResetAfterProcessing) { Path = "remoterecord" });

        var lost = Assert.ThrowsAsync<TransportException>(() => Client.AuthorityRecords.CreateFromRemoteAsync(Remote(), isFromPolarisSearch: true))!;

        Assert.That(lost.MayHaveBeenProcessed, Is.True);
        Assert.That(Fake.Authorities, Has.Count.EqualTo(1));
    }

    [TestCase("{}")]
    [TestCase("""{"AuthorityRecordID":0}""")]
    [TestCase("""{"Message":"The record was not created."}""")]
    public void CreateFromRemoteAsync_ResponseWithoutId_IsInDoubt(string body)
    {
        Fake.On(HttpMethod.Put, "remoterecord?*", _ => FakeResponse.Json(body));

        var error = Assert.ThrowsAsync<InvalidResponseException>(
            () => Client.AuthorityRecords.CreateFromRemoteAsync(Remote(), isFromPolarisSearch: true))!;

        Assert.That(error.MayHaveBeenProcessed, Is.True);
    }

    [Test]
    public void CreateFromRemoteAsync_RecordThatIsNotAnAuthority_IsRefusedBeforeItIsSent()
    {
        var withoutHeading = new MarcRecord().Field("245", '1', '0', ('a', "Three"));
        var shortLeader = Remote();
        shortLeader.Leader = "nz";

        using (Assert.EnterMultipleScope())
        {
            Assert.ThrowsAsync<ArgumentException>(() => Client.AuthorityRecords.CreateFromRemoteAsync(withoutHeading, isFromPolarisSearch: true));
            Assert.ThrowsAsync<ArgumentException>(() => Client.AuthorityRecords.CreateFromRemoteAsync(shortLeader, isFromPolarisSearch: true));
            Assert.ThrowsAsync<ArgumentNullException>(() => Client.AuthorityRecords.CreateFromRemoteAsync(null!, isFromPolarisSearch: true));
            Assert.That(Fake.Journal, Is.Empty);
        }
    }

    [Test]
    public async Task ListRecordSetsAsync_SetsOfTheRecordAndOthers_ListsThoseOfTheRecord()
    {
        Fake.WithAuthority(2655, "Twain, Mark")
            .With(new FakeRecordSet { Id = 40, Name = "Duplicates", ObjectTypeId = 1, RecordIds = [2655] })
            .With(new FakeRecordSet { Id = 41, ObjectTypeId = 2, RecordIds = [2655] });

        var sets = await Client.AuthorityRecords.ListRecordSetsAsync(2655);

        Assert.That(sets.Select(found => $"{found.RecordSetId} {found.Name}"), Is.EqualTo(["40 Duplicates"]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Client.AuthorityRecords.ListRecordSetsAsync(0));
        Assert.ThrowsAsync<NotFoundException>(() => Client.AuthorityRecords.ListRecordSetsAsync(99));
    }

    private static MarcRecord Remote() => new MarcRecord("00000nz  a2200000n  4500").Field("100", '1', ' ', ('a', "Messager, Alexandre"));
}
