namespace Polaris.Client.Folio;

/// <content>Lists, counts and walks.</content>
public partial class RecordClient<TRecord>
{
    /// <summary>Lists one page.</summary>
    /// <param name="query">
    /// The records to list; <c>null</c> for all. Sort the query if you read several pages, or records may be repeated or missed.
    /// </param>
    /// <param name="offset">The number of records to skip; <c>null</c> for none.</param>
    /// <param name="limit">The maximum number of records; <c>null</c> for the server's default, which is 10.</param>
    /// <param name="totals">How <see cref="RecordPage{TRecord}.TotalRecords"/> is determined; <c>null</c> for the server's default.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The page.</returns>
    /// <exception cref="InvalidQueryException">The server cannot execute the query.</exception>
    /// <exception cref="InvalidResponseException">
    /// The response is not a valid page: truncated, without its list, or with a record without an ID.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The offset or the limit is negative; nothing was sent.</exception>
    /// <exception cref="ArgumentException">The query is too long for a URL; nothing was sent.</exception>
    /// <remarks>GET /{resource}; permission <c>collection.get</c>. To read everything use <see cref="EnumerateAsync"/>.</remarks>
    /// <example><code>
    /// RecordPage&lt;Item&gt; page = await folio.Items.ListAsync(Cql.Field("barcode").StartsWith("A14"), limit: 50);
    /// </code></example>
    public async Task<RecordPage<TRecord>> ListAsync(
        CqlQuery? query = null,
        int? offset = null,
        int? limit = null,
        RecordTotals? totals = null,
        CancellationToken cancellationToken = default)
    {
        var page = await _api.ListAsync<TRecord>(
            _resource, _resource,
            Arguments.Query(ForServer(query), nameof(query)),
            Arguments.NotNegative(offset, nameof(offset)),
            Arguments.NotNegative(limit, nameof(limit)),
            WordOf(totals),
            Shows("includeShadow"),
            Shows("includeShadowLocations"),
            Shows("includeRoutingServicePoints"),
            cancellationToken).ConfigureAwait(false);
        return _checks.Page(page);
    }

    /// <summary>Counts the records that a query matches, exactly.</summary>
    /// <param name="query">The records to count; <c>null</c> for all.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The number of records.</returns>
    /// <exception cref="InvalidQueryException">The server cannot execute the query.</exception>
    /// <exception cref="ArgumentException">The query is too long for a URL; nothing was sent.</exception>
    /// <remarks>GET /{resource}?limit=0; permission <c>collection.get</c>.</remarks>
    public async Task<long> CountAsync(CqlQuery? query = null, CancellationToken cancellationToken = default)
    {
        var page = await ListAsync(query, limit: 0, cancellationToken: cancellationToken).ConfigureAwait(false);
        return page.TotalRecords ?? throw _checks.Broken("GET", "without totalRecords, although it was requested");
    }

    /// <summary>Walks over all records that a query matches, page by page, in constant memory.</summary>
    /// <param name="query">The records to walk over; <c>null</c> for all.</param>
    /// <param name="options">Page size, start and progress; <c>null</c> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the walk, and the request in flight.</param>
    /// <returns>The records.</returns>
    /// <remarks>
    /// <para>GET /{resource}; permission <c>collection.get</c>. The walk goes by ID, so that records that are added and deleted
    /// meanwhile neither shift the pages nor make later pages slower. The next page is requested while the current one is consumed; leaving
    /// the loop early cancels that request. Servers and proxies may return fewer records than requested, so the walk ends at the first
    /// empty page.</para>
    /// <para>A query with its own sort is walked by position, with <c>id</c> as the last sort key. Each page repeats the last record of
    /// the page before: if records were added or removed before it, the walk finds that record again and continues after it, and
    /// fails if it is gone.</para>
    /// <para>A failure before the first record is thrown unchanged; a later one within a <see cref="WalkInterruptedException"/>.</para>
    /// </remarks>
    /// <exception cref="WalkInterruptedException">A later page failed; <see cref="WalkInterruptedException.LastId"/> is where to resume.</exception>
    /// <exception cref="InvalidQueryException">The server cannot execute the query.</exception>
    /// <exception cref="ArgumentException">
    /// The options are not valid for the query, or the query is too long for a URL; nothing was sent.
    /// </exception>
    /// <example><code>
    /// await foreach (Item item in folio.Items.EnumerateAsync(Cql.Field("status.name").EqualTo("Missing")))
    /// {
    ///     Console.WriteLine(item.Barcode);
    /// }
    /// </code></example>
    public IAsyncEnumerable<TRecord> EnumerateAsync(
        CqlQuery? query = null, EnumerateOptions? options = null, CancellationToken cancellationToken = default)
    {
        var checkedOptions = Arguments.Walk(options, query, nameof(options));
        (query is { HasSort: true } ? query.WithIdLast() : CqlKeyset.After(query, Guid.Empty.ToString())).EnsureFitsUrl(nameof(query));
        return new RecordWalk<TRecord>(WalkPageAsync, _checks, query, checkedOptions).RunAsync(cancellationToken);
    }

    private async Task<RecordPage<TRecord>> WalkPageAsync(
        CqlQuery query, int? offset, int limit, RecordTotals totals, CancellationToken cancellationToken) =>
        _checks.Page(await _api.ListAsync<TRecord>(
            _resource, _resource, ForServer(query)!.Text, offset, limit, WordOf(totals),
            Shows("includeShadow"), Shows("includeShadowLocations"), Shows("includeRoutingServicePoints"), cancellationToken).ConfigureAwait(false));

    private CqlQuery? ForServer(CqlQuery? query) => _putsQueriesInParentheses ? query?.InParentheses() : query;

    private string? Shows(string parameter) => _shownWith == parameter ? "true" : null;

    private static string? WordOf(RecordTotals? totals) => totals switch
    {
        null => null,
        RecordTotals.Auto => "auto",
        RecordTotals.Exact => "exact",
        RecordTotals.Estimated => "estimated",
        RecordTotals.None => "none",
        _ => throw new ArgumentOutOfRangeException(nameof(totals), totals, "The value is not a member of RecordTotals."),
    };
}
