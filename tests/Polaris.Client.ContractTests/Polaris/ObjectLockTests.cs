using System.Net;
using System.Text.Json.Nodes;
using Polaris.Client.ContractTests.Wire;
using Polaris.Client.ObjectLocks;

namespace Polaris.Client.ContractTests.Polaris;

[TestFixture]
public sealed class ObjectLockTests : PolarisContractTest
{
    private const string PatronLock = """
        {
          "ObjectTypeID": 27, "ObjectID": 29937, "PolarisUserID": 101, "WorkstationID": 1242,
          "LockDate": "2016-01-15T16:01:16.857-05:00", "PolarisUserName": "PolarisExec",
          "WorkstationName": "Anonymous OPAC Workstation", "ExistingLock": false, "LockExistsInDatabase": false, "StaffEmail": ""
        }
        """;

    private const string OwnLock = """
        {
          "ExistingLock": true, "ObjectTypeID": 27, "ObjectID": 29937, "PolarisUserID": 1, "WorkstationID": 1242,
          "LockDate": "2016-01-15T16:01:16.857-05:00", "LockExistsInDatabase": true
        }
        """;

    private const string Find = "GET objectlocks/27/29937";

    private const string BibLock = """
        {
          "ObjectTypeID": 2, "ObjectID": 1126739, "PolarisUserID": 7, "WorkstationID": 15,
          "LockDate": "2016-01-15T16:01:16.857-05:00", "PolarisUserName": "PolarisExec",
          "WorkstationName": "Anonymous OPAC Workstation", "ExistingLock": false, "LockExistsInDatabase": false,
          "StaffEmail": "cataloger@example.org"
        }
        """;

    [Test, Plays("Polaris/lock-single-200")]
    public async Task LockAsync_OneObject_ReturnsItsLock()
    {
        PolarisClient polaris = CreateClient(options => options.ServerTimeZone = "America/New_York");

        ObjectLock granted = await polaris.CreateApi<IObjectLocksApi>().LockAsync(new(ObjectType.Patron, 29937));

        AssertRequests(SignIn, "POST objectlocks");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(granted, Members.EqualTo(new ObjectLock
            {
                ObjectType = ObjectType.AuthorityRecord,
                ObjectId = 10,
                PolarisUserId = 101,
                WorkstationId = 1,
                LockDate = new DateTimeOffset(2013, 4, 3, 9, 6, 33, 367, TimeSpan.FromHours(-4)),
                ExistingLock = true,
                LockExistsInDatabase = true,
            }));
            Assert.That(granted.LockDate?.Offset, Is.EqualTo(TimeSpan.FromHours(-4)));
        }
    }

    [Test, Plays("Polaris/lock-multiple-200")]
    public async Task LockAsync_SeveralObjects_ReturnsTheirLocks()
    {
        IReadOnlyList<ObjectLock> granted = await CreateClient().CreateApi<IObjectLocksApi>()
            .LockManyAsync((int)ObjectType.ItemRecord, [847, 2395843]);

        AssertRequests(SignIn, "POST objectlocks/3");
        Assert.That(granted, Members.EqualTo<IReadOnlyList<ObjectLock>>([LockOf(847, 857), LockOf(4972, 863)]));
    }

    [Test, Plays("Polaris/lock-single-409")]
    public void LockAsync_LockedByAnotherUser_NamesTheHolder()
    {
        OnFindNotLocked();
        PolarisClient polaris = CreateClient();

        var conflict = Assert.ThrowsAsync<ObjectLockedException>(
            () => polaris.ObjectLocks.LockAsync(ObjectType.Patron, 29937));

        AssertRequests(SignIn, Find, "POST objectlocks");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(conflict!.Holder, Members.EqualTo(new ObjectLock
            {
                ObjectType = ObjectType.ItemRecord,
                ObjectId = 2655,
                PolarisUserId = 1,
                WorkstationId = 15,
                LockDate = new DateTimeOffset(2015, 9, 14, 16, 59, 18, TimeSpan.FromHours(-4)),
                PolarisUserName = "PolarisExec",
                WorkstationName = "Peng Zhang",
            }));
            Assert.That(conflict.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(conflict.ErrorCode, Is.EqualTo("70000"));
            Assert.That(conflict.ServerMessage, Is.EqualTo(
                "Exception of type 'Polaris.Common.Exceptions.PolarisObjectLockException' was thrown."));
            Assert.That(conflict.Route, Is.EqualTo("POST /objectlocks"));
            Assert.That(conflict.RequestPath, Is.EqualTo(StubbedPolaris.Path + "objectlocks"));
            Assert.That(conflict.Failure.MediaType, Is.EqualTo("application/json"));
            Assert.That(conflict.Attempts, Is.EqualTo(1));
            Assert.That(conflict.MayHaveBeenProcessed, Is.False);
            Assert.That(conflict.Message, Does.Not.Contain("PolarisExec").And.Not.Contain("Peng Zhang"));
        }

        JsonAssert.AreEqual(JsonNode.Parse(AnswerOf("Polaris/lock-single-409").Body), JsonNode.Parse(conflict.Body!));
    }

    [Test]
    public async Task AcquireAsync_FreeObject_IsReleasedWithTheLease()
    {
        OnFindNotLocked();
        OnRequestOf("Polaris/lock-single-200").Answers(Answer.Json(200, """
            {
              "ExistingLock": false, "ObjectTypeID": 27, "ObjectID": 29937, "PolarisUserID": 1, "WorkstationID": 1242,
              "LockDate": "2016-01-15T16:01:16.857-05:00", "LockExistsInDatabase": true
            }
            """));
        On("DELETE objectlocks/27/29937").Answers(Answer.Json(200, "true"));

        await using (ObjectLockLease lease = await CreateClient().ObjectLocks.AcquireAsync(ObjectType.Patron, 29937))
        {
            Assert.That(lease.WasAlreadyHeld, Is.False);
            Assert.That(lease.Locks.Single().ObjectId, Is.EqualTo(29937));
            AssertRequests(SignIn, Find, "POST objectlocks");
        }

        AssertRequests(SignIn, Find, "POST objectlocks", "DELETE objectlocks/27/29937");
    }

    [Test]
    public async Task AcquireAsync_LockHeldBefore_IsNotReleased()
    {
        On("GET objectlocks/27/29937").Answers(Answer.Json(200, OwnLock));
        OnRequestOf("Polaris/lock-single-200").Answers(Answer.Json(200, OwnLock));

        await using (ObjectLockLease lease = await CreateClient().ObjectLocks.AcquireAsync(ObjectType.Patron, 29937))
        {
            Assert.That(lease.WasAlreadyHeld, Is.True);
        }

        AssertRequests(SignIn, Find, "POST objectlocks");
    }

    [Test]
    public async Task FindAsync_LockedObject_ReturnsItsHolder()
    {
        On("GET objectlocks/27/29937").Answers(Answer.Json(200, """
            {
              "ObjectTypeID": 27, "ObjectID": 29937, "PolarisUserID": 101, "WorkstationID": 1242,
              "LockDate": "2016-01-15T16:01:16.857-05:00"
            }
            """));

        ObjectLock? found = await CreateClient().ObjectLocks.FindAsync(ObjectType.Patron, 29937);

        AssertRequests(SignIn, "GET objectlocks/27/29937");
        Assert.That(found, Members.EqualTo(new ObjectLock
        {
            ObjectType = ObjectType.Patron,
            ObjectId = 29937,
            PolarisUserId = 101,
            WorkstationId = 1242,
            LockDate = new DateTimeOffset(2016, 1, 15, 16, 1, 16, 857, TimeSpan.FromHours(-5)),
        }));
    }

    [Test]
    public async Task FindAsync_FreeObject_ReturnsNull()
    {
        OnFindNotLocked();

        ObjectLock? found = await CreateClient().ObjectLocks.FindAsync(ObjectType.Patron, 29937);

        AssertRequests(SignIn, "GET objectlocks/27/29937");
        Assert.That(found, Is.Null);
    }

    [Test]
    public void FindAsync_HtmlPageOfTheWebServer_ThrowsNotFound()
    {
        On("GET objectlocks/27/29937").Answers(NotFoundPage);
        PolarisClient polaris = CreateClient();

        Assert.ThrowsAsync<NotFoundException>(() => polaris.ObjectLocks.FindAsync(ObjectType.Patron, 29937));

        AssertRequests(SignIn, "GET objectlocks/27/29937");
    }

    [Test]
    public async Task ListAsync_OwnLocks_AreRead()
    {
        On("GET objectlocks").Answers(Answer.Json(200, $"[{PatronLock}]"));

        IReadOnlyList<ObjectLock> own = await CreateClient().ObjectLocks.ListAsync();

        AssertRequests(SignIn, "GET objectlocks");
        Assert.That(own, Members.EqualTo<IReadOnlyList<ObjectLock>>([new ObjectLock
        {
            ObjectType = ObjectType.Patron,
            ObjectId = 29937,
            PolarisUserId = 101,
            WorkstationId = 1242,
            LockDate = new DateTimeOffset(2016, 1, 15, 16, 1, 16, 857, TimeSpan.FromHours(-5)),
            PolarisUserName = "PolarisExec",
            WorkstationName = "Anonymous OPAC Workstation",
            ExistingLock = false,
            LockExistsInDatabase = false,
            StaffEmail = "",
        }]));
    }

    [Test]
    public async Task ListAsync_AllUsers_AsksForAllLocks()
    {
        On("GET objectlocks?getAllLocks=true").Answers(Answer.Json(200, $"[{PatronLock}, {BibLock}]"));

        IReadOnlyList<ObjectLock> all = await CreateClient().ObjectLocks.ListAsync(allUsers: true);

        AssertRequests(SignIn, "GET objectlocks?getAllLocks=true");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(all.Select(held => held.PolarisUserId), Is.EqualTo([101, 7]));
            Assert.That(all.Select(held => held.StaffEmail), Is.EqualTo(["", "cataloger@example.org"]));
        }
    }

    [Test]
    public async Task UnlockAsync_OwnLock_IsReleased()
    {
        On("DELETE objectlocks/27/29937").Answers(Answer.Json(200, "true"));

        await CreateClient().ObjectLocks.UnlockAsync(ObjectType.Patron, 29937);

        AssertRequests(SignIn, "DELETE objectlocks/27/29937");
    }

    [Test]
    public void UnlockAsync_LockOfAnotherUser_ThrowsWithoutWaiting()
    {
        On("DELETE objectlocks/27/29937").Answers(Answer.Text(409, "FAIL. Object is locked by another user."));
        PolarisClient polaris = CreateClient(options => options.Retry.LockWait = TimeSpan.FromSeconds(30));

        var conflict = Assert.ThrowsAsync<ObjectLockedException>(
            () => polaris.ObjectLocks.UnlockAsync(ObjectType.Patron, 29937));

        AssertRequests(SignIn, "DELETE objectlocks/27/29937");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(conflict!.Holder, Is.Null);
            Assert.That(conflict.Body, Is.EqualTo("FAIL. Object is locked by another user."));
            Assert.That(conflict.Route, Is.EqualTo("DELETE /objectlocks/{objectTypeId}/{objectId}"));
        }
    }

    [Test]
    public async Task UnlockAllAsync_OwnLocks_AreReleasedInOneCall()
    {
        On("DELETE objectlocks").Answers(Answer.Json(200, "true"));

        await CreateClient().ObjectLocks.UnlockAllAsync();

        AssertRequests(SignIn, "DELETE objectlocks");
    }

    private void OnFindNotLocked() => On(Find).Answers(Answer.Json(404, """{"ErrorCode":0,"Message":"Object is NOT currently locked. Success"}"""));

    private static ObjectLock LockOf(int itemId, int milliseconds) => new()
    {
        ObjectType = ObjectType.ItemRecord,
        ObjectId = itemId,
        PolarisUserId = 1,
        WorkstationId = 1,
        LockDate = new DateTimeOffset(2016, 1, 15, 16, 1, 16, milliseconds, TimeSpan.FromHours(-5)),
        PolarisUserName = "PolarisExec",
        WorkstationName = "Anonymous OPAC Workstation",
        ExistingLock = true,
        LockExistsInDatabase = true,
    };
}
