using Refit;

namespace Polaris.Client.Cataloging;

/// <summary>The endpoints of item records, one method each. <see cref="ItemRecordsClient"/> is easier and safer to use.</summary>
/// <remarks>
/// Vendor pages: itemrecords/get_item_record, get_item_history_view, get_item_state_view, manage_itemrecord_retrieve,
/// get_linked_recordsets and get_itemrecords_by_ids. Barcodes, hold requests and blocking notes were seen in public clients.
/// </remarks>
[Headers("Accept: application/json")]
public interface IItemRecordsApi
{
    /// <summary>Reads a record.</summary>
    /// <param name="itemRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/itemrecords/{itemRecordId}")]
    Task<ItemRecord> GetAsync(int itemRecordId, CancellationToken cancellationToken = default);

    /// <summary>Reads the record with a barcode.</summary>
    /// <param name="barcode">The barcode.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/itemrecords/{barcode}?isBarcode=true")]
    Task<ItemRecord> GetByBarcodeAsync(string barcode, CancellationToken cancellationToken = default);

    /// <summary>Reads the barcode of a record.</summary>
    /// <param name="itemRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The JSON as received: a string in quotes.</returns>
    [Get("/barcodes/items/{itemRecordId}")]
    Task<string?> GetBarcodeAsync(int itemRecordId, CancellationToken cancellationToken = default);

    /// <summary>Lists the actions that were taken with an item.</summary>
    /// <param name="itemRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/itemrecords/{itemRecordId}?view=history")]
    Task<IReadOnlyList<ItemHistoryEntry>> ListHistoryAsync(int itemRecordId, CancellationToken cancellationToken = default);

    /// <summary>Reads the few properties for which no permission to access item records is needed.</summary>
    /// <param name="itemRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/itemrecords/{itemRecordId}?view=itemview")]
    Task<ItemView> GetViewAsync(int itemRecordId, CancellationToken cancellationToken = default);

    /// <summary>Reads several items as outreach services see them, for one patron.</summary>
    /// <param name="itemRecordIds">The IDs of the records.</param>
    /// <param name="patronID">The ID of the patron.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Post("/itemrecords/batch/getbyids?view=ors")]
    Task<IReadOnlyList<OutreachItem>> ListByIdsAsync(
        [Body] IReadOnlyList<int> itemRecordIds, [Query] int patronID, CancellationToken cancellationToken = default);

    /// <summary>Reads a part of the hold requests that an item could fill.</summary>
    /// <param name="itemRecordId">The ID of the record.</param>
    /// <param name="limit">The number of requests; without it the server returns none.</param>
    /// <param name="offset">The position of the first request, from 0.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/itemrecords/{itemRecordId}/holds")]
    Task<ItemHoldPage> ListHoldsAsync(
        int itemRecordId, [AliasAs("Limit")] int limit, [AliasAs("Offset")] int offset, CancellationToken cancellationToken = default);

    /// <summary>Adds a note that blocks an item. The organization of the address must be that of the item.</summary>
    /// <param name="itemRecordId">The ID of the record.</param>
    /// <param name="note">The note.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Post("/itemrecords/{itemRecordId}/blockingnote")]
    Task<ItemBlockingNoteResult> AddBlockingNoteAsync(int itemRecordId, [Body] ItemBlockingNote note, CancellationToken cancellationToken = default);

    /// <summary>Reads the state of an item.</summary>
    /// <param name="itemRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/itemrecords/{itemRecordId}?view=state")]
    Task<ItemState> GetStateAsync(int itemRecordId, CancellationToken cancellationToken = default);

    /// <summary>Lists the record sets that contain an item.</summary>
    /// <param name="itemRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/itemrecords/{itemRecordId}/recordsets")]
    Task<IReadOnlyList<RecordSet>> ListRecordSetsAsync(int itemRecordId, CancellationToken cancellationToken = default);
}
