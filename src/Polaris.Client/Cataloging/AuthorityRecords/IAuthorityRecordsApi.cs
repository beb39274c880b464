using Polaris.Client.Marc;
using Refit;

namespace Polaris.Client.Cataloging;

/// <summary>The endpoints of authority records, one method each. <see cref="AuthorityRecordsClient"/> is easier and safer to use.</summary>
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

    /// <summary>Lists the record sets that contain a record.</summary>
    /// <param name="authorityRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/authorityrecords/{authorityRecordId}/recordsets")]
    Task<IReadOnlyList<RecordSet>> ListRecordSetsAsync(int authorityRecordId, CancellationToken cancellationToken = default);

    /// <summary>Creates an authority record from a MARC record of another database.</summary>
    /// <param name="z3950Flag">Whether the record was found by a search of a remote database in Polaris.</param>
    /// <param name="record">The MARC record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The new record.</returns>
    [Put("/remoterecord/")]
    Task<AuthorityRecord> CreateFromRemoteAsync(
        [Query("", "z3950Flag"), QueryConverter(typeof(LowerCaseBool))] bool? z3950Flag,
        [Body] MarcRecord record,
        CancellationToken cancellationToken = default);
}
