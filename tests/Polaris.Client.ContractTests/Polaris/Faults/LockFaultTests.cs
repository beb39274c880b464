using System.Net;
using Polaris.Client.ContractTests.WireMock;
using Polaris.Client.ObjectLocks;

namespace Polaris.Client.ContractTests.Polaris.Faults;

/// <summary>Taking a lock twice does the same as taking it once, so it is tried again.</summary>
[TestFixture]
public sealed class LockFaultTests : PolarisContractTest
{
    private const string PostLock = "POST objectlocks";

    [Test, Stubs("SignIn/polaris", "Faults/lock-connection-reset")]
    public Task LockAsync_ConnectionReset_IsSentThreeTimes() => AssertNoAnswerAsync();

    [Test, Stubs("SignIn/polaris", "Faults/lock-empty-response")]
    public Task LockAsync_EmptyResponse_IsSentThreeTimes() => AssertNoAnswerAsync();

    [Test, Stubs("SignIn/polaris", "Faults/lock-random-data")]
    public Task LockAsync_RandomData_IsSentThreeTimes() => AssertNoAnswerAsync();

    [Test, Stubs("Faults/lock-delay")]
    public async Task LockAsync_SlowerThanTheTimeout_IsSentTwiceWhenOneRetryIsAllowed()
    {
        PolarisClient polaris = CreateClient(options =>
        {
            UseReadyToken(options);
            options.Timeout = TimeSpan.FromMilliseconds(400);
            options.Retry.MaxRetries = 1;
        });

        TransportException error = await FailAsync<TransportException>(polaris);

        await AssertRequestsAsync(PostLock, PostLock);
        AssertFacts(error, attempts: 2);
    }

    [Test, Stubs("SignIn/polaris", "Faults/lock-malformed-chunk")]
    public async Task LockAsync_BodyBrokenOff_IsNotSentAgain()
    {
        TransportException error = await FailAsync<TransportException>(CreateClient());

        await AssertRequestsAsync(SignIn, PostLock);
        AssertFacts(error, attempts: 1);
    }

    [Test, Stubs("SignIn/polaris", "Faults/lock-connection-reset-then-malformed-chunk")]
    public async Task LockAsync_BodyBrokenOffAtTheSecondAttempt_CountsBoth()
    {
        TransportException error = await FailAsync<TransportException>(CreateClient());

        await AssertRequestsAsync(SignIn, PostLock, PostLock);
        AssertFacts(error, attempts: 2);
    }

    [Test, Stubs("SignIn/polaris", "Faults/lock-connection-reset-then-html-200")]
    public async Task LockAsync_PageOfAProxyAtTheSecondAttempt_CountsBoth()
    {
        InvalidResponseException error = await FailAsync<InvalidResponseException>(CreateClient());

        await AssertRequestsAsync(SignIn, PostLock, PostLock);
        Assert.That(error.Attempts, Is.EqualTo(2));
    }

    [Test, Stubs("SignIn/polaris", "Faults/lock-connection-reset-then-200")]
    public async Task LockAsync_ConnectionResetOnce_IsSentAgain()
    {
        ObjectLock granted = await LockAsync(CreateClient());

        await AssertRequestsAsync(SignIn, PostLock, PostLock);
        Assert.That(granted.ObjectId, Is.EqualTo(10));
    }

    [Test, Stubs("SignIn/polaris", "Faults/lock-503-then-200")]
    public async Task LockAsync_UnavailableOnce_WaitsAsLongAsTheServerAsks()
    {
        var time = new HurriedTime();

        ObjectLock granted = await LockAsync(CreateClient(time: time));

        await AssertRequestsAsync(SignIn, PostLock, PostLock);
        Assert.That(granted.ObjectId, Is.EqualTo(10));
        Assert.That(time.Pauses, Does.Contain(TimeSpan.FromSeconds(1)));
    }

    [Test, Stubs("SignIn/polaris", "Faults/lock-503")]
    public async Task LockAsync_UnavailableForLongerThanAllowed_FailsAtOnce()
    {
        PolarisClient polaris = CreateClient(options => options.Retry.MaxRetryAfter = TimeSpan.FromSeconds(0.5));

        ApiException error = await FailAsync<ApiException>(polaris);

        await AssertRequestsAsync(SignIn, PostLock);
        Assert.That(error.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(error.Failure.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(1)));
        Assert.That(error.Body, Is.EqualTo("Service Unavailable. Retry later"));
        Assert.That(error.Attempts, Is.EqualTo(1));
    }

    [Test, Stubs("SignIn/polaris", "Faults/lock-409-twice-then-200")]
    public async Task LockAsync_LockedTwice_WaitsForTheLock()
    {
        PolarisClient polaris = CreateClient(options => options.Retry.LockWait = TimeSpan.FromSeconds(30));

        ObjectLock granted = await LockAsync(polaris);

        await AssertRequestsAsync(SignIn, PostLock, PostLock, PostLock);
        Assert.That(granted.ObjectId, Is.EqualTo(10));
    }

    [Test, Stubs("SignIn/polaris", "Polaris/lock-single-409")]
    public async Task LockAsync_LockedAllTheTime_TellsHowOftenItAsked()
    {
        PolarisClient polaris = CreateClient(options =>
        {
            options.Retry.LockWait = TimeSpan.FromMilliseconds(300);
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(20);
        });

        ObjectLockedException conflict = await FailAsync<ObjectLockedException>(polaris);

        Assert.That(conflict.Attempts, Is.GreaterThan(1));
        await AssertRequestsAsync([SignIn, .. Enumerable.Repeat(PostLock, conflict.Attempts)]);
        Assert.That(conflict.Holder!.PolarisUserId, Is.EqualTo(1));
        Assert.That(conflict.Holder.WorkstationId, Is.EqualTo(15));
    }

    [Test, Stubs("SignIn/polaris", "Faults/lock-html-200")]
    public async Task LockAsync_PageOfAProxy_IsNoLock()
    {
        InvalidResponseException error = await FailAsync<InvalidResponseException>(CreateClient());

        await AssertRequestsAsync(SignIn, PostLock);
        Assert.That(error.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(error.Failure.MediaType, Is.EqualTo("text/html"));
        Assert.That(error.Route, Is.EqualTo("POST /objectlocks"));
        Assert.That(error.MayHaveBeenProcessed, Is.True);
        Assert.That(error.Message, Does.Not.Contain("<"));
    }

    [Test, Stubs("SignIn/polaris", "Faults/lock-html-404")]
    public async Task LockAsync_PageOfTheWebServer_IsNotFound()
    {
        NotFoundException error = await FailAsync<NotFoundException>(CreateClient());

        await AssertRequestsAsync(SignIn, PostLock);
        Assert.That(error.Failure.MediaType, Is.EqualTo("text/html"));
        Assert.That(error.ErrorCode, Is.Null);
        Assert.That(error.Body, Does.Contain("404 - File or directory not found."));
        Assert.That(error.Message, Does.Not.Contain("<"));
    }

    [Test, Stubs("SignIn/polaris", "Polaris/lock-multiple-200")]
    public async Task LockAsync_CompressedAnswer_IsRead()
    {
        IReadOnlyList<ObjectLock> granted = await CreateClient().ObjectLocks
            .LockAsync(ObjectType.ItemRecord, [847, 2395843]);

        JournaledRequest sent = (await Server.ReadJournalAsync()).Requests[^1];
        Assert.That(sent.Header("Accept-Encoding"), Has.One.Contains("gzip"));
        Assert.That(granted, Has.Count.EqualTo(2));
    }

    private static Task<ObjectLock> LockAsync(PolarisClient polaris) =>
        polaris.ObjectLocks.LockAsync(ObjectType.Patron, 29937);

    private static Task<TException> FailAsync<TException>(PolarisClient polaris)
        where TException : Exception =>
        Task.FromResult(Assert.ThrowsAsync<TException>(() => LockAsync(polaris))!);

    private static void AssertFacts(TransportException error, int attempts)
    {
        Assert.That(error.Attempts, Is.EqualTo(attempts));
        Assert.That(error.MayHaveBeenProcessed, Is.True);
        Assert.That(error.Route, Is.EqualTo("POST /objectlocks"));
        Assert.That(error.RequestPath, Is.EqualTo(StubbedPolaris.Path + "objectlocks"));
    }

    private async Task AssertNoAnswerAsync()
    {
        TransportException error = await FailAsync<TransportException>(CreateClient());

        await AssertRequestsAsync(SignIn, PostLock, PostLock, PostLock);
        AssertFacts(error, attempts: 3);
    }
}
