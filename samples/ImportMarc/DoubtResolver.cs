using Polaris.Client;
using Polaris.Client.Cataloging;
using Polaris.Client.Workflows;

namespace ImportMarc;

/// <summary>
/// Finds out what happened to a record whose outcome is not known: a conversation is resumed, an update is read and compared, and an added record
/// is sent again only if the policy allows it and the server would recognize a second copy.
/// </summary>
internal sealed class DoubtResolver(ImportContext context)
{
    /// <summary>Settles the record in the journal, or leaves it in doubt; returns it if it may be sent again.</summary>
    public async Task<ImportSave?> ResolveAsync(ImportRecord record, JournalRow row, CancellationToken cancellationToken)
    {
        try
        {
            return row.Conversation != Guid.Empty && await ResumeAsync(record, row, cancellationToken) ? null
                : row.BibId != record.BibId ? Keep(record, "When it was sent, updateFrom of the policy named another record, or none.")
                : record.BibId is { } id ? await CompareAsync(record, row, id, cancellationToken)
                : SendAgain(record, row);
        }
        catch (PolarisClientException exception)
        {
            return Keep(record, $"It could not be looked into: {exception.Message}");
        }
    }

    /// <summary>Returns false if the server no longer has the conversation.</summary>
    private async Task<bool> ResumeAsync(ImportRecord record, JournalRow row, CancellationToken cancellationToken)
    {
        var client = context.Polaris.With(workstationId: row.Workstation);
        var decisions = new Decisions(context, record, row.Attempts > 1 ? row.FirstSentAt : null);
        try
        {
            var conversation = await client.Workflows.ResumeAsync(AddOrUpdateBibRecord.Kind, BookmarkOf(client, row), cancellationToken);
            var result = await client.Workflows.RunAsync(conversation, decisions.Handlers, CancellationToken.None);
            var (state, reason) = result.Outcome switch
            {
                WorkflowOutcome.Completed => (RecordState.Saved, "Found by resuming the conversation."),
                WorkflowOutcome.Canceled => (RecordState.Canceled, $"{decisions.Reason} Found by resuming the conversation.".TrimStart()),
                _ => (RecordState.InDoubt, string.Join(" ", result.Messages.Select(message => message.Message))),
            };
            Settle(record, decisions, state, reason);
            return true;
        }
        catch (NotFoundException)
        {
            return false;
        }
        catch (WorkflowException exception) when (!exception.MayHaveBeenProcessed && exception.Status == WorkflowStatus.CompletedFailure)
        {
            Settle(record, decisions, RecordState.Refused, exception.Message);
            return true;
        }
    }

    private static WorkflowBookmark BookmarkOf(PolarisClient client, JournalRow row) => new()
    {
        RequestGuid = row.Conversation,
        RequestType = AddOrUpdateBibRecord.Kind.RequestType,
        OrganizationId = client.OrganizationId,
        WorkstationId = client.WorkstationId,
    };

    private async Task<ImportSave?> CompareAsync(ImportRecord record, JournalRow row, int id, CancellationToken cancellationToken)
    {
        var stored = ImportRecord.DigestOf(await context.Polaris.BibRecords.GetMarcAsync(id, cancellationToken));
        if (stored == record.Digest)
        {
            context.Journal.Settle(record, RecordState.Saved, id, "Found by reading the record: it is as it was sent.");
            return null;
        }

        return stored == row.Before
            ? ImportSave.Of(context, record)
            : Keep(record, $"Record {id} is neither as before nor as it was sent: compare it with the file.");
    }

    private ImportSave? SendAgain(ImportRecord record, JournalRow row) => context.Policy switch
    {
        { InDoubt: DoubtRule.Keep } => Keep(record, "The policy keeps such records in doubt."),
        _ when record.Keys.Count == 0 => Keep(record, "It has neither 035 nor 001 with 003, by which it could be recognized."),
        _ when !context.Policy.IsDetected(record.Marc) =>
            Keep(record, $"It has none of {string.Join(", ", context.Policy.DetectedBy)}, by which the server recognizes duplicates."),
        _ => ImportSave.Of(context, record, row.FirstSentAt),
    };

    private ImportSave? Keep(ImportRecord record, string reason)
    {
        context.Journal.Settle(record, RecordState.InDoubt, null, $"It may have been saved. {reason}");
        return null;
    }

    private void Settle(ImportRecord record, Decisions decisions, RecordState state, string reason)
    {
        if (!decisions.IsSettled)
        {
            context.Journal.Settle(record, state, null, reason);
        }
    }
}
