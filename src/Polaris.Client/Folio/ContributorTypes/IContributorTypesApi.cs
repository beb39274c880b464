using Refit;

namespace Polaris.Client.Folio;

/// <summary>The contributor type endpoints, one method each. <see cref="FolioClient.ContributorTypes"/> is the friendly way in.</summary>
/// <remarks>Interface <c>contributor-types</c> 2.0.</remarks>
public interface IContributorTypesApi
{
    /// <summary>Lists contributor types; null leaves a parameter to the server.</summary>
    [Get("/contributor-types")]
    Task<RecordPage<ContributorType>> ListAsync(string? query, int? offset, int? limit, string? totalRecords, CancellationToken cancellationToken = default);

    /// <summary>Reads one contributor type.</summary>
    [Get("/contributor-types/{id}")]
    Task<ContributorType> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Creates one contributor type.</summary>
    [Post("/contributor-types")]
    Task<ContributorType> CreateAsync([Body] ContributorType record, CancellationToken cancellationToken = default);

    /// <summary>Replaces one contributor type.</summary>
    [Put("/contributor-types/{id}")]
    Task UpdateAsync(Guid id, [Body] ContributorType record, CancellationToken cancellationToken = default);

    /// <summary>Deletes one contributor type.</summary>
    [Delete("/contributor-types/{id}")]
    Task DeleteAsync(Guid id, CancellationToken cancellationToken = default);
}
