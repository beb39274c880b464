namespace Polaris.Client.Folio;

/// <content>Lists, counts and walks.</content>
public sealed partial class ReferenceDataClient<TRecord>
{
    /// <summary>Lists one page.</summary>
    /// <param name="query">Which records; null = all. Give it a sort when several pages are read,
    /// or rows may repeat or be missed.</param>
    /// <param name="offset">How many records to leave out; null = none.</param>
    /// <param name="limit">The most records; null = the server's default, which is 10.</param>
    /// <param name="totals">How <see cref="RecordPage{TRecord}.TotalRecords"/> is found out; null = the server's default.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidQueryException">The server cannot carry out the query.</exception>
    /// <exception cref="InvalidResponseException">The answer is no such page: cut off, without its collection, a record without id.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The offset or the limit is negative; nothing was sent.</exception>
    /// <exception cref="ArgumentException">The query is too long for a URL; nothing was sent.</exception>
    /// <remarks>GET /{resource}; permission <c>collection.get</c>. To read everything use <see cref="EnumerateAsync"/>.</remarks>
    public async Task<RecordPage<TRecord>> ListAsync(
        CqlQuery? query = null,
        int? offset = null,
        int? limit = null,
        RecordTotals? totals = null,
        CancellationToken cancellationToken = default)
    {
        var page = await _calls.ListAsync(
            Arguments.Query(query, nameof(query)),
            Arguments.NotNegative(offset, nameof(offset)),
            Arguments.NotNegative(limit, nameof(limit)),
            WordOf(totals),
            cancellationToken).ConfigureAwait(false);
        return _checks.Page(page);
    }

    /// <summary>Counts the records that a query matches, exactly.</summary>
    /// <param name="query">Which records; null = all.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidQueryException">The server cannot carry out the query.</exception>
    /// <exception cref="ArgumentException">The query is too long for a URL; nothing was sent.</exception>
    /// <remarks>GET /{resource}?limit=0; permission <c>collection.get</c>.</remarks>
    public async Task<int> CountAsync(CqlQuery? query = null, CancellationToken cancellationToken = default)
    {
        var page = await ListAsync(query, limit: 0, cancellationToken: cancellationToken).ConfigureAwait(false);
        return page.TotalRecords ?? throw _checks.Broken("GET", "without totalRecords, although they were asked for");
    }

    /// <summary>Walks over all records that a query matches, page by page, in constant memory.</summary>
    /// <param name="query">Which records; null = all.</param>
    /// <param name="options">Page size, where to begin, progress; null = the defaults.</param>
    /// <param name="cancellationToken">Cancels the walk, and the request in flight.</param>
    /// <remarks>
    /// <para>GET /{resource}; permission <c>collection.get</c>. The walk goes by id, so that records which come and go meanwhile
    /// neither shift the pages nor cost more towards the end. The next page is fetched while this one is consumed; leaving the
    /// loop early cancels that. A query with a sort of its own is walked by number instead, with the weaknesses of that.</para>
    /// <para>A failure before the first record is thrown as it is; a later one within a <see cref="WalkInterruptedException"/>.</para>
    /// </remarks>
    /// <exception cref="WalkInterruptedException">A later page failed; it tells after which id the walk can go on.</exception>
    /// <exception cref="InvalidQueryException">The server cannot carry out the query.</exception>
    /// <exception cref="ArgumentException">The options do not fit the query, or the query is too long for a URL; nothing was sent.</exception>
    public IAsyncEnumerable<TRecord> EnumerateAsync(
        CqlQuery? query = null, EnumerateOptions? options = null, CancellationToken cancellationToken = default)
    {
        var checkedOptions = Arguments.Walk(options, query, nameof(options));
        (query is { HasSort: true } ? query : CqlKeyset.After(query, Guid.Empty.ToString())).EnsureFitsUrl(nameof(query));
        return new RecordWalk<TRecord>(_calls.ListAsync, _checks, query, checkedOptions).RunAsync(cancellationToken);
    }

    private static string? WordOf(RecordTotals? totals) => totals switch
    {
        null => null,
        RecordTotals.Auto => "auto",
        RecordTotals.Exact => "exact",
        RecordTotals.Estimated => "estimated",
        RecordTotals.None => "none",
        _ => throw new ArgumentOutOfRangeException(nameof(totals), totals, "There is no such way of counting."),
    };
}
