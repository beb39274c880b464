using System.Text.Json.Nodes;
using Polaris.Client.ContractTests.Wire;
using Polaris.Client.Folio;

namespace Polaris.Client.ContractTests.Folio;

/// <summary>Resources whose records have neither name nor version, and the endpoints that only some resources have.</summary>
[TestFixture]
public sealed class NamelessSiblingTests : FolioContractTest
{
    private const string OtherId = "0d3ec58e-dc3c-4aa1-9eba-180fca95c544";
    private const string Settings = """
        {
          "instances": { "prefix": "in", "startNumber": 8 }, "holdings": { "prefix": "ho", "startNumber": 1 },
          "items": { "prefix": "it", "startNumber": 1 }, "commonRetainLeadingZeroes": true
        }
        """;

    private static readonly Guid Other = new(OtherId);

    [Test]
    public Task BoundWithParts_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("inventory-storage/bound-with-parts", "boundWithParts", $$"""{ "itemId": "{{OtherId}}", "holdingsRecordId": "{{OtherId}}" }"""),
        folio => folio.BoundWithParts,
        () => new() { ItemId = Other, HoldingsRecordId = Other });

    [Test]
    public Task InstanceRelationships_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("instance-storage/instance-relationships", "instanceRelationships",
            $$"""{ "superInstanceId": "{{OtherId}}", "subInstanceId": "{{OtherId}}", "instanceRelationshipTypeId": "{{OtherId}}" }"""),
        folio => folio.InstanceRelationships,
        () => new() { SuperInstanceId = Other, SubInstanceId = Other, InstanceRelationshipTypeId = Other });

    [Test]
    public Task PrecedingSucceedingTitles_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("preceding-succeeding-titles", "precedingSucceedingTitles",
            $$"""{ "precedingInstanceId": "{{OtherId}}", "title": "Sturm", "identifiers": [ { "value": "1", "identifierTypeId": "{{OtherId}}" } ] }"""),
        folio => folio.PrecedingSucceedingTitles,
        () => new() { PrecedingInstanceId = Other, Title = "Sturm", Identifiers = [new() { Value = "1", IdentifierTypeId = Other }] });

    [Test]
    public Task Users_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("users", "users", $$"""
            {
              "username": "jhandey", "externalSystemId": "x-1", "barcode": "1", "active": true, "type": "patron", "patronGroup": "{{OtherId}}",
              "departments": [ "{{OtherId}}" ], "customFields": { "shoeSize": 44 }, "preferredEmailCommunication": [ "Support" ],
              "personal": { "lastName": "Handey", "addresses": [ { "addressTypeId": "{{OtherId}}", "city": "Berlin", "primaryAddress": true } ] }
            }
            """),
        folio => folio.Users,
        () => new()
        {
            Username = "jhandey",
            ExternalSystemId = "x-1",
            Barcode = "1",
            Active = true,
            Type = "patron",
            PatronGroup = Other,
            Departments = [Other],
            CustomFields = new() { ["shoeSize"] = JsonNode.Parse("44")!.GetValue<System.Text.Json.JsonElement>() },
            PreferredEmailCommunication = ["Support"],
            Personal = new() { LastName = "Handey", Addresses = [new() { AddressTypeId = Other, City = "Berlin", PrimaryAddress = true }] },
        });

    [Test]
    public Task PatronGroups_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("groups", "usergroups", """{ "group": "faculty", "desc": "Teachers", "expirationOffsetInDays": 365 }"""),
        folio => folio.PatronGroups,
        () => new() { Name = "faculty", Description = "Teachers", ExpirationOffsetInDays = 365 });

    [Test]
    public async Task BoundWithParts_Set_SendsTheItemAndItsParts()
    {
        On("PUT inventory-storage/bound-withs", $$"""{ "itemId": "{{SourceId}}", "boundWithContents": [ { "holdingsRecordId": "{{OtherId}}" } ] }""").Answers(204);
        FolioClient folio = CreateClient();

        await folio.BoundWithParts.SetAsync(SourceId, [Other, Other]);

        AssertRequests(SignIn, "PUT /inventory-storage/bound-withs");
    }

    [Test]
    public Task ServicePointsUsers_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("service-points-users", "servicePointsUsers",
            $$"""{ "userId": "{{OtherId}}", "servicePointsIds": [ "{{OtherId}}" ], "defaultServicePointId": "{{OtherId}}" }"""),
        folio => folio.ServicePointsUsers,
        () => new() { UserId = Other, ServicePointsIds = [Other], DefaultServicePointId = Other });

    [Test]
    public async Task DeleteByQueryAsync_EachResourceThatHasIt_SendsTheQueryOnce()
    {
        On("DELETE instance-storage/instances?query=title%3D%3D%22x%22").Answers(204);
        On("DELETE holdings-storage/holdings?query=title%3D%3D%22x%22").Answers(204);
        On("DELETE item-storage/items?query=title%3D%3D%22x%22").Answers(204);
        On("DELETE users?query=title%3D%3D%22x%22").Answers(503);
        FolioClient folio = CreateClient();
        CqlQuery query = Cql.Field("title").EqualTo("x");

        await folio.Instances.DeleteByQueryAsync(query);
        await folio.Holdings.DeleteByQueryAsync(query);
        await folio.Items.DeleteByQueryAsync(query);
        Assert.CatchAsync<RequestFailedException>(() => folio.Users.DeleteByQueryAsync(query));

        AssertRequests(
            SignIn,
            "DELETE /instance-storage/instances?query=title%3D%3D%22x%22",
            "DELETE /holdings-storage/holdings?query=title%3D%3D%22x%22",
            "DELETE /item-storage/items?query=title%3D%3D%22x%22",
            "DELETE /users?query=title%3D%3D%22x%22");
    }

    [Test]
    public async Task HridSettings_ReadAndReplaced_AreSentWithoutWhatTheServerKeeps()
    {
        JsonObject stored = JsonNode.Parse(Settings)!.AsObject();
        stored["id"] = OtherId;
        stored["instances"]!["startNumber"] = 1;
        stored["instances"]!["currentNumber"] = 7;
        stored["holdings"]!["currentNumber"] = (long)stored["holdings"]!["startNumber"]! - 1;
        stored["items"]!["currentNumber"] = (long)stored["items"]!["startNumber"]! - 1;
        On("GET hrid-settings-storage/hrid-settings").Answers(Answer.Json(200, stored));
        On("PUT hrid-settings-storage/hrid-settings", Settings).Answers(204);
        FolioClient folio = CreateClient();

        HridSettings settings = await folio.HridSettings.GetAsync();
        await folio.HridSettings.UpdateAsync(settings.ContinueNumbers());

        AssertRequests(SignIn, "GET /hrid-settings-storage/hrid-settings", "PUT /hrid-settings-storage/hrid-settings");
    }

    [Test]
    public async Task InstanceDateTypes_ListedAndRenamed_AreSentAsDocumented()
    {
        On("GET instance-date-types?limit=100").Answers(Answer.Json(200, $$"""
            { "instanceDateTypes": [ { "id": "{{SourceId}}", "name": "Single", "code": "s", "displayFormat": { "delimiter": ",", "keepDelimiter": false }, "source": "folio" } ], "totalRecords": 1 }
            """));
        On($"PATCH instance-date-types/{SourceId}", """{ "name": "One date" }""").Answers(204);
        FolioClient folio = CreateClient();

        InstanceDateType type = (await folio.InstanceDateTypes.ListAsync()).Records.Single();
        await folio.InstanceDateTypes.RenameAsync(type.Id, "One date");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(type.Code, Is.EqualTo("s"));
            Assert.That(type.DisplayFormat!.KeepDelimiter, Is.False);
        }

        AssertRequests(SignIn, "GET /instance-date-types?limit=100", $"PATCH /instance-date-types/{SourceId}");
    }

    [Test]
    public async Task WithHidden_EachResourceThatHides_SendsItsParameter()
    {
        On("GET locations?limit=0&includeShadowLocations=true").Answers(Answer.Json(200, """{ "locations": [], "totalRecords": 1 }"""));
        On("GET location-units/libraries?limit=0&includeShadow=true").Answers(Answer.Json(200, """{ "loclibs": [], "totalRecords": 2 }"""));
        On("GET service-points?limit=0&includeRoutingServicePoints=true").Answers(Answer.Json(200, """{ "servicepoints": [], "totalRecords": 3 }"""));
        FolioClient folio = CreateClient();

        long[] counts =
        [
            await folio.Locations.WithHidden().CountAsync(),
            await folio.Libraries.WithHidden().CountAsync(),
            await folio.ServicePoints.WithHidden().CountAsync(),
        ];

        Assert.That(counts, Is.EqualTo(new[] { 1, 2, 3 }));
    }

    /// <summary>Creates, reads, lists, changes and deletes a record, then finds it missing.</summary>
    private async Task AssertLifeAsync<TRecord>(
        (string Path, string Collection, string Record) wire, Func<FolioClient, RecordClient<TRecord>> choose, Func<TRecord> create)
        where TRecord : FolioRecord
    {
        JsonObject json = JsonNode.Parse(wire.Record)!.AsObject();
        json["id"] = SourceId;
        string record = $"{wire.Path}/{SourceId}";
        On($"POST {wire.Path}", json.ToJsonString()).Answers(Answer.Json(201, json));
        On($"GET {record}").Answers(Answer.Json(200, json), Answer.Text(404, "Not found"));
        On($"GET {wire.Path}?limit=100").Answers(Answer.Json(200, $$"""{ "{{wire.Collection}}": [ {{json.ToJsonString()}} ], "totalRecords": 1 }"""));
        On($"PUT {record}", json.ToJsonString()).Answers(204);
        On($"DELETE {record}").Answers(204);
        RecordClient<TRecord> client = choose(CreateClient());
        TRecord sent = create();
        sent.Id = SourceId;

        TRecord created = await client.CreateAsync(sent);
        TRecord read = await client.GetAsync(SourceId);
        TRecord listed = (await client.ListAsync(limit: 100)).Records.Single();
        await client.UpdateAsync(listed);
        await client.DeleteAsync(SourceId);
        TRecord? deleted = await client.FindAsync(SourceId);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(created.AdditionalMembers, Is.Null);
            Assert.That(read.Id, Is.EqualTo(created.Id));
            Assert.That(deleted, Is.Null);
        }

        AssertRequests(
            SignIn, $"POST /{wire.Path}", $"GET /{record}", $"GET /{wire.Path}?limit=100", $"PUT /{record}", $"DELETE /{record}", $"GET /{record}");
    }
}
