using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Telemetry;

namespace Polaris.Client.Tests.Http;

/// <summary>The table of docs/retries.md, cell by cell.</summary>
public sealed class RetryTests
{
    private static readonly int[] Transient = [408, 429, 502, 503, 504];
    private static readonly int[] Final = [400, 403, 410, 422, 500, 501];

    private static IEnumerable<TestCaseData> StatusRows =>
        from call in TestCall.All
        from status in Transient.Concat(Final)
        let isRetried = TestCall.Repeatable.Contains(call) && Transient.Contains(status)
        select new TestCaseData(call, status, isRetried ? 4 : 1);

    [TestCaseSource(nameof(StatusRows))]
    public void Call_AnsweredWithStatus_IsSentAsOftenAsTheTableStates(string call, int status, int expected)
    {
        var server = TestCall.ServerFor(call).Always(_ => Answers.Json(null, status));
        using var polaris = TestClient.Create(server);

        var error = Assert.CatchAsync<PolarisClientException>(() => TestCall.MakeAsync(call, polaris))!;

        Assert.That(TestCall.SentBy(call, server), Is.EqualTo(expected));
        if (error is RequestFailedException refused)
        {
            Assert.That(refused.Attempts, Is.EqualTo(expected));
        }
    }

    [Test]
    public void Call_ConnectionBroken_IsRetriedOnlyWhenRepeatable([ValueSource(typeof(TestCall), nameof(TestCall.All))] string call)
    {
        var server = TestCall.ServerFor(call).Always(_ => throw Answers.Reset());
        using var polaris = TestClient.Create(server);

        var error = Assert.CatchAsync<TransportException>(() => TestCall.MakeAsync(call, polaris))!;

        Assert.That(TestCall.SentBy(call, server), Is.EqualTo(TestCall.Repeatable.Contains(call) ? 4 : 1));
        Assert.That(error.MayHaveBeenProcessed, Is.True);
    }

    [Test]
    public void Call_ConnectionBrokenEveryTime_ReportsTheTrueNumberOfAttempts()
    {
        var server = new ScriptedServer().Always(_ => throw Answers.Reset());
        using var polaris = TestClient.Create(server);

        var error = Assert.ThrowsAsync<TransportException>(() => polaris.ObjectLocks.FindAsync(ObjectType.Patron, 1))!;

        Assert.That(error.Attempts, Is.EqualTo(4));
        Assert.That(server.Requests, Has.Count.EqualTo(4));
    }

    [Test]
    public void Call_ConnectionRefused_ProvesThatNothingWasDone([ValueSource(typeof(TestCall), nameof(TestCall.All))] string call)
    {
        var server = TestCall.ServerFor(call).Always(_ => throw Answers.Refused());
        using var polaris = TestClient.Create(server);

        var error = Assert.ThrowsAsync<TransportException>(() => TestCall.MakeAsync(call, polaris))!;

        Assert.That(error.MayHaveBeenProcessed, Is.False);
        Assert.That(TestCall.SentBy(call, server), Is.EqualTo(4), "what never left may be sent again, whatever it is");
    }

    [Test]
    public void Call_RefusedAfterAnAttemptWasLost_MayHaveBeenProcessed()
    {
        var server = new ScriptedServer().ThenFails(Answers.Reset()).Always(_ => throw Answers.Refused());
        using var polaris = TestClient.Create(server);

        var error = Assert.ThrowsAsync<TransportException>(() => polaris.CreateApi<IObjectLocksApi>().LockAsync(new(ObjectType.Patron, 1)))!;

        Assert.That(error.MayHaveBeenProcessed, Is.True);
    }

    [Test]
    public void Call_ServerHangs_EachAttemptEndsAfterItsTimeout([ValueSource(typeof(TestCall), nameof(TestCall.All))] string call)
    {
        var clock = TestClient.Clock();
        var server = TestCall.ServerFor(call);
        for (var i = 0; i < 9; i++)
        {
            server.ThenHangs(clock);
        }

        using var polaris = TestClient.Create(server, options => options.Timeout = TimeSpan.FromSeconds(40), clock);

        var error = Assert.CatchAsync<TransportException>(() => TestCall.MakeAsync(call, polaris))!;

        Assert.That(error.MayHaveBeenProcessed, Is.True);
        Assert.That(TestCall.SentBy(call, server), Is.EqualTo(TestCall.Repeatable.Contains(call) ? 4 : 1));
    }

    [Test]
    public void Call_ServerHangsLongerThanTheTotalTimeout_EndsThen()
    {
        var clock = TestClient.Clock();
        var server = new ScriptedServer().ThenHangs(clock).ThenHangs(clock).ThenHangs(clock).ThenHangs(clock);
        using var polaris = TestClient.Create(server, options => options.Retry.TotalTimeout = TimeSpan.FromSeconds(150), clock);

        Assert.ThrowsAsync<TransportException>(() => polaris.ObjectLocks.ListAsync());

        Assert.That(server.Requests, Has.Count.EqualTo(2));
        Assert.That(clock.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(155)), "the total and the lock wait of five seconds");
    }

    [Test]
    public async Task Call_TransientFaultThenSuccess_Succeeds()
    {
        var server = new ScriptedServer().Then(503).ThenFails(Answers.Reset()).Then(200, "[]");
        using var polaris = TestClient.Create(server);

        Assert.That(await polaris.ObjectLocks.ListAsync(), Is.Empty);
    }

    [TestCase(17)]
    [TestCase(60)]
    public async Task RetryAfter_InSeconds_IsWaited(int seconds)
    {
        var clock = TestClient.Clock();
        var server = new ScriptedServer().Then(() => Answers.RetryAfter(429, TimeSpan.FromSeconds(seconds))).Then(200, "[]");
        using var polaris = TestClient.Create(server, time: clock);

        await polaris.ObjectLocks.ListAsync();

        Assert.That(clock.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(seconds)));
    }

    [Test]
    public async Task RetryAfter_AsDate_IsWaited()
    {
        var clock = TestClient.Clock();
        var server = new ScriptedServer().Then(() => Answers.RetryAfter(503, clock.GetUtcNow().AddSeconds(23))).Then(200, "[]");
        using var polaris = TestClient.Create(server, time: clock);

        await polaris.ObjectLocks.ListAsync();

        Assert.That(clock.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(23)));
    }

    [Test]
    public async Task RetryAfter_DateInThePast_DoesNotSwitchThePauseOff()
    {
        var clock = TestClient.Clock();
        var server = new ScriptedServer().Then(() => Answers.RetryAfter(503, clock.GetUtcNow().AddSeconds(-23))).Then(200, "[]");
        using var polaris = TestClient.Create(server, options => options.Retry.Jitter = () => 1, clock);

        await polaris.ObjectLocks.ListAsync();

        Assert.That(clock.Elapsed, Is.EqualTo(RetryOptions.DefaultBaseDelay));
    }

    [Test]
    public async Task RetryAfter_Zero_DoesNotSwitchThePauseOff()
    {
        var clock = TestClient.Clock();
        var server = new ScriptedServer().Then(() => Answers.RetryAfter(429, TimeSpan.Zero)).Then(200, "[]");
        using var polaris = TestClient.Create(server, options => options.Retry.Jitter = () => 1, clock);

        await polaris.ObjectLocks.ListAsync();

        Assert.That(clock.Elapsed, Is.EqualTo(RetryOptions.DefaultBaseDelay));
    }

    [Test]
    public void TotalTimeout_BodyOfTheLastAttemptStalls_IsNotExceeded()
    {
        var clock = TestClient.Clock();
        var server = new ScriptedServer().Then(() => Answers.Broken("[", 200, token => Task.Delay(TimeSpan.FromDays(2), clock, token)));
        using var polaris = TestClient.Create(server, options => (options.Retry.TotalTimeout, options.Retry.LockWait) = (TimeSpan.FromSeconds(7), TimeSpan.Zero), clock);

        Assert.ThrowsAsync<TransportException>(() => polaris.ObjectLocks.ListAsync());

        Assert.That(clock.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(7)));
    }

    [Test]
    public void RetryAfter_BeyondTheCap_FailsAtOnce()
    {
        var clock = TestClient.Clock();
        var server = new ScriptedServer().Then(() => Answers.RetryAfter(503, TimeSpan.FromSeconds(61)));
        using var polaris = TestClient.Create(server, time: clock);

        var error = Assert.ThrowsAsync<RequestFailedException>(() => polaris.ObjectLocks.ListAsync())!;

        Assert.That(error.Failure.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(61)));
        Assert.That(clock.Elapsed, Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public async Task Pauses_BetweenAttempts_DoubleUpToTheLongestWithJitter()
    {
        var clock = TestClient.Clock();
        var times = new List<TimeSpan>();
        var server = new ScriptedServer().Always(_ =>
        {
            times.Add(clock.Elapsed);
            return times.Count < 8 ? Answers.Json(null, 503) : Answers.Json("[]");
        });
        using var polaris = TestClient.Create(server, options => options.Retry.MaxRetries = 7, clock);

        await polaris.ObjectLocks.ListAsync();

        double[] steps = [0.5, 1, 2, 4, 8, 10, 10];
        var pauses = times.Zip(times.Skip(1), (earlier, later) => (later - earlier).TotalSeconds).ToList();
        Assert.That(pauses.Zip(steps).All(pair => pair.First >= pair.Second / 2 && pair.First <= pair.Second), Is.True, string.Join(' ', pauses));
    }

    [Test]
    public void Switch_Off_NothingIsRetriedAndNoLockIsWaitedFor([ValueSource(typeof(TestCall), nameof(TestCall.All))] string call)
    {
        foreach (var status in new[] { 503, 409 })
        {
            var server = TestCall.ServerFor(call).Always(_ => status == 409 ? Answers.LockConflict() : Answers.Json(null, status));
            using var polaris = TestClient.Create(server, options => options.Retry.Enabled = false);

            Assert.CatchAsync<PolarisClientException>(() => TestCall.MakeAsync(call, polaris));

            Assert.That(TestCall.SentBy(call, server), Is.EqualTo(1));
        }
    }

    [Test]
    public void MaxRetriesZero_TransientFault_IsNotRetried()
    {
        var server = new ScriptedServer().Then(503);
        using var polaris = TestClient.Create(server, options => options.Retry.MaxRetries = 0);

        Assert.ThrowsAsync<RequestFailedException>(() => polaris.ObjectLocks.ListAsync());
    }

    [TestCase(TestCall.Lock)]
    [TestCase(TestCall.LockMany)]
    [TestCase(TestCall.Start)]
    [TestCase(TestCall.Reply)]
    public void LockConflict_ForEveryCall_IsRetriedForTheWholeWaitAndNamesTheHolder(string call)
    {
        var clock = TestClient.Clock();
        var server = TestCall.ServerFor(call).Always(_ => Answers.LockConflict());
        using var polaris = TestClient.Create(server, options => options.Retry.LockWait = TimeSpan.FromSeconds(20), clock);

        var error = Assert.ThrowsAsync<ObjectLockedException>(() => TestCall.MakeAsync(call, polaris))!;

        Assert.That(clock.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(20)), "not less, and not more");
        Assert.That(error.Attempts, Is.EqualTo(TestCall.SentBy(call, server)).And.GreaterThan(3));
        Assert.That(error.Holder!.WorkstationId, Is.EqualTo(15));
        Assert.That(error.MayHaveBeenProcessed, Is.False);
    }

    [Test]
    public void LockConflict_RestOfTheWaitBelowAMillisecond_IsNoFloodOfRequests()
    {
        var clock = TestClient.Clock();
        var requests = 0;
        var server = TestCall.ServerFor(TestCall.Lock).Always(_ => ++requests < 100 ? Answers.LockConflict() : Answers.Json(null, 400));
        using var polaris = TestClient.Create(server, options => options.Retry.LockWait = TimeSpan.FromTicks(200_000_003), clock);

        Assert.ThrowsAsync<ObjectLockedException>(() => TestCall.MakeAsync(TestCall.Lock, polaris));

        Assert.That(requests, Is.LessThan(20));
    }

    [Test]
    public async Task LockConflict_ReleasedWithinTheWait_Succeeds()
    {
        var server = TestCall.ServerFor(TestCall.Start)
            .Then(Answers.LockConflict).Then(Answers.LockConflict).Then(200, TestCall.PromptAnswer);
        using var polaris = TestClient.Create(server);

        await TestCall.MakeAsync(TestCall.Start, polaris);

        Assert.That(server.Requests.Select(request => request.Body).Distinct().Count(), Is.EqualTo(1), "the same request each time");
    }

    [Test]
    public void Conflict_WithAnotherCode_IsNotRetried()
    {
        var server = new ScriptedServer().Then(409, """{"ErrorCode":60028,"Message":"Patron record is secured."}""");
        using var polaris = TestClient.Create(server);

        var error = Assert.ThrowsAsync<RequestFailedException>(() => polaris.CreateApi<IObjectLocksApi>().LockAsync(new(ObjectType.Patron, 1)))!;

        Assert.That(error.ErrorCode, Is.EqualTo("60028"));
        Assert.That(error.ServerMessage, Is.EqualTo("Patron record is secured."));
    }

    [Test]
    public async Task Retries_OfBothKinds_AreCountedAndLogged()
    {
        var server = new ScriptedServer().Then(503).Then(Answers.LockConflict).Then(200, "{}");
        var logs = new CollectedLogs();
        using var measurements = new CollectedMeasurements();
        using var polaris = TestClient.Create(server, options => options.BaseAddress = new Uri("https://retries.test"), logs: logs);

        await polaris.CreateApi<IObjectLocksApi>().LockAsync(new(ObjectType.Patron, 1));

        Assert.That(measurements.All.Where(text => text.StartsWith("polaris.client.retries", StringComparison.Ordinal)), Is.EqualTo(new[]
        {
            "polaris.client.retries server.address=retries.test http.route=POST /objectlocks polaris.retry.reason=transient",
            "polaris.client.retries server.address=retries.test http.route=POST /objectlocks polaris.retry.reason=lock_conflict",
        }));
        Assert.That(logs.Entries.Count(entry => entry.Id == 1), Is.EqualTo(2));
    }

    [Test]
    public void Cancellation_DuringAPause_IsTheCallersOwn()
    {
        using var cancellation = new CancellationTokenSource();
        var server = new ScriptedServer().Then(() =>
        {
            cancellation.CancelAfter(TimeSpan.FromMilliseconds(1));
            return Answers.Json(null, 503);
        });
        using var polaris = TestClient.Create(server, time: new ManualTimeProvider());

        Assert.CatchAsync<OperationCanceledException>(() => polaris.ObjectLocks.ListAsync(cancellationToken: cancellation.Token));
    }
}
