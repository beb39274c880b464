using Refit;

namespace Polaris.Client.Cataloging;

/// <summary>The endpoints that read item records, one method each. <see cref="ItemRecordsClient"/> is easier and safer to use.</summary>
/// <remarks>Vendor page: get_item_record.</remarks>
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
}
