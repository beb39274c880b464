using Refit;

namespace Polaris.Client.Cataloging;

/// <summary>The endpoints that read authority records, one method each. <see cref="AuthorityRecordsClient"/> is easier and safer to use.</summary>
/// <remarks>Vendor page: get_auth_record and related pages.</remarks>
[Headers("Accept: application/json")]
public interface IAuthorityRecordsApi
{
    /// <summary>Reads the properties of a record, without its MARC data.</summary>
    /// <param name="authorityRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/authorityrecords/{authorityRecordId}")]
    Task<AuthorityRecord> GetAsync(int authorityRecordId, CancellationToken cancellationToken = default);

    /// <summary>Reads the MARC data of a record in its display form.</summary>
    /// <param name="authorityRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The JSON as received; <c>MarcRecord.FromJson</c> reads it and refuses what it would have to drop.</returns>
    [Get("/authorityrecords/{authorityRecordId}/marcdisplay")]
    Task<string?> GetMarcAsync(int authorityRecordId, CancellationToken cancellationToken = default);
}
