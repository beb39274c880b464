using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <content>Edits one record under a lock.</content>
public sealed partial class BibRecordsClient
{
    /// <summary>Locks a record, reads it, lets the caller change its MARC data, saves it, reads it again, and releases the lock.</summary>
    /// <param name="bibRecordId">The ID of the record.</param>
    /// <param name="change">Changes the MARC data. If it makes no changes, nothing is saved.</param>
    /// <param name="handlers">The handlers that reply to the prompts of the save.</param>
    /// <param name="lockOptions">How long to wait for the lock; <see langword="null"/> to use the defaults.</param>
    /// <param name="cancellationToken">Cancels the call; the lock is released in any case.</param>
    /// <returns>What was saved, and what the server stored.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="ObjectLockedException">Another user has the record open; nothing was read or changed.</exception>
    /// <exception cref="RecordChangedException">The record was changed while <paramref name="change"/> ran; nothing was saved.</exception>
    /// <exception cref="NotFoundException">The record does not exist, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The record cannot be read without loss, or its flags or owner are missing; nothing was saved.</exception>
    /// <exception cref="WorkflowException">The save ended without completing, or a prompt had no handler.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond; see <see cref="TransportException.MayHaveBeenProcessed"/>.</exception>
    /// <remarks>
    /// <para>
    /// POST /objectlocks, GET /bibliographicrecords/{bibRecordId} and its marcdisplay before and after <paramref name="change"/>, then
    /// <see cref="AddOrUpdateBibRecord"/> with the current owner, status and flags of the record. The vendor documents marcdisplay as a
    /// form for display: check with <see cref="BibRecordEdit.StoredDifference"/> how the server stored the record.
    /// </para>
    /// <para>An exception of <paramref name="change"/> or of a handler reaches the caller unchanged; nothing is saved then.</para>
    /// </remarks>
    /// <example><code>
    /// var edit = await polaris.BibRecords.EditAsync(
    ///     1126739, record => record["245"]!['a'] = "Frog Face and the four boys /", new PromptHandlers());
    /// </code></example>
    public Task<BibRecordEdit> EditAsync(
        int bibRecordId,
        Action<MarcRecord> change,
        PromptHandlers handlers,
        AcquireOptions? lockOptions = null,
        CancellationToken cancellationToken = default)
    {
        _ = change ?? throw new ArgumentNullException(nameof(change));
        return EditAsync(bibRecordId, Run, handlers, lockOptions, cancellationToken);

        Task Run(MarcRecord record)
        {
            change(record);
            return Task.CompletedTask;
        }
    }

    /// <inheritdoc cref="EditAsync(int, Action{MarcRecord}, PromptHandlers, AcquireOptions, CancellationToken)"/>
    public async Task<BibRecordEdit> EditAsync(
        int bibRecordId,
        Func<MarcRecord, Task> change,
        PromptHandlers handlers,
        AcquireOptions? lockOptions = null,
        CancellationToken cancellationToken = default)
    {
        _ = change ?? throw new ArgumentNullException(nameof(change));
        _ = handlers ?? throw new ArgumentNullException(nameof(handlers));
        _ = Checked(bibRecordId);
        var lease = await _locks.AcquireAsync(ObjectType.BibliographicRecord, bibRecordId, lockOptions, cancellationToken).ConfigureAwait(false);
        await using (lease.ConfigureAwait(false))
        {
            var before = await GetMarcAsync(bibRecordId, cancellationToken).ConfigureAwait(false);
            if (!before.DataFields.Any())
            {
                // A part of the record is missing; saved with a change, it would replace everything that the server has.
                throw RecordResponses.Unexpected("GET /bibliographicrecords/{bibRecordId}/marcdisplay", "is a record without data fields");
            }

            var changed = before.Clone();
            await change(changed).ConfigureAwait(false);
            return changed.ContentEquals(before)
                ? new BibRecordEdit(bibRecordId, before)
                : await SaveAsync(bibRecordId, before, changed, handlers, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<BibRecordEdit> SaveAsync(
        int bibRecordId, MarcRecord before, MarcRecord changed, PromptHandlers handlers, CancellationToken cancellationToken)
    {
        // A lock can disappear while a person is thinking: servers may clear locks after hours.
        var present = await GetMarcAsync(bibRecordId, cancellationToken).ConfigureAwait(false);
        if (!present.ContentEquals(before))
        {
            throw new RecordChangedException(
                $"Bibliographic record {bibRecordId} was changed by another user since it was read, so it was not saved. Edit it again.");
        }

        var header = await GetWithFlagsAsync(bibRecordId, cancellationToken).ConfigureAwait(false);

        // Properties that are not MARC, such as IDs, belong to the form in which the record was read.
        changed.AdditionalMembers = null;
        changed.Id = 0;
        var result = await _workflows.RunAsync(
            new AddOrUpdateBibRecord
            {
                BibRecordId = bibRecordId,
                DisplayInPac = header.DisplayInPac,
                DoNotOverlay = header.DoNotOverlay,
                RecordOwnerId = header.RecordOwnerId,
                RecordStatusId = header.RecordStatusId,
                Marc = changed,
            },
            handlers,
            cancellationToken).ConfigureAwait(false);
        var edit = new BibRecordEdit(bibRecordId, before) { Sent = changed, Result = result };
        return result.IsCancelled ? edit : await ReadStoredAsync(edit, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the properties of a record that a save must repeat.</summary>
    private async Task<BibRecord> GetWithFlagsAsync(int bibRecordId, CancellationToken cancellationToken)
    {
        var header = await GetAsync(bibRecordId, cancellationToken).ConfigureAwait(false);
        return header is { DisplayInPac: not null, DoNotOverlay: not null, RecordOwnerId: not null }
            ? header

            // What the server does if one of them is omitted is not documented, and a default of ours could hide the record.
            : throw RecordResponses.Unexpected(
                "GET /bibliographicrecords/{bibRecordId}", "lacks DisplayInPac, DoNotOverlay or RecordOwnerID, which a save must repeat");
    }

    /// <summary>Reads what was stored. The save has succeeded, so a failure here must not hide that.</summary>
    private async Task<BibRecordEdit> ReadStoredAsync(BibRecordEdit edit, CancellationToken cancellationToken)
    {
        try
        {
            edit.Stored = await GetMarcAsync(edit.BibRecordId, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is PolarisClientException or OperationCanceledException)
        {
            edit.ReadError = exception;
        }

        return edit;
    }
}

/// <summary>The outcome of editing a bibliographic record.</summary>
public sealed class BibRecordEdit
{
    internal BibRecordEdit(int bibRecordId, MarcRecord before)
    {
        BibRecordId = bibRecordId;
        Before = before;
    }

    /// <summary>The ID of the record.</summary>
    public int BibRecordId { get; }

    /// <summary>Whether the record was saved: <see langword="false"/> if nothing changed, or if a handler canceled the save.</summary>
    public bool IsSaved => Result is { IsCancelled: false };

    /// <summary>The record as it was read under the lock.</summary>
    public MarcRecord Before { get; }

    /// <summary>The record as it was sent; <see langword="null"/> if nothing changed.</summary>
    public MarcRecord? Sent { get; internal init; }

    /// <summary>The result of the save; <see langword="null"/> if nothing changed, so that nothing was sent.</summary>
    public WorkflowResult<BibRecordSaved>? Result { get; internal init; }

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
    public override string ToString() => $"{nameof(BibRecordEdit)} {BibRecordId}, {(Result is null ? "unchanged" : IsSaved ? "saved" : "canceled")}";
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
