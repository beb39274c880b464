using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Http;

namespace Polaris.Client.Tests.ObjectLocks;

/// <summary>How persistently a lease frees its locks, and when it must not.</summary>
public sealed class LeaseReleaseTests : LeaseFixture
{
    [Test]
    public async Task ReleaseAsync_Awaited_HasFreedTheLock()
    {
        var lease = await Client.ObjectLocks.AcquireAsync(Bib, 7);

        await lease.ReleaseAsync();

        Assert.That(Fake.Locks, Is.Empty);
    }

    [Test]
    public async Task ReleaseAsync_Canceled_StopsWaitingWhileTheReleaseContinues()
    {
        var clock = new ManualTimeProvider();
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        var server = Granting().Then((_, _) => answer.Task);
        using var polaris = TestClient.Create(server, time: clock);
        var lease = await polaris.ObjectLocks.AcquireAsync(Bib, 7);
        using var cancellation = new CancellationTokenSource();

        var releasing = lease.ReleaseAsync(cancellation.Token);
        await cancellation.CancelAsync();

        Assert.CatchAsync<OperationCanceledException>(() => releasing);
        answer.SetResult(Answers.Json("true"));
        await lease.ReleaseAsync();
        Assert.That(server.Requests.Count(request => request.Method == "DELETE"), Is.EqualTo(1));
    }

    [TestCase(408, 5)]
    [TestCase(429, 5)]
    [TestCase(500, 1)]
    [TestCase(503, 5)]
    [TestCase(599, 1)]
    public async Task DisposeAsync_RefusedWithAStatusThatPasses_ContinuesUntilTheLockIsFree(int status, int times)
    {
        var server = Granting();
        for (var i = 0; i < times; i++)
        {
            server.Then(status);
        }

        using var polaris = TestClient.Create(server.Then(200, "true"));
        var lease = await polaris.ObjectLocks.AcquireAsync(Bib, 7);

        await lease.ReleaseAsync();

        Assert.That(server.Requests, Has.Count.EqualTo(times + 3));
    }

    [TestCase(400)]
    [TestCase(403)]
    [TestCase(499)]
    public async Task DisposeAsync_RefusedForGood_IsTriedOnce(int status)
    {
        var clock = TestClient.Clock();
        var server = Granting().Then(status);
        using var polaris = TestClient.Create(server, time: clock);
        var lease = await polaris.ObjectLocks.AcquireAsync(Bib, 7);

        await lease.DisposeAsync();

        Assert.That((int)((RequestFailedException)lease.ReleaseError!).StatusCode, Is.EqualTo(status));
        Assert.That(server.Requests, Has.Count.EqualTo(3));
        Assert.That(clock.Elapsed, Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public async Task DisposeAsync_NotLockedAnyMore_IsWhatWasWanted()
    {
        using var polaris = TestClient.Create(Granting().Then(Answers.NotLocked));
        var lease = await polaris.ObjectLocks.AcquireAsync(Bib, 7);

        await lease.DisposeAsync();

        Assert.That(lease.ReleaseError, Is.Null);
    }

    [Test]
    public async Task DisposeAsync_LockTakenAwayAndHeldByAnother_IsNotWaitedFor()
    {
        var lease = await Client.ObjectLocks.AcquireAsync(Bib, 7);
        Fake.LockAs("someone", 99, Bib, 7);

        await lease.DisposeAsync();

        var error = (ObjectLockedException)lease.ReleaseError!;
        Assert.That(error.Holder!.WorkstationId, Is.EqualTo(99));
        Assert.That(Clock.Elapsed, Is.EqualTo(TimeSpan.Zero));
    }

    [TestCase(4)]
    [TestCase(8)]
    public async Task DisposeAsync_EveryAnswerLostUntilAnotherUserHoldsIt_IsFreed(int lost)
    {
        var server = Granting();
        for (var i = 0; i < lost; i++)
        {
            server.ThenFails(Answers.Reset());
        }

        using var polaris = TestClient.Create(server.Always(_ => Answers.LockConflict()));
        var lease = await polaris.ObjectLocks.AcquireAsync(Bib, 7);

        await lease.DisposeAsync();

        Assert.That(lease.ReleaseError, Is.Null, "one of the lost attempts freed it");
    }

    [Test]
    public async Task DisposeAsync_ServerFailsAgainAndAgain_PausesLongerAndLonger()
    {
        var times = new List<TimeSpan>();
        var clock = TestClient.Clock();
        var server = Granting().Always(_ =>
        {
            times.Add(clock.Elapsed);
            return times.Count < 8 ? Answers.Json(null, 500) : Answers.Json("true");
        });
        using var polaris = TestClient.Create(server, time: clock);

        await (await polaris.ObjectLocks.AcquireAsync(Bib, 7)).DisposeAsync();

        double[] steps = [0.5, 1, 2, 4, 8, 10, 10];
        var pauses = times.Zip(times.Skip(1), (earlier, later) => (later - earlier).TotalSeconds).ToList();
        Assert.That(pauses, Has.Count.EqualTo(steps.Length));
        Assert.That(pauses.Zip(steps).All(pair => pair.First >= pair.Second / 2 && pair.First <= pair.Second), Is.True, string.Join(' ', pauses));
    }

    [Test]
    public async Task DisposeAsync_ServerHangs_EachTryHasASixthOfTheTime()
    {
        var lease = await Client.ObjectLocks.AcquireAsync(Bib, 7, new AcquireOptions { ReleaseTimeout = TimeSpan.FromSeconds(60) });
        AddFaults(2, FaultKind.DelayNotProcessed, "DELETE");

        await lease.DisposeAsync();

        Assert.That(lease.ReleaseError, Is.Null);
        Assert.That(Fake.Locks, Is.Empty);
        Assert.That(Clock.Elapsed, Is.InRange(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(22)), "two tries of ten seconds and two pauses");
    }

    [Test]
    public async Task DisposeAsync_SlowServer_IsGivenItsShareOfTheTime()
    {
        var lease = await Client.ObjectLocks.AcquireAsync(Bib, 7, new AcquireOptions { ReleaseTimeout = TimeSpan.FromSeconds(60) });
        AddFaults(1, FaultKind.DelayProcessed, "DELETE", TimeSpan.FromSeconds(9));

        await lease.DisposeAsync();

        Assert.That(lease.ReleaseError, Is.Null);
        Assert.That(Clock.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(9)));
        Assert.That(Sent().Count(request => request.StartsWith("DELETE", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task DisposeAsync_TokenRefusedEveryTime_GivesUpAfterTenMoreTries()
    {
        var lease = await Client.ObjectLocks.AcquireAsync(Bib, 7, new AcquireOptions { ReleaseTimeout = TimeSpan.FromHours(1) });
        AddFaults(100, FaultKind.Unauthorized, "DELETE");

        await lease.DisposeAsync();

        Assert.That(lease.ReleaseError, Is.TypeOf<AuthenticationFailedException>());
        Assert.That(Sent().Count(request => request.StartsWith("DELETE", StringComparison.Ordinal)), Is.InRange(11 + 1, 2 * 11), "a try renews the token once, but not soon after a renewal that was of no use");
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task DisposeAsync_NewTokensRefusedAFewTimes_IsFreedWithinTheDefaultTimeOfAShortTimeout(int refused)
    {
        var clock = TestClient.Clock();
        var server = new ScriptedServer();
        server.WhenSigningIn = (_, _) => Task.FromResult(Answers.SignIn($"{server.SignIns.Count:d32}"));
        server.Then(Answers.NotLocked).Then(Answers.Lock)
            .Always(_ => server.SignIns.Count <= 1 + refused ? Answers.Json(null, 401) : Answers.Json("true"));
        using var polaris = TestClient.Create(server, options => options.Timeout = TimeSpan.FromSeconds(2), clock);
        var lease = await polaris.ObjectLocks.AcquireAsync(Bib, 7);

        await lease.DisposeAsync();

        Assert.That(lease.ReleaseError, Is.Null);
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(4 * 2)));
        Assert.That(server.SignIns, Has.Count.EqualTo(1 + refused + 1));
    }

    [Test]
    public async Task DisposeAsync_SignInRefused_IsNotRepeatedBecauseItBlocksTheAccount()
    {
        var lease = await Client.ObjectLocks.AcquireAsync(Bib, 7, new AcquireOptions { ReleaseTimeout = TimeSpan.FromHours(1) });
        Fake.WithUser(FakePolaris.DefaultDomain, FakePolaris.DefaultUserName, "another").RevokeTokens();

        await lease.DisposeAsync();

        Assert.That(Fake.RefusedSignIns, Is.EqualTo(1));
        Assert.That(Clock.Elapsed, Is.EqualTo(TimeSpan.Zero));
        Assert.That(lease.ReleaseError, Is.TypeOf<AuthenticationFailedException>());
    }

    [Test]
    public async Task DisposeAsync_SeveralCannotBeFreed_KeepsTheFirstErrorAndLogsEach()
    {
        var lease = await Client.ObjectLocks.AcquireAsync([new(Bib, 7), new(Bib, 8)]);
        Fake.LockAs("someone", 99, Bib, 7).LockAs("someone", 99, Bib, 8);

        await lease.DisposeAsync();

        Assert.That(((ObjectLockedException)lease.ReleaseError!).Holder!.ObjectId, Is.EqualTo(7));
        Assert.That(LocksReportedAsLeft(), Is.EqualTo(2));
    }

    [Test]
    public async Task Dispose_NothingWentWrong_LogsNoLockAsLeft()
    {
        await (await Client.ObjectLocks.AcquireAsync(Bib, 7)).DisposeAsync();

        Assert.That(LocksReportedAsLeft(), Is.Zero);
    }

    /// <summary>A server that grants bibliographic record 7, and then follows the script.</summary>
    private static ScriptedServer Granting() => new ScriptedServer().Then(Answers.NotLocked).Then(Answers.Lock);
}
