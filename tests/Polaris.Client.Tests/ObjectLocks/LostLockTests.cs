using System.Globalization;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Http;

namespace Polaris.Client.Tests.ObjectLocks;

/// <summary>The answer to a lock call was lost: whose is the lock that the server then shows?</summary>
public sealed class LostLockTests : LeaseFixture
{
    private static readonly TimeSpan TheirClockIsBehind = TimeSpan.FromHours(-1);

    [TestCase(-2.0, true)]
    [TestCase(-2.001, false)]
    [TestCase(2.0, true)]
    [TestCase(2.001, false)]
    public async Task AcquireAsync_RepeatedAfterALostAnswer_ALockMadeSinceByTheServersClockIsOurs(double seconds, bool isOurs)
    {
        var clock = TestClient.Clock();
        var server = new ScriptedServer().ThenFails(Answers.Reset())
            .Then(() => Locked(clock, madeAt: seconds < 0 ? TimeSpan.FromSeconds(seconds) : clock.Elapsed + TimeSpan.FromSeconds(seconds)))
            .Always(_ => Answers.Json("true"));
        using var polaris = TestClient.Create(server, time: clock);

        var lease = await polaris.ObjectLocks.AcquireAsync(Bib, 7);
        await lease.DisposeAsync();

        Assert.That((lease.WasAlreadyHeld, server.Requests.Any(request => request.Method == "DELETE")), Is.EqualTo((!isOurs, isOurs)));
    }

    [Test]
    public async Task AcquireAsync_HeldBeforeAndNoAnswerLost_IsNotOursHoweverYoung()
    {
        var clock = TestClient.Clock();
        var server = new ScriptedServer().Then(() => Locked(clock, madeAt: TimeSpan.Zero));
        using var polaris = TestClient.Create(server, time: clock);

        var lease = await polaris.ObjectLocks.AcquireAsync(Bib, 7);

        Assert.That(lease.WasAlreadyHeld, Is.True);
    }

    [TestCase(400)]
    [TestCase(403)]
    [TestCase(404)]
    public void AcquireAsync_Refused_AsksNothingMore(int status)
    {
        var server = new ScriptedServer().Always(_ => Answers.Json(null, status));
        using var polaris = TestClient.Create(server);

        Assert.CatchAsync<RequestFailedException>(() => polaris.ObjectLocks.AcquireAsync(Bib, 7));

        Assert.That(server.Requests, Has.Count.EqualTo(1), "the server says that it locked nothing");
    }

    [Test]
    public void AcquireAsync_AnswerLostAndThenLockedByAnother_AsksNothingMore()
    {
        AddFaults(1, FaultKind.ResetBeforeProcessing, "POST");
        Fake.LockAs("someone", 99, Bib, 7);

        Assert.ThrowsAsync<ObjectLockedException>(() => Client.ObjectLocks.AcquireAsync(Bib, 7));

        Assert.That(Sent().Distinct(), Is.EqualTo(new[] { "POST objectlocks" }));
    }

    [Test]
    public void AcquireAsync_EveryAnswerLostAndALockOfAnotherWorkstation_IsLeftAlone()
    {
        Fake.LockAs(FakePolaris.DefaultUserName, 99, Bib, 7);
        AddFaults(4, FaultKind.ResetBeforeProcessing, "POST");

        Assert.ThrowsAsync<TransportException>(() => Client.ObjectLocks.AcquireAsync(Bib, 7));

        Assert.That(Sent().Last(), Is.EqualTo("GET objectlocks/2/7"));
        Assert.That(LocksReportedAsLeft(), Is.Zero);
    }

    [Test]
    public void AcquireAsync_EveryAnswerLostAndTheLockCannotBeFreed_ThrowsTheLostCallAndLogsTheLock()
    {
        AddFaults(4, FaultKind.ResetAfterProcessing, "POST");
        AddFaults(100, FaultKind.ConnectionRefused, "DELETE");
        var options = new AcquireOptions { ReleaseTimeout = TimeSpan.FromSeconds(20) };

        var error = Assert.ThrowsAsync<TransportException>(() => Client.ObjectLocks.AcquireAsync(Bib, 7, options))!;

        Assert.That((error.Route, LocksReportedAsLeft()), Is.EqualTo(("POST /objectlocks", 1)));
    }

    /// <summary>Held already, since so long after the start of the test, on a server whose clock is an hour behind.</summary>
    private static HttpResponseMessage Locked(ManualTimeProvider clock, TimeSpan madeAt)
    {
        var date = ManualTimeProvider.DefaultStart + TheirClockIsBehind + madeAt;
        var response = Answers.Json(
            $$"""{"ExistingLock":true,"ObjectTypeID":2,"ObjectID":7,"LockDate":"{{date.ToString("O", CultureInfo.InvariantCulture)}}"}""");
        response.Headers.Date = clock.GetUtcNow() + TheirClockIsBehind;
        return response;
    }
}
