using Refit;

namespace Polaris.Client.Folio;

/// <summary>The statistical code type endpoints, one method each. <see cref="FolioClient.StatisticalCodeTypes"/> is the friendly way in.</summary>
/// <remarks>Interface <c>statistical-code-types</c> 1.0.</remarks>
public interface IStatisticalCodeTypesApi
{
    /// <summary>Lists statistical code types; null leaves a parameter to the server.</summary>
    [Get("/statistical-code-types")]
    Task<RecordPage<StatisticalCodeType>> ListAsync(string? query, int? offset, int? limit, string? totalRecords, CancellationToken cancellationToken = default);

    /// <summary>Reads one statistical code type.</summary>
    [Get("/statistical-code-types/{id}")]
    Task<StatisticalCodeType> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Creates one statistical code type.</summary>
    [Post("/statistical-code-types")]
    Task<StatisticalCodeType> CreateAsync([Body] StatisticalCodeType record, CancellationToken cancellationToken = default);

    /// <summary>Replaces one statistical code type.</summary>
    [Put("/statistical-code-types/{id}")]
    Task UpdateAsync(Guid id, [Body] StatisticalCodeType record, CancellationToken cancellationToken = default);

    /// <summary>Deletes one statistical code type.</summary>
    [Delete("/statistical-code-types/{id}")]
    Task DeleteAsync(Guid id, CancellationToken cancellationToken = default);
}
