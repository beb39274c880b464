namespace Polaris.Client.Folio;

/// <summary>Options for walking over all records that a query matches.</summary>
public sealed class EnumerateOptions
{
    /// <summary>The default of <see cref="PageSize"/>: 1,000.</summary>
    public const int DefaultPageSize = 1000;

    /// <summary>The number of records in each request; at most two pages are in memory.</summary>
    /// <value>1,000 by default; 1 to 10,000.</value>
    public int PageSize { get; set; } = DefaultPageSize;

    /// <summary>The ID of the record to resume after, for example <see cref="WalkInterruptedException.LastId"/>.</summary>
    /// <value><c>null</c> by default: from the beginning. Not for queries with their own sort.</value>
    public Guid? After { get; set; }

    /// <summary>The number of records to skip; for queries with their own sort, which are walked by position.</summary>
    /// <value>0 by default.</value>
    public int Skip { get; set; }

    /// <summary>Receives a report after each page, once all its records have been returned.</summary>
    /// <value><c>null</c> by default. If it is set, the first request also asks for the total; no further request is sent for it.</value>
    public IProgress<WalkProgress>? Progress { get; set; }
}

/// <summary>The progress of a walk.</summary>
/// <param name="Records">The number of records that have been returned.</param>
/// <param name="Pages">The number of pages that have been returned.</param>
/// <param name="LastId">The ID of the last record, after which a walk can resume.</param>
/// <param name="Total">
/// The number of records of the whole walk, as the server knew it at the start; above 1,000 it is an estimate. Never less than
/// <paramref name="Records"/>. <c>null</c> if the server did not return it.
/// </param>
public readonly record struct WalkProgress(long Records, int Pages, Guid LastId, long? Total = null);

/// <summary>
/// The exception that is thrown when a walk over records fails after some were returned. These are valid, and the walk can be
/// resumed after the last one.
/// </summary>
/// <remarks>
/// Set <see cref="EnumerateOptions.After"/> to <see cref="LastId"/> and walk again; if the query has its own sort, add
/// <see cref="Delivered"/> to <see cref="EnumerateOptions.Skip"/> instead. See the inner exception for the reason.
/// </remarks>
public sealed class WalkInterruptedException : PolarisClientException
{
    /// <summary>Initializes a new instance of the <see cref="WalkInterruptedException"/> class; public so that programs can be tested with it.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="route">The route as a template.</param>
    /// <param name="tenant">The tenant.</param>
    /// <param name="lastId">The ID of the last record that was returned.</param>
    /// <param name="delivered">The number of records that were returned.</param>
    /// <param name="innerException">The cause.</param>
    public WalkInterruptedException(
        string message, string route, string tenant, Guid lastId, long delivered, Exception? innerException = null)
        : base(message, innerException)
    {
        Route = route;
        Tenant = tenant;
        LastId = lastId;
        Delivered = delivered;
    }

    /// <summary>The route as a template, for example <c>GET /holdings-sources</c>.</summary>
    public string Route { get; }

    /// <summary>The tenant whose records were walked.</summary>
    public string Tenant { get; }

    /// <summary>The ID of the last record that was returned.</summary>
    public Guid LastId { get; }

    /// <summary>The number of records that were returned.</summary>
    public long Delivered { get; }
}
