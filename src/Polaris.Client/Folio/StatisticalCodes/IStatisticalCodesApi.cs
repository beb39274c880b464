using Refit;

namespace Polaris.Client.Folio;

/// <summary>The statistical code endpoints, one method each. <see cref="FolioClient.StatisticalCodes"/> is the friendly way in.</summary>
/// <remarks>Interface <c>statistical-codes</c> 1.0.</remarks>
public interface IStatisticalCodesApi
{
    /// <summary>Lists statistical codes; null leaves a parameter to the server.</summary>
    [Get("/statistical-codes")]
    Task<RecordPage<StatisticalCode>> ListAsync(string? query, int? offset, int? limit, string? totalRecords, CancellationToken cancellationToken = default);

    /// <summary>Reads one statistical code.</summary>
    [Get("/statistical-codes/{id}")]
    Task<StatisticalCode> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Creates one statistical code.</summary>
    [Post("/statistical-codes")]
    Task<StatisticalCode> CreateAsync([Body] StatisticalCode record, CancellationToken cancellationToken = default);

    /// <summary>Replaces one statistical code.</summary>
    [Put("/statistical-codes/{id}")]
    Task UpdateAsync(Guid id, [Body] StatisticalCode record, CancellationToken cancellationToken = default);

    /// <summary>Deletes one statistical code.</summary>
    [Delete("/statistical-codes/{id}")]
    Task DeleteAsync(Guid id, CancellationToken cancellationToken = default);
}
