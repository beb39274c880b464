using Refit;

namespace Polaris.Client.Folio;

/// <summary>The ILL policy endpoints, one method each. <see cref="FolioClient.IllPolicies"/> is the friendly way in.</summary>
/// <remarks>Interface <c>ill-policies</c> 1.0.</remarks>
public interface IIllPoliciesApi
{
    /// <summary>Lists ILL policies; null leaves a parameter to the server.</summary>
    [Get("/ill-policies")]
    Task<RecordPage<IllPolicy>> ListAsync(string? query, int? offset, int? limit, string? totalRecords, CancellationToken cancellationToken = default);

    /// <summary>Reads one ILL policy.</summary>
    [Get("/ill-policies/{id}")]
    Task<IllPolicy> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Creates one ILL policy.</summary>
    [Post("/ill-policies")]
    Task<IllPolicy> CreateAsync([Body] IllPolicy record, CancellationToken cancellationToken = default);

    /// <summary>Replaces one ILL policy.</summary>
    [Put("/ill-policies/{id}")]
    Task UpdateAsync(Guid id, [Body] IllPolicy record, CancellationToken cancellationToken = default);

    /// <summary>Deletes one ILL policy.</summary>
    [Delete("/ill-policies/{id}")]
    Task DeleteAsync(Guid id, CancellationToken cancellationToken = default);
}
