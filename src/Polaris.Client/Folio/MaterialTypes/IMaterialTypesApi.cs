using Refit;

namespace Polaris.Client.Folio;

/// <summary>The material type endpoints, one method each. <see cref="FolioClient.MaterialTypes"/> is the friendly way in.</summary>
/// <remarks>Interface <c>material-types</c> 2.2; permissions <c>inventory-storage.material-types.*</c>.</remarks>
public interface IMaterialTypesApi
{
    /// <summary>Lists material types; null leaves a parameter to the server.</summary>
    [Get("/material-types")]
    Task<RecordPage<MaterialType>> ListAsync(string? query, int? offset, int? limit, string? totalRecords, CancellationToken cancellationToken = default);

    /// <summary>Reads one material type.</summary>
    [Get("/material-types/{id}")]
    Task<MaterialType> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Creates one material type.</summary>
    [Post("/material-types")]
    Task<MaterialType> CreateAsync([Body] MaterialType record, CancellationToken cancellationToken = default);

    /// <summary>Replaces one material type.</summary>
    [Put("/material-types/{id}")]
    Task UpdateAsync(Guid id, [Body] MaterialType record, CancellationToken cancellationToken = default);

    /// <summary>Deletes one material type.</summary>
    [Delete("/material-types/{id}")]
    Task DeleteAsync(Guid id, CancellationToken cancellationToken = default);
}
