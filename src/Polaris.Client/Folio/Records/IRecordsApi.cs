using Polaris.Client.Http;
using Refit;

namespace Polaris.Client.Folio;

/// <summary>The endpoints of every resource, and those for many records; the record type and the path determine which.</summary>
/// <remarks>
/// <c>resource</c> is a path without leading or trailing slash; several segments are allowed. <c>route</c> is the same path, for errors and
/// telemetry: Refit does not allow one parameter to be both.
/// </remarks>
internal interface IRecordsApi
{
    /// <summary>Lists records; <c>null</c> omits a parameter.</summary>
    [Get("/{**resource}")]
    Task<RecordPage<TRecord>> ListAsync<TRecord>(
        string resource, [Property(RequestOptions.ResourceKey)] string route,
        string? query,
        int? offset,
        int? limit,
        string? totalRecords,
        string? includeShadow,
        string? includeShadowLocations,
        string? includeRoutingServicePoints,
        CancellationToken cancellationToken)
        where TRecord : FolioRecord;

    /// <summary>Lists records by a query that is too long for a URL.</summary>
    /// <param name="resource">The path of the resource.</param>
    /// <param name="route">The same path again.</param>
    /// <param name="query">The query and its limit.</param>
    /// <param name="onlyReads">True: the request changes nothing and may be repeated.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Post("/{**resource}/retrieve")]
    Task<RecordPage<TRecord>> RetrieveAsync<TRecord>(
        string resource, [Property(RequestOptions.ResourceKey)] string route,
        [Body] RecordQuery query,
        [Property(RequestOptions.OnlyReadsKey)] bool onlyReads,
        CancellationToken cancellationToken)
        where TRecord : FolioRecord;

    /// <summary>Saves all of the records, or none.</summary>
    /// <param name="resource">The path for batches.</param>
    /// <param name="route">The same path again.</param>
    /// <param name="upsert">Whether a record whose ID exists is replaced; otherwise it is refused.</param>
    /// <param name="records">The records, in the same form as a page of a list.</param>
    /// <param name="context">The caller's token, which does not abort a request in flight.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Post("/{**resource}")]
    Task SaveBatchAsync<TRecord>(
        string resource, [Property(RequestOptions.ResourceKey)] string route,
        [Query("", "upsert"), QueryConverter(typeof(LowerCaseBool))] bool? upsert,
        [Body] RecordPage<TRecord> records,
        [Property(CallContext.PropertyKey)] CallContext context,
        CancellationToken cancellationToken)
        where TRecord : FolioRecord;

    /// <summary>Reads one record.</summary>
    [Get("/{**resource}/{id}")]
    Task<TRecord> GetAsync<TRecord>(
        string resource, [Property(RequestOptions.ResourceKey)] string route, Guid id, CancellationToken cancellationToken)
        where TRecord : FolioRecord;

    /// <summary>Creates one record.</summary>
    [Post("/{**resource}")]
    Task<TRecord> CreateAsync<TRecord>(
        string resource, [Property(RequestOptions.ResourceKey)] string route, [Body] TRecord record, CancellationToken cancellationToken)
        where TRecord : FolioRecord;

    /// <summary>Replaces one record.</summary>
    /// <param name="resource">The path of the resource.</param>
    /// <param name="route">The same path again.</param>
    /// <param name="id">The ID of the record.</param>
    /// <param name="record">The whole record.</param>
    /// <param name="isSentOnce">Whether the server checks a version, so that sending it again after a lost response would be refused.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Put("/{**resource}/{id}")]
    Task UpdateAsync<TRecord>(
        string resource, [Property(RequestOptions.ResourceKey)] string route,
        Guid id,
        [Body] TRecord record,
        [Property(RequestOptions.SentOnceKey)] bool isSentOnce,
        CancellationToken cancellationToken)
        where TRecord : FolioRecord;

    /// <summary>Deletes one record.</summary>
    [Delete("/{**resource}/{id}")]
    Task DeleteAsync(string resource, [Property(RequestOptions.ResourceKey)] string route, Guid id, CancellationToken cancellationToken);

    /// <summary>Deletes all records that a query matches.</summary>
    [Delete("/{**resource}")]
    Task DeleteByQueryAsync(
        string resource, [Property(RequestOptions.ResourceKey)] string route,
        string query,
        [Property(RequestOptions.SentOnceKey)] bool isSentOnce,
        CancellationToken cancellationToken);
}

/// <summary>A query in the body of a request, where its length is not limited.</summary>
internal sealed class RecordQuery
{
    public string Query { get; set; } = "";

    /// <summary>The maximum number of records; the server's default is 10.</summary>
    public int Limit { get; set; }
}
