using Refit;

namespace Polaris.Client.Folio;

/// <summary>The subject type endpoints, one method each. <see cref="FolioClient.SubjectTypes"/> is the friendly way in.</summary>
/// <remarks>Interface <c>subject-types</c> 1.0.</remarks>
public interface ISubjectTypesApi
{
    /// <summary>Lists subject types; null leaves a parameter to the server.</summary>
    [Get("/subject-types")]
    Task<RecordPage<SubjectType>> ListAsync(string? query, int? offset, int? limit, string? totalRecords, CancellationToken cancellationToken = default);

    /// <summary>Reads one subject type.</summary>
    [Get("/subject-types/{id}")]
    Task<SubjectType> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Creates one subject type.</summary>
    [Post("/subject-types")]
    Task<SubjectType> CreateAsync([Body] SubjectType record, CancellationToken cancellationToken = default);

    /// <summary>Replaces one subject type.</summary>
    [Put("/subject-types/{id}")]
    Task UpdateAsync(Guid id, [Body] SubjectType record, CancellationToken cancellationToken = default);

    /// <summary>Deletes one subject type.</summary>
    [Delete("/subject-types/{id}")]
    Task DeleteAsync(Guid id, CancellationToken cancellationToken = default);
}
