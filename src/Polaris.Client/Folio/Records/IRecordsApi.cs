using Polaris.Client.Http;
using Refit;

namespace Polaris.Client.Folio;

/// <summary>The endpoints of every resource; the record type and the path determine which.</summary>
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
