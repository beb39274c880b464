using Refit;

namespace Polaris.Client.Folio;

/// <summary>The instance format endpoints, one method each. <see cref="FolioClient.InstanceFormats"/> is the friendly way in.</summary>
/// <remarks>Interface <c>instance-formats</c> 2.0.</remarks>
public interface IInstanceFormatsApi
{
    /// <summary>Lists instance formats; null leaves a parameter to the server.</summary>
    [Get("/instance-formats")]
    Task<RecordPage<InstanceFormat>> ListAsync(string? query, int? offset, int? limit, string? totalRecords, CancellationToken cancellationToken = default);

    /// <summary>Reads one instance format.</summary>
    [Get("/instance-formats/{id}")]
    Task<InstanceFormat> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Creates one instance format.</summary>
    [Post("/instance-formats")]
    Task<InstanceFormat> CreateAsync([Body] InstanceFormat record, CancellationToken cancellationToken = default);

    /// <summary>Replaces one instance format.</summary>
    [Put("/instance-formats/{id}")]
    Task UpdateAsync(Guid id, [Body] InstanceFormat record, CancellationToken cancellationToken = default);

    /// <summary>Deletes one instance format.</summary>
    [Delete("/instance-formats/{id}")]
    Task DeleteAsync(Guid id, CancellationToken cancellationToken = default);
}
