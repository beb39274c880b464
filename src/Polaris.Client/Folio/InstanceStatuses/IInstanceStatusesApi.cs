using Refit;

namespace Polaris.Client.Folio;

/// <summary>The instance status endpoints, one method each. <see cref="FolioClient.InstanceStatuses"/> is the friendly way in.</summary>
/// <remarks>Interface <c>instance-statuses</c> 1.0.</remarks>
public interface IInstanceStatusesApi
{
    /// <summary>Lists instance statuses; null leaves a parameter to the server.</summary>
    [Get("/instance-statuses")]
    Task<RecordPage<InstanceStatus>> ListAsync(string? query, int? offset, int? limit, string? totalRecords, CancellationToken cancellationToken = default);

    /// <summary>Reads one instance status.</summary>
    [Get("/instance-statuses/{id}")]
    Task<InstanceStatus> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Creates one instance status.</summary>
    [Post("/instance-statuses")]
    Task<InstanceStatus> CreateAsync([Body] InstanceStatus record, CancellationToken cancellationToken = default);

    /// <summary>Replaces one instance status.</summary>
    [Put("/instance-statuses/{id}")]
    Task UpdateAsync(Guid id, [Body] InstanceStatus record, CancellationToken cancellationToken = default);

    /// <summary>Deletes one instance status.</summary>
    [Delete("/instance-statuses/{id}")]
    Task DeleteAsync(Guid id, CancellationToken cancellationToken = default);
}
