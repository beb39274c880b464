using Refit;

namespace Polaris.Client.Folio;

/// <summary>The holdings source endpoints, one method each. <see cref="FolioClient.HoldingsSources"/> is the friendly way in.</summary>
/// <remarks>Interface <c>holdings-sources</c> 1.0; permissions <c>inventory-storage.holdings-sources.*</c>.</remarks>
public interface IHoldingsSourcesApi
{
    /// <summary>Lists holdings sources; null leaves a parameter to the server.</summary>
    [Get("/holdings-sources")]
    Task<RecordPage<HoldingsSource>> ListAsync(string? query, int? offset, int? limit, string? totalRecords, CancellationToken cancellationToken = default);

    /// <summary>Reads one holdings source.</summary>
    [Get("/holdings-sources/{id}")]
    Task<HoldingsSource> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Creates one holdings source.</summary>
    [Post("/holdings-sources")]
    Task<HoldingsSource> CreateAsync([Body] HoldingsSource record, CancellationToken cancellationToken = default);

    /// <summary>Replaces one holdings source.</summary>
    [Put("/holdings-sources/{id}")]
    Task UpdateAsync(Guid id, [Body] HoldingsSource record, CancellationToken cancellationToken = default);

    /// <summary>Deletes one holdings source.</summary>
    [Delete("/holdings-sources/{id}")]
    Task DeleteAsync(Guid id, CancellationToken cancellationToken = default);
}
