using System.Text.Json;

namespace Polaris.Client.Folio;

/// <summary>A <see cref="RecordClient{TRecord}"/> for reference data, whose records can also be found by name.</summary>
/// <typeparam name="TRecord">The type of the records.</typeparam>
/// <inheritdoc path="/remarks"/>
public sealed partial class VocabularyClient<TRecord> : RecordClient<TRecord>
    where TRecord : ReferenceRecord, new()
{
    private readonly JsonSerializerOptions _json;
    private readonly FolioResourceAttribute _resource;
    private readonly Func<VocabularyClient<TRecord>> _withHidden;

    internal VocabularyClient(
        IRecordsApi api, JsonSerializerOptions json, FolioResourceAttribute resource, string tenant, Pauses pauses, bool showsHidden = false)
        : base(api, json, resource, tenant, pauses, showsHidden)
    {
        _json = json;
        _resource = resource;
        Tenant = tenant;
        _withHidden = () => showsHidden || resource.ShowsHiddenWith is null ? this : new(api, json, resource, tenant, pauses, showsHidden: true);
    }

    private string Tenant { get; }

    /// <summary>Returns a client whose lists and searches include the records that the server hides otherwise.</summary>
    /// <returns>A client of shadow locations and units, or of routing service points, too; for all other resources, this client.</returns>
    /// <remarks>A name can be taken by a hidden record, which only such a client finds.</remarks>
    /// <example><code>
    /// RecordPage&lt;Location&gt; all = await folio.Locations.WithHidden().ListAsync(limit: 1000);
    /// </code></example>
    public VocabularyClient<TRecord> WithHidden() => _withHidden();

    /// <summary>Finds a record by its name, without regard to case and accents, as the server compares names.</summary>
    /// <param name="name">The whole name. Asterisks and similar characters have no special meaning.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The record; <c>null</c> if none has this name.</returns>
    /// <exception cref="ArgumentException">The name is empty or too long for a search; nothing was sent.</exception>
    /// <remarks>GET /{resource}?query=name=="..."; permission <c>collection.get</c>.</remarks>
    /// <example><code>
    /// HoldingsSource? marc = await folio.HoldingsSources.FindByNameAsync("MARC");
    /// </code></example>
    public Task<TRecord?> FindByNameAsync(string name, CancellationToken cancellationToken = default) =>
        FindByNameAsync(NameQuery(name, nameof(name)), cancellationToken);

    /// <summary>Finds the record with a name, or creates one that has only the name.</summary>
    /// <inheritdoc cref="GetOrCreateAsync(TRecord, CancellationToken)" path="/returns|/exception|/remarks"/>
    /// <param name="name">The name.</param>
    /// <param name="cancellationToken">Cancels the call; the record may have been created anyway.</param>
    /// <example><code>
    /// HoldingsSource source = await folio.HoldingsSources.GetOrCreateAsync("Main Street");
    /// </code></example>
    public Task<TRecord> GetOrCreateAsync(string name, CancellationToken cancellationToken = default) =>
        GetOrCreateAsync(new TRecord { Name = name }, NameQuery(name, nameof(name)), cancellationToken);

    /// <summary>Finds the record with the same name, or creates the given one.</summary>
    /// <param name="record">The record to create if none has its name. Set more properties for resources that require them.</param>
    /// <param name="cancellationToken">Cancels the call; the record may have been created anyway.</param>
    /// <returns>The record on the server. Concurrent callers with the same name get the same record.</returns>
    /// <exception cref="AlreadyExistsException">Another unique value, such as the code, is taken by a record with another name.</exception>
    /// <exception cref="ValidationFailedException">The server rejected the record.</exception>
    /// <exception cref="ArgumentException">The name is empty or too long for a search; nothing was sent.</exception>
    /// <remarks>GET and, if necessary, POST /{resource}; permissions <c>collection.get</c> and <c>item.post</c>.</remarks>
    /// <example><code>
    /// var type = await folio.HoldingsTypes.GetOrCreateAsync(new HoldingsType { Name = "Map", Source = "local" });
    /// </code></example>
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
                $"The name is too long for a search: a query for it has {query.EncodedLength} characters when encoded for the URL, "
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
