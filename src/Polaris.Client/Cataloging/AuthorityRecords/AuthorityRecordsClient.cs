using Polaris.Client.Http;
using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Reads authority records, edits one under a lock, and creates one from a record of another database.</summary>
/// <remarks>Thread-safe. To save one whole record, run <see cref="AddOrUpdateAuthorityRecord"/> with <c>PolarisClient.Workflows</c>.</remarks>
public sealed class AuthorityRecordsClient
{
    private const int LeaderLength = 24;
    private const string MarcRoute = "GET /authorityrecords/{authorityRecordId}/marcdisplay";

    private readonly IAuthorityRecordsApi _api;
    private readonly MarcRecordEditor<AuthorityRecordSaved> _editor;

    internal AuthorityRecordsClient(IAuthorityRecordsApi api, ObjectLocksClient locks, WorkflowsClient workflows)
    {
        _api = api;
        _editor = new(locks, workflows, ObjectType.AuthorityRecord, "Authority record")
        {
            MarcRoute = MarcRoute,
            ReadMarcAsync = GetMarcAsync,
            ToRequestAsync = ToSaveAsync,
        };
    }

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
        _api.GetMarcAsync(Checked(authorityRecordId), cancellationToken).AsMarcAsync(MarcRoute);

    /// <summary>Lists the record sets that contain a record.</summary>
    /// <param name="authorityRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The record does not exist, or another server responds at this address.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /authorityrecords/{authorityRecordId}/recordsets. Vendor page: authrecords/get_linked_recordsets.</remarks>
    public Task<IReadOnlyList<RecordSet>> ListRecordSetsAsync(int authorityRecordId, CancellationToken cancellationToken = default) =>
        _api.ListRecordSetsAsync(Checked(authorityRecordId), cancellationToken).WithoutNullsAsync();

    /// <summary>Creates an authority record from a MARC record of another database, without a workflow.</summary>
    /// <param name="record">The MARC record.</param>
    /// <param name="isFromPolarisSearch">Whether the record was found by a search of a remote database in Polaris, with Z39.50.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The new record. Its MARC codes, in the additional members, are codes here, but descriptions in other reads.</returns>
    /// <exception cref="ArgumentException">The leader of the record does not have 24 characters, or the record does not have a heading (1XX).</exception>
    /// <exception cref="InvalidResponseException">The response is not an authority record; the record may exist.</exception>
    /// <exception cref="PermissionDeniedException">The user may not create authority records.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond: it may have created the record.</exception>
    /// <remarks>
    /// PUT /remoterecord/?z3950Flag=. Vendor page: authrecords/put_create_from_remoterecord. It is never sent again after its response was
    /// lost, because that could create the record twice. To add a record with the prompts of the staff client, run
    /// <see cref="AddOrUpdateAuthorityRecord"/>.
    /// </remarks>
    public async Task<AuthorityRecord> CreateFromRemoteAsync(
        MarcRecord record, bool isFromPolarisSearch, CancellationToken cancellationToken = default)
    {
        _ = record ?? throw new ArgumentNullException(nameof(record));
        if (record.Leader.Length != LeaderLength || !record.FieldsWithTag("1XX").Any())
        {
            throw new ArgumentException($"An authority record must have a leader of {LeaderLength} characters and a heading (1XX).", nameof(record));
        }

        var created = await _api.CreateFromRemoteAsync(isFromPolarisSearch, record.Clone().StripToMarc(), cancellationToken).ConfigureAwait(false);
        return created.AuthorityRecordId > 0
            ? created
            : throw RecordResponses.Unexpected(
                "PUT /remoterecord/", "does not contain the ID of the new record, which may exist", mayHaveBeenProcessed: true);
    }

    /// <summary>Locks a record, reads it, lets the caller change its MARC data, saves it, reads it again, and releases the lock.</summary>
    /// <param name="authorityRecordId">The ID of the record.</param>
    /// <param name="change">Changes the MARC data. If it makes no changes, nothing is saved.</param>
    /// <param name="handlers">The handlers that reply to the prompts of the save.</param>
    /// <param name="lockOptions">How long to wait for the lock; <see langword="null"/> to use the defaults.</param>
    /// <param name="cancellationToken">Cancels the call; a save that was sent already may still be stored. The lock is released in any case.</param>
    /// <returns>What was saved, and what the server stored.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="InvalidOperationException">Position 5 of the leader is <c>s</c> or <c>x</c>, which deletes the record; nothing was saved.</exception>
    /// <exception cref="ObjectLockedException">Another user has the record open; nothing was read or changed.</exception>
    /// <exception cref="RecordChangedException">The record was changed while <paramref name="change"/> ran; nothing was saved.</exception>
    /// <exception cref="NotFoundException">The record does not exist, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The record cannot be read without loss, or its status is missing; nothing was saved.</exception>
    /// <exception cref="WorkflowException">The save ended without completing, or a prompt had no handler.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond; see <see cref="TransportException.MayHaveBeenProcessed"/>.</exception>
    /// <remarks>
    /// <para>
    /// POST /objectlocks, GET /authorityrecords/{authorityRecordId} and its marcdisplay before and after <paramref name="change"/>, then
    /// <see cref="AddOrUpdateAuthorityRecord"/> with the current status of the record. The vendor documents marcdisplay as a form for
    /// display: check with <see cref="MarcRecordEdit{TSaved}.StoredDifference"/> how the server stored the record. A heading that is
    /// linked to bibliographic records raises <see cref="ManageLinkedRecordsPrompt"/>.
    /// </para>
    /// <para>An exception of <paramref name="change"/> or of a handler reaches the caller unchanged; nothing is saved then.</para>
    /// </remarks>
    /// <example><code>
    /// var edit = await polaris.AuthorityRecords.EditAsync(
    ///     2655, record => record["100"]!['d'] = "1835-1910", new PromptHandlers());
    /// </code></example>
    public Task<MarcRecordEdit<AuthorityRecordSaved>> EditAsync(
        int authorityRecordId,
        Action<MarcRecord> change,
        PromptHandlers handlers,
        AcquireOptions? lockOptions = null,
        CancellationToken cancellationToken = default)
    {
        _ = change ?? throw new ArgumentNullException(nameof(change));
        return EditAsync(authorityRecordId, Run, handlers, lockOptions, cancellationToken);

        Task Run(MarcRecord record)
        {
            change(record);
            return Task.CompletedTask;
        }
    }

    /// <inheritdoc cref="EditAsync(int, Action{MarcRecord}, PromptHandlers, AcquireOptions, CancellationToken)"/>
    public Task<MarcRecordEdit<AuthorityRecordSaved>> EditAsync(
        int authorityRecordId,
        Func<MarcRecord, Task> change,
        PromptHandlers handlers,
        AcquireOptions? lockOptions = null,
        CancellationToken cancellationToken = default)
    {
        _ = change ?? throw new ArgumentNullException(nameof(change));
        _ = handlers ?? throw new ArgumentNullException(nameof(handlers));
        return _editor.EditAsync(Checked(authorityRecordId), change, handlers, lockOptions, cancellationToken);
    }

    /// <summary>Returns the request to save changed MARC data with the present status, because an omitted one has no documented meaning.</summary>
    private async Task<WorkflowRequest<AuthorityRecordSaved>> ToSaveAsync(
        int authorityRecordId, MarcRecord changed, CancellationToken cancellationToken)
    {
        var header = await GetAsync(authorityRecordId, cancellationToken).ConfigureAwait(false);
        return new AddOrUpdateAuthorityRecord
        {
            AuthorityRecordId = authorityRecordId,
            RecordStatusId = header.RecordStatusId ?? throw RecordResponses.Unexpected(
                "GET /authorityrecords/{authorityRecordId}", "lacks RecordStatusID, which a save must repeat"),
            Marc = changed,
        };
    }

    private static int Checked(int authorityRecordId) => Argument.Id(authorityRecordId, "an authority record");
}
