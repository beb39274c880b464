using Refit;

namespace Polaris.Client.Folio;

/// <summary>The electronic access relationship endpoints, one method each. <see cref="FolioClient.ElectronicAccessRelationships"/> is the friendly way in.</summary>
/// <remarks>Interface <c>electronic-access-relationships</c> 1.1.</remarks>
public interface IElectronicAccessRelationshipsApi
{
    /// <summary>Lists electronic access relationships; null leaves a parameter to the server.</summary>
    [Get("/electronic-access-relationships")]
    Task<RecordPage<ElectronicAccessRelationship>> ListAsync(string? query, int? offset, int? limit, string? totalRecords, CancellationToken cancellationToken = default);

    /// <summary>Reads one electronic access relationship.</summary>
    [Get("/electronic-access-relationships/{id}")]
    Task<ElectronicAccessRelationship> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Creates one electronic access relationship.</summary>
    [Post("/electronic-access-relationships")]
    Task<ElectronicAccessRelationship> CreateAsync([Body] ElectronicAccessRelationship record, CancellationToken cancellationToken = default);

    /// <summary>Replaces one electronic access relationship.</summary>
    [Put("/electronic-access-relationships/{id}")]
    Task UpdateAsync(Guid id, [Body] ElectronicAccessRelationship record, CancellationToken cancellationToken = default);

    /// <summary>Deletes one electronic access relationship.</summary>
    [Delete("/electronic-access-relationships/{id}")]
    Task DeleteAsync(Guid id, CancellationToken cancellationToken = default);
}
