using Refit;

namespace Polaris.Client.Cataloging;

/// <summary>The endpoints of bibliographic records, one method each. <see cref="BibRecordsClient"/> is easier and safer to use.</summary>
/// <remarks>Vendor page: get_bib_record and related pages.</remarks>
[Headers("Accept: application/json")]
public interface IBibRecordsApi
{
    /// <summary>Reads the properties of a record, without its MARC data.</summary>
    /// <param name="bibRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/bibliographicrecords/{bibRecordId}")]
    Task<BibRecordResponse> GetAsync(int bibRecordId, CancellationToken cancellationToken = default);

    /// <summary>Reads the MARC data of a record in its display form.</summary>
    /// <param name="bibRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The JSON as received; <c>MarcRecord.FromJson</c> reads it and refuses what it would have to drop.</returns>
    [Get("/bibliographicrecords/{bibRecordId}/marcdisplay")]
    Task<string?> GetMarcAsync(int bibRecordId, CancellationToken cancellationToken = default);

    /// <summary>Reads the number of copies in each branch.</summary>
    /// <param name="bibRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/bibliographicrecords/{bibRecordId}/availability?nofilter=true")]
    Task<BibAvailability> GetAvailabilityAsync(int bibRecordId, CancellationToken cancellationToken = default);

    /// <summary>Reads the MARC data of 1 to 20 records that no other user has locked.</summary>
    /// <param name="ids">The IDs, separated by commas.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/marc/records")]
    Task<BibMarcPage> ListMarcAsync([Query] string ids, CancellationToken cancellationToken = default);

    /// <summary>Reads a part of the items of a record.</summary>
    /// <param name="bibRecordId">The ID of the record.</param>
    /// <param name="limit">The number of items.</param>
    /// <param name="offset">The position of the first item, from 0.</param>
    /// <param name="pitId">The snapshot of the list; 0 for a new one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/bibliographicrecords/{bibRecordId}/items")]
    Task<BibItemPage> ListItemsAsync(
        int bibRecordId,
        [AliasAs("Limit")] int limit,
        [AliasAs("Offset")] int offset,
        [AliasAs("PitID")] int pitId,
        CancellationToken cancellationToken = default);

    /// <summary>Lists the record sets that contain a record.</summary>
    /// <param name="bibRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/bibliographicrecords/{bibRecordId}/recordsets")]
    Task<IReadOnlyList<RecordSet>> ListRecordSetsAsync(int bibRecordId, CancellationToken cancellationToken = default);

    /// <summary>Creates a record without a workflow.</summary>
    /// <param name="record">The record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The ID of the new record.</returns>
    [Post("/bibliographicrecords?type=Create")]
    Task<int> CreateAsync([Body] NewBibRecord record, CancellationToken cancellationToken = default);
}
