namespace Polaris.Client.Folio;

/// <summary>How to walk over all records that a query matches.</summary>
public sealed class EnumerateOptions
{
    /// <summary>The default of <see cref="PageSize"/>: 1,000.</summary>
    public const int DefaultPageSize = 1000;

    /// <summary>The number of records that are requested at once; at most two pages are in memory.</summary>
    /// <value>1,000 by default; 1 to 10,000.</value>
    public int PageSize { get; set; } = DefaultPageSize;

    /// <summary>Resumes after this record, for instance after <see cref="WalkInterruptedException.LastId"/>.</summary>
    /// <value><c>null</c> by default: from the beginning. Not for queries with their own sort.</value>
    public Guid? After { get; set; }

    /// <summary>The number of records to leave out at the beginning; for queries with their own sort, which are walked by position.</summary>
    /// <value>0 by default.</value>
    public int Skip { get; set; }

    /// <summary>Receives a report after each page, when all its records have been returned.</summary>
    /// <value><c>null</c> by default.</value>
    public IProgress<WalkProgress>? Progress { get; set; }
}

/// <summary>The progress of a walk.</summary>
/// <param name="Records">The number of records that have been returned.</param>
/// <param name="Pages">The number of pages they were on.</param>
/// <param name="LastId">The ID of the last record: a walk can resume after it.</param>
public readonly record struct WalkProgress(long Records, int Pages, Guid LastId);

/// <summary>A walk over records broke off after some were returned. Those remain valid, and the walk can be resumed after the last.</summary>
/// <remarks>
/// Set <see cref="EnumerateOptions.After"/> to <see cref="LastId"/> and walk again; if the query has its own sort, add
/// <see cref="Delivered"/> to <see cref="EnumerateOptions.Skip"/> instead. The inner exception describes what happened.
/// </remarks>
public sealed class WalkInterruptedException : PolarisClientException
{
    /// <summary>Initializes a new instance of the <see cref="WalkInterruptedException"/> class; public so that programs can be tested with it.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="route">The route as a template.</param>
    /// <param name="tenant">The tenant.</param>
    /// <param name="lastId">The ID of the last record that was returned.</param>
    /// <param name="delivered">The number of records that were returned.</param>
    /// <param name="innerException">What happened.</param>
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
