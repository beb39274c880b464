using System.Text.Json;
using Refit;

namespace Polaris.Client.Folio;

/// <summary>One part of a bound-with: a holdings record whose title is bound into an item that belongs to another one.</summary>
/// <remarks>The pair of item and holdings record is unique.</remarks>
[FolioResource("inventory-storage/bound-with-parts", "boundWithParts")]
public sealed class BoundWithPart : FolioRecord
{
    /// <summary>The ID of the <see cref="HoldingsRecord"/> of the part. The server requires it.</summary>
    public Guid? HoldingsRecordId { get; set; }

    /// <summary>The ID of the <see cref="Item"/> that is the volume. The server requires it.</summary>
    public Guid? ItemId { get; set; }
}

/// <summary>A <see cref="RecordClient{TRecord}"/> for the parts of bound-withs, which can also be set together for one item.</summary>
/// <remarks>Thread-safe. For the exceptions of every call see <see cref="RecordClient{TRecord}"/>.</remarks>
public sealed class BoundWithPartClient : RecordClient<BoundWithPart>
{
    private readonly IBoundWithsApi _boundWiths;

    internal BoundWithPartClient(IRecordsApi records, IBoundWithsApi boundWiths, JsonSerializerOptions json, string tenant, Pauses pauses)
        : base(records, json, FolioResourceAttribute.Of(typeof(BoundWithPart)), tenant, pauses) =>
        _boundWiths = boundWiths;

    /// <summary>Sets the parts of a bound-with: creates those that are missing, and deletes those that are not given.</summary>
    /// <param name="itemId">The ID of the <see cref="Item"/> that is the volume.</param>
    /// <param name="holdingsRecordIds">
    /// The IDs of the <see cref="HoldingsRecord"/>s that are bound into it. The item's own holdings record is added by the server. If none, or
    /// only this one, is given, the item is not a bound-with any more.
    /// </param>
    /// <param name="cancellationToken">Cancels the call; the parts may have been set anyway.</param>
    /// <exception cref="ValidationFailedException">The item or one of the holdings records does not exist; nothing was changed.</exception>
    /// <exception cref="ArgumentException">An ID is not of version 1 to 5; nothing was sent.</exception>
    /// <remarks>
    /// PUT /inventory-storage/bound-withs; permission <c>inventory-storage.bound-withs.collection.put</c>. The server changes one part after the
    /// other: if it fails meanwhile, call this method again, which completes it.
    /// </remarks>
    /// <example><code>
    /// await folio.BoundWithParts.SetAsync(volume.Id, [first.Id, second.Id]);
    /// </code></example>
    public Task SetAsync(Guid itemId, IEnumerable<Guid> holdingsRecordIds, CancellationToken cancellationToken = default)
    {
        _ = holdingsRecordIds ?? throw new ArgumentNullException(nameof(holdingsRecordIds));
        return _boundWiths.SetAsync(
            new BoundWith
            {
                ItemId = Arguments.Id(itemId, nameof(itemId)),
                BoundWithContents = [.. holdingsRecordIds.Distinct().Select(id => new BoundWithContent { HoldingsRecordId = Arguments.Id(id, nameof(holdingsRecordIds)) })],
            },
            cancellationToken);
    }
}

/// <summary>The body of the endpoint: an item and all its parts.</summary>
internal sealed class BoundWith
{
    public Guid ItemId { get; set; }

    public List<BoundWithContent> BoundWithContents { get; set; } = [];
}

/// <summary>One part.</summary>
internal sealed class BoundWithContent
{
    public Guid HoldingsRecordId { get; set; }
}

/// <summary>The endpoint that sets all parts of an item; its address does not contain the item.</summary>
internal interface IBoundWithsApi
{
    /// <summary>Sets the parts.</summary>
    [Put("/inventory-storage/bound-withs")]
    Task SetAsync([Body] BoundWith boundWith, CancellationToken cancellationToken);
}
