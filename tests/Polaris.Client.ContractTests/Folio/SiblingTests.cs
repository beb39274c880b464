using System.Text.Json.Nodes;
using Polaris.Client.ContractTests.Wire;
using Polaris.Client.Folio;

namespace Polaris.Client.ContractTests.Folio;

/// <summary>The resources of the same shape as holdings sources: each from its creation to its end.</summary>
[TestFixture]
public sealed class SiblingTests : FolioContractTest
{
    private const string MetadataJson = """
        {
          "createdDate": "2025-09-07T22:09:14.300+00:00", "createdByUserId": "9eb67301-6f6e-468f-9b1a-6134dc39a684",
          "updatedDate": "2025-09-07T22:09:14.300+00:00", "updatedByUserId": "9eb67301-6f6e-468f-9b1a-6134dc39a684"
        }
        """;

    private static readonly DateTimeOffset Created = new(2025, 9, 7, 22, 9, 14, 300, TimeSpan.Zero);
    private static readonly Guid Creator = new("9eb67301-6f6e-468f-9b1a-6134dc39a684");
    private static readonly Guid CodeType = new("0d3ec58e-dc3c-4aa1-9eba-180fca95c544");

    [Test]
    public Task AlternativeTitleTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("alternative-title-types", "alternativeTitleTypes", """{ "name": "Uniform title", "source": "local" }"""),
        folio => folio.AlternativeTitleTypes,
        () => new() { Name = "Uniform title", Source = "local" });

    [Test]
    public Task CallNumberTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("call-number-types", "callNumberTypes", """{ "name": "Dewey Decimal classification", "source": "local" }"""),
        folio => folio.CallNumberTypes,
        () => new() { Name = "Dewey Decimal classification", Source = "local" });

    [Test]
    public Task ClassificationTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("classification-types", "classificationTypes", """{ "name": "Dewey", "source": "local" }"""),
        folio => folio.ClassificationTypes,
        () => new() { Name = "Dewey", Source = "local" });

    [Test]
    public Task ContributorNameTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("contributor-name-types", "contributorNameTypes", """{ "name": "Personal name", "ordering": "1", "source": "local" }"""),
        folio => folio.ContributorNameTypes,
        () => new() { Name = "Personal name", Ordering = "1", Source = "local" });

    [Test]
    public Task ContributorTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("contributor-types", "contributorTypes", """{ "name": "Author", "code": "aut", "source": "local" }"""),
        folio => folio.ContributorTypes,
        () => new() { Name = "Author", Code = "aut", Source = "local" },
        keepsMetadata: false);

    [Test]
    public Task ElectronicAccessRelationships_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("electronic-access-relationships", "electronicAccessRelationships", """{ "name": "Related resource", "source": "local" }"""),
        folio => folio.ElectronicAccessRelationships,
        () => new() { Name = "Related resource", Source = "local" });

    [Test]
    public Task HoldingsNoteTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("holdings-note-types", "holdingsNoteTypes", """{ "name": "Binding", "source": "local" }"""),
        folio => folio.HoldingsNoteTypes,
        () => new() { Name = "Binding", Source = "local" });

    [Test]
    public Task HoldingsTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("holdings-types", "holdingsTypes", """{ "name": "Monograph", "source": "local" }"""),
        folio => folio.HoldingsTypes,
        () => new() { Name = "Monograph", Source = "local" });

    [Test]
    public Task IdentifierTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("identifier-types", "identifierTypes", """{ "name": "ISBN", "source": "local" }"""),
        folio => folio.IdentifierTypes,
        () => new() { Name = "ISBN", Source = "local" });

    [Test]
    public Task IllPolicies_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("ill-policies", "illPolicies", """{ "name": "Will lend", "source": "local" }"""),
        folio => folio.IllPolicies,
        () => new() { Name = "Will lend", Source = "local" });

    [Test]
    public Task InstanceFormats_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("instance-formats", "instanceFormats", """{ "name": "audio disc", "code": "sd", "source": "local" }"""),
        folio => folio.InstanceFormats,
        () => new() { Name = "audio disc", Code = "sd", Source = "local" },
        keepsMetadata: false);

    [Test]
    public Task InstanceNoteTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("instance-note-types", "instanceNoteTypes", """{ "name": "Language note", "source": "local" }"""),
        folio => folio.InstanceNoteTypes,
        () => new() { Name = "Language note", Source = "local" });

    [Test]
    public Task InstanceRelationshipTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("instance-relationship-types", "instanceRelationshipTypes", """{ "name": "bound-with" }"""),
        folio => folio.InstanceRelationshipTypes,
        () => new() { Name = "bound-with" });

    [Test]
    public Task InstanceStatuses_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("instance-statuses", "instanceStatuses", """{ "name": "Temporary", "code": "temp", "source": "local" }"""),
        folio => folio.InstanceStatuses,
        () => new() { Name = "Temporary", Code = "temp", Source = "local" });

    [Test]
    public Task InstanceTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("instance-types", "instanceTypes", """{ "name": "performed music", "code": "prm", "source": "local" }"""),
        folio => folio.InstanceTypes,
        () => new() { Name = "performed music", Code = "prm", Source = "local" },
        keepsMetadata: false);

    [Test]
    public Task ItemDamagedStatuses_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("item-damaged-statuses", "itemDamageStatuses", """{ "name": "Damaged", "source": "local" }"""),
        folio => folio.ItemDamagedStatuses,
        () => new() { Name = "Damaged", Source = "local" });

    [Test]
    public Task ItemNoteTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("item-note-types", "itemNoteTypes", """{ "name": "Provenance", "source": "local" }"""),
        folio => folio.ItemNoteTypes,
        () => new() { Name = "Provenance", Source = "local" });

    [Test]
    public Task LoanTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("loan-types", "loantypes", """{ "name": "Can circulate", "source": "local" }"""),
        folio => folio.LoanTypes,
        () => new() { Name = "Can circulate", Source = "local" });

    [Test]
    public Task MaterialTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("material-types", "mtypes", """{ "name": "book", "source": "local" }"""),
        folio => folio.MaterialTypes,
        () => new() { Name = "book", Source = "local" });

    [Test]
    public Task ModesOfIssuance_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("modes-of-issuance", "issuanceModes", """{ "name": "serial", "source": "local" }"""),
        folio => folio.ModesOfIssuance,
        () => new() { Name = "serial", Source = "local" });

    [Test]
    public Task NatureOfContentTerms_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("nature-of-content-terms", "natureOfContentTerms", """{ "name": "textbook", "source": "local" }"""),
        folio => folio.NatureOfContentTerms,
        () => new() { Name = "textbook", Source = "local" });

    [Test]
    public Task StatisticalCodeTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("statistical-code-types", "statisticalCodeTypes", """{ "name": "Acquisitions", "source": "local" }"""),
        folio => folio.StatisticalCodeTypes,
        () => new() { Name = "Acquisitions", Source = "local" });

    [Test]
    public Task StatisticalCodes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("statistical-codes", "statisticalCodes", """
            {
              "name": "Gifts", "code": "gift", "statisticalCodeTypeId": "0d3ec58e-dc3c-4aa1-9eba-180fca95c544", "source": "local"
            }
            """),
        folio => folio.StatisticalCodes,
        () => new() { Name = "Gifts", Code = "gift", StatisticalCodeTypeId = CodeType, Source = "local" });

    [Test]
    public Task SubjectSources_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("subject-sources", "subjectSources", """{ "name": "Medical Subject Headings", "code": "mesh", "source": "local" }"""),
        folio => folio.SubjectSources,
        () => new() { Name = "Medical Subject Headings", Code = "mesh", Source = "local" });

    [Test]
    public Task SubjectTypes_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("subject-types", "subjectTypes", """{ "name": "Topic", "source": "consortium" }"""),
        folio => folio.SubjectTypes,
        () => new() { Name = "Topic", Source = "consortium" });

    [Test]
    public Task Locations_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("locations", "locations", """{ "name": "Annex", "code": "an", "institutionId": "0d3ec58e-dc3c-4aa1-9eba-180fca95c544", "primaryServicePoint": "0d3ec58e-dc3c-4aa1-9eba-180fca95c544" }"""),
        folio => folio.Locations,
        () => new() { Name = "Annex", Code = "an", InstitutionId = CodeType, PrimaryServicePoint = CodeType });

    [Test]
    public Task Institutions_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("location-units/institutions", "locinsts", """{ "name": "University", "code": "un" }"""),
        folio => folio.Institutions,
        () => new() { Name = "University", Code = "un" });

    [Test]
    public Task Campuses_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("location-units/campuses", "loccamps", """{ "name": "North", "code": "no", "institutionId": "0d3ec58e-dc3c-4aa1-9eba-180fca95c544" }"""),
        folio => folio.Campuses,
        () => new() { Name = "North", Code = "no", InstitutionId = CodeType });

    [Test]
    public Task Libraries_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("location-units/libraries", "loclibs", """{ "name": "Main", "code": "ma", "campusId": "0d3ec58e-dc3c-4aa1-9eba-180fca95c544" }"""),
        folio => folio.Libraries,
        () => new() { Name = "Main", Code = "ma", CampusId = CodeType });

    [Test]
    public Task ServicePoints_FromCreationToDeletion_AreSentAsDocumented() => AssertLifeAsync(
        ("service-points", "servicepoints", """{ "name": "Desk", "code": "de", "discoveryDisplayName": "Front desk", "pickupLocation": false }"""),
        folio => folio.ServicePoints,
        () => new() { Name = "Desk", Code = "de", DiscoveryDisplayName = "Front desk", PickupLocation = false });

    [Test]
    public Task Instances_FromCreationToDeletion_AreSentAsDocumented() => AssertVersionedLifeAsync(
        ("instance-storage/instances", "instances", """{ "source": "FOLIO", "title": "Faust", "instanceTypeId": "0d3ec58e-dc3c-4aa1-9eba-180fca95c544" }"""),
        folio => folio.Instances,
        () => new() { Source = "FOLIO", Title = "Faust", InstanceTypeId = CodeType });

    [Test]
    public Task Holdings_FromCreationToDeletion_AreSentAsDocumented() => AssertVersionedLifeAsync(
        ("holdings-storage/holdings", "holdingsRecords", """{ "sourceId": "0d3ec58e-dc3c-4aa1-9eba-180fca95c544", "callNumber": "A 1" }"""),
        folio => folio.Holdings,
        () => new() { SourceId = CodeType, CallNumber = "A 1" });

    [Test]
    public Task Items_FromCreationToDeletion_AreSentAsDocumented() => AssertVersionedLifeAsync(
        ("item-storage/items", "items", """{ "barcode": "1", "status": { "name": "Available" } }"""),
        folio => folio.Items,
        () => new() { Barcode = "1", Status = new() { Name = "Available" } });

    private static RecordMetadata Metadata() => new()
    {
        CreatedDate = Created,
        CreatedByUserId = Creator,
        UpdatedDate = Created,
        UpdatedByUserId = Creator,
    };

    /// <summary>Creates, reads, lists, renames and deletes a record, then finds it missing.</summary>
    /// <param name="wire">The path, the name of the collection in a list, and the JSON of a new record without its ID.</param>
    /// <param name="choose">The client of the resource.</param>
    /// <param name="create">The same record as a typed value.</param>
    /// <param name="keepsMetadata">Whether the server adds metadata.</param>
    private async Task AssertLifeAsync<TRecord>(
        (string Path, string Collection, string Record) wire,
        Func<FolioClient, VocabularyClient<TRecord>> choose,
        Func<TRecord> create,
        bool keepsMetadata = true)
        where TRecord : ReferenceRecord, new()
    {
        ExpectLife(wire, keepsMetadata);
        VocabularyClient<TRecord> client = choose(CreateClient());
        TRecord sent = WithId(create());
        TRecord stored = WithId(create());
        stored.Metadata = keepsMetadata ? Metadata() : null;

        TRecord created = await client.CreateAsync(sent);
        TRecord read = await client.GetAsync(SourceId);
        RecordPage<TRecord> page = await client.ListAsync(limit: 100);
        TRecord renamed = await client.GetAsync(SourceId);
        renamed.Name += " (renamed)";
        await client.UpdateAsync(renamed);
        await client.DeleteAsync(SourceId);
        TRecord? deleted = await client.FindAsync(SourceId);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(created, Members.EqualTo(stored));
            Assert.That(read, Members.EqualTo(stored));
            Assert.That(page, Members.EqualTo(new RecordPage<TRecord> { Records = [stored], TotalRecords = 1 }));
            Assert.That(deleted, Is.Null);
        }

        AssertRequests(
            SignIn,
            $"POST /{wire.Path}",
            $"GET /{wire.Path}/{SourceId}",
            $"GET /{wire.Path}?limit=100",
            $"GET /{wire.Path}/{SourceId}",
            $"PUT /{wire.Path}/{SourceId}",
            $"DELETE /{wire.Path}/{SourceId}",
            $"GET /{wire.Path}/{SourceId}");
    }

    /// <summary>Creates, lists, saves and deletes a record with a version, which is sent back and read again.</summary>
    private async Task AssertVersionedLifeAsync<TRecord>(
        (string Path, string Collection, string Record) wire, Func<FolioClient, RecordClient<TRecord>> choose, Func<TRecord> create)
        where TRecord : FolioRecord
    {
        JsonObject json = JsonNode.Parse(wire.Record)!.AsObject();
        json["id"] = SourceId;
        string sent = json.ToJsonString();
        json["_version"] = 1;
        string first = json.ToJsonString();
        json["_version"] = 2;
        string second = json.ToJsonString();
        On($"POST {wire.Path}", sent).Answers(Answer.Json(201, first));
        On($"GET {wire.Path}?limit=100").Answers(Answer.Json(200, $$"""{ "{{wire.Collection}}": [ {{first}} ], "totalRecords": 1 }"""));
        On($"PUT {wire.Path}/{SourceId}", first).Answers(204);
        On($"GET {wire.Path}/{SourceId}").Answers(Answer.Json(200, second));
        On($"DELETE {wire.Path}/{SourceId}").Answers(204);
        RecordClient<TRecord> client = choose(CreateClient());

        TRecord created = await client.CreateAsync(WithId(create()));
        TRecord listed = (await client.ListAsync(limit: 100)).Records.Single();
        TRecord saved = await client.UpdateAsync(listed);
        await client.DeleteAsync(SourceId);

        Assert.That(created.Version, Is.EqualTo(1));
        Assert.That(saved.Version, Is.EqualTo(2));
        Assert.That(listed.Version, Is.EqualTo(2));
        AssertRequests(
            SignIn,
            $"POST /{wire.Path}",
            $"GET /{wire.Path}?limit=100",
            $"PUT /{wire.Path}/{SourceId}",
            $"GET /{wire.Path}/{SourceId}",
            $"DELETE /{wire.Path}/{SourceId}");
    }

    private static TRecord WithId<TRecord>(TRecord record)
        where TRecord : FolioRecord
    {
        record.Id = SourceId;
        return record;
    }

    private void ExpectLife((string Path, string Collection, string Record) wire, bool keepsMetadata)
    {
        JsonObject json = JsonNode.Parse(wire.Record)!.AsObject();
        json["id"] = SourceId;
        JsonObject renamedJson = json.DeepClone().AsObject();
        renamedJson["name"] = $"{json["name"]} (renamed)";
        string sentJson = json.ToJsonString();
        if (keepsMetadata) json["metadata"] = JsonNode.Parse(MetadataJson);
        var storedJson = Answer.Json(200, json);
        string record = $"{wire.Path}/{SourceId}";
        On($"POST {wire.Path}", sentJson).Answers((storedJson with { Status = 201 }).With("Location", $"{SourceId}"));
        On($"GET {record}").Answers(storedJson, storedJson, Answer.Text(404, "Not found"));
        On($"GET {wire.Path}?limit=100").Answers(Answer.Json(200, $$"""
            { "{{wire.Collection}}": [ {{storedJson.Body}} ], "totalRecords": 1 }
            """));
        On($"PUT {record}", renamedJson.ToJsonString()).Answers(204);
        On($"DELETE {record}").Answers(204);
    }
}
