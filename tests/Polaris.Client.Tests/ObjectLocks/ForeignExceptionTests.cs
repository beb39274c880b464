using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Tests.Faults;

namespace Polaris.Client.Tests.ObjectLocks;

/// <summary>Handlers, token delegates and loggers of the caller's own may throw anything at any time; no lock is left silently.</summary>
public sealed class ForeignExceptionTests : LockServerFixture
{
    /// <summary>The server acts, and a handler below the client then throws.</summary>
    private static readonly LockFault Throws = new() { Instead = () => throw new HandlerException() };

    [Test]
    public async Task AcquireAsync_HandlerThrowsAfterTheLockAndDuringTheLookups_IsFreedInTheBackground()
    {
        var server = new LockServer(Clock).On("GET", new LockFault(), Throws, Throws).On("POST", Throws);

        Assert.ThrowsAsync<HandlerException>(() => Connect(server).AcquireAsync(Bib, 7));

        await EndBackgroundAsync();
        Assert.That(server.Locks, Is.Empty);
    }

    [Test]
    public async Task AcquireAsync_HandlerThrowsDuringEveryLookup_IsLogged()
    {
        var server = new LockServer(Clock).On("GET", new LockFault()).On("GET", [.. Enumerable.Repeat(Throws, 200)]).On("POST", Throws);

        Assert.ThrowsAsync<HandlerException>(() => Connect(server).AcquireAsync(Bib, 7));

        await EndBackgroundAsync();
        Assert.That(Ids(), Has.One.EqualTo(NotSeen));
    }

    [Test]
    public async Task AcquireAsync_HandlerThrowsAfterTheLockAndDuringItsRelease_IsFreedInTheBackground()
    {
        var server = new LockServer(Clock).On("POST", Throws).On("DELETE", Throws);

        Assert.ThrowsAsync<HandlerException>(() => Connect(server).AcquireAsync(Bib, 7));

        await EndBackgroundAsync();
        Assert.That(server.Locks, Is.Empty);
        Assert.That(Ids(), Has.None.EqualTo(NotReleased));
    }

    [Test]
    public async Task ReleaseAsync_HandlerThrowsOnce_IsRepeated()
    {
        var server = new LockServer(Clock).On("DELETE", Throws);
        var lease = await Connect(server).AcquireAsync(Bib, 7);

        await lease.ReleaseAsync();

        Assert.That(lease.ReleaseError, Is.Null);
        Assert.That(server.Received.Count(sent => sent.StartsWith("DELETE", StringComparison.Ordinal)), Is.EqualTo(2));
    }

    [Test]
    public async Task ReleaseAsync_HandlerThrowsEveryTime_EndsAndIsLogged()
    {
        var server = new LockServer(Clock).On("DELETE", [.. Enumerable.Repeat(Throws, 100)]);
        var lease = await Connect(server).AcquireAsync(Bib, 7);

        Assert.ThrowsAsync<HandlerException>(() => lease.ReleaseAsync());

        Assert.That(server.Received.Count(sent => sent.StartsWith("DELETE", StringComparison.Ordinal)), Is.EqualTo(11));
        Assert.That(Ids(), Has.One.EqualTo(NotReleased));
    }

    [Test]
    public async Task ReleaseAsync_NetworkHandlerWasDisposed_IsLoggedImmediately()
    {
        var disposed = new LockFault { Instead = () => throw new ObjectDisposedException("handler") };
        var server = new LockServer(Clock).On("DELETE", disposed, disposed);
        var lease = await Connect(server).AcquireAsync(Bib, 7);

        Assert.ThrowsAsync<ObjectDisposedException>(() => lease.ReleaseAsync());

        Assert.That(server.Received.Count(sent => sent.StartsWith("DELETE", StringComparison.Ordinal)), Is.EqualTo(1));
        Assert.That(Ids(), Has.One.EqualTo(NotReleased));
    }

    [Test]
    public async Task AcquireAsync_TokenDelegateThrowsAfterTheLock_IsAcquired()
    {
        var calls = 0;
        var server = new LockServer(Clock);

        // Once for the lookup, once for the lock, and then to compare the user of the lock.
        var locks = Connect(server, options => options.Credentials = new()
        {
            BearerToken = _ => ++calls == 3 ? throw new TimeZoneNotFoundException() : new("token"),
        });
        await using var lease = await locks.AcquireAsync(Bib, 7);

        Assert.That(calls, Is.GreaterThanOrEqualTo(3));
        Assert.That(server.Locks, Is.EqualTo(new[] { (2, 7) }));
    }

    [Test]
    public async Task Lease_CollectedWhileTheLoggerFails_OpensTheGate()
    {
        var options = Http.TestClient.Options();
        options.BaseAddress = new Uri("https://collected.test");
        using var logs = new FailingLogs();
        await using var polaris = PolarisClient.Create(options, new LockServer(Clock), logs, Clock);
        await AcquireAndForgetAsync(polaris.ObjectLocks);

        for (var i = 0; i < 100 && logs.Failures == 0; i++)
        {
            await Task.Yield();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        await using var next = await polaris.ObjectLocks.AcquireAsync(Bib, 7, new AcquireOptions { WaitUpTo = TimeSpan.Zero, TakeOverExisting = true });
        Assert.That(logs.Failures, Is.EqualTo(1));
        Assert.That(next.WasAlreadyHeld, Is.True);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task AcquireAndForgetAsync(ObjectLocksClient locks) => _ = await locks.AcquireAsync(Bib, 7);

    private sealed class FailingLogs : ILoggerFactory, ILogger
    {
        private int _failures;

        public int Failures => Volatile.Read(ref _failures);

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id == LeaseLost)
            {
                Interlocked.Increment(ref _failures);
                throw new ObjectDisposedException("the logger");
            }
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }
    }
}
