using Refit;

namespace Polaris.Client.Folio;

/// <summary>The instance note type endpoints, one method each. <see cref="FolioClient.InstanceNoteTypes"/> is the friendly way in.</summary>
/// <remarks>Interface <c>instance-note-types</c> 1.0.</remarks>
public interface IInstanceNoteTypesApi
{
    /// <summary>Lists instance note types; null leaves a parameter to the server.</summary>
    [Get("/instance-note-types")]
    Task<RecordPage<InstanceNoteType>> ListAsync(string? query, int? offset, int? limit, string? totalRecords, CancellationToken cancellationToken = default);

    /// <summary>Reads one instance note type.</summary>
    [Get("/instance-note-types/{id}")]
    Task<InstanceNoteType> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Creates one instance note type.</summary>
    [Post("/instance-note-types")]
    Task<InstanceNoteType> CreateAsync([Body] InstanceNoteType record, CancellationToken cancellationToken = default);

    /// <summary>Replaces one instance note type.</summary>
    [Put("/instance-note-types/{id}")]
    Task UpdateAsync(Guid id, [Body] InstanceNoteType record, CancellationToken cancellationToken = default);

    /// <summary>Deletes one instance note type.</summary>
    [Delete("/instance-note-types/{id}")]
    Task DeleteAsync(Guid id, CancellationToken cancellationToken = default);
}
