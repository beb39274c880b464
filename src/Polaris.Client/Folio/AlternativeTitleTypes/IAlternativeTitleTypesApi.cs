using Refit;

namespace Polaris.Client.Folio;

/// <summary>The alternative title type endpoints, one method each. <see cref="FolioClient.AlternativeTitleTypes"/> is the friendly way in.</summary>
/// <remarks>Interface <c>alternative-title-types</c> 1.0.</remarks>
public interface IAlternativeTitleTypesApi
{
    /// <summary>Lists alternative title types; null leaves a parameter to the server.</summary>
    [Get("/alternative-title-types")]
    Task<RecordPage<AlternativeTitleType>> ListAsync(string? query, int? offset, int? limit, string? totalRecords, CancellationToken cancellationToken = default);

    /// <summary>Reads one alternative title type.</summary>
    [Get("/alternative-title-types/{id}")]
    Task<AlternativeTitleType> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Creates one alternative title type.</summary>
    [Post("/alternative-title-types")]
    Task<AlternativeTitleType> CreateAsync([Body] AlternativeTitleType record, CancellationToken cancellationToken = default);

    /// <summary>Replaces one alternative title type.</summary>
    [Put("/alternative-title-types/{id}")]
    Task UpdateAsync(Guid id, [Body] AlternativeTitleType record, CancellationToken cancellationToken = default);

    /// <summary>Deletes one alternative title type.</summary>
    [Delete("/alternative-title-types/{id}")]
    Task DeleteAsync(Guid id, CancellationToken cancellationToken = default);
}
