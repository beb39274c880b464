using System.Runtime.ExceptionServices;
using System.Text.Json;

namespace Polaris.Client.Folio;

/// <summary>Reads, lists, creates, changes and deletes the records of one resource.</summary>
/// <typeparam name="TRecord">The type of the records.</typeparam>
/// <remarks>
/// Thread-safe. Every method may throw <see cref="AuthenticationFailedException"/>, <see cref="PermissionDeniedException"/>,
/// <see cref="GatewayConfigurationException"/>, another <see cref="RequestFailedException"/> for any other error response, and
/// <see cref="TransportException"/> if no response was received. The permissions of inventory are
/// <c>inventory-storage.{resource}.collection.get</c>, <c>.item.get</c>, <c>.item.post</c>, <c>.item.put</c> and <c>.item.delete</c>;
/// the set <c>inventory-storage.all</c> contains them all.
/// </remarks>
public partial class RecordClient<TRecord>
    where TRecord : FolioRecord
{
    private const int MaxUpdates = 30;

    private protected readonly IRecordsApi _api;
    private protected readonly AnswerChecks<TRecord> _checks;
    private protected readonly RecordComparer<TRecord> _comparer;
    private protected readonly Pauses _pauses;
    private readonly string _resource;
    private readonly bool _putsQueriesInParentheses;
    private readonly bool _deletesByQuery;
    private readonly string? _shownWith;

    internal RecordClient(
        IRecordsApi api, JsonSerializerOptions json, FolioResourceAttribute resource, string tenant, Pauses pauses, bool showsHidden = false)
    {
        _api = api;
        _comparer = new RecordComparer<TRecord>(json);
        _pauses = pauses;
        _resource = resource.Path;
        _putsQueriesInParentheses = resource.PutsQueriesInParentheses;
        _deletesByQuery = resource.DeletesByQuery;
        _shownWith = showsHidden ? resource.ShowsHiddenWith : null;
        _checks = new AnswerChecks<TRecord>(resource.Path, tenant, resource.StreamsLists);
    }

    /// <summary>Reads a record that must exist.</summary>
    /// <param name="id">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The record.</returns>
    /// <exception cref="NotFoundException">The record does not exist.</exception>
    /// <exception cref="ArgumentException">The ID is not of version 1 to 5; nothing was sent.</exception>
    /// <remarks>GET /{resource}/{id}; permission <c>item.get</c>.</remarks>
    public async Task<TRecord> GetAsync(Guid id, CancellationToken cancellationToken = default)
    {
        Arguments.Id(id, nameof(id));
        return _checks.Record("GET", await _api.GetAsync<TRecord>(_resource, _resource, id, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Reads a record that may exist.</summary>
    /// <param name="id">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The record; <c>null</c> if it does not exist.</returns>
    /// <exception cref="ArgumentException">The ID is not of version 1 to 5; nothing was sent.</exception>
    /// <remarks>GET /{resource}/{id}; permission <c>item.get</c>.</remarks>
    public async Task<TRecord?> FindAsync(Guid id, CancellationToken cancellationToken = default)
    {
        try
        {
            return await GetAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (NotFoundException)
        {
            return null;
        }
    }

    /// <summary>Creates a record.</summary>
    /// <param name="record">
    /// The record. An empty <see cref="FolioRecord.Id"/> is filled in before it is sent, so that a lost response can be recovered: the
    /// record is then looked up, and returned if the server has it.
    /// </param>
    /// <param name="cancellationToken">Cancels the call; the record may have been created anyway.</param>
    /// <returns>The record as the server stored it, with its metadata.</returns>
    /// <exception cref="AlreadyExistsException">The name, or another unique value, is taken.</exception>
    /// <exception cref="ValidationFailedException">The server rejected the record.</exception>
    /// <exception cref="ArgumentException">The name is empty, or the ID is not of version 1 to 5; nothing was sent.</exception>
    /// <remarks>POST /{resource}; permission <c>item.post</c>. Never sent twice.</remarks>
    /// <example><code>
    /// HoldingsSource added = await folio.HoldingsSources.CreateAsync(new HoldingsSource { Name = "Annex" });
    /// </code></example>
    public async Task<TRecord> CreateAsync(TRecord record, CancellationToken cancellationToken = default)
    {
        Check(record);
        record.Id = record.Id == Guid.Empty ? Guid.NewGuid() : Arguments.Id(record.Id, $"{nameof(record)}.{nameof(record.Id)}");
        try
        {
            return _checks.Record("POST", await _api.CreateAsync(_resource, _resource, record, cancellationToken).ConfigureAwait(false));
        }
        catch (AlreadyExistsException taken)
        {
            throw WithValue(taken, record);
        }
        catch (PolarisClientException lost) when (lost.MayHaveBeenProcessed)
        {
            return await LookUpAsync(record, _comparer.IsCreated, lost, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Replaces a record.</summary>
    /// <param name="record">
    /// The whole record, preferably as it was read and then changed: a property that is omitted is removed. Its
    /// <see cref="FolioRecord.Version"/> is increased, so that it can be changed and sent again.
    /// </param>
    /// <param name="cancellationToken">Cancels the call; the record may have been changed anyway.</param>
    /// <returns>
    /// The current record of the server, if it has a version; otherwise <paramref name="record"/>. If it cannot be read again after
    /// it was saved, also <paramref name="record"/>.
    /// </returns>
    /// <exception cref="NotFoundException">The record does not exist. (The server creates a holdings record instead, if it can.)</exception>
    /// <exception cref="VersionConflictException">The record was changed since it was read; nothing was changed now.</exception>
    /// <exception cref="AlreadyExistsException">The name, or another unique value, is taken by another record.</exception>
    /// <exception cref="RecordProtectedException">The record belongs to the system.</exception>
    /// <exception cref="ValidationFailedException">The server rejected the record.</exception>
    /// <exception cref="ArgumentException">The name is empty, or the ID is not of version 1 to 5; nothing was sent.</exception>
    /// <remarks>
    /// PUT /{resource}/{id}; permission <c>item.put</c>. The server maintains the metadata. With a version the request is sent once:
    /// if its response is lost, the record is read and compared.
    /// </remarks>
    public async Task<TRecord> UpdateAsync(TRecord record, CancellationToken cancellationToken = default)
    {
        Check(record);
        var id = Arguments.Id(record.Id, $"{nameof(record)}.{nameof(record.Id)}");
        try
        {
            await _api.UpdateAsync(_resource, _resource, id, record, record.Version is not null, cancellationToken).ConfigureAwait(false);
        }
        catch (AlreadyExistsException taken)
        {
            throw WithValue(taken, record);
        }
        catch (PolarisClientException lost) when (lost.MayHaveBeenProcessed && (record.Version is not null || lost is VersionConflictException))
        {
            // Without a version, from before the server had versions, the conflict may be with an earlier attempt of this call.
            return Advance(record, await LookUpAsync(record, _comparer.IsUpdated, lost, cancellationToken).ConfigureAwait(false));
        }

        return record.Version is null ? record : await ReadAgainAsync(record, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads a record, changes it and saves it; repeats this after a short pause if another user saved it in between.</summary>
    /// <param name="id">The ID of the record.</param>
    /// <param name="change">Changes the record. Called again with the newly read record after each conflict.</param>
    /// <param name="cancellationToken">Cancels the call; the record may have been changed anyway.</param>
    /// <returns>The current record of the server.</returns>
    /// <exception cref="VersionConflictException">Other users saved the record first, 30 times in a row.</exception>
    /// <inheritdoc cref="UpdateAsync(TRecord, CancellationToken)" path="/exception"/>
    /// <remarks>
    /// GET and PUT /{resource}/{id}; permissions <c>item.get</c> and <c>item.put</c>. For resources without versions the last update wins.
    /// </remarks>
    /// <example>
    /// <code>
    /// Item item = await folio.Items.UpdateAsync(id, read => read.DiscoverySuppress = true, cancellationToken);
    /// </code>
    /// </example>
    public async Task<TRecord> UpdateAsync(Guid id, Action<TRecord> change, CancellationToken cancellationToken = default)
    {
        _ = change ?? throw new ArgumentNullException(nameof(change));
        for (var updates = 1; ; updates++)
        {
            var record = await GetAsync(id, cancellationToken).ConfigureAwait(false);
            var version = record.Version;
            change(record);
            if (record.Id != id || record.Version != version)
            {
                throw new InvalidOperationException("The change must leave the ID and the version of the record as they are.");
            }

            try
            {
                return await UpdateAsync(record, cancellationToken).ConfigureAwait(false);
            }
            catch (VersionConflictException conflict) when (updates < MaxUpdates && !conflict.MayHaveBeenProcessed)
            {
                // Another user saved the record since it was read. Without a pause, two writers could keep each other from saving.
                await _pauses.AfterConflictAsync(updates - 1, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Deletes a record.</summary>
    /// <param name="id">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call; the record may have been deleted anyway.</param>
    /// <exception cref="NotFoundException">The record does not exist.</exception>
    /// <exception cref="RecordInUseException">Other records refer to it.</exception>
    /// <exception cref="RecordProtectedException">The record belongs to the system.</exception>
    /// <exception cref="ArgumentException">The ID is not of version 1 to 5; nothing was sent.</exception>
    /// <remarks>
    /// DELETE /{resource}/{id}; permission <c>item.delete</c>. Servers before July 2025 may fail or hang if the record does not exist.
    /// </remarks>
    public async Task DeleteAsync(Guid id, CancellationToken cancellationToken = default)
    {
        Arguments.Id(id, nameof(id));
        try
        {
            await _api.DeleteAsync(_resource, _resource, id, cancellationToken).ConfigureAwait(false);
        }
        catch (NotFoundException missing) when (missing.MayHaveBeenProcessed)
        {
            // An earlier attempt deleted it, and its response was lost.
        }
    }

    private protected static Exception Rethrow(Exception exception)
    {
        ExceptionDispatchInfo.Capture(exception).Throw();
        return exception;
    }

    private static void Check(TRecord record)
    {
        _ = record ?? throw new ArgumentNullException(nameof(record));
        if (record is ReferenceRecord named)
        {
            Arguments.Name(named.Name, $"{nameof(record)}.{nameof(named.Name)}");
        }
    }

    /// <summary>Some resources report only that the name is taken, not which one.</summary>
    private static Exception WithValue(AlreadyExistsException taken, TRecord record) =>
        taken is { Value: null, Member: "name" } && record is ReferenceRecord named
            ? new AlreadyExistsException(taken.Message, taken.Failure, taken.Member, named.Name)
            : Rethrow(taken);

    /// <summary>
    /// The version after a save: that of the response if it can belong to this record, otherwise the next one, so that a later save of
    /// this instance cannot undo what another user saved in the meantime.
    /// </summary>
    private static TRecord Advance(TRecord record, TRecord current)
    {
        record.Version = current.Version == record.Version ? record.Version : record.Version + 1;
        return current;
    }

    private async Task<TRecord> ReadAgainAsync(TRecord record, CancellationToken cancellationToken)
    {
        try
        {
            return Advance(record, await GetAsync(record.Id, cancellationToken).ConfigureAwait(false));
        }
        catch (PolarisClientException exception) when (exception is not NotFoundException)
        {
            // It was saved; a failure to read the new state is not a failure of the update. But a server reports a success even if it could
            // not create holdings that do not exist.
            record.Version++;
            return record;
        }
    }

    /// <summary>Checks whether the server has the record, which the lost response would have confirmed.</summary>
    private async Task<TRecord> LookUpAsync(
        TRecord record, Func<TRecord, TRecord, bool> isSaved, PolarisClientException lost, CancellationToken cancellationToken)
    {
        TRecord? found = null;
        try
        {
            found = await FindAsync(record.Id, cancellationToken).ConfigureAwait(false);
        }
        catch (PolarisClientException)
        {
            // The outcome of the change matters more than the outcome of the check.
        }

        return found is not null && isSaved(record, found) ? found : throw Rethrow(lost);
    }
}
