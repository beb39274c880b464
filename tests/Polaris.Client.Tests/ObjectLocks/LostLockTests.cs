using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Http;

namespace Polaris.Client.Tests.ObjectLocks;

/// <summary>The answer to a lock call was lost: whose is the lock that the server then shows?</summary>
public sealed class LostLockTests : LeaseFixture
{
    [TestCase(400)]
    [TestCase(403)]
    [TestCase(404)]
    public void AcquireAsync_Refused_LooksForNothing(int status)
    {
        var server = new ScriptedServer().Always(_ => Answers.Json(null, status));
        using var polaris = TestClient.Create(server);

        Assert.CatchAsync<RequestFailedException>(() => polaris.ObjectLocks.AcquireAsync(Bib, 7));

        Assert.That(server.Requests.Select(request => request.Method), Is.EqualTo(new[] { "GET", "POST" }), "nothing was locked");
    }

    [Test]
    public void AcquireAsync_ResponseLostAndThenLockedByAnother_LeavesThatLockAlone()
    {
        AddFaults(1, FaultKind.ResetBeforeProcessing, "POST");
        Fake.LockAs("someone", 99, Bib, 7);

        Assert.ThrowsAsync<ObjectLockedException>(() => Client.ObjectLocks.AcquireAsync(Bib, 7));

        Assert.That(Fake.Locks.Single().WorkstationId, Is.EqualTo(99));
    }

    [Test]
    public void AcquireAsync_EveryAnswerLostAndALockOfAnotherWorkstation_IsLeftAlone()
    {
        Fake.LockAs(FakePolaris.DefaultUserName, 99, Bib, 7);
        AddFaults(4, FaultKind.ResetBeforeProcessing, "POST");

        Assert.ThrowsAsync<TransportException>(() => Client.ObjectLocks.AcquireAsync(Bib, 7));

        Assert.That(Fake.Locks.Single().WorkstationId, Is.EqualTo(99));
        Assert.That(LocksReportedAsLeft(), Is.Zero);
    }

    [Test]
    public void AcquireAsync_EveryAnswerLostAndTheLockCannotBeFreed_ThrowsTheLostCallAndLogsTheLock()
    {
        AddFaults(4, FaultKind.ResetAfterProcessing, "POST");
        AddFaults(100, FaultKind.ConnectionRefused, "DELETE");
        var options = new AcquireOptions { ReleaseTimeout = TimeSpan.FromSeconds(20) };

        var error = Assert.ThrowsAsync<TransportException>(() => Client.ObjectLocks.AcquireAsync(Bib, 7, options))!;

        Assert.That(error.Route, Is.EqualTo("POST /objectlocks"));
        Assert.That(LocksReportedAsLeft(), Is.EqualTo(1));
    }

    [Test]
    public async Task Watch_RestOfItsTimeBelowAMillisecond_EndsWithoutAFloodOfLookups()
    {
        AddFaults(4, FaultKind.ResetBeforeProcessing, "POST");
        var options = new AcquireOptions { ReleaseTimeout = TimeSpan.FromTicks(200_000_003) };

        Assert.ThrowsAsync<TransportException>(() => Client.ObjectLocks.AcquireAsync(Bib, 7, options));
        await Task.Delay(TimeSpan.FromMinutes(1), Clock);

        Assert.That(Fake.Journal.Count(exchange => exchange.Method == "GET"), Is.LessThan(20));
        Assert.That(Logs.Entries.Count(entry => entry.Id == 21), Is.EqualTo(1), "the watch has ended");
    }

    [Test]
    public async Task LockAsync_AnswerLostAndRepeated_IsNotAnExistingLock()
    {
        AddFaults(1, FaultKind.ResetAfterProcessing, "POST");

        var taken = await Client.ObjectLocks.LockAsync(Bib, 7);

        Assert.That(taken.ExistingLock, Is.False, "the attempt whose response was lost took it");
    }

    [Test]
    public async Task LockAsync_FirstAttemptMayStillBeProcessed_IsLogged()
    {
        AddFaults(1, FaultKind.ResetBeforeProcessing, "POST");

        await Client.ObjectLocks.LockAsync(Bib, 7);

        Assert.That(Logs.Entries.Count(entry => entry.Id == 24), Is.EqualTo(1));
    }

    [Test]
    public void AcquireAsync_SecondLockedAndFirstCannotBeFreed_StatesThatALockMayStay()
    {
        Fake.LockAs("someone", 99, Bib, 8);
        AddFaults(100, FaultKind.ConnectionRefused, "DELETE");
        var options = new AcquireOptions { WaitUpTo = TimeSpan.Zero, ReleaseTimeout = TimeSpan.FromSeconds(20) };

        var error = Assert.ThrowsAsync<ObjectLockedException>(
            () => Client.ObjectLocks.AcquireAsync([new(Bib, 7), new(Bib, 8)], options))!;

        Assert.That(error.Message, Does.Contain("could not be released and may stay"));
    }
}
