using Refit;

namespace Polaris.Client.Folio;

/// <summary>The nature of content term endpoints, one method each. <see cref="FolioClient.NatureOfContentTerms"/> is the friendly way in.</summary>
/// <remarks>Interface <c>nature-of-content-terms</c> 1.0.</remarks>
public interface INatureOfContentTermsApi
{
    /// <summary>Lists nature of content terms; null leaves a parameter to the server.</summary>
    [Get("/nature-of-content-terms")]
    Task<RecordPage<NatureOfContentTerm>> ListAsync(string? query, int? offset, int? limit, string? totalRecords, CancellationToken cancellationToken = default);

    /// <summary>Reads one nature of content term.</summary>
    [Get("/nature-of-content-terms/{id}")]
    Task<NatureOfContentTerm> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Creates one nature of content term.</summary>
    [Post("/nature-of-content-terms")]
    Task<NatureOfContentTerm> CreateAsync([Body] NatureOfContentTerm record, CancellationToken cancellationToken = default);

    /// <summary>Replaces one nature of content term.</summary>
    [Put("/nature-of-content-terms/{id}")]
    Task UpdateAsync(Guid id, [Body] NatureOfContentTerm record, CancellationToken cancellationToken = default);

    /// <summary>Deletes one nature of content term.</summary>
    [Delete("/nature-of-content-terms/{id}")]
    Task DeleteAsync(Guid id, CancellationToken cancellationToken = default);
}
