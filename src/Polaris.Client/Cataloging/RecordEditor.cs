using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Edits one record under a lock: reads it, lets the caller change it, saves the change, and reads it again.</summary>
/// <typeparam name="TRecord">The record as it is read.</typeparam>
/// <typeparam name="TChange">What the caller changes: a copy of the record, or the request that updates it.</typeparam>
/// <typeparam name="TSaved">The data that the save returns.</typeparam>
internal abstract class RecordEditor<TRecord, TChange, TSaved>(ObjectLocksClient locks, WorkflowsClient workflows, ObjectType objectType, string noun)
    where TRecord : class
    where TChange : class
    where TSaved : class
{
    /// <summary>Runs an edit.</summary>
    /// <typeparam name="TEdit">The outcome.</typeparam>
    /// <param name="edit">The outcome, with the ID of the record.</param>
    /// <param name="change">Changes the record.</param>
    /// <param name="handlers">The handlers that reply to the prompts of the save.</param>
    /// <param name="lockOptions">How long to wait for the lock; null to use the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<TEdit> EditAsync<TEdit>(
        TEdit edit, Func<TRecord, TChange, Task> change, PromptHandlers handlers, AcquireOptions? lockOptions, CancellationToken cancellationToken)
        where TEdit : RecordEdit<TRecord, TChange, TSaved>
    {
        var lease = await locks.AcquireAsync(objectType, edit.RecordId, lockOptions, cancellationToken).ConfigureAwait(false);
        await using (lease.ConfigureAwait(false))
        {
            edit.Before = await ReadAsync(edit.RecordId, cancellationToken).ConfigureAwait(false);
            var changed = Begin(edit.RecordId, edit.Before);
            await change(edit.Before, changed).ConfigureAwait(false);
            if (IsChange(edit.RecordId, edit.Before, changed))
            {
                await SaveAsync(edit, changed, handlers, cancellationToken).ConfigureAwait(false);
            }

            return edit;
        }
    }

    /// <summary>Reads the record; one that cannot be saved without loss is an error.</summary>
    protected abstract Task<TRecord> ReadAsync(int recordId, CancellationToken cancellationToken);

    /// <summary>Returns what the caller changes.</summary>
    protected abstract TChange Begin(int recordId, TRecord before);

    /// <summary>Whether saving would change anything.</summary>
    protected abstract bool IsChange(int recordId, TRecord before, TChange changed);

    /// <summary>Whether nothing was changed between two reads.</summary>
    protected abstract bool AreEqual(TRecord before, TRecord present);

    /// <summary>Returns the request that saves the change.</summary>
    protected abstract Task<WorkflowRequest<TSaved>> ToSaveAsync(int recordId, TRecord present, TChange changed, CancellationToken cancellationToken);

    private async Task SaveAsync(
        RecordEdit<TRecord, TChange, TSaved> edit, TChange changed, PromptHandlers handlers, CancellationToken cancellationToken)
    {
        // A lock can disappear while a person is thinking: servers may clear locks after hours.
        var present = await ReadAsync(edit.RecordId, cancellationToken).ConfigureAwait(false);
        if (!AreEqual(edit.Before, present))
        {
            throw new RecordChangedException(
                $"{noun} {edit.RecordId} was changed by another user since it was read, so it was not saved. Edit it again.");
        }

        var request = await ToSaveAsync(edit.RecordId, present, changed, cancellationToken).ConfigureAwait(false);
        edit.Sent = changed;
        edit.Result = await workflows.RunAsync(request, handlers, cancellationToken).ConfigureAwait(false);
        if (edit.Result.IsCanceled)
        {
            return;
        }

        try
        {
            edit.Stored = await ReadAsync(edit.RecordId, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is PolarisClientException or OperationCanceledException)
        {
            // The save has succeeded, so a failure here must not hide that.
            edit.ReadError = exception;
        }
    }
}

/// <summary>The outcome of editing a record.</summary>
/// <typeparam name="TRecord">The record as it is read.</typeparam>
/// <typeparam name="TSent">What was sent.</typeparam>
/// <typeparam name="TSaved">The data that the save returns.</typeparam>
public abstract class RecordEdit<TRecord, TSent, TSaved>
    where TRecord : class
    where TSent : class
    where TSaved : class
{
    private protected RecordEdit(int recordId) => RecordId = recordId;

    /// <summary>The ID of the record.</summary>
    public int RecordId { get; }

    /// <summary>
    /// Whether the record was saved: <see langword="false"/> if nothing changed, if a handler canceled the save, or if the server
    /// did not confirm it; see <see cref="Result"/>.
    /// </summary>
    public bool IsSaved => Result?.Outcome is WorkflowOutcome.Completed;

    /// <summary>The record as it was read under the lock.</summary>
    public TRecord Before { get; internal set; } = null!;

    /// <summary>What was sent; <see langword="null"/> if nothing changed.</summary>
    public TSent? Sent { get; internal set; }

    /// <summary>The result of the save; <see langword="null"/> if nothing changed, so that nothing was sent.</summary>
    public WorkflowResult<TSaved>? Result { get; internal set; }

    /// <summary>The record as it was read after the save; <see langword="null"/> if it was not saved or could not be read.</summary>
    public TRecord? Stored { get; internal set; }

    /// <summary>Why the record could not be read after it was saved; <see langword="null"/> if it was read.</summary>
    public Exception? ReadError { get; internal set; }

    /// <summary>Returns the ID and the outcome, without content.</summary>
    public override string ToString() => $"Record {RecordId}, {(Result is null ? "unchanged" : IsSaved ? "saved" : Result.IsCanceled ? "canceled" : "unconfirmed")}";
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
