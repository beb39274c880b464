using System.Net;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.ObjectLocks;

/// <summary>How long a lease is waited for, and by whose holding it.</summary>
public sealed class LeaseWaitTests : LeaseFixture
{
    [TestCase(true, 5)]
    [TestCase(false, 0)]
    [CancelAfter(10_000)]
    public async Task AcquireAsync_HeldByALeaseOfThisProcess_WaitsAsTheRetriesOfTheClientState(bool retries, int seconds)
    {
        using var polaris = Fake.CreateClient(options => options.Retry.Enabled = retries);
        await using var held = await polaris.ObjectLocks.AcquireAsync(Bib, 7);

        var waiting = polaris.ObjectLocks.AcquireAsync(Bib, 7);
        if (seconds > 0)
        {
            await UntilWaitingAsync();
            Clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
            Assert.That(waiting.IsCompleted, Is.False);
        }

        Clock.Advance(seconds > 0 ? TimeSpan.FromTicks(1) : TimeSpan.Zero);

        Assert.ThrowsAsync<ObjectLockedException>(() => waiting.WaitAsync(TestContext.CurrentContext.CancellationToken));
    }

    [Test]
    public async Task AcquireAsync_HeldByALeaseOfThisProcess_ReportsWhichObjectAndThatNothingWasSent()
    {
        await using var held = await Client.ObjectLocks.AcquireAsync(Bib, 7);
        var sent = Fake.Journal.Count;

        var error = Assert.ThrowsAsync<ObjectLockedException>(() => Client.ObjectLocks.AcquireAsync(Bib, 7, WaitUpTo(0)))!;

        Assert.That(Fake.Journal, Has.Count.EqualTo(sent));
        Assert.That(error.Message, Does.Contain("another lease of this process"));
        Assert.That(error.Holder!.ObjectType, Is.EqualTo(Bib));
        Assert.That(error.Holder.ObjectId, Is.EqualTo(7));
        Assert.That(error.Holder.WorkstationId, Is.EqualTo(FakePolaris.DefaultWorkstationId));
        Assert.That(error.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(error.ErrorCode, Is.EqualTo(ObjectLockedException.LockConflictCode));
        Assert.That(error.Route, Is.EqualTo("POST /objectlocks"));
        Assert.That(error.Attempts, Is.Zero);
    }

    [Test]
    public void AcquireAsync_SeveralHeldByOthers_TheWaitIsForAllOfThemTogether()
    {
        Fake.LockAs("someone", 99, Bib, 1, TimeSpan.FromSeconds(20)).LockAs("someone", 99, Bib, 2);

        Assert.ThrowsAsync<ObjectLockedException>(
            () => Client.ObjectLocks.AcquireAsync([new(Bib, 1), new(Bib, 2)], WaitUpTo(30)));

        Assert.That(Clock.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(30)));
    }

    [Test]
    public async Task AcquireAsync_HeldFirstByThisProcessAndThenByAnother_TheWaitIsForBothTogether()
    {
        var held = await Client.ObjectLocks.AcquireAsync(Bib, 7);
        var waiting = Client.ObjectLocks.AcquireAsync(Bib, 7, WaitUpTo(30));

        await UntilWaitingAsync();
        Clock.Advance(TimeSpan.FromSeconds(10));
        Fake.LockAs("someone", 99, Bib, 7);
        await held.DisposeAsync();

        Assert.ThrowsAsync<ObjectLockedException>(() => waiting);
        Assert.That(Clock.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(30)));
    }

    [Test]
    public async Task AcquireAsync_TimeUsedUpByTheFirstObject_TheSecondIsTriedWithoutWaiting()
    {
        await using var held = await Client.ObjectLocks.AcquireAsync(Bib, 2);
        AddFaults(1, FaultKind.DelayProcessed, "POST", TimeSpan.FromSeconds(7));

        Assert.ThrowsAsync<ObjectLockedException>(
            () => Client.ObjectLocks.AcquireAsync([new(Bib, 1), new(Bib, 2)], WaitUpTo(3)));

        Assert.That(Fake.Locks.Single().ObjectId, Is.EqualTo(2), "the first was given back");
    }

    [Test]
    public async Task AcquireAsync_AfterOneThatTheServerRefused_DoesNotWaitForIt()
    {
        Fake.LockAs("someone", 99, Bib, 7);
        Assert.ThrowsAsync<ObjectLockedException>(() => Client.ObjectLocks.AcquireAsync(Bib, 7, WaitUpTo(0)));
        Fake.ReleaseLock(Bib, 7);

        await using var lease = await Client.ObjectLocks.AcquireAsync(Bib, 7, WaitUpTo(0));

        Assert.That(lease.WasAlreadyHeld, Is.False);
    }

    [Test]
    public void AcquireAsync_TokenCanceledBefore_SendsNothing()
    {
        Assert.CatchAsync<OperationCanceledException>(
            () => Client.ObjectLocks.AcquireAsync(Bib, 7, cancellationToken: new CancellationToken(canceled: true)));

        Assert.That(Fake.Journal, Is.Empty);
    }

    [TestCase(0, 1)]
    [TestCase(86_400, 86_400)]
    public async Task AcquireAsync_TimesAtTheirBounds_AreAccepted(int wait, int release)
    {
        var options = new AcquireOptions { WaitUpTo = TimeSpan.FromSeconds(wait), ReleaseTimeout = TimeSpan.FromSeconds(release) };

        await (await Client.ObjectLocks.AcquireAsync(Bib, 7, options)).DisposeAsync();

        Assert.That(Fake.Locks, Is.Empty);
    }

    [Test]
    public void AcquireAsync_WithoutTheList_NamesTheArgument() => Assert.That(
        () => Client.ObjectLocks.AcquireAsync(null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("objects"));

    [Test]
    public void LockAsync_WithoutTheList_NamesTheArgument() => Assert.That(
        () => Client.ObjectLocks.LockAsync(Bib, null!), Throws.ArgumentException.With.Property("ParamName").EqualTo("objectIds"));

    /// <summary>A lease is acquired in the background: returns when it waits for its turn, which sets a timer.</summary>
    private async Task UntilWaitingAsync()
    {
        while (Clock.PendingTimers == 0)
        {
            await Task.Yield();
        }
    }
}
