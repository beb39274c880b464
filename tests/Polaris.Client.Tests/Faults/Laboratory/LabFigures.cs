using System.Globalization;

namespace Polaris.Client.Tests.Faults.Laboratory;

/// <summary>The sums over all runs.</summary>
internal sealed class LabFigures
{
    private readonly object _gate = new();
    private readonly SortedDictionary<Trouble, int> _troubles = [];
    private readonly SortedDictionary<string, int> _ends = [];
    private readonly Dictionary<Promise, List<int>> _broken = [];
    private int _runs;
    private int _requests;
    private int _executed;
    private int _duplicates;
    private int _late;
    private int _reportedLocks;
    private int _silentLocks;
    private int _freedByLateRelease;
    private int _foreignFreed;
    private int _unseen;

    public int Kinds => _troubles.Count;

    public int Late => _late;

    public int Executed => _executed;

    /// <summary>How many times a promise was broken.</summary>
    public int Broken(Promise promise) => _broken.TryGetValue(promise, out var seeds) ? seeds.Count : 0;

    public void Add(LabRun run, IReadOnlyList<Violation> violations)
    {
        lock (_gate)
        {
            _runs++;
            foreach (var call in run.Server.Calls)
            {
                _requests++;
                _late += call.WasProcessedLate ? 1 : 0;
                if (call.Trouble != Trouble.None)
                {
                    _troubles[call.Trouble] = _troubles.GetValueOrDefault(call.Trouble) + 1;
                }
            }

            foreach (var caller in run.Callers)
            {
                var executed = run.Server.Workflows.ExecutedFor(caller.Operation);
                _executed += executed;
                _duplicates += Math.Max(0, executed - 1);
                var end = caller.Outcome?.ToString() ?? caller.Error?.GetType().Name ?? (caller.Phase == "unlocked" ? "Unlocked" : "Nothing");
                _ends[end] = _ends.GetValueOrDefault(end) + 1;
            }

            foreach (var (_, _, isReported) in LabInvariants.LocksLeft(run))
            {
                _ = isReported ? _reportedLocks++ : _silentLocks++;
            }

            _freedByLateRelease += run.Server.Locks.FreedByLateRelease;
            _foreignFreed += run.Server.Locks.ForeignFreed;
            _unseen += run.Server.Workflows.Unseen.Count;
            foreach (var violation in violations)
            {
                if (!_broken.TryGetValue(violation.Promise, out var seeds))
                {
                    _broken[violation.Promise] = seeds = [];
                }

                seeds.Add(run.World.Seed);
            }
        }
    }

    public string Describe(TimeSpan took)
    {
        lock (_gate)
        {
            var untruthful = _broken.GetValueOrDefault(Promise.Truthful)?.Count ?? 0;
            return string.Create(CultureInfo.InvariantCulture, $"""
                {_runs} runs, {_requests} requests in {took.TotalSeconds:0.0} s
                faults: {_troubles.Values.Sum()} ({string.Join(", ", _troubles.Select(pair => $"{pair.Key} {pair.Value}"))})
                late processings {_late}, executions {_executed}, duplicates {_duplicates}, locks left {_silentLocks} (and {_reportedLocks} reported by a warning or an exception),
                foreign locks freed {_foreignFreed} (own leases freed by a late release {_freedByLateRelease}), unseen prompts answered {_unseen}, untruthful exceptions {untruthful}
                ends: {string.Join(", ", _ends.Select(pair => $"{pair.Key} {pair.Value}"))}
                violations: {(_broken.Count == 0 ? "none" : string.Join("; ", _broken.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} {pair.Value.Count} (seeds {string.Join(' ', pair.Value.Order().Distinct().Take(8))})")))}
                """);
        }
    }
}
