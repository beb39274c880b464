using Polaris.Client.Cataloging;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Cataloging;

public sealed class RecordSetsClientTests : FakeFixture
{
    private RecordSetsClient RecordSets => Client.RecordSets;

    [Test]
    public async Task CreateAsync_GoodAndBadRecords_CreatesTheSetAndWarns()
    {
        Fake.WithBib(6);

        var created = await RecordSets.CreateAsync(OfBibs(6, 5, 5, 99));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(created.NumberOfRecordsAdded, Is.EqualTo(2));
            Assert.That(created.Warnings, Is.EqualTo(["Duplicate id 5.", "Invalid id 99."]));
            Assert.That(created.ToString(), Does.Contain("2 warnings"));
            Assert.That(Fake.RecordSets[created.RecordSetId].RecordIds, Is.EqualTo([6, 5]));
            Assert.That(await IdsAsync(created.RecordSetId), Is.EqualTo([5, 6]));
        }
    }

    [Test]
    public async Task GetAsync_CreatedSet_ReturnsItsHeader()
    {
        var created = await RecordSets.CreateAsync(OfBibs(5));

        var found = await RecordSets.GetAsync(created.RecordSetId);
        var owner = await RecordSets.GetAsync(created.RecordSetId, ownerOnly: true);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Name, Is.EqualTo("To be checked"));
            Assert.That(found.ObjectType, Is.EqualTo(ObjectType.BibliographicRecord));
            Assert.That(found.NumberOfRecords, Is.EqualTo(1));
            Assert.That(owner.Name, Is.Null);
            Assert.That(owner.CreatorId, Is.EqualTo(found.CreatorId).And.GreaterThan(0));
        }
    }

    [Test]
    public async Task UpdateAsync_Header_IsReplaced()
    {
        var created = await RecordSets.CreateAsync(OfBibs(5));

        await RecordSets.UpdateAsync(created.RecordSetId, new RecordSetHeader { Name = "Checked", OrganizationOwnerId = 3, Note = "done" });

        var found = await RecordSets.GetAsync(created.RecordSetId);
        Assert.That($"{found.Name} {found.OrganizationOwnerId} {found.Note} {found.NumberOfRecords}", Is.EqualTo("Checked 3 done 1"));
    }

    [TestCase("", true)]
    [TestCase("true", true)]
    [TestCase("""{"RecordSetID":5,"Name":"Checked"}""", true)]
    [TestCase("false", false)]
    [TestCase("""{"RecordSetID":6}""", false)]
    [TestCase("""{"Message":"The name is in use."}""", false)]
    public void UpdateAsync_AnyBody_IsASuccessOnlyIfItConfirms(string body, bool isConfirmed)
    {
        Fake.On(HttpMethod.Put, "recordsets/{id}", _ => FakeResponse.Json(body));

        NUnit.Framework.Constraints.IResolveConstraint expected = isConfirmed ? Throws.Nothing : Throws.TypeOf<InvalidResponseException>();

        Assert.That(() => RecordSets.UpdateAsync(5, new RecordSetHeader { Name = "Checked" }), expected);
    }

    [Test]
    public async Task CreateOfUnlinkedRecordsAsync_Bibs_TakesThoseWithoutItems()
    {
        Fake.WithBib(6).WithItem(17, "0017", bibRecordId: 6);

        var created = await RecordSets.CreateOfUnlinkedRecordsAsync(OfBibs());

        Assert.That(Fake.RecordSets[created.RecordSetId].RecordIds, Is.EqualTo([5]));
    }

    [Test]
    public async Task CreateOfLinkedRecordsAsync_Patrons_TakesTheirItems()
    {
        Fake.With(new FakeItem { Id = 17, ItemStatusId = 2, BorrowerId = 8 })
            .With(new FakeItem { Id = 18, ItemStatusId = 7, BorrowerId = 8 })
            .WithRecord("patrons", new() { ["PatronID"] = 8, ["PatronCodeID"] = 2 })
            .WithRecord("patrons", new() { ["PatronID"] = 9, ["PatronCodeID"] = 3 })
            .With(new FakeItem { Id = 19, ItemStatusId = 2, BorrowerId = 9 })
            .With(new FakeRecordSet { Id = 40, Name = "Patrons", ObjectTypeId = 27, RecordIds = [8, 9] });
        var wanted = new NewRecordSet { Name = "Out", ObjectType = ObjectType.ItemRecord, OriginatingRecordSetId = 40 };

        var all = await RecordSets.CreateOfLinkedRecordsAsync(wanted);
        var some = await RecordSets.CreateOfLinkedRecordsAsync(wanted, new LinkedRecordsFilter { ItemStatusBits = 4, PatronCodeIds = [2] });

        Assert.That(Fake.RecordSets[all.RecordSetId].RecordIds, Is.EqualTo([17, 18, 19]));
        Assert.That(Fake.RecordSets[some.RecordSetId].RecordIds, Is.EqualTo([17]));
    }

    [Test]
    public async Task FindAsync_UnknownSet_ReturnsNullAndGetThrows()
    {
        Assert.That(await RecordSets.FindAsync(99), Is.Null);
        Assert.ThrowsAsync<NotFoundException>(() => RecordSets.GetAsync(99));
        Assert.ThrowsAsync<NotFoundException>(() => IdsAsync(99));
    }

    [Test]
    public void FindAsync_PageOfTheWebServer_IsNotTakenForAMissingSet()
    {
        Fake.On(HttpMethod.Get, "recordsets/{id}", _ => FakeResponse.Html(404, "404 - File or directory not found."));

        Assert.ThrowsAsync<NotFoundException>(() => RecordSets.FindAsync(5));
    }

    [Test]
    public void GetAsync_AnotherSet_IsNotBelieved()
    {
        Fake.On(HttpMethod.Get, "recordsets/{id}", _ => FakeResponse.Json("""{"RecordSetID":6}"""));

        Assert.ThrowsAsync<InvalidResponseException>(() => RecordSets.GetAsync(5));
    }

    [Test]
    public void CreateAsync_ResponseWithoutId_IsInDoubt()
    {
        Fake.On(HttpMethod.Post, "recordsets", _ => FakeResponse.Json("{}"));

        var doubtful = Assert.ThrowsAsync<InvalidResponseException>(() => RecordSets.CreateAsync(OfBibs(5)))!;

        Assert.That(doubtful.MayHaveBeenProcessed, Is.True);
    }

    [Test]
    public void ListRecordsAsync_ServerThatRepeatsTheFirstPart_EndsWithAnException()
    {
        var rows = string.Join(",", Enumerable.Range(1, 1000).Select(id => $$"""{"RecordID":{{id}}}"""));
        Fake.On(HttpMethod.Get, "recordsets/{id}/records?*", _ => FakeResponse.Json($$"""{"ObjectTypeID":2,"Records":[{{rows}}]}"""));

        Assert.ThrowsAsync<InvalidResponseException>(() => IdsAsync(5));

        Assert.That(Fake.Journal.Count(entry => entry.Path == "recordsets/5/records"), Is.EqualTo(2));
    }

    [TestCase("{}")]
    [TestCase("""{"Message":"An error has occurred."}""")]
    public void ListRecordsAsync_ResponseWithoutType_IsNotTakenForAnEmptySet(string body)
    {
        Fake.On(HttpMethod.Get, "recordsets/{id}/records?*", _ => FakeResponse.Json(body));

        Assert.ThrowsAsync<InvalidResponseException>(() => IdsAsync(5));
    }

    [Test]
    public async Task ListRecordsAsync_NullInAFullPart_ReadsTheNextPart()
    {
        var rows = string.Join(",", Enumerable.Range(1, 999).Select(id => $$"""{"RecordID":{{id}}}"""));
        Fake.On(HttpMethod.Get, "recordsets/{id}/records?*", request => FakeResponse.Json(
            request.Query["startIndex"] == "0" ? $$"""{"ObjectTypeID":2,"Records":[null,{{rows}}]}""" : """{"ObjectTypeID":2,"Records":[{"RecordID":1001}]}"""));

        Assert.That(await IdsAsync(5), Is.EqualTo(Enumerable.Range(1, 999).Append(1001)));
    }

    [Test]
    public void EachMethod_BadArgument_ThrowsBeforeAnythingIsSent()
    {
        var header = new RecordSetHeader { Name = "Checked" };
        Func<Task>[] outOfRange =
        [
            () => RecordSets.GetAsync(0), () => RecordSets.FindAsync(-1), () => IdsAsync(0), () => RecordSets.UpdateAsync(0, header),
            () => RecordSets.UpdateAsync(5, new RecordSetHeader { Name = "Checked", OrganizationOwnerId = -1 }),
            () => RecordSets.CreateAsync(OfBibs(0)), () => RecordSets.CreateAsync(new NewRecordSet { Name = "No type" }),
        ];
        Func<Task>[] wrong =
        [
            () => RecordSets.UpdateAsync(5, new RecordSetHeader { Name = new string('n', 66) }),
            () => RecordSets.CreateAsync(new NewRecordSet { Name = " ", ObjectType = ObjectType.ItemRecord }),
            () => RecordSets.CreateAsync(new NewRecordSet { Name = "Linked", ObjectType = ObjectType.ItemRecord, OriginatingRecordSetId = 4 }),
            () => RecordSets.CreateOfUnlinkedRecordsAsync(OfBibs(5)), () => RecordSets.CreateOfLinkedRecordsAsync(OfBibs()),
        ];

        Array.ForEach(outOfRange, call => Assert.ThrowsAsync<ArgumentOutOfRangeException>(call));
        Array.ForEach(wrong, call => Assert.ThrowsAsync<ArgumentException>(call));
        Assert.ThrowsAsync<ArgumentNullException>(() => RecordSets.CreateAsync(null!));
        Assert.ThrowsAsync<ArgumentNullException>(() => RecordSets.UpdateAsync(5, null!));
        Assert.That(Fake.Journal, Is.Empty);
    }

    private static NewRecordSet OfBibs(params int[] ids) => new()
    {
        Name = "To be checked",
        ObjectType = ObjectType.BibliographicRecord,
        Records = ids.Length == 0 ? null : ids,
    };

    private async Task<List<int>> IdsAsync(int recordSetId)
    {
        List<int> ids = [];
        await foreach (var member in RecordSets.ListRecordsAsync(recordSetId))
        {
            ids.Add(member.RecordId);
        }

        return ids;
    }
}
