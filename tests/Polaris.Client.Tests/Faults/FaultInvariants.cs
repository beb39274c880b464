using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Faults;

/// <summary>What must be true after every run, whatever went wrong in it.</summary>
internal static class FaultInvariants
{
    private static readonly TimeSpan RenewalMargin = TimeSpan.FromMinutes(1);

    public static IEnumerable<string> Violations(FaultRun run) => OfTheWorkflow(run).Concat(OfTheError(run)).Concat(OfTheLocks(run)).Concat(OfTheTime(run));

    public static int SignInsSent(FaultRun run) => run.Fake.Journal.Count(entry => entry.Path.StartsWith("authentication", StringComparison.Ordinal));

    private static IEnumerable<string> OfTheWorkflow(FaultRun run)
    {
        var executed = run.Fake.ExecutedOperations;
        if (executed > 1)
        {
            yield return $"the workflow was executed {executed} times";
        }

        if (run.Outcome == WorkflowOutcome.Completed && executed == 0)
        {
            yield return "success was reported, but nothing was executed";
        }

        if (run.Outcome == WorkflowOutcome.Cancelled && executed > 0)
        {
            yield return "a cancellation was reported, but the workflow was executed";
        }
    }

    private static IEnumerable<string> OfTheError(FaultRun run)
    {
        if (run.Fake.ExecutedOperations > 0 && run.Error is PolarisClientException { MayHaveBeenProcessed: false } liar)
        {
            yield return $"{liar.GetType().Name} says that nothing was done, but it was";
        }

        if (run.Error is not (null or PolarisClientException)
            && !(run.Error is OperationCanceledException && run.WasCancelled)
            && !(run.Error is HandlerException && run.HasHandlerThrown))
        {
            yield return $"{run.Error.GetType().Name} is no exception of the family";
        }
    }

    private static IEnumerable<string> OfTheLocks(FaultRun run)
    {
        if (run.LocksLeft < 0)
        {
            yield return "a lock that was left from an earlier run was freed";
        }

        if (run.LocksLeft > 0 && !run.IsLockReported)
        {
            yield return "a lock of ours is left, and nobody was told";
        }
    }

    private static IEnumerable<string> OfTheTime(FaultRun run)
    {
        if (SignInsSent(run) > SignInsNeeded(run))
        {
            yield return $"{SignInsSent(run)} sign-ins, but {SignInsNeeded(run)} were enough";
        }

        if (run.Clock.Elapsed > TimeSpan.FromHours(8))
        {
            yield return $"it took {run.Clock.Elapsed}";
        }
    }

    /// <summary>One at first, one for each refused token, one more for each sign-in that failed, and one for each life of a token that passed.</summary>
    private static int SignInsNeeded(FaultRun run)
    {
        var refused = run.Fake.Journal.Count(entry => entry.StatusCode == 401);
        var failed = run.Fake.Journal.Count(entry => entry.Path.StartsWith("authentication", StringComparison.Ordinal) && (entry.StatusCode != 200 || entry.Fault is not null));
        return 1 + refused + failed + (int)(run.Clock.Elapsed / (run.TokenLifetime - RenewalMargin));
    }
}
