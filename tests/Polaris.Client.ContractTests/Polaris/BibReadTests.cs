using Polaris.Client.Cataloging;
using Polaris.Client.ContractTests.Wire;

namespace Polaris.Client.ContractTests.Polaris;

/// <summary>Reads of bibliographic records. The responses are designed from the members that the vendor's pages list.</summary>
[TestFixture]
public sealed class BibReadTests : PolarisContractTest
{
    private const string Record = """
        {
          "BibliographicRecordID": 1126739, "RecordStatusID": 1, "RecordOwnerID": 3, "CreatorID": 1, "CreatorName": "PolarisExec",
          "BrowseTitle": "Frog Face and the three boys", "BrowseAuthor": "Trembath, Don", "DisplayInPAC": true, "DoNotOverlay": false,
          "PrimaryMARCTOMID": 1, "PublicationYear": 2000, "ISBN": "9781551433240", "LifeTimeCircCount": 12,
          "ModificationDate": "2021-01-23T17:22:17.123", "ImportedDate": null, "HostBibliographicRecordID": null
        }
        """;

    private const string Marc = """
        {
          "leader": "00000nam a2200000 i 4500",
          "controlfields": [{ "tag": "001", "data": "1126739" }],
          "datafields": [{ "tag": "245", "ind1": "1", "ind2": "0", "subfields": [{ "code": "a", "data": "Frog Face /" }] }]
        }
        """;

    [TestCase(false)]
    [TestCase(true)]
    public async Task GetAsync_ObjectOrArrayOfOne_IsRead(bool asArray)
    {
        On("GET bibliographicrecords/1126739").Answers(Answer.Json(200, asArray ? $"[{Record}]" : Record));

        BibRecord record = await CreateClient(options => options.ServerTimeZone = "America/New_York").BibRecords.GetAsync(1126739);

        AssertRequests(SignIn, "GET bibliographicrecords/1126739");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(record.BibRecordId, Is.EqualTo(1126739));
            Assert.That(record.RecordOwnerId, Is.EqualTo(3));
            Assert.That(record.DisplayInPac, Is.True);
            Assert.That(record.PrimaryTypeOfMaterialId, Is.EqualTo(1));
            Assert.That(record.Isbn, Is.EqualTo("9781551433240"));
            Assert.That(record.LifetimeCircCount, Is.EqualTo(12));
            Assert.That(record.ModificationDate, Is.EqualTo(new DateTimeOffset(2021, 1, 23, 17, 22, 17, 123, TimeSpan.FromHours(-5))));
            Assert.That(record.AdditionalMembers!.Keys, Is.EquivalentTo(["ImportedDate", "HostBibliographicRecordID"]));
        }
    }

    [Test]
    public async Task GetMarcAsync_DisplayForm_IsRead()
    {
        On("GET bibliographicrecords/1126739/marcdisplay").Answers(Answer.Json(200, Marc));

        var record = await CreateClient().BibRecords.GetMarcAsync(1126739);

        AssertRequests(SignIn, "GET bibliographicrecords/1126739/marcdisplay");
        Assert.That(record.ControlData("001"), Is.EqualTo("1126739"));
        Assert.That(record.FirstSubfield("245", 'a'), Is.EqualTo("Frog Face /"));
    }

    [Test]
    public async Task GetAvailabilityAsync_Branches_AreRead()
    {
        On("GET bibliographicrecords/1126739/availability?nofilter=true").Answers(Answer.Json(200, """
            { "Details": [{ "BranchName": "Main", "BranchAbbreviation": "MN", "AvailableCount": 2, "TotalCount": 3 }] }
            """));

        BibAvailability availability = await CreateClient().BibRecords.GetAvailabilityAsync(1126739);

        AssertRequests(SignIn, "GET bibliographicrecords/1126739/availability?nofilter=true");
        Assert.That(availability.Details, Members.EqualTo<IReadOnlyList<BranchAvailability>>(
            [new BranchAvailability { BranchName = "Main", BranchAbbreviation = "MN", AvailableCount = 2, TotalCount = 3 }]));
    }

    [Test]
    public async Task ListMarcAsync_ReturnedAndWithheldRecords_AreBothReported()
    {
        On("GET marc/records?ids=1126739%2C847").Answers(Answer.Json(200, $$"""
            {
              "marcRecords": [{
                "BibliographicRecordId": 1126739,
                "BibliographicBrief": { "BibliographicRecordID": 1126739, "BrowseTitle": "Frog Face", "ISBN": null, "PrimaryMARCTOMID": 1 },
                "Record": {{Marc}}
              }],
              "objectLocks": [{
                "ObjectTypeID": 2, "ObjectID": 847, "PolarisUserID": 7, "WorkstationID": 15,
                "LockDate": "2016-01-15T16:01:16.857-05:00", "PolarisUserName": "PolarisExec"
              }]
            }
            """));

        List<BibMarc> records = [];
        await foreach (BibMarc record in CreateClient().BibRecords.ListMarcAsync([1126739, 847]))
        {
            records.Add(record);
        }

        AssertRequests(SignIn, "GET marc/records?ids=1126739%2C847");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(records.Select(record => record.BibRecordId), Is.EqualTo([1126739, 847]));
            Assert.That(records[0].Brief!.BrowseTitle, Is.EqualTo("Frog Face"));
            Assert.That(records[0].Marc!.ControlData("001"), Is.EqualTo("1126739"));
            Assert.That(records[1].Marc, Is.Null);
            Assert.That(records[1].WithheldBy!.PolarisUserId, Is.EqualTo(7));
        }
    }
}
