using Refit;

namespace Polaris.Client.Folio;

/// <summary>The subject source endpoints, one method each. <see cref="FolioClient.SubjectSources"/> is the friendly way in.</summary>
/// <remarks>Interface <c>subject-sources</c> 1.0.</remarks>
public interface ISubjectSourcesApi
{
    /// <summary>Lists subject sources; null leaves a parameter to the server.</summary>
    [Get("/subject-sources")]
    Task<RecordPage<SubjectSource>> ListAsync(string? query, int? offset, int? limit, string? totalRecords, CancellationToken cancellationToken = default);

    /// <summary>Reads one subject source.</summary>
    [Get("/subject-sources/{id}")]
    Task<SubjectSource> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Creates one subject source.</summary>
    [Post("/subject-sources")]
    Task<SubjectSource> CreateAsync([Body] SubjectSource record, CancellationToken cancellationToken = default);

    /// <summary>Replaces one subject source.</summary>
    [Put("/subject-sources/{id}")]
    Task UpdateAsync(Guid id, [Body] SubjectSource record, CancellationToken cancellationToken = default);

    /// <summary>Deletes one subject source.</summary>
    [Delete("/subject-sources/{id}")]
    Task DeleteAsync(Guid id, CancellationToken cancellationToken = default);
}
