using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <content>Edits one record under a lock.</content>
public sealed partial class ItemRecordsClient
{
    /// <summary>Locks a record, reads it, lets the caller set the properties to change, saves them, reads it again, and releases the lock.</summary>
    /// <param name="itemRecordId">The ID of the record.</param>
    /// <param name="change">
    /// Gets the record as it was read, and sets properties of the update, which has only the ID. If it sets none, or only values that the
    /// record has, nothing is saved.
    /// </param>
    /// <param name="handlers">The handlers that reply to the prompts of the save.</param>
    /// <param name="lockOptions">How long to wait for the lock; <see langword="null"/> to use the defaults.</param>
    /// <param name="cancellationToken">Cancels the call; a save that was sent already may still be stored. The lock is released in any case.</param>
    /// <returns>What was saved, and what the server stored.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="InvalidOperationException">
    /// <paramref name="change"/> set a property of the record instead of the update, or the ID of the update; nothing was saved.
    /// </exception>
    /// <exception cref="ObjectLockedException">Another user has the record open; nothing was read or changed.</exception>
    /// <exception cref="RecordChangedException">The record was changed while <paramref name="change"/> ran; nothing was saved.</exception>
    /// <exception cref="NotFoundException">The record does not exist, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The response is not this record; nothing was saved.</exception>
    /// <exception cref="WorkflowException">The save ended without completing, or a prompt had no handler.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond; see <see cref="TransportException.MayHaveBeenProcessed"/>.</exception>
    /// <remarks>
    /// <para>
    /// POST /objectlocks, GET /itemrecords/{itemRecordId} before and after <paramref name="change"/>, then <see cref="UpdateItemRecord"/>. An item
    /// is not MARC data that is saved whole: the server merges the properties that the update sets, so only these are sent. A new
    /// <see cref="SaveItemRecord.ItemStatusId"/> is sent with the current one, unless <paramref name="change"/> sets
    /// <see cref="SaveItemRecord.OriginalItemStatusId"/>. Polaris ignores properties that it does not accept: see
    /// <see cref="ItemRecordEdit.NotStored"/>.
    /// </para>
    /// <para>
    /// A loan or a changed note meanwhile is a <see cref="RecordChangedException"/>, but a new hold request is not. An exception of
    /// <paramref name="change"/> or of a handler reaches the caller unchanged; nothing is saved then.
    /// </para>
    /// </remarks>
    /// <example><code>
    /// ItemRecordEdit edit = await polaris.ItemRecords.EditAsync(
    ///     4711, (item, update) => update.NonPublicNote = item.NonPublicNote + " Rebound.", new PromptHandlers());
    /// </code></example>
    public Task<ItemRecordEdit> EditAsync(
        int itemRecordId,
        Action<ItemRecord, UpdateItemRecord> change,
        PromptHandlers handlers,
        AcquireOptions? lockOptions = null,
        CancellationToken cancellationToken = default)
    {
        _ = change ?? throw new ArgumentNullException(nameof(change));
        return EditAsync(itemRecordId, Run, handlers, lockOptions, cancellationToken);

        Task Run(ItemRecord item, UpdateItemRecord update)
        {
            change(item, update);
            return Task.CompletedTask;
        }
    }

    /// <inheritdoc cref="EditAsync(int, Action{ItemRecord, UpdateItemRecord}, PromptHandlers, AcquireOptions, CancellationToken)"/>
    public Task<ItemRecordEdit> EditAsync(
        int itemRecordId,
        Func<ItemRecord, UpdateItemRecord, Task> change,
        PromptHandlers handlers,
        AcquireOptions? lockOptions = null,
        CancellationToken cancellationToken = default)
    {
        _ = change ?? throw new ArgumentNullException(nameof(change));
        _ = handlers ?? throw new ArgumentNullException(nameof(handlers));
        return _editor.EditAsync(new ItemRecordEdit(Checked(itemRecordId)), ChangeAsync, handlers, lockOptions, cancellationToken);

        async Task ChangeAsync(ItemRecord item, UpdateItemRecord update)
        {
            // A property that was set there would be lost silently.
            string[] asRead = [.. ItemMembers.Plain(item)];
            await change(item, update).ConfigureAwait(false);
            if (!asRead.SequenceEqual(ItemMembers.Plain(item), StringComparer.Ordinal))
            {
                throw new InvalidOperationException(
                    $"A property of item record {itemRecordId} was set, which is not saved: set the property of the update instead. Nothing was saved.");
            }
        }
    }
}
