using Refit;

namespace Polaris.Client.Folio;

/// <summary>The mode of issuance endpoints, one method each. <see cref="FolioClient.ModesOfIssuance"/> is the friendly way in.</summary>
/// <remarks>Interface <c>modes-of-issuance</c> 1.1.</remarks>
public interface IModesOfIssuanceApi
{
    /// <summary>Lists modes of issuance; null leaves a parameter to the server.</summary>
    [Get("/modes-of-issuance")]
    Task<RecordPage<ModeOfIssuance>> ListAsync(string? query, int? offset, int? limit, string? totalRecords, CancellationToken cancellationToken = default);

    /// <summary>Reads one mode of issuance.</summary>
    [Get("/modes-of-issuance/{id}")]
    Task<ModeOfIssuance> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Creates one mode of issuance.</summary>
    [Post("/modes-of-issuance")]
    Task<ModeOfIssuance> CreateAsync([Body] ModeOfIssuance record, CancellationToken cancellationToken = default);

    /// <summary>Replaces one mode of issuance.</summary>
    [Put("/modes-of-issuance/{id}")]
    Task UpdateAsync(Guid id, [Body] ModeOfIssuance record, CancellationToken cancellationToken = default);

    /// <summary>Deletes one mode of issuance.</summary>
    [Delete("/modes-of-issuance/{id}")]
    Task DeleteAsync(Guid id, CancellationToken cancellationToken = default);
}
