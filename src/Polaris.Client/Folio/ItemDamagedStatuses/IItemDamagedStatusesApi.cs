using Refit;

namespace Polaris.Client.Folio;

/// <summary>The item damaged status endpoints, one method each. <see cref="FolioClient.ItemDamagedStatuses"/> is the friendly way in.</summary>
/// <remarks>Interface <c>item-damaged-statuses</c> 1.0.</remarks>
public interface IItemDamagedStatusesApi
{
    /// <summary>Lists item damaged statuses; null leaves a parameter to the server.</summary>
    [Get("/item-damaged-statuses")]
    Task<RecordPage<ItemDamagedStatus>> ListAsync(string? query, int? offset, int? limit, string? totalRecords, CancellationToken cancellationToken = default);

    /// <summary>Reads one item damaged status.</summary>
    [Get("/item-damaged-statuses/{id}")]
    Task<ItemDamagedStatus> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Creates one item damaged status.</summary>
    [Post("/item-damaged-statuses")]
    Task<ItemDamagedStatus> CreateAsync([Body] ItemDamagedStatus record, CancellationToken cancellationToken = default);

    /// <summary>Replaces one item damaged status.</summary>
    [Put("/item-damaged-statuses/{id}")]
    Task UpdateAsync(Guid id, [Body] ItemDamagedStatus record, CancellationToken cancellationToken = default);

    /// <summary>Deletes one item damaged status.</summary>
    [Delete("/item-damaged-statuses/{id}")]
    Task DeleteAsync(Guid id, CancellationToken cancellationToken = default);
}
