using Polaris.Client.Marc;

namespace Polaris.Client.Cataloging;

/// <summary>Reads authority records.</summary>
/// <remarks>Thread-safe. To save a record, run <see cref="AddOrUpdateAuthorityRecord"/> with <c>PolarisClient.Workflows</c>.</remarks>
public sealed class AuthorityRecordsClient
{
    private readonly IAuthorityRecordsApi _api;

    internal AuthorityRecordsClient(IAuthorityRecordsApi api) => _api = api;

    /// <summary>Reads the properties of a record, without its MARC data.</summary>
    /// <param name="authorityRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The record does not exist, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The response is not this record.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /authorityrecords/{authorityRecordId}. Vendor page: get_auth_record.</remarks>
    /// <example><code>
    /// AuthorityRecord record = await polaris.AuthorityRecords.GetAsync(2655);
    /// </code></example>
    public async Task<AuthorityRecord> GetAsync(int authorityRecordId, CancellationToken cancellationToken = default)
    {
        var record = await _api.GetAsync(Checked(authorityRecordId), cancellationToken).ConfigureAwait(false);
        return record.AuthorityRecordId == authorityRecordId
            ? record
            : throw RecordResponses.Unexpected("GET /authorityrecords/{authorityRecordId}", $"is not authority record {authorityRecordId}");
    }

    /// <summary>Reads the properties of a record that may not exist.</summary>
    /// <param name="authorityRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The record; <see langword="null"/> if Polaris reports that it does not exist.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">A 404 that does not come from Polaris: another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The response is not this record.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /authorityrecords/{authorityRecordId}. Vendor page: get_auth_record.</remarks>
    public Task<AuthorityRecord?> FindAsync(int authorityRecordId, CancellationToken cancellationToken = default) =>
        GetAsync(authorityRecordId, cancellationToken).OrNullAsync();

    /// <summary>Reads the MARC data of a record in its display form.</summary>
    /// <param name="authorityRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The record does not exist, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The response is not one MARC record, or holds data that a record cannot keep.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>
    /// GET /authorityrecords/{authorityRecordId}/marcdisplay. The ID that the server adds is in the record's additional members; clear
    /// them before you save the record.
    /// </remarks>
    public Task<MarcRecord> GetMarcAsync(int authorityRecordId, CancellationToken cancellationToken = default) =>
        _api.GetMarcAsync(Checked(authorityRecordId), cancellationToken).AsMarcAsync("GET /authorityrecords/{authorityRecordId}/marcdisplay");

    private static int Checked(int authorityRecordId) => authorityRecordId < 1
        ? throw new ArgumentOutOfRangeException(nameof(authorityRecordId), authorityRecordId, "The ID of an authority record must be 1 or more.")
        : authorityRecordId;
}
