using Polaris.Client.Cataloging;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Telemetry;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Faults;

/// <summary>Many tasks of several workstations want the same records while things go wrong.</summary>
[Category("Faults")]
public sealed class ConcurrentFaultTests
{
    private const int Tasks = 12;
    private const ObjectType Bib = ObjectType.BibliographicRecord;

    [Test]
    public async Task Leases_OfManyTasksUnderFaults_AreNeverHeldTogether([Range(1, 12)] int seed)
    {
        var clock = new ManualTimeProvider { SkipsDelays = true };
        using var logs = new CollectedLogs();
        var fake = new FakePolaris(new FakePolarisOptions { TimeProvider = clock }).WithBib(5).WithBib(6);
        fake.Faults.MaxRandomFaults = 40;
        fake.Faults.Randomly(seed, 0.15, [.. Enum.GetValues<FaultKind>().Except([FaultKind.LockedByAnother])]);
        using var polaris = fake.CreateClient(loggers: logs);
        using var deadlock = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var tally = new Tally();

        await Task.WhenAll(Enumerable.Range(0, Tasks).Select(i => Task.Run(() => WorkAsync(polaris, i, tally, deadlock.Token))));

        Assert.That(tally.Together, Is.Zero, "two tasks never hold one record");
        Assert.That(fake.ExecutedOperations, Is.InRange(tally.Done, tally.Done + tally.InDoubt));
        Assert.That(fake.Locks.Count == 0 || logs.Entries.Any(entry => entry.Id is 5 or (>= 20 and <= 23)), Is.True, "locks are left, but not logged");
    }

    /// <summary>One task: lease both records in its own order, save one of them, count what it saw.</summary>
    private static async Task WorkAsync(PolarisClient polaris, int i, Tally tally, CancellationToken cancellationToken)
    {
        var view = polaris.With(workstationId: 1 + (i % 3));
        ObjectReference[] both = i % 2 == 0 ? [new(Bib, 5), new(Bib, 6)] : [new(Bib, 6), new(Bib, 5)];
        try
        {
            var patience = new AcquireOptions { WaitUpTo = TimeSpan.FromHours(4) };
            await using var lease = await view.ObjectLocks.AcquireAsync(both, patience, cancellationToken);
            await SaveAsync(view, tally);
        }
        catch (PolarisClientException exception)
        {
            Interlocked.Add(ref tally.InDoubt, exception.MayHaveBeenProcessed ? 1 : 0);
        }
    }

    private static async Task SaveAsync(PolarisClient polaris, Tally tally)
    {
        Interlocked.Add(ref tally.Together, Interlocked.Increment(ref tally.Inside) == 1 ? 0 : 1);
        try
        {
            var result = await polaris.Workflows.RunAsync(
                new UpdateBibRecord { BibRecordId = 5, DisplayInPac = false },
                new PromptHandlers().On<DisplayInPacPrompt>(prompt => prompt.Continue()));
            Interlocked.Add(ref tally.Done, result.Outcome == WorkflowOutcome.Completed ? 1 : 0);
        }
        finally
        {
            Interlocked.Decrement(ref tally.Inside);
        }
    }

    private sealed class Tally
    {
        public int Inside;
        public int Together;
        public int Done;
        public int InDoubt;
    }
}
