using Refit;

namespace Polaris.Client.Cataloging;

/// <summary>The endpoints that read bibliographic records, one method each. <see cref="BibRecordsClient"/> is easier and safer to use.</summary>
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
}
