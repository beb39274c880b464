using Refit;

namespace Polaris.Client.Folio;

/// <summary>The holdings note type endpoints, one method each. <see cref="FolioClient.HoldingsNoteTypes"/> is the friendly way in.</summary>
/// <remarks>Interface <c>holdings-note-types</c> 1.0.</remarks>
public interface IHoldingsNoteTypesApi
{
    /// <summary>Lists holdings note types; null leaves a parameter to the server.</summary>
    [Get("/holdings-note-types")]
    Task<RecordPage<HoldingsNoteType>> ListAsync(string? query, int? offset, int? limit, string? totalRecords, CancellationToken cancellationToken = default);

    /// <summary>Reads one holdings note type.</summary>
    [Get("/holdings-note-types/{id}")]
    Task<HoldingsNoteType> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Creates one holdings note type.</summary>
    [Post("/holdings-note-types")]
    Task<HoldingsNoteType> CreateAsync([Body] HoldingsNoteType record, CancellationToken cancellationToken = default);

    /// <summary>Replaces one holdings note type.</summary>
    [Put("/holdings-note-types/{id}")]
    Task UpdateAsync(Guid id, [Body] HoldingsNoteType record, CancellationToken cancellationToken = default);

    /// <summary>Deletes one holdings note type.</summary>
    [Delete("/holdings-note-types/{id}")]
    Task DeleteAsync(Guid id, CancellationToken cancellationToken = default);
}
