using Refit;

namespace Polaris.Client.Folio;

/// <summary>The instance type endpoints, one method each. <see cref="FolioClient.InstanceTypes"/> is the friendly way in.</summary>
/// <remarks>Interface <c>instance-types</c> 2.0; permissions <c>inventory-storage.instance-types.*</c>.</remarks>
public interface IInstanceTypesApi
{
    /// <summary>Lists instance types; null leaves a parameter to the server.</summary>
    [Get("/instance-types")]
    Task<RecordPage<InstanceType>> ListAsync(string? query, int? offset, int? limit, string? totalRecords, CancellationToken cancellationToken = default);

    /// <summary>Reads one instance type.</summary>
    [Get("/instance-types/{id}")]
    Task<InstanceType> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Creates one instance type.</summary>
    [Post("/instance-types")]
    Task<InstanceType> CreateAsync([Body] InstanceType record, CancellationToken cancellationToken = default);

    /// <summary>Replaces one instance type.</summary>
    [Put("/instance-types/{id}")]
    Task UpdateAsync(Guid id, [Body] InstanceType record, CancellationToken cancellationToken = default);

    /// <summary>Deletes one instance type.</summary>
    [Delete("/instance-types/{id}")]
    Task DeleteAsync(Guid id, CancellationToken cancellationToken = default);
}
