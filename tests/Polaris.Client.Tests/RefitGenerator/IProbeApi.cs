using Polaris.Client.Tests.Http;
using Refit;

namespace Polaris.Client.Tests.RefitGenerator;

/// <summary>Everything the generator supports, to be called by the tests of behaviour.</summary>
[Headers("Accept: application/json", "X-Level: interface")]
public interface IProbeApi
{
    [Get("/objectlocks/{objectTypeId}/{objectId}")]
    Task GetAsync(int objectTypeId, long objectId, CancellationToken cancellationToken = default);

    [Get("/records/{ID}/tags/{tag}")]
    Task GetTagAsync([AliasAs("id")] Guid key, string tag);

    [Get("/values/{flag}/{price}/{weight}/{day}/{letter}/{size}")]
    Task GetValuesAsync(bool flag, decimal price, double weight, DateOnly day, char letter, ulong size);

    [Get("/")]
    Task GetRootAsync();

    [Get("/search?kind=all")]
    Task SearchAsync(string? text = null, int? limit = null, [AliasAs("is new")] bool? isNew = null);

    [Get("/dates")]
    Task GetByDatesAsync(DateTime? at = null, DateTimeOffset? since = null, DateOnly? day = null);

    [Get("/numbers")]
    Task GetByNumbersAsync(
        double? real = null, float? rough = null, decimal? exact = null, ulong? big = null, Guid? id = null);

    [Get("/lists")]
    Task GetByListsAsync(
        [Query(CollectionFormat.Multi)] IEnumerable<string?>? multi = null,
        [Query(CollectionFormat.Csv)] IReadOnlyList<int>? csv = null,
        [Query(CollectionFormat.Pipes)] DateOnly[]? pipes = null,
        [Query(CollectionFormat.Ssv)] IEnumerable<bool>? ssv = null,
        [Query(CollectionFormat.Tsv)] List<string>? tsv = null);

    [Post("/empty")]
    Task PostEmptyAsync();

    [Put("/empty")]
    Task PutEmptyAsync();

    [Patch("/empty")]
    Task PatchEmptyAsync();

    [Delete("/records/{id}")]
    Task DeleteAsync(int id);

    [Head("/records/{id}")]
    Task HeadAsync(int id);

    [Post("/records"), Headers("X-Level: method")]
    Task AddAsync(
        [Body] ProbeRecord record,
        [Header("X-Reason")] string? reason = null,
        [Refit.Property("tenant")] string? tenant = null,
        [Refit.Property] int? attempt = null);

    [Get("/records/{id}")]
    Task<ProbeRecord> ReadAsync(int id, CancellationToken cancellationToken = default);

    [Get("/records/{id}")]
    Task<ProbeRecord?> FindAsync(int id);

    [Get("/records/{id}")]
    Task<HttpResponseMessage> OpenAsync(int id);
}
