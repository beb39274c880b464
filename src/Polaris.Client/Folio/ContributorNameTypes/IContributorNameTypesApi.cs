using Refit;

namespace Polaris.Client.Folio;

/// <summary>The contributor name type endpoints, one method each. <see cref="FolioClient.ContributorNameTypes"/> is the friendly way in.</summary>
/// <remarks>Interface <c>contributor-name-types</c> 1.3.</remarks>
public interface IContributorNameTypesApi
{
    /// <summary>Lists contributor name types; null leaves a parameter to the server.</summary>
    [Get("/contributor-name-types")]
    Task<RecordPage<ContributorNameType>> ListAsync(string? query, int? offset, int? limit, string? totalRecords, CancellationToken cancellationToken = default);

    /// <summary>Reads one contributor name type.</summary>
    [Get("/contributor-name-types/{id}")]
    Task<ContributorNameType> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Creates one contributor name type.</summary>
    [Post("/contributor-name-types")]
    Task<ContributorNameType> CreateAsync([Body] ContributorNameType record, CancellationToken cancellationToken = default);

    /// <summary>Replaces one contributor name type.</summary>
    [Put("/contributor-name-types/{id}")]
    Task UpdateAsync(Guid id, [Body] ContributorNameType record, CancellationToken cancellationToken = default);

    /// <summary>Deletes one contributor name type.</summary>
    [Delete("/contributor-name-types/{id}")]
    Task DeleteAsync(Guid id, CancellationToken cancellationToken = default);
}
