namespace Polaris.Client.Folio;

/// <summary>A walk over records broke off after some were handed out. Those stay valid, and the walk can go on after the last.</summary>
/// <remarks>
/// Set <see cref="EnumerateOptions.After"/> to <see cref="LastId"/> and walk again; where the query has a sort of its own, add
/// <see cref="Delivered"/> to <see cref="EnumerateOptions.Skip"/> instead. The inner exception tells what happened.
/// </remarks>
public sealed class WalkInterruptedException : PolarisClientException
{
    /// <summary>Makes the exception; public so that programs can be tested with it.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="route">The route as a template.</param>
    /// <param name="tenant">The tenant.</param>
    /// <param name="lastId">The id of the last record that was handed out.</param>
    /// <param name="delivered">How many records were handed out.</param>
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

    /// <summary>The id of the last record that was handed out.</summary>
    public Guid LastId { get; }

    /// <summary>How many records were handed out.</summary>
    public long Delivered { get; }
}
