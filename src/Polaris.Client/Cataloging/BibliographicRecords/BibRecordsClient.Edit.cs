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
    /// <param name="cancellationToken">Cancels the call; a save that was sent already may still be stored. The lock is released in any case.</param>
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
    /// form for display: check with <see cref="MarcRecordEdit{TSaved}.StoredDifference"/> how the server stored the record.
    /// </para>
    /// <para>An exception of <paramref name="change"/> or of a handler reaches the caller unchanged; nothing is saved then.</para>
    /// </remarks>
    /// <example><code>
    /// var edit = await polaris.BibRecords.EditAsync(
    ///     1126739, record => record["245"]!['a'] = "Frog Face and the four boys /", new PromptHandlers());
    /// </code></example>
    public Task<MarcRecordEdit<BibRecordSaved>> EditAsync(
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
    public Task<MarcRecordEdit<BibRecordSaved>> EditAsync(
        int bibRecordId,
        Func<MarcRecord, Task> change,
        PromptHandlers handlers,
        AcquireOptions? lockOptions = null,
        CancellationToken cancellationToken = default)
    {
        _ = change ?? throw new ArgumentNullException(nameof(change));
        _ = handlers ?? throw new ArgumentNullException(nameof(handlers));
        return _editor.EditAsync(Checked(bibRecordId), change, handlers, lockOptions, cancellationToken);
    }

    /// <summary>Returns the request to save changed MARC data with everything else that the record has.</summary>
    private async Task<WorkflowRequest<BibRecordSaved>> ToSaveAsync(int bibRecordId, MarcRecord changed, CancellationToken cancellationToken)
    {
        var header = await GetWithFlagsAsync(bibRecordId, cancellationToken).ConfigureAwait(false);
        return new AddOrUpdateBibRecord
        {
            BibRecordId = bibRecordId,
            DisplayInPac = header.DisplayInPac,
            DoNotOverlay = header.DoNotOverlay,
            RecordOwnerId = header.RecordOwnerId,
            RecordStatusId = header.RecordStatusId,
            Marc = changed,
        };
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
}
