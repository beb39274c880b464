using Refit;

namespace Polaris.Client.Folio;

/// <summary>The item note type endpoints, one method each. <see cref="FolioClient.ItemNoteTypes"/> is the friendly way in.</summary>
/// <remarks>Interface <c>item-note-types</c> 1.0.</remarks>
public interface IItemNoteTypesApi
{
    /// <summary>Lists item note types; null leaves a parameter to the server.</summary>
    [Get("/item-note-types")]
    Task<RecordPage<ItemNoteType>> ListAsync(string? query, int? offset, int? limit, string? totalRecords, CancellationToken cancellationToken = default);

    /// <summary>Reads one item note type.</summary>
    [Get("/item-note-types/{id}")]
    Task<ItemNoteType> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Creates one item note type.</summary>
    [Post("/item-note-types")]
    Task<ItemNoteType> CreateAsync([Body] ItemNoteType record, CancellationToken cancellationToken = default);

    /// <summary>Replaces one item note type.</summary>
    [Put("/item-note-types/{id}")]
    Task UpdateAsync(Guid id, [Body] ItemNoteType record, CancellationToken cancellationToken = default);

    /// <summary>Deletes one item note type.</summary>
    [Delete("/item-note-types/{id}")]
    Task DeleteAsync(Guid id, CancellationToken cancellationToken = default);
}
