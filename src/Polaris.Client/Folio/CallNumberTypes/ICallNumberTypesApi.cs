using Refit;

namespace Polaris.Client.Folio;

/// <summary>The call number type endpoints, one method each. <see cref="FolioClient.CallNumberTypes"/> is the friendly way in.</summary>
/// <remarks>Interface <c>call-number-types</c> 1.0; permissions <c>inventory-storage.call-number-types.*</c>.</remarks>
public interface ICallNumberTypesApi
{
    /// <summary>Lists call number types; null leaves a parameter to the server.</summary>
    [Get("/call-number-types")]
    Task<RecordPage<CallNumberType>> ListAsync(string? query, int? offset, int? limit, string? totalRecords, CancellationToken cancellationToken = default);

    /// <summary>Reads one call number type.</summary>
    [Get("/call-number-types/{id}")]
    Task<CallNumberType> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Creates one call number type.</summary>
    [Post("/call-number-types")]
    Task<CallNumberType> CreateAsync([Body] CallNumberType record, CancellationToken cancellationToken = default);

    /// <summary>Replaces one call number type.</summary>
    [Put("/call-number-types/{id}")]
    Task UpdateAsync(Guid id, [Body] CallNumberType record, CancellationToken cancellationToken = default);

    /// <summary>Deletes one call number type.</summary>
    [Delete("/call-number-types/{id}")]
    Task DeleteAsync(Guid id, CancellationToken cancellationToken = default);
}
