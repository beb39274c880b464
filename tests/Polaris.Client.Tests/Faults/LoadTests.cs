using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Polaris.Client.Cataloging;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Faults;

/// <summary>Saves over real sockets, many at a time, with one request in twenty going wrong.</summary>
/// <remarks>
/// <c>POLARIS_LOAD_CONVERSATIONS=10000 dotnet test --filter TestCategory=Load</c> runs more of them; with
/// <c>POLARIS_LOAD_METRICS=folder</c> their measurements are written and drawn there.
/// </remarks>
[Category("Load")]
public sealed class LoadTests
{
    private const int UsualConversations = 400;
    private const int Concurrency = 64;
    private const int Batches = 10;

    /// <summary>Connections, threads and compiled code come with the first batches and stay.</summary>
    private const int WarmUp = 2;
    private const double FaultRate = 0.05;

    /// <summary>What each batch may add to the heap without being called a leak: 2 kB for each worker.</summary>
    private const long Slack = Concurrency * 2048;

    private static readonly TimeSpan ReleaseTimeout = TimeSpan.FromSeconds(5);

    private static readonly FaultKind[] Faults =
    [
        FaultKind.ResetBeforeProcessing, FaultKind.ResetAfterProcessing, FaultKind.TruncatedAnswer, FaultKind.Unauthorized,
        FaultKind.ProxyHtml, FaultKind.ProxyHtmlAfterProcessing, FaultKind.ProxyHtmlWithStatus200, FaultKind.TokenRevoked,
    ];

    private int _done;
    private int _inDoubt;
    private int _refused;
    private int _executed;
    private int _signIns;

    [Test]
    public async Task Saves_ManyAtATimeOverSockets_LeakNothingAndAreDoneAtMostOnce()
    {
        var conversations = int.Parse(
            Environment.GetEnvironmentVariable("POLARIS_LOAD_CONVERSATIONS") is { Length: > 0 } text ? text : $"{UsualConversations}",
            CultureInfo.InvariantCulture);
        await using var host = await FakeHost.StartAsync();
        using var warnings = new LockWarnings();
        using var metrics = LoadMetrics.StartIfWanted();
        await using var polaris = CreateClient(host, warnings);
        var heaps = new List<long>();
        var watch = Stopwatch.StartNew();

        for (var batch = 0; batch < Batches; batch++)
        {
            await RunBatchAsync(host, polaris, batch, conversations / Batches, warnings);
            if (batch is WarmUp or Batches - 1)
            {
                // Watches for the locks of lost requests end by then; until then they keep what they need.
                await Task.Delay(ReleaseTimeout + TimeSpan.FromSeconds(1), TimeProvider.System);
                heaps.Add(GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        metrics?.Draw($"Load test: {conversations} saves under leases, {Concurrency} at a time, {FaultRate:P0} of requests faulty");
        await TestContext.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""
            {conversations} conversations in {watch.Elapsed.TotalSeconds:0.0} s: done {_done}, in doubt {_inDoubt}, refused {_refused}
            executed {_executed}, sign-ins {_signIns}, connections at most {host.MostConnections}, now {host.OpenConnections}
            heap after the first and the last batches: {string.Join(' ', heaps.Select(bytes => $"{bytes / 1024}k"))}
            """));
        Assert.That(_done + _inDoubt + _refused, Is.EqualTo(conversations / Batches * Batches));
        Assert.That(_executed, Is.InRange(_done, _done + _inDoubt), "what was reported as done was, and nothing else but what is in doubt");

        // A sign-in that breaks fails every save that waits for it, and so does a token that is revoked twice in a row.
        Assert.That(_done, Is.GreaterThan(conversations * 0.4));
        Assert.That(host.MostConnections, Is.LessThanOrEqualTo(2 * Concurrency), "broken connections are replaced, not collected");
        Assert.That(heaps[1] - heaps[0], Is.LessThan(Slack * (Batches - 1 - WarmUp)), "nothing is kept from batch to batch");
    }

    private static PolarisClient CreateClient(FakeHost host, ILoggerFactory loggers)
    {
        var options = new PolarisClientOptions();
        new FakePolaris().Configure(options);
        options.BaseAddress = host.Address;
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);

        // A reply that never arrived leaves its prompt unchanged, however long one asks.
        options.ReplyRecoveryTimeout = TimeSpan.FromMilliseconds(500);
        return PolarisClient.Create(options, loggers: loggers);
    }

    private async Task RunBatchAsync(FakeHost host, PolarisClient polaris, int batch, int conversations, LockWarnings warnings)
    {
        var fake = new FakePolaris();
        foreach (var worker in Enumerable.Range(1, Concurrency))
        {
            fake.WithBib(worker);
        }

        fake.Faults.Randomly(batch, FaultRate, Faults);
        host.Serve(fake.CreateHandler());
        var next = 0;
        await Task.WhenAll(Enumerable.Range(1, Concurrency).Select(worker => Task.Run(async () =>
        {
            var view = polaris.With(workstationId: 1000 + worker);
            while (Interlocked.Increment(ref next) <= conversations)
            {
                await SaveAsync(view, worker, fake);
            }
        })));
        _executed += fake.ExecutedOperations;
        _signIns += fake.SignIns;
        Assert.That(fake.Operations.GroupBy(operation => operation.ConversationId).All(group => group.Count() == 1), Is.True);
        await WaitForReleasesAsync(fake);
        Assert.That(fake.Locks.Select(held => held.ObjectId).Except(warnings.ObjectIds), Is.Empty, "locks left without a word");
        Assert.That(fake.Locks, Has.Count.LessThanOrEqualTo(Math.Max(3, conversations / 50)), "locks left, although reported");
        fake.AssertNoUnexpectedRequests();
    }

    /// <summary>A release that was refused continues in the background.</summary>
    private static async Task WaitForReleasesAsync(FakePolaris fake)
    {
        var watch = Stopwatch.StartNew();
        while (fake.Locks.Count > 0 && watch.Elapsed < TimeSpan.FromSeconds(20))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }

    private async Task SaveAsync(PolarisClient polaris, int bib, FakePolaris fake)
    {
        try
        {
            await using var lease = await polaris.ObjectLocks.AcquireAsync(
                ObjectType.BibliographicRecord, bib, new AcquireOptions { ReleaseTimeout = ReleaseTimeout });
            var result = await polaris.Workflows.RunAsync(
                new UpdateBibRecord { BibRecordId = bib, DisplayInPac = !fake.Bibs[bib].DisplayInPac },
                new PromptHandlers().On<DisplayInPacPrompt>(prompt => prompt.Continue()));
            Interlocked.Increment(ref result.Outcome == WorkflowOutcome.Completed ? ref _done : ref _refused);
        }
        catch (PolarisClientException exception)
        {
            Interlocked.Increment(ref exception.MayHaveBeenProcessed ? ref _inDoubt : ref _refused);
        }
    }

    /// <summary>The records whose locks were reported as left, or as perhaps left; it keeps nothing else, because the test weighs the heap.</summary>
    private sealed class LockWarnings : ILoggerFactory, ILogger
    {
        private readonly ConcurrentDictionary<int, bool> _objectIds = [];

        public IEnumerable<int> ObjectIds => _objectIds.Keys;

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel) && state is IEnumerable<KeyValuePair<string, object?>> values)
            {
                foreach (var (name, value) in values)
                {
                    if (name == "ObjectId" && value is int id)
                    {
                        _objectIds.TryAdd(id, true);
                    }
                }
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
