using Polaris.Client.Cataloging;
using Polaris.Client.ContractTests.Wire;
using Polaris.Client.ObjectLocks;

namespace Polaris.Client.ContractTests.Polaris;

/// <summary>Record sets. Requests and responses are those of the vendor's pages.</summary>
[TestFixture]
public sealed class RecordSetTests : PolarisContractTest
{
    private const string Created = """
        { "RecordSetId": 36928, "NumberOfRecordsAdded": 1, "NumberOfRecordsRemoved": 0, "NumberOfRecords": 0, "Warnings": ["Duplicate id 275071."] }
        """;

    [Test]
    public async Task GetAsync_Header_IsRead()
    {
        On("GET recordsets/36937").Answers(Answer.Json(200, """
            {
              "RecordSetID": 36937, "Name": "Item Records", "ObjectTypeID": 107, "CreatorID": 1012, "CreatorName": "jane.sample", "ModifierID": 0,
              "ModifierName": null, "OrganizationOwnerID": 0, "CreationDate": "2016-09-23T11:49:00.24-04:00", "ModificationDate": null,
              "Note": null, "NumberOfRecords": 7, "RecordStatusID": 1
            }
            """));

        RecordSet found = await CreateClient().RecordSets.GetAsync(36937);

        AssertRequests(SignIn, "GET recordsets/36937");
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{found.RecordSetId} {found.Name} {found.NumberOfRecords}", Is.EqualTo("36937 Item Records 7"));
            Assert.That((int)found.ObjectType, Is.EqualTo(107), "a type that is not a type of locks");
            Assert.That(found.CreationDate?.Year, Is.EqualTo(2016));
            Assert.That(found.ModificationDate, Is.Null);
            Assert.That(found.AdditionalMembers, Is.Null);
        }
    }

    [Test]
    public async Task GetAsync_OwnerOnly_IsAskedFor()
    {
        On("GET recordsets/36937?ownerInfoOnly=true").Answers(Answer.Json(
            200, """{ "RecordSetID": 36937, "Name": null, "CreationDate": "0001-01-01T00:00:00-05:00", "OrganizationOwnerID": 3 }"""));

        RecordSet found = await CreateClient().RecordSets.GetAsync(36937, ownerOnly: true);

        AssertRequests(SignIn, "GET recordsets/36937?ownerInfoOnly=true");
        Assert.That(found.OrganizationOwnerId, Is.EqualTo(3));
    }

    [Test]
    public async Task ListRecordsAsync_MoreThanOnePart_AreReadToTheEnd()
    {
        On("GET recordsets/5/records?startIndex=0&numRecords=1000&sortResults=true").Answers(Answer.Json(200, Records(1, 1000)));
        On("GET recordsets/5/records?startIndex=1000&numRecords=1000&sortResults=true").Answers(Answer.Json(200, Records(1001, 2)));

        List<RecordSetMember> members = [];
        await foreach (RecordSetMember member in CreateClient().RecordSets.ListRecordsAsync(5))
        {
            members.Add(member);
        }

        AssertRequests(
            SignIn,
            "GET recordsets/5/records?startIndex=0&numRecords=1000&sortResults=true",
            "GET recordsets/5/records?startIndex=1000&numRecords=1000&sortResults=true");
        Assert.That(members.Select(member => member.RecordId), Is.EqualTo(Enumerable.Range(1, 1002)));
        Assert.That(members[0].AdditionalMembers!["Title"].GetString(), Is.EqualTo("Return of the Jedi"));
    }

    [Test]
    public async Task UpdateAsync_Header_IsSentWhole()
    {
        On("PUT recordsets/36937", """{ "Name": "My Items", "OrganizationOwnerID": 0, "Note": null }""").Answers(200);

        await CreateClient().RecordSets.UpdateAsync(36937, new RecordSetHeader { Name = "My Items" });

        AssertRequests(SignIn, "PUT recordsets/36937");
    }

    [Test]
    public async Task CreateAsync_Duplicate_IsReportedAsAWarning()
    {
        On("POST recordsets", """
            {
              "Name": "My record set", "ObjectTypeID": 1, "CreatorID": 1, "OrganizationOwnerID": 3, "Note": "Creating My Record Set",
              "Records": [275071, 275071]
            }
            """).Answers(Answer.Json(200, Created));

        RecordSetCreated created = await CreateClient().RecordSets.CreateAsync(new NewRecordSet
        {
            Name = "My record set",
            ObjectType = ObjectType.AuthorityRecord,
            CreatorId = 1,
            OrganizationOwnerId = 3,
            Note = "Creating My Record Set",
            Records = [275071, 275071],
        });

        AssertRequests(SignIn, "POST recordsets");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(created.RecordSetId, Is.EqualTo(36928));
            Assert.That(created.NumberOfRecordsAdded, Is.EqualTo(1));
            Assert.That(created.Warnings, Is.EqualTo(["Duplicate id 275071."]));
        }
    }

    [Test]
    public async Task CreateOfUnlinkedRecordsAsync_RecordSet_IsSentWithItsQuery()
    {
        On("POST recordsets?generateNoLinks=true", """{ "Name": "Unlinked", "ObjectTypeID": 2 }""").Answers(Answer.Json(200, Created));

        await CreateClient().RecordSets.CreateOfUnlinkedRecordsAsync(
            new NewRecordSet { Name = "Unlinked", ObjectType = ObjectType.BibliographicRecord });

        AssertRequests(SignIn, "POST recordsets?generateNoLinks=true");
    }

    [Test]
    public async Task CreateOfLinkedRecordsAsync_Filter_IsSentAsQuery()
    {
        const string call = "POST recordsets?allowLargeRecordSet=true&itemCircStatusFilter=132&patronCodesFilter=2%2C15&includeDelete=true";
        On(call, """{ "Name": "Items", "ObjectTypeID": 3, "OriginatingRecordSetID": 5 }""").Answers(Answer.Json(200, Created));

        await CreateClient().RecordSets.CreateOfLinkedRecordsAsync(
            new NewRecordSet { Name = "Items", ObjectType = ObjectType.ItemRecord, OriginatingRecordSetId = 5 },
            new LinkedRecordsFilter { AllowLargeRecordSet = true, ItemStatusBits = 4 + 128, PatronCodeIds = [2, 15], IncludeDeleted = true });

        AssertRequests(SignIn, call);
    }

    private static string Records(int first, int count) =>
        $$"""{ "ObjectTypeID": 2, "Records": [{{string.Join(", ", Enumerable.Range(first, count).Select(id => $$"""{ "RecordID": {{id}}, "Title": "Return of the Jedi" }"""))}}] }""";
}
