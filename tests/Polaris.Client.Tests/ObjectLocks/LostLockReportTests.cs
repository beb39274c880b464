using Polaris.Client.ObjectLocks;
using Polaris.Client.Tests.Http;

namespace Polaris.Client.Tests.ObjectLocks;

/// <summary>What a caller reads, and the log shows, about a lock whose response was lost.</summary>
public sealed class LostLockReportTests : LockServerFixture
{
    private static readonly LockFault Refused = new() { Instead = () => Answers.Json(null, 403) };

    [Test]
    public void AcquireAsync_LockOfAnotherWorkstation_NamesWhatWasExpected()
    {
        var server = new LockServer(Clock).On("POST", new LockFault { Edit = json => json["WorkstationID"] = 99 });

        var error = Assert.ThrowsAsync<InvalidResponseException>(() => Connect(server).AcquireAsync(Bib, 7))!;

        Assert.That(error.Route, Is.EqualTo("POST /objectlocks"));
        Assert.That(error.Message, Does.Contain("a lock of BibliographicRecord 7 for workstation 15 and this user"));
    }

    [Test]
    public void AcquireAsync_EveryResponseLostAndNotSeen_StatesHowLongItIsLookedFor()
    {
        var server = new LockServer(Clock).On("GET", new LockFault(), Lost, Lost, Lost, Lost).On("POST", Lost, Lost, Lost, Lost);

        var error = Assert.ThrowsAsync<TransportException>(() =>
            Connect(server).AcquireAsync(Bib, 7, new AcquireOptions { ReleaseTimeout = TimeSpan.FromSeconds(90) }))!;

        Assert.That(error.Message, Does.Contain("in the background for 00:01:30 and released if the server sets it in that time."));
    }

    [Test]
    public void AcquireAsync_EveryResponseLostAndTheOwnershipOpen_StatesHowToReleaseIt()
    {
        var server = new LockServer(Clock)
            .On("GET", new LockFault { Instead = () => Answers.Text("no route", 404) }, new LockFault { Edit = json => json["LockDate"] = null })
            .On("POST", Lost, Lost, Lost, Lost);

        var error = Assert.ThrowsAsync<TransportException>(() => Connect(server).AcquireAsync(Bib, 7))!;

        Assert.That(error.Message, Does.Contain("whether this request acquired it is not known, so it was kept: check it, and release it with UnlockAsync."));
    }

    [Test]
    public void AcquireAsync_EveryResponseLostAndTheReleaseRefused_StatesThatItStays()
    {
        var server = new LockServer(Clock).On("POST", Lost, Lost, Lost, Lost).On("DELETE", Refused);

        var error = Assert.ThrowsAsync<TransportException>(() => Connect(server).AcquireAsync(Bib, 7))!;

        Assert.That(error.Message, Does.Contain("The lock that the server had set could not be released and stays."));
    }

    [Test]
    public async Task AcquireAsync_HeldByAnotherLease_StatesWhatToDo()
    {
        var locks = Connect(new LockServer(Clock));
        await using var lease = await locks.AcquireAsync(Bib, 7);

        var error = Assert.ThrowsAsync<ObjectLockedException>(() => locks.AcquireAsync(Bib, 7, new AcquireOptions { WaitUpTo = TimeSpan.Zero }))!;

        Assert.That(error.Message, Does.Contain("AcquireOptions.WaitUpTo or RetryOptions.LockWait, or end the other lease first"));
    }

    [Test]
    public async Task Lease_FirstResponseLostAndTheLockReleased_WasSeen()
    {
        var server = new LockServer(Clock).On("POST", Lost);
        await (await Connect(server).AcquireAsync(Bib, 7)).DisposeAsync();

        await EndBackgroundAsync();

        Assert.That(Ids(), Has.None.EqualTo(NotSeen).And.None.EqualTo(NotReleased));
    }

    [Test]
    public async Task Lease_FirstResponseLostAndNoLookupSucceedsAfterTheRelease_IsLogged()
    {
        var server = new LockServer(Clock).On("GET", new LockFault()).On("GET", [.. Enumerable.Repeat(Lost, 1000)]).On("POST", Lost);
        await (await Connect(server).AcquireAsync(Bib, 7)).DisposeAsync();

        await EndBackgroundAsync();

        Assert.That(Ids(), Has.One.EqualTo(NotReleased));
    }

    [Test]
    public async Task Search_RestOfItsTimeShorterThanThePause_EndsOnTime()
    {
        var server = new LockServer(Clock).On("POST", new LockFault { Instead = () => throw Answers.Reset(), Before = TimeSpan.FromHours(1) });
        var locks = Connect(server, options =>
        {
            options.Retry.MaxRetries = 0;
            options.Retry.BaseDelay = TimeSpan.FromSeconds(7);
            options.Retry.MaxDelay = TimeSpan.FromSeconds(7);
            options.Timeout = TimeSpan.FromSeconds(10);
        });
        var before = Clock.Elapsed;
        Assert.ThrowsAsync<TransportException>(() => locks.AcquireAsync(Bib, 7, new AcquireOptions { ReleaseTimeout = TimeSpan.FromSeconds(20) }));

        await EndBackgroundAsync();

        // Ten seconds of the request itself; then the last lookup is exactly at the end.
        Assert.That(Clock.Elapsed - before, Is.EqualTo(TimeSpan.FromSeconds(30)).Within(TimeSpan.FromMilliseconds(10)));
        Assert.That(Ids(), Has.One.EqualTo(NotSeen));
    }
}
