using System.Globalization;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Faults;

/// <summary>The sums over all runs.</summary>
internal sealed class FaultFigures
{
    private readonly object _gate = new();
    private readonly SortedDictionary<FaultKind, int> _faults = [];
    private readonly SortedDictionary<string, int> _ends = [];
    private int _runs;
    private int _requests;
    private int _executed;
    private int _duplicates;
    private readonly SortedSet<int> _seedsWithLocksLeft = [];
    private int _left;
    private int _unreported;
    private int _signIns;
    private TimeSpan _virtual;

    public void Add(FaultRun run)
    {
        lock (_gate)
        {
            _runs++;
            _requests += run.Fake.Journal.Count;
            _executed += Math.Min(1, run.Fake.ExecutedOperations);
            _duplicates += Math.Max(0, run.Fake.ExecutedOperations - 1);
            _left += Math.Max(0, run.LocksLeft);
            _ = run.LocksLeft > 0 && _seedsWithLocksLeft.Add(run.Seed);
            _unreported += run.IsLockReported ? 0 : Math.Max(0, run.LocksLeft);
            _signIns += FaultInvariants.SignInsSent(run);
            _virtual += run.Clock.Elapsed;
            foreach (var (kind, count) in run.Fake.Faults.Counts)
            {
                _faults[kind] = _faults.GetValueOrDefault(kind) + count;
            }

            var end = run.Outcome?.ToString() ?? run.Error!.GetType().Name;
            _ends[end] = _ends.GetValueOrDefault(end) + 1;
        }
    }

    /// <summary>How many runs ended in each way.</summary>
    public int EndedWith(WorkflowOutcome outcome) => _ends.GetValueOrDefault(outcome.ToString());

    public int KindsOfFaults => _faults.Count;

    public string Describe(TimeSpan took) => string.Create(CultureInfo.InvariantCulture, $"""
        {_runs} runs, {_requests} requests in {took.TotalSeconds:0.0} s ({_virtual.TotalDays:0} days of virtual time)
        faults: {_faults.Values.Sum()} ({string.Join(", ", _faults.Select(pair => $"{pair.Key} {pair.Value}"))})
        executed: {_executed}, duplicates: {_duplicates}, locks left: {_left} (unreported: {_unreported}; seeds {string.Join(' ', _seedsWithLocksLeft.Take(20))}), sign-ins: {_signIns}
        ends: {string.Join(", ", _ends.Select(pair => $"{pair.Key} {pair.Value}"))}
        """);
}
