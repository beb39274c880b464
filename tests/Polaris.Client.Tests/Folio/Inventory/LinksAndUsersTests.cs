using System.Text.Json.Nodes;
using Polaris.Client.Folio;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Folio.Inventory;

/// <summary>Resources whose records have no name, and users, against the fake with its foreign keys.</summary>
public class LinksAndUsersTests
{
    private FakeFolio _fake = null!;
    private FolioClient _folio = null!;

    [SetUp]
    public void SetUp()
    {
        _fake = new FakeFolio(new FakeFolioOptions { ChecksReferences = true });
        _folio = _fake.CreateClient();
    }

    [TearDown]
    public void TearDown()
    {
        _folio.Dispose();
        _fake.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task BoundWithParts_OfTwoHoldings_AreLinkedOnceToTheItem()
    {
        var (item, holdings) = (Add("item-storage/items"), Add("holdings-storage/holdings"));

        var part = await _folio.BoundWithParts.CreateAsync(new BoundWithPart { ItemId = item, HoldingsRecordId = holdings });
        var taken = Assert.ThrowsAsync<AlreadyExistsException>(() => _folio.BoundWithParts.CreateAsync(new BoundWithPart { ItemId = item, HoldingsRecordId = holdings }));
        var listed = (await _folio.BoundWithParts.ListAsync(Cql.Field("itemId").EqualTo(item))).Records.Single();

        Assert.That(taken!.Member, Is.EqualTo("itemId"));
        Assert.That(listed.Id, Is.EqualTo(part.Id));
        Assert.That(listed.Metadata, Is.Not.Null);
    }

    [Test]
    public async Task BoundWithParts_OfAMissingItem_AreRefusedWithTheReference()
    {
        var holdings = Add("holdings-storage/holdings");
        var missing = Guid.NewGuid();

        var refused = Assert.ThrowsAsync<ValidationFailedException>(
            () => _folio.BoundWithParts.CreateAsync(new BoundWithPart { ItemId = missing, HoldingsRecordId = holdings }))!;

        Assert.That(refused.Errors.Single().Message, Is.EqualTo($"Cannot set bound_with_part.itemId = {missing} because it does not exist in item.id."));
        Assert.That(await _folio.BoundWithParts.CountAsync(), Is.Zero);
    }

    [Test]
    public async Task BoundWithParts_Set_CreatesAndDeletesWhatDiffers()
    {
        var (main, second, third) = (Add("holdings-storage/holdings"), Add("holdings-storage/holdings"), Add("holdings-storage/holdings"));
        var item = Guid.NewGuid();
        _fake.Tenant("diku").Resource("item-storage/items").Add(new JsonObject { ["id"] = $"{item}", ["holdingsRecordId"] = $"{main}" });
        async Task<IEnumerable<Guid?>> PartsAsync() =>
            (await _folio.BoundWithParts.ListAsync(Cql.Field("itemId").EqualTo(item))).Records.Select(part => part.HoldingsRecordId).ToList();

        await _folio.BoundWithParts.SetAsync(item, [second, second]);
        var first = (await _folio.BoundWithParts.ListAsync()).Records.Single(part => part.HoldingsRecordId == second);
        Assert.That(await PartsAsync(), Is.EquivalentTo(new[] { main, second }), "the item's own holdings record is added");
        await _folio.BoundWithParts.SetAsync(item, [main, second, third]);
        Assert.That(await PartsAsync(), Is.EquivalentTo(new[] { main, second, third }));
        Assert.That((await _folio.BoundWithParts.GetAsync(first.Id)).HoldingsRecordId, Is.EqualTo(second), "a part that stays keeps its ID");
        await _folio.BoundWithParts.SetAsync(item, [third]);
        Assert.That(await PartsAsync(), Is.EquivalentTo(new[] { main, third }));
        await _folio.BoundWithParts.SetAsync(item, [main]);
        Assert.That(await PartsAsync(), Is.Empty);
    }

    [Test]
    public async Task BoundWithParts_SetOfMissingRecords_ChangesNothingAndNamesThem()
    {
        var (item, holdings, missing) = (Add("item-storage/items"), Add("holdings-storage/holdings"), Guid.NewGuid());

        var refused = Assert.ThrowsAsync<ValidationFailedException>(() => _folio.BoundWithParts.SetAsync(item, [holdings, missing]))!;
        var noItem = Assert.ThrowsAsync<ValidationFailedException>(() => _folio.BoundWithParts.SetAsync(missing, [holdings]))!;

        Assert.That(refused.Errors.Single().Message, Is.EqualTo("Holdings record not found."));
        Assert.That(noItem.Errors.Single().Message, Is.EqualTo("Item not found."));
        Assert.That(await _folio.BoundWithParts.CountAsync(), Is.Zero);
        Assert.Throws<ArgumentException>(() => _ = _folio.BoundWithParts.SetAsync(Guid.Empty, [holdings]));
        Assert.Throws<ArgumentException>(() => _ = _folio.BoundWithParts.SetAsync(item, [Guid.Empty]));
        Assert.Throws<ArgumentNullException>(() => _ = _folio.BoundWithParts.SetAsync(item, null!));
    }

    [Test]
    public async Task ServicePointsUsers_OfAUser_AreUniqueAndNeedTheDefaultServicePoint()
    {
        var (user, desk) = (Guid.NewGuid(), Add("service-points"));

        var created = await _folio.ServicePointsUsers.CreateAsync(new ServicePointsUser { UserId = user, ServicePointsIds = [desk], DefaultServicePointId = desk });
        var taken = Assert.ThrowsAsync<AlreadyExistsException>(() => _folio.ServicePointsUsers.CreateAsync(new ServicePointsUser { UserId = user }))!;
        var missing = Assert.ThrowsAsync<ValidationFailedException>(
            () => _folio.ServicePointsUsers.CreateAsync(new ServicePointsUser { UserId = Guid.NewGuid(), DefaultServicePointId = Guid.NewGuid() }))!;
        var found = (await _folio.ServicePointsUsers.ListAsync(Cql.Field("userId").EqualTo(user))).Records.Single();

        Assert.That(taken.Member, Is.EqualTo("userId"));
        Assert.That(missing.Errors.Single().Message, Does.Contain("service_point_user.defaultServicePointId"));
        Assert.That(found.Id, Is.EqualTo(created.Id));
        Assert.That(found.ServicePointsIds!.Single(), Is.EqualTo(desk));
        Assert.That(found.DefaultServicePointId, Is.EqualTo(desk));
    }

    [Test]
    public async Task InstanceRelationships_Twice_AreTwoRecords()
    {
        var (part, whole) = (Add("instance-storage/instances"), Add("instance-storage/instances"));
        var type = await _folio.InstanceRelationshipTypes.GetOrCreateAsync("multipart monograph");
        InstanceRelationship New() => new() { SubInstanceId = part, SuperInstanceId = whole, InstanceRelationshipTypeId = type.Id };

        await _folio.InstanceRelationships.CreateAsync(New());
        await _folio.InstanceRelationships.CreateAsync(New());

        Assert.That(await _folio.InstanceRelationships.CountAsync(Cql.Field("superInstanceId").EqualTo(whole)), Is.EqualTo(2), "the server does not refuse the second");
        var used = Assert.ThrowsAsync<RecordInUseException>(() => _folio.InstanceRelationshipTypes.DeleteAsync(type.Id))!;
        Assert.That(used.ReferencedFrom, Is.EqualTo("instance_relationship"));
    }

    [Test]
    public async Task PrecedingSucceedingTitles_OfAnotherLibrary_AreDescribedAndChanged()
    {
        var instance = Add("instance-storage/instances");
        var title = await _folio.PrecedingSucceedingTitles.CreateAsync(new PrecedingSucceedingTitle
        {
            SucceedingInstanceId = instance,
            Title = "Der Stürmer und Dränger",
            Identifiers = [new() { Value = "0017-9965", IdentifierTypeId = Guid.NewGuid() }],
        });

        title.Title = "Sturm und Drang";
        await _folio.PrecedingSucceedingTitles.UpdateAsync(title);
        var read = await _folio.PrecedingSucceedingTitles.GetAsync(title.Id);

        Assert.That(read.Title, Is.EqualTo("Sturm und Drang"));
        Assert.That(read.Identifiers!.Single().Value, Is.EqualTo("0017-9965"));
        Assert.That(read.AdditionalMembers, Is.Null);
        Assert.ThrowsAsync<ValidationFailedException>(() => _folio.PrecedingSucceedingTitles.CreateAsync(new PrecedingSucceedingTitle { Title = "neither" }));
    }

    [Test]
    public async Task Users_WithTheirGroup_KeepUnknownAndOwnValues()
    {
        var group = await _folio.PatronGroups.CreateAsync(new PatronGroup { Name = "faculty", Description = "Teachers", ExpirationOffsetInDays = 365 });
        var user = await _folio.Users.CreateAsync(NewUser("jhandey", "1", group.Id));
        _fake.Tenant("diku").Resource("users").Add(JsonNode.Parse($$"""
            {"id":"{{user.Id}}","username":"jhandey","barcode":"1","patronGroup":"{{group.Id}}","active":true,
             "personal":{"lastName":"Handey","nickname":"Jack"},"customFields":{"shoeSize":44 },"meta":{"a":1 } }
            """)!.AsObject());

        var read = await _folio.Users.GetAsync(user.Id);
        read.Personal!.FirstName = "Jack";

        Assert.That(read.CustomFields!["shoeSize"].GetInt32(), Is.EqualTo(44));
        Assert.That(read.Personal.AdditionalMembers!.Keys, Is.EqualTo(new[] { "nickname" }));
        Assert.That(read.AdditionalMembers!.Keys, Is.EqualTo(new[] { "meta" }));
        Assert.That($"{read} {read.Personal}", Does.Not.Contain("Handey"), "no personal data in strings");
        await _folio.Users.UpdateAsync(read);
        Assert.That(_fake.Journal.Last(exchange => exchange.Method == "PUT").RequestBody, Does.Contain("\"nickname\":\"Jack\"").And.Contain("shoeSize"));
        Assert.ThrowsAsync<RecordInUseException>(() => _folio.PatronGroups.DeleteAsync(group.Id));
    }

    [TestCase("jhandey", "2", "username")]
    [TestCase("other", "1", "barcode")]
    public async Task Users_ValueTaken_ReportTheMemberOnPostAndPut(string username, string barcode, string member)
    {
        await _folio.Users.CreateAsync(NewUser("jhandey", "1"));
        var other = await _folio.Users.CreateAsync(NewUser("third", "3"));
        other.Username = username;
        other.Barcode = barcode;

        var onPost = Assert.ThrowsAsync<AlreadyExistsException>(() => _folio.Users.CreateAsync(NewUser(username, barcode)))!;
        var onPut = Assert.ThrowsAsync<AlreadyExistsException>(() => _folio.Users.UpdateAsync(other))!;

        Assert.That(onPost.Member, Is.EqualTo(member));
        Assert.That(onPost.Value, Is.EqualTo(member == "username" ? username : barcode));
        Assert.That(onPut.Member, Is.EqualTo(member));
    }

    [Test]
    public void Users_InvalidRecords_AreRefusedWithTheReason()
    {
        var nameless = NewUser("a", "1");
        nameless.Personal = new UserPersonal { FirstName = "Jack" };
        var groupless = NewUser("b", "2", Guid.NewGuid());

        var withoutName = Assert.ThrowsAsync<ValidationFailedException>(() => _folio.Users.CreateAsync(nameless))!;
        var withoutGroup = Assert.CatchAsync<RequestFailedException>(() => _folio.Users.CreateAsync(groupless))!;

        Assert.That(withoutName.Errors.Single().Parameters.Single().Key, Is.EqualTo("personal.lastName"));
        Assert.That(withoutGroup.ServerMessage, Is.EqualTo($"Cannot add {groupless.PatronGroup}. Patron group not found"));
    }

    [Test]
    public async Task Users_WithoutThePermissionOfTheModule_AreForbidden()
    {
        _fake.Tenant("diku").AddUser("cataloger", "secret", "inventory-storage.all");
        using var cataloger = _fake.CreateClient(options => options.Credentials = new FolioCredentials { UserName = "cataloger", Password = "secret" });

        await cataloger.LoanTypes.CountAsync();
        var refused = Assert.ThrowsAsync<PermissionDeniedException>(() => cataloger.Users.CountAsync())!;

        Assert.That(refused.ServerMessage, Does.EndWith("requires permission: users.collection.get"));
    }

    [Test]
    public async Task InstanceDateTypes_OfATenant_AreListedAndRenamed()
    {
        var types = await _folio.InstanceDateTypes.ListAsync();
        var single = types.Records.Single(type => type.Code == "s");
        await _folio.InstanceDateTypes.RenameAsync(single.Id, "One date");
        var renamed = (await _folio.InstanceDateTypes.ListAsync(Cql.Field("code").EqualTo("s"))).Records.Single();

        Assert.That(types.Records, Has.Count.EqualTo(15));
        Assert.That(renamed.Name, Is.EqualTo("One date"));
        Assert.That(renamed.DisplayFormat!.Delimiter, Is.EqualTo(single.DisplayFormat!.Delimiter));
        Assert.That(() => _folio.InstanceDateTypes.RenameAsync(single.Id, " "), Throws.ArgumentException);
    }

    private static User NewUser(string username, string barcode, Guid? group = null) => new()
    {
        Username = username,
        Barcode = barcode,
        PatronGroup = group,
        Active = true,
        Type = "patron",
        Personal = new UserPersonal { LastName = "Handey", Addresses = [new() { AddressTypeId = Guid.NewGuid(), City = "Berlin" }] },
        ExpirationDate = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero),
    };

    private Guid Add(string path) => _fake.Tenant("diku").Resource(path).Add(new JsonObject());
}
