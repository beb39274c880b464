using Polaris.Client.Http;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Reads item records and what belongs to them, edits one under a lock, and adds blocking notes.</summary>
/// <remarks>Thread-safe. To add a record, run <see cref="AddItemRecord"/> with <c>PolarisClient.Workflows</c>.</remarks>
public sealed partial class ItemRecordsClient
{
    private const string ById = "GET /itemrecords/{itemRecordId}";
    private const string ByBarcode = "GET /itemrecords/{barcode}?isBarcode=true";

    private readonly IItemRecordsApi _api;
    private readonly ItemRecordEditor _editor;

    internal ItemRecordsClient(IItemRecordsApi api, ObjectLocksClient locks, WorkflowsClient workflows)
    {
        _api = api;
        _editor = new(locks, workflows, GetAsync);
    }

    /// <summary>Reads a record.</summary>
    /// <param name="itemRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The record does not exist, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The response is not this record.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /itemrecords/{itemRecordId}. Vendor page: get_item_record.</remarks>
    /// <example><code>
    /// ItemRecord item = await polaris.ItemRecords.GetAsync(4711);
    /// </code></example>
    public async Task<ItemRecord> GetAsync(int itemRecordId, CancellationToken cancellationToken = default)
    {
        var record = await _api.GetAsync(Checked(itemRecordId), cancellationToken).ConfigureAwait(false);
        return record.ItemRecordId == itemRecordId ? record : throw RecordResponses.Unexpected(ById, $"is not item record {itemRecordId}");
    }

    /// <summary>Reads a record that may not exist.</summary>
    /// <param name="itemRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The record; <see langword="null"/> if Polaris reports that it does not exist.</returns>
    /// <exception cref="NotFoundException">A 404 that does not come from Polaris: another server responds at this address.</exception>
    /// <inheritdoc cref="GetAsync" path="/exception[not(contains(@cref, 'NotFound'))]"/>
    /// <remarks>GET /itemrecords/{itemRecordId}. Vendor page: get_item_record.</remarks>
    public Task<ItemRecord?> FindAsync(int itemRecordId, CancellationToken cancellationToken = default) =>
        GetAsync(itemRecordId, cancellationToken).OrNullAsync();

    /// <summary>Reads the record with a barcode.</summary>
    /// <param name="barcode">The barcode, exactly as stored.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The barcode is blank, or cannot be part of an address.</exception>
    /// <exception cref="NotFoundException">The record does not exist, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The response is not an item record, or one with another barcode.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /itemrecords/{barcode}?isBarcode=true. Vendor page: get_item_record.</remarks>
    public async Task<ItemRecord> GetByBarcodeAsync(string barcode, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(barcode) || barcode.Trim('.').Length == 0 || barcode.Any(char.IsControl))
        {
            throw new ArgumentException("A barcode must not be blank or consist only of dots, and must not contain control characters.", nameof(barcode));
        }

        var record = await _api.GetByBarcodeAsync(barcode, cancellationToken).ConfigureAwait(false);
        return record.ItemRecordId > 0 && string.Equals(record.Barcode?.Trim(), barcode.Trim(), StringComparison.OrdinalIgnoreCase)
            ? record
            : throw RecordResponses.Unexpected(ByBarcode, "is not an item record with this barcode");
    }

    /// <summary>Reads the record with a barcode, if there is one.</summary>
    /// <param name="barcode">The barcode, exactly as stored.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The record; <see langword="null"/> if Polaris reports that it does not exist.</returns>
    /// <exception cref="NotFoundException">A 404 that does not come from Polaris: another server responds at this address.</exception>
    /// <inheritdoc cref="GetByBarcodeAsync" path="/exception[not(contains(@cref, 'NotFound'))]"/>
    /// <remarks>GET /itemrecords/{barcode}?isBarcode=true. Vendor page: get_item_record.</remarks>
    public Task<ItemRecord?> FindByBarcodeAsync(string barcode, CancellationToken cancellationToken = default) =>
        GetByBarcodeAsync(barcode, cancellationToken).OrNullAsync();

    /// <summary>Reads the barcode of a record.</summary>
    /// <param name="itemRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The record does not exist, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The response is not a barcode; the record may not have one.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /barcodes/items/{itemRecordId}, seen in public clients; the vendor does not document it.</remarks>
    public Task<string> GetBarcodeAsync(int itemRecordId, CancellationToken cancellationToken = default) =>
        _api.GetBarcodeAsync(Checked(itemRecordId), cancellationToken).AsBarcodeAsync("GET /barcodes/items/{itemRecordId}");

    /// <summary>Reads the barcode of a record that may not exist.</summary>
    /// <param name="itemRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The barcode; <see langword="null"/> if Polaris reports that the record does not exist.</returns>
    /// <exception cref="NotFoundException">A 404 that does not come from Polaris: another server responds at this address.</exception>
    /// <inheritdoc cref="GetBarcodeAsync" path="/exception[not(contains(@cref, 'NotFound'))]"/>
    /// <remarks>GET /barcodes/items/{itemRecordId}, seen in public clients; the vendor does not document it.</remarks>
    public Task<string?> FindBarcodeAsync(int itemRecordId, CancellationToken cancellationToken = default) =>
        GetBarcodeAsync(itemRecordId, cancellationToken).OrNullAsync();

    internal static int Checked(int itemRecordId) => Argument.Id(itemRecordId, "an item record");
}
