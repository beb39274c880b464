using Polaris.Client.ObjectLocks;
using Polaris.Client.Tests.Http;
using Polaris.Client.Tests.Telemetry;

namespace Polaris.Client.Tests.ObjectLocks;

/// <summary>Locking several objects in one call: what is believed, and what happens to locks that the caller no longer wants.</summary>
public sealed class LockManyTests
{
    private const ObjectType Bib = ObjectType.BibliographicRecord;
    private const int NotReleased = 5;
    private const int Kept = 20;
    private const int Unknown = 23;
    private static readonly int[] Ids = [7, 8, 9];

    private CollectedLogs _logs = null!;

    [SetUp]
    public void Build() => _logs = new CollectedLogs();

    [TearDown]
    public void Dispose() => _logs.Dispose();

    [Test]
    public async Task LockAsync_OneLockForEachObject_ReturnsThem()
    {
        await using var polaris = Connect(new ScriptedServer().Then(200, Locks("false", "true", "false")));

        var locks = await polaris.ObjectLocks.LockAsync(Bib, Ids);

        Assert.That(locks.Select(held => (held.ObjectId, held.ExistingLock)), Is.EqualTo(new (int, bool?)[] { (7, false), (8, true), (9, false) }));
    }

    [TestCase("[]")]
    [TestCase("[null,null,null]")]
    [TestCase("""[{"ObjectTypeID":2,"ObjectID":7,"PolarisUserID":1,"WorkstationID":15},{"ObjectTypeID":2,"ObjectID":8,"PolarisUserID":1,"WorkstationID":15}]""")]
    [TestCase("""[{"ObjectTypeID":2,"ObjectID":7,"PolarisUserID":1,"WorkstationID":15},{"ObjectTypeID":2,"ObjectID":8,"PolarisUserID":1,"WorkstationID":99},{"ObjectTypeID":2,"ObjectID":9,"PolarisUserID":1,"WorkstationID":15}]""")]
    public async Task LockAsync_NotALockOfEachObject_IsNotASuccess(string answer)
    {
        await using var polaris = Connect(new ScriptedServer().Then(200, answer));

        var error = Assert.CatchAsync<InvalidResponseException>(() => polaris.ObjectLocks.LockAsync(Bib, Ids))!;

        Assert.That(error.Route, Is.EqualTo("POST /objectlocks/{objectTypeId}"));
        Assert.That(error.MayHaveBeenProcessed, Is.True);
        Assert.That(error.Message, Does.Match("is not a lock of each object for workstation 15 and this user; BibliographicRecord [789] is missing"));
    }

    [Test]
    public async Task ReleaseLeftoversAsync_ListWithANull_FreesTheOthers()
    {
        var server = new ScriptedServer().Then(200, $"[null,{Locks("null")[1..]}").Then(200, "true").Then(200, "[null]");
        await using var polaris = Connect(server);

        var released = await polaris.ObjectLocks.ReleaseLeftoversAsync();

        Assert.That(released.Single().ObjectId, Is.EqualTo(7));
        Assert.That(await polaris.ObjectLocks.ListAsync(), Is.Empty);
    }

    [Test]
    public async Task LockAsync_CanceledInFlight_FreesOnlyTheNewLocks()
    {
        var server = new ScriptedServer().Always(_ => Answers.Json("true"));

        await CancelAsync(server, () => Answers.Json(Locks("false", "true", "false")));

        Assert.That(Deleted(server), Is.EqualTo(new[] { "DELETE objectlocks/2/7", "DELETE objectlocks/2/9" }));
        Assert.That(_logs.Entries.Select(entry => entry.Id), Has.None.EqualTo(Kept).And.None.EqualTo(Unknown).And.None.EqualTo(NotReleased));
    }

    [Test]
    public async Task LockAsync_CanceledInFlightAndOneReleaseIsRefused_FreesTheOthersAndLogsIt()
    {
        var server = new ScriptedServer().Always(sent => sent.Resource == "objectlocks/2/7" ? Answers.Json(null, 403) : Answers.Json("true"));

        await CancelAsync(server, () => Answers.Json(Locks("false", "false", "false")));

        Assert.That(Deleted(server), Has.Length.EqualTo(3));
        Assert.That(_logs.Entries.Count(entry => entry.Id == NotReleased), Is.EqualTo(1));
    }

    [Test]
    public async Task LockAsync_CanceledInFlightAndNotKnownWhetherTheLocksAreNew_KeepsAndLogsThem()
    {
        var server = new ScriptedServer();

        await CancelAsync(server, () => Answers.Json(Locks("null", "null", "true")));

        Assert.That(Deleted(server), Is.Empty);
        Assert.That(_logs.Entries.Count(entry => entry.Id == Kept), Is.EqualTo(2));
    }

    [Test]
    public async Task LockAsync_CanceledInFlightAfterALostResponse_LogsTheLocksThatItMayHaveSet()
    {
        var server = new ScriptedServer().ThenFails(Answers.Reset());

        await CancelAsync(server, () => Answers.Json(Locks("true", "true", "true")));

        Assert.That(_logs.Entries.Count(entry => entry.Id == Kept), Is.EqualTo(3));
    }

    [Test]
    public async Task LockAsync_CanceledInFlightAndTheResponseIsLost_IsLogged()
    {
        await CancelAsync(new ScriptedServer(), () => throw Answers.Reset());

        var logged = _logs.Entries.Single(entry => entry.Id == Unknown).Text;
        Assert.That(logged, Does.Contain("Locking 3 objects (type 2)"));
    }

    [Test]
    public async Task LockAsync_CanceledInFlightAndRefused_LogsNothing()
    {
        await CancelAsync(new ScriptedServer(), () => Answers.Json(null, 403));

        Assert.That(_logs.Entries.Select(entry => entry.Id), Has.None.EqualTo(Unknown).And.None.EqualTo(Kept));
    }

    [Test]
    public async Task LockAsync_CanceledInFlightAndOneIsLockedByAnother_LogsThatTheOthersMayBeLocked()
    {
        await CancelAsync(new ScriptedServer(), Answers.LockConflict);

        Assert.That(_logs.Entries.Count(entry => entry.Id == Unknown), Is.EqualTo(1), "what a conflict leaves of several locks is not documented");
    }

    [Test]
    public async Task LockAsync_CanceledInFlightAndTheResponseHasAnotherLockToo_FreesOnlyWhatItAskedFor()
    {
        var server = new ScriptedServer().Always(_ => Answers.Json("true"));

        await CancelAsync(server, () => Answers.Json(Locks("false", "false", "false", "false")));

        Assert.That(Deleted(server), Is.EqualTo(new[] { "DELETE objectlocks/2/7", "DELETE objectlocks/2/8", "DELETE objectlocks/2/9" }));
    }

    [Test]
    public async Task LockAsync_OneOfThemAfterACanceledCall_WaitsUntilItsLocksAreFreed()
    {
        using var cancellation = new CancellationTokenSource();
        var received = new TaskCompletionSource();
        var released = new TaskCompletionSource();
        var server = new ScriptedServer().Then(async (_, _) =>
        {
            received.SetResult();
            await released.Task;
            return Answers.Json(Locks("false", "false", "false"));
        }).Always(sent => sent.Method switch
        {
            "GET" => Answers.NotLocked(),
            "POST" => Answers.Lock(),
            _ => Answers.Json("true"),
        });
        await using var polaris = Connect(server);
        var canceled = polaris.ObjectLocks.LockAsync(Bib, Ids, cancellation.Token);
        await received.Task;
        await cancellation.CancelAsync();
        Assert.CatchAsync<OperationCanceledException>(() => canceled);

        var locking = polaris.ObjectLocks.LockAsync(Bib, 7);
        for (var i = 0; i < 1000 && server.Requests.Count == 1; i++)
        {
            await Task.Yield();
        }

        released.SetResult();
        await locking;

        var sent = server.Requests.Select(request => request.ToString()).ToList();
        Assert.That(sent.IndexOf("POST objectlocks"), Is.GreaterThan(sent.IndexOf("DELETE objectlocks/2/7")).And.GreaterThan(0));
    }

    [Test]
    public async Task LockAsync_ALeaseOfThisProcessHoldsOne_IsLockedAsForASingleObject()
    {
        var server = new ScriptedServer().Then(Answers.NotLocked).Then(Answers.Lock).Then(200, "true").Then(200, Locks("false", "false", "false"));
        await using var polaris = TestClient.Create(server, options => options.Retry.LockWait = TimeSpan.Zero);
        var lease = await polaris.ObjectLocks.AcquireAsync(Bib, 7);

        var error = Assert.ThrowsAsync<ObjectLockedException>(() => polaris.ObjectLocks.LockAsync(Bib, [9, 8, 7, 7]))!;

        Assert.That(error.Holder!.ObjectId, Is.EqualTo(7));
        Assert.That(error.Route, Is.EqualTo("POST /objectlocks/{objectTypeId}"));
        Assert.That(error.MayHaveBeenProcessed, Is.False);
        Assert.That(server.Requests, Has.Count.EqualTo(2));
        await lease.DisposeAsync();
        Assert.That(await polaris.ObjectLocks.LockAsync(Bib, [9, 8, 7, 7]), Has.Count.EqualTo(3));
        Assert.That(server.Requests[^1].Json!.AsArray().Select(id => (int)id!), Is.EqualTo(new[] { 9, 8, 7, 7 }));
    }

    [Test]
    public async Task LockAsync_CanceledWhileItWaitsForAnotherUser_SendsNothingMore()
    {
        using var cancellation = new CancellationTokenSource();
        var server = new ScriptedServer().Then(Answers.LockConflict).Always(_ => Answers.Json(Locks("false", "false", "false")));
        var clock = new Polaris.Client.Testing.ManualTimeProvider();
        await using (var polaris = TestClient.Create(server, time: clock))
        {
            var locking = polaris.ObjectLocks.LockAsync(Bib, Ids, cancellation.Token);
            while (clock.PendingTimers == 0)
            {
                await Task.Yield();
            }

            await cancellation.CancelAsync();
            Assert.CatchAsync<OperationCanceledException>(() => locking);
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.That(server.Requests, Has.Count.LessThanOrEqualTo(1));
    }

    [Test]
    public async Task LockAsync_CanceledBefore_SendsNothing()
    {
        var server = new ScriptedServer();
        await using var polaris = Connect(server);

        Assert.CatchAsync<OperationCanceledException>(() => polaris.ObjectLocks.LockAsync(Bib, Ids, new CancellationToken(canceled: true)));

        Assert.That(server.Requests, Is.Empty);
        Assert.That(server.SignIns, Is.Empty);
    }

    [Test]
    public async Task LockAsync_ClientDisposedInFlight_MayHaveBeenProcessed()
    {
        var received = new TaskCompletionSource();
        var server = new ScriptedServer().Then(async (_, token) =>
        {
            received.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return Answers.Json(null);
        });
        var polaris = Connect(server, TimeSpan.Zero);
        var locking = polaris.ObjectLocks.LockAsync(Bib, Ids);
        await received.Task;

        await polaris.DisposeAsync();

        var error = Assert.ThrowsAsync<TransportException>(() => locking)!;
        Assert.That(error.Route, Is.EqualTo("POST /objectlocks/{objectTypeId}"));
        Assert.That(error.MayHaveBeenProcessed, Is.True);
    }

    private async Task CancelAsync(ScriptedServer server, Func<HttpResponseMessage> answer)
    {
        using var cancellation = new CancellationTokenSource();
        var received = new TaskCompletionSource();
        var released = new TaskCompletionSource();
        server.Then(async (_, _) =>
        {
            received.SetResult();
            await released.Task;
            return answer();
        });
        await using var polaris = Connect(server);
        var locking = polaris.ObjectLocks.LockAsync(Bib, Ids, cancellation.Token);
        await received.Task;
        await cancellation.CancelAsync();
        Assert.CatchAsync<OperationCanceledException>(() => locking);
        released.SetResult();
    }

    private PolarisClient Connect(ScriptedServer server, TimeSpan? shutdown = null) =>
        TestClient.Create(server, options => options.ShutdownTimeout = shutdown ?? TimeSpan.FromDays(1), logs: _logs);

    private static string[] Deleted(ScriptedServer server) =>
        [.. server.Requests.Select(request => request.ToString()).Where(sent => sent.StartsWith("DELETE", StringComparison.Ordinal)).Order()];

    private static string Locks(params string[] existing) => $"[{string.Join(",", existing.Select((value, i) =>
        $$"""{"ExistingLock":{{value}},"ObjectTypeID":2,"ObjectID":{{7 + i}},"PolarisUserID":1,"WorkstationID":15}"""))}]";
}
