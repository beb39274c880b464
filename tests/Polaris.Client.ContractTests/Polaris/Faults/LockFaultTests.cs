using System.Net;
using Polaris.Client.ContractTests.Wire;
using Polaris.Client.ObjectLocks;

namespace Polaris.Client.ContractTests.Polaris.Faults;

/// <summary>Taking a lock twice does the same as taking it once, so it is tried again.</summary>
[TestFixture]
public sealed class LockFaultTests : PolarisContractTest
{
    private const string Lock = "Polaris/lock-single-200";
    private const string Locked = "Polaris/lock-single-409";
    private const string PostLock = "POST objectlocks";

    [TestCase(Fault.ConnectionReset)]
    [TestCase(Fault.EmptyResponse)]
    [TestCase(Fault.RandomData)]
    [TestCase(Fault.BrokenChunk)]
    public void LockAsync_NoWholeResponse_IsSentThreeTimes(Fault fault)
    {
        OnRequestOf(Lock).Answers(fault);

        TransportException error = Fail<TransportException>(CreateClient());

        AssertRequests(SignIn, PostLock, PostLock, PostLock);
        AssertFacts(error, attempts: 3);
    }

    [TestCase(Fault.ConnectionReset)]
    [TestCase(Fault.BrokenChunk)]
    public async Task LockAsync_NoWholeResponseOnce_IsSentAgain(Fault fault)
    {
        OnRequestOf(Lock).Answers(fault, AnswerOf(Lock));

        ObjectLock granted = await LockAsync(CreateClient());

        AssertRequests(SignIn, PostLock, PostLock);
        Assert.That(granted.ObjectId, Is.EqualTo(10));
    }

    [Test]
    public void LockAsync_SlowerThanTheTimeout_IsSentTwiceWhenOneRetryIsAllowed()
    {
        OnRequestOf(Lock).Answers(AnswerOf(Lock).After(TimeSpan.FromSeconds(10)));
        PolarisClient polaris = CreateClient(options =>
        {
            UseReadyToken(options);
            options.Timeout = TimeSpan.FromMilliseconds(400);
            options.Retry.MaxRetries = 1;
        });

        TransportException error = Fail<TransportException>(polaris);

        AssertRequests(PostLock, PostLock);
        AssertFacts(error, attempts: 2);
    }

    [Test]
    public void LockAsync_HtmlPageOfAProxyAtTheSecondAttempt_CountsBoth()
    {
        OnRequestOf(Lock).Answers(Fault.ConnectionReset, NetworkLoginPage);

        InvalidResponseException error = Fail<InvalidResponseException>(CreateClient());

        AssertRequests(SignIn, PostLock, PostLock);
        Assert.That(error.Attempts, Is.EqualTo(2));
    }

    [Test]
    public async Task LockAsync_UnavailableOnce_WaitsAsLongAsTheServerAsks()
    {
        OnRequestOf(Lock).Answers(Unavailable, AnswerOf(Lock));

        var time = new HurriedTime();

        ObjectLock granted = await LockAsync(CreateClient(time: time));

        AssertRequests(SignIn, PostLock, PostLock);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(granted.ObjectId, Is.EqualTo(10));
            Assert.That(time.Pauses, Does.Contain(TimeSpan.FromSeconds(1)));
        }
    }

    [Test]
    public void LockAsync_UnavailableForLongerThanAllowed_FailsImmediately()
    {
        OnRequestOf(Lock).Answers(Unavailable);
        PolarisClient polaris = CreateClient(options => options.Retry.MaxRetryAfter = TimeSpan.FromSeconds(0.5));

        RequestFailedException error = Fail<RequestFailedException>(polaris);

        AssertRequests(SignIn, PostLock);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(error.Failure.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(1)));
            Assert.That(error.Body, Is.EqualTo("Service Unavailable. Retry later"));
            Assert.That(error.Attempts, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task LockAsync_LockedTwice_WaitsForTheLock()
    {
        OnRequestOf(Lock).Answers(AnswerOf(Locked), AnswerOf(Locked), AnswerOf(Lock));
        PolarisClient polaris = CreateClient(options => options.Retry.LockWait = TimeSpan.FromSeconds(30));

        ObjectLock granted = await LockAsync(polaris);

        AssertRequests(SignIn, PostLock, PostLock, PostLock);
        Assert.That(granted.ObjectId, Is.EqualTo(10));
    }

    [Test, Plays("Polaris/lock-single-409")]
    public void LockAsync_LockedAllTheTime_ReportsTheAttempts()
    {
        PolarisClient polaris = CreateClient(options =>
        {
            options.Retry.LockWait = TimeSpan.FromMilliseconds(300);
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(20);
        });

        ObjectLockedException conflict = Fail<ObjectLockedException>(polaris);

        Assert.That(conflict.Attempts, Is.GreaterThan(1));
        AssertRequests([SignIn, .. Enumerable.Repeat(PostLock, conflict.Attempts)]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(conflict.Holder!.PolarisUserId, Is.EqualTo(1));
            Assert.That(conflict.Holder.WorkstationId, Is.EqualTo(15));
        }
    }

    [Test]
    public void LockAsync_HtmlPageOfAProxy_ThrowsInvalidResponse()
    {
        OnRequestOf(Lock).Answers(NetworkLoginPage);

        InvalidResponseException error = Fail<InvalidResponseException>(CreateClient());

        AssertRequests(SignIn, PostLock);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(error.Failure.MediaType, Is.EqualTo("text/html"));
            Assert.That(error.Route, Is.EqualTo("POST /objectlocks"));
            Assert.That(error.MayHaveBeenProcessed, Is.True);
            Assert.That(error.Message, Does.Not.Contain("<"));
        }
    }

    [Test]
    public void LockAsync_HtmlPageOfTheWebServer_ThrowsNotFound()
    {
        OnRequestOf(Lock).Answers(NotFoundPage);

        NotFoundException error = Fail<NotFoundException>(CreateClient());

        AssertRequests(SignIn, PostLock);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Failure.MediaType, Is.EqualTo("text/html"));
            Assert.That(error.ErrorCode, Is.Null);
            Assert.That(error.Body, Does.Contain("404 - File or directory not found."));
            Assert.That(error.Message, Does.Not.Contain("<"));
        }
    }

    [Test, Plays("Polaris/lock-multiple-200")]
    public async Task LockAsync_CompressedAnswer_IsRead()
    {
        IReadOnlyList<ObjectLock> granted = await CreateClient().CreateApi<IObjectLocksApi>()
            .LockManyAsync((int)ObjectType.ItemRecord, [847, 2395843]);

        ReceivedRequest sent = Server.Journal.Requests[^1];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sent.Header("Accept-Encoding"), Has.One.Contains("gzip"));
            Assert.That(granted, Has.Count.EqualTo(2));
        }
    }

    /// <summary>The call itself: the sample of the vendor answers with the lock of another object, which the client above it refuses.</summary>
    private static Task<ObjectLock> LockAsync(PolarisClient polaris) =>
        polaris.CreateApi<IObjectLocksApi>().LockAsync(new(ObjectType.Patron, 29937));

    private static TException Fail<TException>(PolarisClient polaris)
        where TException : Exception => Assert.ThrowsAsync<TException>(() => LockAsync(polaris))!;

    private static void AssertFacts(TransportException error, int attempts)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Attempts, Is.EqualTo(attempts));
            Assert.That(error.MayHaveBeenProcessed, Is.True);
            Assert.That(error.Route, Is.EqualTo("POST /objectlocks"));
            Assert.That(error.RequestPath, Is.EqualTo(StubbedPolaris.Path + "objectlocks"));
        }
    }
}
