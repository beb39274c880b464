using System.Text.Json;

namespace Polaris.Client.Folio;

/// <summary>A <see cref="RecordClient{TRecord}"/> for reference data, whose records are also found by name.</summary>
/// <typeparam name="TRecord">The type of the records.</typeparam>
/// <inheritdoc/>
public sealed class VocabularyClient<TRecord> : RecordClient<TRecord>
    where TRecord : ReferenceRecord, new()
{
    internal VocabularyClient(IRecordsApi api, JsonSerializerOptions json, FolioResourceAttribute resource, string tenant)
        : base(api, json, resource, tenant)
    {
    }

    /// <summary>Finds a record by its name, without regard to case and accents, as the server compares names.</summary>
    /// <param name="name">The whole name. Asterisks and similar characters have no special meaning.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The record; <c>null</c> if none has this name.</returns>
    /// <exception cref="ArgumentException">The name is empty or too long to be searched for; nothing was sent.</exception>
    /// <remarks>GET /{resource}?query=name=="..."; permission <c>collection.get</c>.</remarks>
    public Task<TRecord?> FindByNameAsync(string name, CancellationToken cancellationToken = default) =>
        FindByNameAsync(NameQuery(name, nameof(name)), cancellationToken);

    /// <summary>Finds the record of a name, or creates it with nothing but the name.</summary>
    /// <inheritdoc cref="GetOrCreateAsync(TRecord, CancellationToken)"/>
    /// <param name="name">The name.</param>
    /// <param name="cancellationToken">Cancels the call; the record may have been created anyway.</param>
    public Task<TRecord> GetOrCreateAsync(string name, CancellationToken cancellationToken = default) =>
        GetOrCreateAsync(new TRecord { Name = name }, NameQuery(name, nameof(name)), cancellationToken);

    /// <summary>Finds the record of the same name, or creates the one given.</summary>
    /// <param name="record">The record to create if none has its name. Resources that require more than a name need it here.</param>
    /// <param name="cancellationToken">Cancels the call; the record may have been created anyway.</param>
    /// <returns>The record of the server. Callers that race for the same name get the same record.</returns>
    /// <exception cref="AlreadyExistsException">Another unique value, such as the code, is taken by a record of another name.</exception>
    /// <exception cref="ValidationFailedException">The server rejected the record.</exception>
    /// <exception cref="ArgumentException">The name is empty or too long to be searched for; nothing was sent.</exception>
    /// <remarks>GET and, if necessary, POST /{resource}; permissions <c>collection.get</c> and <c>item.post</c>.</remarks>
    public Task<TRecord> GetOrCreateAsync(TRecord record, CancellationToken cancellationToken = default)
    {
        _ = record ?? throw new ArgumentNullException(nameof(record));
        return GetOrCreateAsync(record, NameQuery(record.Name, $"{nameof(record)}.{nameof(record.Name)}"), cancellationToken);
    }

    private static CqlQuery NameQuery(string? name, string parameterName)
    {
        var query = Cql.Field("name").EqualTo(Arguments.Name(name, parameterName));
        return query.EncodedLength <= CqlQuery.MaxEncodedLength
            ? query
            : throw new ArgumentException(
                $"The name is too long to be searched for: a query for it has {query.EncodedLength} characters once encoded for the URL, "
                + $"and servers accept about {CqlQuery.MaxEncodedLength}. A record with this name can be created with CreateAsync and read by its ID.",
                parameterName);
    }

    private async Task<TRecord?> FindByNameAsync(CqlQuery query, CancellationToken cancellationToken)
    {
        var page = await ListAsync(query, limit: 1, totals: RecordTotals.None, cancellationToken: cancellationToken).ConfigureAwait(false);
        return page.Records.Count == 0 ? null : page.Records[0];
    }

    private async Task<TRecord> GetOrCreateAsync(TRecord record, CqlQuery byName, CancellationToken cancellationToken)
    {
        if (await FindByNameAsync(byName, cancellationToken).ConfigureAwait(false) is { } found)
        {
            return found;
        }

        try
        {
            return await CreateAsync(record, cancellationToken).ConfigureAwait(false);
        }
        catch (AlreadyExistsException taken)
        {
            return await FindByNameAsync(byName, cancellationToken).ConfigureAwait(false) ?? throw Rethrow(taken);
        }
    }
}
