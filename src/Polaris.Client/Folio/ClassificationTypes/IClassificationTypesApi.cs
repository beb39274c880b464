using Refit;

namespace Polaris.Client.Folio;

/// <summary>The classification type endpoints, one method each. <see cref="FolioClient.ClassificationTypes"/> is the friendly way in.</summary>
/// <remarks>Interface <c>classification-types</c> 1.2.</remarks>
public interface IClassificationTypesApi
{
    /// <summary>Lists classification types; null leaves a parameter to the server.</summary>
    [Get("/classification-types")]
    Task<RecordPage<ClassificationType>> ListAsync(string? query, int? offset, int? limit, string? totalRecords, CancellationToken cancellationToken = default);

    /// <summary>Reads one classification type.</summary>
    [Get("/classification-types/{id}")]
    Task<ClassificationType> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Creates one classification type.</summary>
    [Post("/classification-types")]
    Task<ClassificationType> CreateAsync([Body] ClassificationType record, CancellationToken cancellationToken = default);

    /// <summary>Replaces one classification type.</summary>
    [Put("/classification-types/{id}")]
    Task UpdateAsync(Guid id, [Body] ClassificationType record, CancellationToken cancellationToken = default);

    /// <summary>Deletes one classification type.</summary>
    [Delete("/classification-types/{id}")]
    Task DeleteAsync(Guid id, CancellationToken cancellationToken = default);
}
