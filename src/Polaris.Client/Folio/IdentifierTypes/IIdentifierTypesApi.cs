using Refit;

namespace Polaris.Client.Folio;

/// <summary>The identifier type endpoints, one method each. <see cref="FolioClient.IdentifierTypes"/> is the friendly way in.</summary>
/// <remarks>Interface <c>identifier-types</c> 1.2.</remarks>
public interface IIdentifierTypesApi
{
    /// <summary>Lists identifier types; null leaves a parameter to the server.</summary>
    [Get("/identifier-types")]
    Task<RecordPage<IdentifierType>> ListAsync(string? query, int? offset, int? limit, string? totalRecords, CancellationToken cancellationToken = default);

    /// <summary>Reads one identifier type.</summary>
    [Get("/identifier-types/{id}")]
    Task<IdentifierType> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Creates one identifier type.</summary>
    [Post("/identifier-types")]
    Task<IdentifierType> CreateAsync([Body] IdentifierType record, CancellationToken cancellationToken = default);

    /// <summary>Replaces one identifier type.</summary>
    [Put("/identifier-types/{id}")]
    Task UpdateAsync(Guid id, [Body] IdentifierType record, CancellationToken cancellationToken = default);

    /// <summary>Deletes one identifier type.</summary>
    [Delete("/identifier-types/{id}")]
    Task DeleteAsync(Guid id, CancellationToken cancellationToken = default);
}
