using System.Globalization;
using System.Runtime.CompilerServices;
using Polaris.Client;
using Polaris.Client.Cataloging;
using Polaris.Client.ObjectLocks;

namespace ImportMarc;

/// <summary>One run of an import: new records first, then those whose outcome is not known.</summary>
internal sealed class ImportJob(ImportContext context, ImportArguments arguments, RecordSource source, Progress progress)
{
    /// <summary>How often a run looks into doubts: looking can itself end in doubt.</summary>
    private const int Passes = 3;

    private static readonly TimeSpan UsualSettle = TimeSpan.FromSeconds(30);

    private SaveManyOptions Options => new() { WorkstationIds = arguments.Workstations };

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await ReleaseLeftoversAsync(cancellationToken);
        context.Journal.Recover(context.Time.GetUtcNow());
        try
        {
            if (arguments.DryRun)
            {
                await TryAsync(cancellationToken);
                return;
            }

            await SaveAsync(NewAsync(cancellationToken), cancellationToken);
            for (var pass = 0; pass < Passes && context.Stopped is null && await SaveAsync(DoubtsAsync(cancellationToken), cancellationToken) > 0; pass++)
            {
            }
        }
        finally
        {
            context.Journal.GiveUpClaims();
            progress.Finish();
        }
    }

    /// <summary>Saves records and settles them in the journal; returns the number of those whose outcome is not known.</summary>
    private async Task<int> SaveAsync(IAsyncEnumerable<ImportSave> saves, CancellationToken cancellationToken)
    {
        var doubts = 0;
        await foreach (var result in context.Polaris.BibRecords.SaveManyAsync(saves, Options, cancellationToken))
        {
            try
            {
                doubts += Settle(result) == RecordState.InDoubt ? 1 : 0;
            }
            finally
            {
                result.Save.Settled.TrySetResult();
            }
        }

        return doubts;
    }

    private async IAsyncEnumerable<ImportSave> NewAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = context.Time.GetUtcNow();
        await foreach (var record in source.ReadNewAsync(cancellationToken))
        {
            if (arguments.Pace > 0)
            {
                var now = context.Time.GetUtcNow();
                await Task.Delay(next > now ? next - now : TimeSpan.Zero, context.Time, cancellationToken);
                next = (next > now ? next : now) + TimeSpan.FromSeconds(1 / arguments.Pace);
            }

            yield return ImportSave.Of(context, record);
        }
    }

    /// <summary>Settles doubts by looking, and returns the records that may be sent again.</summary>
    private async IAsyncEnumerable<ImportSave> DoubtsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var resolver = new DoubtResolver(context);
        await foreach (var (record, row) in source.ReadDoubtsAsync(cancellationToken))
        {
            var age = context.Time.GetUtcNow() - row.DoubtedAt;
            var left = (arguments.Settle ?? UsualSettle) - age;
            await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, context.Time, cancellationToken);
            if (await resolver.ResolveAsync(record, row, cancellationToken) is { } again)
            {
                yield return again;

                // One after the other: a twin in the file that is being saved at the same time would be taken for this record.
                await again.Settled.Task;
            }

            if (context.Stopped is not null)
            {
                yield break;
            }
        }
    }

    /// <summary>Writes the outcome into the journal; returns the state of the record, or null if the journal had it already.</summary>
    private RecordState? Settle(BibRecordSaveResult<ImportSave> result)
    {
        var save = result.Save;
        RecordState? state = save.Decisions.IsSettled ? null : StateOf(result);
        if (result.Outcome == BibRecordSaveOutcome.Unknown)
        {
            context.Journal.MarkDoubted(save.Record, context.Time.GetUtcNow());
        }

        if (state is { } settled)
        {
            var reason = settled == RecordState.InDoubt && result.Outcome != BibRecordSaveOutcome.Unknown ? "It may have been saved by an earlier attempt. " : "";
            context.Journal.Settle(save.Record, settled, result.BibRecordId, reason + Reasons.Of(result));
        }

        if (result.Outcome is not (BibRecordSaveOutcome.Saved or BibRecordSaveOutcome.Canceled))
        {
            progress.Fail();
        }

        if (result.Error is AuthenticationFailedException)
        {
            context.Stop("The server does not accept the user.");
        }

        return state;
    }

    /// <summary>A repetition that did nothing proves nothing about the attempt before it.</summary>
    private static RecordState StateOf(BibRecordSaveResult<ImportSave> result) => result.Outcome switch
    {
        BibRecordSaveOutcome.Locked or BibRecordSaveOutcome.Refused or BibRecordSaveOutcome.NotSent when result.Save.Decisions.MayBeSaved => RecordState.InDoubt,
        BibRecordSaveOutcome.Saved => RecordState.Saved,
        BibRecordSaveOutcome.Canceled => RecordState.Canceled,
        BibRecordSaveOutcome.Locked => RecordState.Locked,
        BibRecordSaveOutcome.Refused => RecordState.Refused,
        BibRecordSaveOutcome.NotSent => RecordState.NotSent,
        _ => RecordState.InDoubt,
    };

    /// <summary>Reads, checks and matches everything, and sends nothing that changes a record.</summary>
    private async Task TryAsync(CancellationToken cancellationToken)
    {
        await foreach (var record in source.ReadNewAsync(cancellationToken))
        {
            var (state, reason) = record.BibId is { } id
                ? await context.Polaris.BibRecords.FindAsync(id, cancellationToken) is { } present
                    ? (RecordState.WouldUpdate, $"{present.BrowseTitle}")
                    : (RecordState.Refused, $"Record {id} does not exist.")
                : (RecordState.WouldAdd, "");
            context.Journal.Settle(record, state, record.BibId, reason);
            if (state == RecordState.Refused)
            {
                progress.Fail();
            }
        }
    }

    /// <summary>Releases the locks of a run that was killed: only those of its updates, at its workstations.</summary>
    private async Task ReleaseLeftoversAsync(CancellationToken cancellationToken)
    {
        const string Workstations = "workstations";
        var now = arguments.Workstations.Count > 0 ? arguments.Workstations : [context.Polaris.WorkstationId];
        var before = context.Journal.Recall(Workstations)?.Split(',').Select(id => int.Parse(id, CultureInfo.InvariantCulture)) ?? [];
        var unfinished = context.Journal.Rows(RecordState.Claimed, RecordState.Sending).Select(row => row.BibId).OfType<int>().ToHashSet();
        foreach (var workstation in unfinished.Count == 0 ? [] : before.Union(now))
        {
            await context.Polaris.With(workstationId: workstation).ObjectLocks.ReleaseLeftoversAsync(
                held => held.ObjectType == ObjectType.BibliographicRecord && unfinished.Contains(held.ObjectId), cancellationToken);
        }

        // Only now: if the server does not respond, the next run still knows where to look.
        context.Journal.Remember(Workstations, string.Join(",", now));
    }
}

/// <summary>The reasons of the report.</summary>
internal static class Reasons
{
    public static string Of(BibRecordSaveResult<ImportSave> result)
    {
        var parts = new List<string?> { result.Save.Decisions.Reason, result.Error?.Message };
        parts.AddRange(result.Error switch
        {
            ObjectLockedException { Holder: { } holder } =>
                [$"Held by {holder.PolarisUserName} at {holder.WorkstationName} since {holder.LockDate:yyyy-MM-dd HH:mm}."],
            Polaris.Client.Workflows.WorkflowException workflow => workflow.Messages.Select(message => message.Message),
            RequestFailedException { ServerMessage: { } words } => [$"Message from the server: {words}"],
            _ => result.Outcome == BibRecordSaveOutcome.Saved ? [] : result.Result?.Messages.Select(message => message.Message) ?? [],
        });
        parts.Add(result.ReleaseError is { } left ? $"The lock may be left: {left.Message}" : null);
        return string.Join(" ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));
    }
}
