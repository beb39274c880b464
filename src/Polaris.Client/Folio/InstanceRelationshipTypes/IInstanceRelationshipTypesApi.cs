using Refit;

namespace Polaris.Client.Folio;

/// <summary>The instance relationship type endpoints, one method each. <see cref="FolioClient.InstanceRelationshipTypes"/> is the friendly way in.</summary>
/// <remarks>Interface <c>instance-relationship-types</c> 1.0.</remarks>
public interface IInstanceRelationshipTypesApi
{
    /// <summary>Lists instance relationship types; null leaves a parameter to the server.</summary>
    [Get("/instance-relationship-types")]
    Task<RecordPage<InstanceRelationshipType>> ListAsync(string? query, int? offset, int? limit, string? totalRecords, CancellationToken cancellationToken = default);

    /// <summary>Reads one instance relationship type.</summary>
    [Get("/instance-relationship-types/{id}")]
    Task<InstanceRelationshipType> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Creates one instance relationship type.</summary>
    [Post("/instance-relationship-types")]
    Task<InstanceRelationshipType> CreateAsync([Body] InstanceRelationshipType record, CancellationToken cancellationToken = default);

    /// <summary>Replaces one instance relationship type.</summary>
    [Put("/instance-relationship-types/{id}")]
    Task UpdateAsync(Guid id, [Body] InstanceRelationshipType record, CancellationToken cancellationToken = default);

    /// <summary>Deletes one instance relationship type.</summary>
    [Delete("/instance-relationship-types/{id}")]
    Task DeleteAsync(Guid id, CancellationToken cancellationToken = default);
}
