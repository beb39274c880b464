using System.Text.Json;
using System.Text.Json.Nodes;
using Polaris.Client.ObjectLocks;

namespace Polaris.Client.Tests.ObjectLocks;

public sealed class ObjectLocksJsonTests
{
    [Test]
    public void LockMultiple_ReadAndWritten_LosesNoMember()
    {
        JsonNode body = PolarisFixture.ResponseBody("lock-multiple-200.json")!;

        IReadOnlyList<ObjectLock> locks = body.Deserialize(ObjectLocksJson.Default.IReadOnlyListObjectLock)!;

        Assert.That(JsonSerializer.Serialize(locks, ObjectLocksJson.Default.IReadOnlyListObjectLock), Is.EqualTo(body.ToJsonString()));
        Assert.That(locks[0].ExistingLock, Is.True);
        Assert.That(locks[0].LockDate, Is.EqualTo(new DateTimeOffset(2016, 1, 15, 16, 1, 16, 857, TimeSpan.FromHours(-5))));
    }

    [Test]
    public void LockSingle_ReadAndWritten_GainsTheOffsetOfUtcAndLosesNothing()
    {
        JsonNode body = PolarisFixture.ResponseBody("lock-single-200.json")!;

        ObjectLock read = body.Deserialize(ObjectLocksJson.Default.ObjectLock)!;

        body["LockDate"] = "2013-04-03T09:06:33.367+00:00";
        Assert.That(JsonNode.DeepEquals(JsonSerializer.SerializeToNode(read, ObjectLocksJson.Default.ObjectLock), body), Is.True);
        Assert.That(read.ObjectType, Is.EqualTo(ObjectType.AuthorityRecord));
        Assert.That(read.PolarisUserName, Is.Null);
    }

    [Test]
    public void LockConflict_Data_IsTheHoldersLock()
    {
        JsonNode body = PolarisFixture.ResponseBody("lock-single-409.json")!["Data"]!;

        ObjectLock read = body.Deserialize(ObjectLocksJson.Default.ObjectLock)!;

        Assert.That(JsonSerializer.Serialize(read, ObjectLocksJson.Default.ObjectLock), Is.EqualTo(body.ToJsonString()));
        Assert.That(read.WorkstationName, Is.EqualTo("Peng Zhang"));
        Assert.That(read.ExistingLock, Is.Null);
        Assert.That(read.AdditionalMembers, Is.Null);
    }

    [Test]
    public void Requests_Written_AreThoseOfTheDocuments()
    {
        string single = JsonSerializer.Serialize(new ObjectReference(ObjectType.Patron, 29937), ObjectLocksJson.Default.ObjectReference);
        string multiple = JsonSerializer.Serialize<IReadOnlyList<int>>([847, 2395843], ObjectLocksJson.Default.IReadOnlyListInt32);

        Assert.That(single, Is.EqualTo(PolarisFixture.RequestBody("lock-single-200.json")!.ToJsonString()));
        Assert.That(multiple, Is.EqualTo(PolarisFixture.RequestBody("lock-multiple-200.json")!.ToJsonString()));
    }

    [Test]
    public void Reference_ReadAmongOtherMembers_IsThatObject()
    {
        const string json = """{"New":{"ObjectID":9,"a":[1]},"ObjectID":29937,"Floor":"2","ObjectTypeID":"27"}""";

        Assert.That(JsonSerializer.Deserialize(json, ObjectLocksJson.Default.ObjectReference), Is.EqualTo(new ObjectReference(ObjectType.Patron, 29937)));
    }

    [TestCase("""[6,29937]""")]
    [TestCase("""{"ObjectTypeID":"Patron","ObjectID":29937}""")]
    [TestCase("""{"ObjectTypeID":6,"ObjectID":4294967296}""")]
    [TestCase("""{"ObjectTypeID":6,"ObjectID":""")]
    public void Reference_ReadFromSomethingElse_IsRefused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, ObjectLocksJson.Default.ObjectReference));

    [Test]
    public void Lock_UnknownTypeAndMembers_AreKept()
    {
        const string json = """
            {"ObjectTypeID":107,"ObjectID":1,"PolarisUserID":2,"WorkstationID":3,"LockDate":"2016-01-15T16:01:16-05:00","StaffEmail":"","New":{"a":1}}
            """;

        ObjectLock read = JsonSerializer.Deserialize(json, ObjectLocksJson.Default.ObjectLock)!;

        Assert.That(JsonSerializer.Serialize(read, ObjectLocksJson.Default.ObjectLock), Is.EqualTo(json.Trim()));
    }

    [Test]
    public void Lock_QuotedNumbersAndDriftedCasing_AreRead()
    {
        ObjectLock read = JsonSerializer.Deserialize(
            """{"objectTypeId":"2","ObjectId":"1126739","LOCKDATE":"2016-01-15 16:01:16.857"}""", ObjectLocksJson.Default.ObjectLock)!;

        Assert.That(read.ObjectType, Is.EqualTo(ObjectType.BibliographicRecord));
        Assert.That(read.ObjectId, Is.EqualTo(1126739));
    }

    [Test]
    public void ToString_OfALock_NamesNoPerson()
    {
        ObjectLock read = PolarisFixture.ResponseBody("lock-single-409.json")!["Data"].Deserialize(ObjectLocksJson.Default.ObjectLock)!;

        Assert.That(read.ToString(), Is.EqualTo("ItemRecord 2655, user 1 at workstation 15"));
    }

    [TestCase("null")]
    [TestCase("\"yesterday\"")]
    [TestCase("17")]
    [TestCase("{\"a\":[1]}")]
    public void Lock_UnreadableValues_AreUnknown(string value)
    {
        ObjectLock read = JsonSerializer.Deserialize(
            $$"""{"ObjectTypeID":2,"ObjectID":7,"LockDate":{{value}},"ExistingLock":{{value}},"PolarisUserID":{{(value == "17" ? "null" : value)}},"WorkstationID":15}""",
            ObjectLocksJson.Default.ObjectLock)!;

        Assert.Multiple(() =>
        {
            Assert.That(read.LockDate, Is.Null);
            Assert.That(read.ExistingLock, Is.Null);
            Assert.That(read.PolarisUserId, Is.Zero);
            Assert.That(read.WorkstationId, Is.EqualTo(15));
        });
    }

    [Test]
    public void Lock_QuotedBooleanAndIds_AreRead()
    {
        ObjectLock read = JsonSerializer.Deserialize(
            """{"ExistingLock":"True","PolarisUserID":"5","WorkstationID":"15"}""", ObjectLocksJson.Default.ObjectLock)!;

        Assert.That(read.ExistingLock, Is.True);
        Assert.That(read.PolarisUserId, Is.EqualTo(5));
        Assert.That(read.WorkstationId, Is.EqualTo(15));
    }
}
