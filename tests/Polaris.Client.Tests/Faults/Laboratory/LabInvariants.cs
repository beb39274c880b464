using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Faults.Laboratory;

/// <summary>What a run may have broken; the figures count violations by kind.</summary>
internal enum Promise
{
    ExecutedOnce,
    Truthful,
    LocksFreed,
    ForeignLocksKept,
    PromptsSeen,
    ConversationsClosed,
    LeasesApart,
    ReturnsWhenCanceled,
    Family,
    Ends,
}

/// <summary>A promise that a run broke, and how.</summary>
internal sealed record Violation(Promise Promise, string Text);

/// <summary>What must be true after every run, once the work in the background has ended as well.</summary>
internal static partial class LabInvariants
{
    private static readonly TimeSpan SoonEnough = TimeSpan.FromMilliseconds(50);

    public static IEnumerable<Violation> Violations(LabRun run) =>
        run.Callers.SelectMany(caller => OfCaller(run, caller)).Concat(OfRun(run));

    /// <summary>Locks of ours that are left, each with whether the log names it, or UnlockAsync by hand reported that it failed.</summary>
    public static IEnumerable<(int Id, LabLocks.Held Held, bool IsReported)> LocksLeft(LabRun run) => run.Server.Locks.Table
        .Where(pair => pair.Value.Origin != LabLocks.OtherProcess)
        .Select(pair => (pair.Key.Id, pair.Value, IsLockLogged(run, pair.Key.Id)
            || run.Callers[pair.Value.Origin] is { Phase: "unlock", Error: PolarisClientException }));

    private static IEnumerable<Violation> OfCaller(LabRun run, LabCaller caller)
    {
        var executed = run.Server.Workflows.ExecutedFor(caller.Operation);
        if (executed > 1)
        {
            yield return new(Promise.ExecutedOnce, $"[{caller.Index}] was executed {executed} times");
        }

        if (caller.Outcome == WorkflowOutcome.Completed && executed == 0)
        {
            yield return new(Promise.Truthful, $"[{caller.Index}] reported success, but nothing was executed");
        }

        if (caller.Outcome == WorkflowOutcome.Canceled && executed > 0)
        {
            yield return new(Promise.Truthful, $"[{caller.Index}] reported a cancellation, but the workflow was executed");
        }

        foreach (var violation in OfError(run, caller, executed))
        {
            yield return violation;
        }

        // A workflow that waits for a reply is canceled first, as is documented; a lock is left to the background.
        if (caller.Late > SoonEnough && caller.Phase is ("acquire" or "lock"))
        {
            yield return new(Promise.ReturnsWhenCanceled, $"[{caller.Index}] returned {caller.Late} after its cancellation, in phase {caller.Phase}");
        }
    }

    private static IEnumerable<Violation> OfError(LabRun run, LabCaller caller, int executed)
    {
        var isOwn = caller.Error == caller.Thrown;
        if (executed > 0 && caller.Error is not null && caller.Error is not OperationCanceledException
            && (isOwn || caller.Error is PolarisClientException { MayHaveBeenProcessed: false }))
        {
            yield return new(Promise.Truthful, $"[{caller.Index}] {caller.Error.GetType().Name} conceals that the workflow was executed");
        }

        if (!isOwn && caller.Error is PolarisClientException { MayHaveBeenProcessed: true } && !WasAnythingSent(run, caller))
        {
            yield return new(Promise.Truthful, $"[{caller.Index}] {caller.Error.GetType().Name} reports that the server may have acted, but nothing was sent");
        }

        if (caller.Error is not (null or PolarisClientException) && !isOwn
            && !(caller.Error is OperationCanceledException && (caller.WasCanceled || caller.WasDisposed))
            && !(caller.Error is ObjectDisposedException && caller.WasDisposed)
            && !(caller.Error is InvalidOperationException && caller.Error.Message.Contains("UserId", StringComparison.Ordinal)))
        {
            yield return new(Promise.Family, $"[{caller.Index}] {caller.Error.GetType().Name} is not an exception of the family");
        }
    }

    /// <summary>Whether the request that the phase is about ever reached the network.</summary>
    private static bool WasAnythingSent(LabRun run, LabCaller caller) => run.Server.Calls.Any(call => call.Client == caller.Index
        && call.Trouble != Trouble.NotConnected
        && (caller.Phase switch
        {
            "run" => call.Is("POST", "workflow"),
            "unlock" => call.Is("DELETE", "objectlocks"),
            _ => call.Is("POST", "objectlocks"),
        }));

    private static IEnumerable<Violation> OfRun(LabRun run)
    {
        foreach (var (id, held, isReported) in LocksLeft(run))
        {
            var caller = run.Callers[held.Origin];
            if (!isReported)
            {
                yield return new(Promise.LocksFreed, $"[{held.Origin}] lock of {id} is left, and no warning names it");
            }
            else if (caller.Phase is "acquire" or "lock" && caller.Error is PolarisClientException error
                && !MentionsLock().IsMatch(error.Message))
            {
                yield return new(Promise.LocksFreed, $"[{held.Origin}] lock of {id} is left, and the exception does not mention it");
            }
        }

        if (run.Server.Locks.ForeignFreed > 0)
        {
            yield return new(Promise.ForeignLocksKept, $"{run.Server.Locks.ForeignFreed} locks of another process or client were freed");
        }

        foreach (var unseen in run.Server.Workflows.Unseen)
        {
            yield return new(Promise.PromptsSeen, unseen);
        }

        foreach (var talk in run.Server.Workflows.Open.Where(talk => !IsConversationLogged(run, talk)))
        {
            yield return new(Promise.ConversationsClosed, $"conversation {talk.Guid} of [{talk.Start.Client}] is open, and no warning names it");
        }

        if (run.Together > 0)
        {
            yield return new(Promise.LeasesApart, $"{run.Together} times two leases held one object");
        }

        if (run.IsStuck)
        {
            yield return new(Promise.Ends, "a call did not end");
        }
    }

    private static bool IsLockLogged(LabRun run, int id)
    {
        var name = id.ToString(CultureInfo.InvariantCulture);
        return run.Logs.Entries.Any(entry => entry.Level >= LogLevel.Warning && entry.Text.Contains("lock", StringComparison.OrdinalIgnoreCase)
            && (entry.Text.Contains($" {name} ", StringComparison.Ordinal) || entry.Text.Contains("background operations", StringComparison.Ordinal)));
    }

    /// <summary>A client that never received the ID of the conversation can only report that there may be one.</summary>
    private static bool IsConversationLogged(LabRun run, LabWorkflows.Conversation talk) =>
        run.Logs.Entries.Any(entry => entry.Level >= LogLevel.Warning && entry.Text.Contains(talk.Guid.ToString(), StringComparison.Ordinal))
        || (!talk.IsKnown && (run.Callers[talk.Start.Client].Error is PolarisClientException { MayHaveBeenProcessed: true }
            || run.Logs.Entries.Any(entry => entry.Level >= LogLevel.Warning && entry.Text.Contains("orkflow", StringComparison.Ordinal))));

    /// <summary>A sentence about the lock, not only the route.</summary>
    [GeneratedRegex(@"\b(lock|locks|locked)\b", RegexOptions.IgnoreCase)]
    private static partial Regex MentionsLock();
}
