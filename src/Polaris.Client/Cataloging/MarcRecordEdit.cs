using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Edits the MARC data of one record under a lock.</summary>
/// <typeparam name="TSaved">The data that the save returns.</typeparam>
internal sealed class MarcRecordEditor<TSaved>(ObjectLocksClient locks, WorkflowsClient workflows)
    where TSaved : class
{
    public required ObjectType ObjectType { get; init; }

    /// <summary>The record in messages, such as <c>Bibliographic record</c>.</summary>
    public required string Noun { get; init; }

    /// <summary>Where the MARC data are read, for messages.</summary>
    public required string MarcRoute { get; init; }

    public required Func<int, CancellationToken, Task<MarcRecord>> ReadAsync { get; init; }

    public required Func<int, MarcRecord, CancellationToken, Task<WorkflowRequest<TSaved>>> ToSaveAsync { get; init; }

    public async Task<MarcRecordEdit<TSaved>> EditAsync(
        int recordId, Func<MarcRecord, Task> change, PromptHandlers handlers, AcquireOptions? lockOptions, CancellationToken cancellationToken)
    {
        var lease = await locks.AcquireAsync(ObjectType, recordId, lockOptions, cancellationToken).ConfigureAwait(false);
        await using (lease.ConfigureAwait(false))
        {
            var before = await ReadAsync(recordId, cancellationToken).ConfigureAwait(false);
            if (!before.DataFields.Any())
            {
                // A part of the record is missing; saved with a change, it would replace everything that the server has.
                throw RecordResponses.Unexpected(MarcRoute, "is a record without data fields");
            }

            var changed = before.Clone();
            await change(changed).ConfigureAwait(false);
            return changed.ContentEquals(before)
                ? new MarcRecordEdit<TSaved>(recordId, before)
                : await SaveAsync(recordId, before, changed, handlers, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<MarcRecordEdit<TSaved>> SaveAsync(
        int recordId, MarcRecord before, MarcRecord changed, PromptHandlers handlers, CancellationToken cancellationToken)
    {
        // A lock can disappear while a person is thinking: servers may clear locks after hours.
        var present = await ReadAsync(recordId, cancellationToken).ConfigureAwait(false);
        if (!present.ContentEquals(before))
        {
            throw new RecordChangedException(
                $"{Noun} {recordId} was changed by another user since it was read, so it was not saved. Edit it again.");
        }

        // Properties that are not MARC, such as IDs, belong to the form in which the record was read.
        changed.AdditionalMembers = null;
        changed.Id = 0;
        var request = await ToSaveAsync(recordId, changed, cancellationToken).ConfigureAwait(false);
        var result = await workflows.RunAsync(request, handlers, cancellationToken).ConfigureAwait(false);
        var edit = new MarcRecordEdit<TSaved>(recordId, before) { Sent = changed, Result = result };
        return result.IsCancelled ? edit : await ReadStoredAsync(edit, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads what was stored. The save has succeeded, so a failure here must not hide that.</summary>
    private async Task<MarcRecordEdit<TSaved>> ReadStoredAsync(MarcRecordEdit<TSaved> edit, CancellationToken cancellationToken)
    {
        try
        {
            edit.Stored = await ReadAsync(edit.RecordId, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is PolarisClientException or OperationCanceledException)
        {
            edit.ReadError = exception;
        }

        return edit;
    }
}

/// <summary>The outcome of editing a bibliographic or an authority record.</summary>
/// <typeparam name="TSaved">The data that the save returns.</typeparam>
public sealed class MarcRecordEdit<TSaved>
    where TSaved : class
{
    internal MarcRecordEdit(int recordId, MarcRecord before)
    {
        RecordId = recordId;
        Before = before;
    }

    /// <summary>The ID of the record.</summary>
    public int RecordId { get; }

    /// <summary>
    /// Whether the record was saved: <see langword="false"/> if nothing changed, if a handler canceled the save, or if the server
    /// did not confirm it; see <see cref="Result"/>.
    /// </summary>
    public bool IsSaved => Result?.Outcome is WorkflowOutcome.Completed;

    /// <summary>The record as it was read under the lock.</summary>
    public MarcRecord Before { get; }

    /// <summary>The record as it was sent; <see langword="null"/> if nothing changed.</summary>
    public MarcRecord? Sent { get; internal init; }

    /// <summary>The result of the save; <see langword="null"/> if nothing changed, so that nothing was sent.</summary>
    public WorkflowResult<TSaved>? Result { get; internal init; }

    /// <summary>The record as it was read after the save; <see langword="null"/> if it was not saved or could not be read.</summary>
    public MarcRecord? Stored { get; internal set; }

    /// <summary>Why the record could not be read after it was saved; <see langword="null"/> if it was read.</summary>
    public Exception? ReadError { get; internal set; }

    /// <summary>
    /// The difference between the record before the edit and the stored record; <see langword="null"/> without
    /// <see cref="Stored"/>.
    /// </summary>
    public MarcDiff? Difference => Stored is null ? null : Before.DiffTo(Stored);

    /// <summary>
    /// The difference between what was sent and what the server stored, such as a new date in field 005; <see langword="null"/> without
    /// <see cref="Stored"/>.
    /// </summary>
    public MarcDiff? StoredDifference => Stored is null ? null : Sent?.DiffTo(Stored);

    /// <summary>Returns the ID and the outcome, without content.</summary>
    public override string ToString() => $"Record {RecordId}, {(Result is null ? "unchanged" : IsSaved ? "saved" : Result.IsCancelled ? "canceled" : "unconfirmed")}";
}

/// <summary>
/// The exception that is thrown when another user changed the record after it was read; nothing was saved. Read it again and
/// repeat the change.
/// </summary>
public sealed class RecordChangedException : PolarisClientException
{
    /// <summary>Initializes a new instance of the <see cref="RecordChangedException"/> class.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="innerException">The cause, if any.</param>
    public RecordChangedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
