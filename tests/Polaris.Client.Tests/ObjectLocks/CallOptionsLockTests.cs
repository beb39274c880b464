using Polaris.Client.Tests.Http;

namespace Polaris.Client.Tests.ObjectLocks;

/// <summary>The time limit of a single call never leaves a lock behind.</summary>
public sealed class CallOptionsLockTests : LockServerFixture
{
    private static readonly CallOptions Quick = new() { Timeout = TimeSpan.FromMilliseconds(50), MaxRetries = 0 };
    private static readonly LockFault Late = new() { Before = TimeSpan.FromSeconds(200) };

    [Test]
    public async Task AcquireAsync_TimedOutAndTheServerLocksMuchLater_IsFreedInTheBackground()
    {
        var server = new LockServer(Clock).On("POST", Late);

        Assert.ThrowsAsync<TransportException>(() => Create(server).With(Quick).ObjectLocks.AcquireAsync(Bib, 7));

        await EndBackgroundAsync();
        await server.CompleteAsync();
        Assert.That(server.Received.Count(request => request.StartsWith("POST", StringComparison.Ordinal)), Is.EqualTo(1));
        Assert.That(server.Locks, Is.Empty);
    }

    [Test]
    public async Task AcquireAsync_TimedOutAndTheLookupsAreSlow_IsFreedInTheBackground()
    {
        var server = new LockServer(Clock).On("GET", new LockFault(), new LockFault { IsStuck = true })
            .On("GET", [.. Enumerable.Repeat(new LockFault { Before = TimeSpan.FromSeconds(1) }, 200)])
            .On("POST", new LockFault { Before = TimeSpan.FromSeconds(1) });

        Assert.ThrowsAsync<TransportException>(() => Create(server).With(Quick).ObjectLocks.AcquireAsync(Bib, 7));

        await EndBackgroundAsync();
        await server.CompleteAsync();
        Assert.That(server.Locks, Is.Empty);
    }

    [Test]
    public async Task DisposeAsync_OfALeaseWithASlowAndOnceRefusedRelease_HasTheTimeAndTheRetriesOfTheClient()
    {
        var refused = new LockFault { Instead = () => Answers.Text("busy", 503) };
        var server = new LockServer(Clock).On("DELETE", refused, new LockFault { Before = TimeSpan.FromSeconds(30) });
        var lease = await Create(server).With(Quick).ObjectLocks.AcquireAsync(Bib, 7);

        await lease.DisposeAsync();

        Assert.That(lease.ReleaseError, Is.Null);
        Assert.That(server.Locks, Is.Empty);
        Assert.That(server.Received.Count(request => request.StartsWith("DELETE", StringComparison.Ordinal)), Is.EqualTo(2));
    }

    [Test]
    public async Task AcquireAsync_WithALongerTimeoutThanTheClient_LooksForTheLockAccordingly()
    {
        var server = new LockServer(Clock).On("POST", new LockFault { Before = TimeSpan.FromSeconds(300) });
        var patient = Create(server, options => options.Timeout = TimeSpan.FromSeconds(1))
            .With(new CallOptions { Timeout = TimeSpan.FromSeconds(100), MaxRetries = 0 });

        Assert.ThrowsAsync<TransportException>(() => patient.ObjectLocks.AcquireAsync(Bib, 7));

        await EndBackgroundAsync();
        await server.CompleteAsync();
        Assert.That(server.Locks, Is.Empty);
    }
}
