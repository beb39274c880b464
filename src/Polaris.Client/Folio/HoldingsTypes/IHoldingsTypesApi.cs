using Refit;

namespace Polaris.Client.Folio;

/// <summary>The holdings type endpoints, one method each. <see cref="FolioClient.HoldingsTypes"/> is the friendly way in.</summary>
/// <remarks>Interface <c>holdings-types</c> 1.0; permissions <c>inventory-storage.holdings-types.*</c>.</remarks>
public interface IHoldingsTypesApi
{
    /// <summary>Lists holdings types; null leaves a parameter to the server.</summary>
    [Get("/holdings-types")]
    Task<RecordPage<HoldingsType>> ListAsync(string? query, int? offset, int? limit, string? totalRecords, CancellationToken cancellationToken = default);

    /// <summary>Reads one holdings type.</summary>
    [Get("/holdings-types/{id}")]
    Task<HoldingsType> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Creates one holdings type.</summary>
    [Post("/holdings-types")]
    Task<HoldingsType> CreateAsync([Body] HoldingsType record, CancellationToken cancellationToken = default);

    /// <summary>Replaces one holdings type.</summary>
    [Put("/holdings-types/{id}")]
    Task UpdateAsync(Guid id, [Body] HoldingsType record, CancellationToken cancellationToken = default);

    /// <summary>Deletes one holdings type.</summary>
    [Delete("/holdings-types/{id}")]
    Task DeleteAsync(Guid id, CancellationToken cancellationToken = default);
}
