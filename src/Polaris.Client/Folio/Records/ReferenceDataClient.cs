using System.Runtime.ExceptionServices;

namespace Polaris.Client.Folio;

/// <summary>Reads, finds, lists, creates, changes and deletes the records of one resource of reference data.</summary>
/// <typeparam name="TRecord">The type of the records.</typeparam>
/// <remarks>
/// Thread-safe. Every method may throw <see cref="AuthenticationFailedException"/>, <see cref="PermissionDeniedException"/>,
/// <see cref="GatewayConfigurationException"/>, another <see cref="RequestFailedException"/> for any other refusal, and
/// <see cref="TransportException"/> when no answer came. The permissions are called
/// <c>inventory-storage.{resource}.collection.get</c>, <c>.item.get</c>, <c>.item.post</c>, <c>.item.put</c> and
/// <c>.item.delete</c>; the set <c>inventory-storage.all</c> has them all.
/// </remarks>
public sealed partial class ReferenceDataClient<TRecord>
    where TRecord : ReferenceRecord, new()
{
    private readonly ReferenceDataCalls<TRecord> _calls;
    private readonly AnswerChecks<TRecord> _checks;

    internal ReferenceDataClient(ReferenceDataCalls<TRecord> calls, string path, string tenant)
    {
        _calls = calls;
        _checks = new AnswerChecks<TRecord>(path, tenant);
    }

    /// <summary>Reads a record that must be there.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="NotFoundException">There is none of this id.</exception>
    /// <exception cref="ArgumentException">The id is not of versions 1-5; nothing was sent.</exception>
    /// <remarks>GET /{resource}/{id}; permission <c>item.get</c>.</remarks>
    public async Task<TRecord> GetAsync(Guid id, CancellationToken cancellationToken = default) => _checks.Record(
        "GET", await _calls.GetAsync(Arguments.Id(id, nameof(id)), cancellationToken).ConfigureAwait(false));

    /// <summary>Reads a record that may be there.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The record; null when there is none of this id.</returns>
    /// <exception cref="ArgumentException">The id is not of versions 1-5; nothing was sent.</exception>
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

    /// <summary>Finds a record by its name, without regard to case and accents, as the server compares names.</summary>
    /// <param name="name">The whole name. Asterisks and the like are plain characters.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The record; null when none has this name.</returns>
    /// <exception cref="ArgumentException">The name is empty; nothing was sent.</exception>
    /// <remarks>GET /{resource}?query=name=="..."; permission <c>collection.get</c>.</remarks>
    public async Task<TRecord?> FindByNameAsync(string name, CancellationToken cancellationToken = default)
    {
        var query = Cql.Field("name").EqualTo(Arguments.Name(name, nameof(name)));
        var page = await ListAsync(query, limit: 1, totals: RecordTotals.None, cancellationToken: cancellationToken).ConfigureAwait(false);
        return page.Records.Count == 0 ? null : page.Records[0];
    }

    /// <summary>Creates a record.</summary>
    /// <param name="record">
    /// The record. An empty <see cref="ReferenceRecord.Id"/> is filled in before it is sent, so that a lost answer can be made
    /// good: the record is then looked up, and given back when the server has it.
    /// </param>
    /// <param name="cancellationToken">Cancels the call; the record may have been created all the same.</param>
    /// <returns>The record as the server keeps it, with its metadata.</returns>
    /// <exception cref="AlreadyExistsException">The name, or another unique member, is taken.</exception>
    /// <exception cref="ValidationFailedException">The server found the record wrong.</exception>
    /// <exception cref="ArgumentException">The name is empty, or the id is not of versions 1-5; nothing was sent.</exception>
    /// <remarks>POST /{resource}; permission <c>item.post</c>. Never sent twice.</remarks>
    public async Task<TRecord> CreateAsync(TRecord record, CancellationToken cancellationToken = default)
    {
        Arguments.Record(record, nameof(record));
        record.Id = record.Id == Guid.Empty ? Guid.NewGuid() : Arguments.Id(record.Id, $"{nameof(record)}.{nameof(record.Id)}");
        try
        {
            return _checks.Record("POST", await _calls.CreateAsync(record, cancellationToken).ConfigureAwait(false));
        }
        catch (PolarisClientException lost) when (lost.MayHaveBeenProcessed)
        {
            return await LookUpAsync(record, lost, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Replaces a record by the one given.</summary>
    /// <param name="record">The whole record, best as it was read and then changed: a member left out is removed.</param>
    /// <param name="cancellationToken">Cancels the call; the record may have been changed all the same.</param>
    /// <exception cref="NotFoundException">There is none of this id.</exception>
    /// <exception cref="AlreadyExistsException">The name, or another unique member, is taken by another record.</exception>
    /// <exception cref="RecordProtectedException">The record belongs to the system.</exception>
    /// <exception cref="ValidationFailedException">The server found the record wrong.</exception>
    /// <exception cref="ArgumentException">The name is empty, or the id is not of versions 1-5; nothing was sent.</exception>
    /// <remarks>PUT /{resource}/{id}; permission <c>item.put</c>. The server keeps the metadata itself.</remarks>
    public async Task UpdateAsync(TRecord record, CancellationToken cancellationToken = default)
    {
        Arguments.Record(record, nameof(record));
        var id = Arguments.Id(record.Id, $"{nameof(record)}.{nameof(record.Id)}");
        await _calls.UpdateAsync(id, record, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a record.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the call; the record may have been deleted all the same.</param>
    /// <exception cref="NotFoundException">There is none of this id.</exception>
    /// <exception cref="RecordInUseException">Other records refer to it.</exception>
    /// <exception cref="RecordProtectedException">The record belongs to the system.</exception>
    /// <exception cref="ArgumentException">The id is not of versions 1-5; nothing was sent.</exception>
    /// <remarks>DELETE /{resource}/{id}; permission <c>item.delete</c>.
    /// Servers before July 2025 may fail or hang when there is none.</remarks>
    public async Task DeleteAsync(Guid id, CancellationToken cancellationToken = default)
    {
        try
        {
            await _calls.DeleteAsync(Arguments.Id(id, nameof(id)), cancellationToken).ConfigureAwait(false);
        }
        catch (NotFoundException missing) when (missing.MayHaveBeenProcessed)
        {
            // An earlier attempt deleted it, and its answer was lost.
        }
    }

    /// <summary>Finds the record of a name, or creates it with nothing but the name.</summary>
    /// <inheritdoc cref="GetOrCreateAsync(TRecord, CancellationToken)"/>
    /// <param name="name">The name.</param>
    /// <param name="cancellationToken">Cancels the call; the record may have been created all the same.</param>
    public Task<TRecord> GetOrCreateAsync(string name, CancellationToken cancellationToken = default) =>
        GetOrCreateAsync(new TRecord { Name = Arguments.Name(name, nameof(name)) }, cancellationToken);

    /// <summary>Finds the record of the same name, or creates the one given.</summary>
    /// <param name="record">What to create when no record has its name; resources that need more than a name need it here.</param>
    /// <param name="cancellationToken">Cancels the call; the record may have been created all the same.</param>
    /// <returns>The record of the server. Callers who race for the same name get the same record.</returns>
    /// <exception cref="ValidationFailedException">The server found the record wrong.</exception>
    /// <exception cref="ArgumentException">The name is empty; nothing was sent.</exception>
    /// <remarks>GET and, if need be, POST /{resource}; permissions <c>collection.get</c> and <c>item.post</c>.</remarks>
    public async Task<TRecord> GetOrCreateAsync(TRecord record, CancellationToken cancellationToken = default)
    {
        var name = Arguments.Record(record, nameof(record)).Name;
        if (await FindByNameAsync(name, cancellationToken).ConfigureAwait(false) is { } found)
        {
            return found;
        }

        try
        {
            return await CreateAsync(record, cancellationToken).ConfigureAwait(false);
        }
        catch (AlreadyExistsException taken)
        {
            return await FindByNameAsync(name, cancellationToken).ConfigureAwait(false) ?? throw Rethrow(taken);
        }
    }

    /// <summary>Whether the record is there tells what the lost answer would have told.</summary>
    private async Task<TRecord> LookUpAsync(TRecord record, PolarisClientException lost, CancellationToken cancellationToken)
    {
        TRecord? found = null;
        try
        {
            found = await FindAsync(record.Id, cancellationToken).ConfigureAwait(false);
        }
        catch (PolarisClientException)
        {
            // What happened to the creation says more than what happened to the question about it.
        }

        return found is not null && found.Name == record.Name ? found : throw Rethrow(lost);
    }

    private static Exception Rethrow(Exception exception)
    {
        ExceptionDispatchInfo.Capture(exception).Throw();
        return exception;
    }
}
