using System.Globalization;
using System.Runtime.CompilerServices;
using Polaris.Client.Http;

namespace Polaris.Client.Cataloging;

/// <summary>Reads, creates and changes record sets.</summary>
/// <remarks>Thread-safe. No change is sent again after its response was lost.</remarks>
public sealed class RecordSetsClient
{
    /// <summary>The vendor's default number of records of one call.</summary>
    private const int PageSize = 1_000;

    private const int MaxNameLength = 65;

    private readonly IRecordSetsApi _api;

    internal RecordSetsClient(IRecordSetsApi api) => _api = api;

    /// <summary>Reads the header of a record set.</summary>
    /// <param name="recordSetId">The ID of the record set.</param>
    /// <param name="ownerOnly">Whether to read only type, creator and owner, for which the server does not check a permission.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The record set does not exist, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The response is not this record set.</exception>
    /// <exception cref="PermissionDeniedException">The user may not see this record set.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /recordsets/{recordSetId}. Vendor page: recordsets/get_recordsets.</remarks>
    /// <example><code>
    /// RecordSet recordSet = await polaris.RecordSets.GetAsync(36937);
    /// </code></example>
    public async Task<RecordSet> GetAsync(int recordSetId, bool ownerOnly = false, CancellationToken cancellationToken = default)
    {
        var found = await _api.GetAsync(Checked(recordSetId), ownerOnly ? true : null, cancellationToken).ConfigureAwait(false);
        return found.RecordSetId == recordSetId
            ? found
            : throw RecordResponses.Unexpected("GET /recordsets/{recordSetId}", $"is not record set {recordSetId}");
    }

    /// <summary>Reads the header of a record set that may not exist.</summary>
    /// <param name="recordSetId">The ID of the record set.</param>
    /// <param name="ownerOnly">Whether to read only type, creator and owner, for which the server does not check a permission.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The record set; <see langword="null"/> if Polaris reports that it does not exist.</returns>
    /// <exception cref="NotFoundException">A 404 that does not come from Polaris: another server responds at this address.</exception>
    /// <inheritdoc cref="GetAsync" path="/exception[not(contains(@cref, 'NotFound'))]"/>
    /// <remarks>GET /recordsets/{recordSetId}. Vendor page: recordsets/get_recordsets.</remarks>
    public Task<RecordSet?> FindAsync(int recordSetId, bool ownerOnly = false, CancellationToken cancellationToken = default) =>
        GetAsync(recordSetId, ownerOnly, cancellationToken).OrNullAsync();

    /// <summary>Reads the records of a record set, 1,000 at a time.</summary>
    /// <param name="recordSetId">The ID of the record set.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>
    /// The records, sorted by the server. If another user changes the record set meanwhile, records may be missing or appear twice.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The record set does not exist, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The response is not the part that was requested.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>
    /// GET /recordsets/{recordSetId}/records?startIndex=&amp;numRecords=&amp;sortResults=true. Vendor page: recordsets/get_recordset_contents.
    /// </remarks>
    public IAsyncEnumerable<RecordSetMember> ListRecordsAsync(int recordSetId, CancellationToken cancellationToken = default) =>
        EnumerateAsync(Checked(recordSetId), cancellationToken);

    /// <summary>Changes the name, the owner and the note of a record set, all three.</summary>
    /// <param name="recordSetId">The ID of the record set.</param>
    /// <param name="header">The new header: read the record set first, and repeat the values that do not change.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentNullException">The header is null.</exception>
    /// <exception cref="ArgumentException">The name is blank or longer than 65 characters.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1, or the owner is negative.</exception>
    /// <exception cref="NotFoundException">The record set does not exist, or another server responds at this address.</exception>
    /// <exception cref="PermissionDeniedException">The user may not change this record set.</exception>
    /// <exception cref="InvalidResponseException">The response does not confirm the change; read the record set to find out.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond: it may have changed the record set.</exception>
    /// <remarks>PUT /recordsets/{recordSetId}. Vendor page: recordsets/get_recordsets.</remarks>
    public Task UpdateAsync(int recordSetId, RecordSetHeader header, CancellationToken cancellationToken = default)
    {
        _ = header ?? throw new ArgumentNullException(nameof(header));
        CheckName(header.Name, nameof(header));
        Argument.NotNegative(header.OrganizationOwnerId, "The ID of the owner", nameof(header));
        return _api.UpdateAsync(Checked(recordSetId), header, cancellationToken)
            .ConfirmAsync("PUT /recordsets/{recordSetId}", $"record set {recordSetId}", "RecordSetID", recordSetId);
    }

    /// <summary>Creates a record set.</summary>
    /// <param name="recordSet">The record set, with its records.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The ID of the record set, and warnings if some of the records were not added.</returns>
    /// <exception cref="ArgumentNullException">The record set is null.</exception>
    /// <exception cref="ArgumentException">The name is blank or longer than 65 characters, or the record set names another one.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The ID of a record is less than 1, or the type of the records is not set.</exception>
    /// <exception cref="InvalidResponseException">The response does not contain the ID of the record set, which may exist.</exception>
    /// <exception cref="PermissionDeniedException">The user may not create record sets.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond: it may have created the record set.</exception>
    /// <remarks>POST /recordsets. Vendor page: recordsets/post_create_recordset.</remarks>
    /// <example><code>
    /// RecordSetCreated created = await polaris.RecordSets.CreateAsync(new NewRecordSet
    /// {
    ///     Name = "To be checked",
    ///     ObjectType = ObjectType.BibliographicRecord,
    ///     Records = [1126739, 1331392],
    /// });
    /// </code></example>
    public Task<RecordSetCreated> CreateAsync(NewRecordSet recordSet, CancellationToken cancellationToken = default) =>
        CreateAsync(Checked(recordSet, isOfLinkedRecords: false), filter: null, generateNoLinks: null, cancellationToken);

    /// <summary>Creates a record set of all authority or bibliographic records that no other record is linked to.</summary>
    /// <param name="recordSet">The record set, without records.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The ID of the record set. In the vendor's sample the number of records is 0: the server may add them later.</returns>
    /// <exception cref="ArgumentException">
    /// The name is blank or longer than 65 characters, or the record set has records or names another one.
    /// </exception>
    /// <inheritdoc cref="CreateAsync(NewRecordSet, CancellationToken)" path="/exception[not(contains(@cref, 'ArgumentException'))]"/>
    /// <remarks>POST /recordsets?generateNoLinks=true. Vendor page: recordsets/post_create_unlinked_recordset.</remarks>
    public Task<RecordSetCreated> CreateOfUnlinkedRecordsAsync(NewRecordSet recordSet, CancellationToken cancellationToken = default) =>
        CreateAsync(WithoutRecords(Checked(recordSet, isOfLinkedRecords: false)), filter: null, generateNoLinks: true, cancellationToken);

    /// <summary>Creates a record set of the records that are linked to those of another record set, such as the items of patrons.</summary>
    /// <param name="recordSet">The record set, with the ID of the other one and without records.</param>
    /// <param name="filter">Selects records; <see langword="null"/> for all of them, unless there are too many for a usual record set.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The ID of the record set, and warnings if some of the records were not added.</returns>
    /// <exception cref="ArgumentException">
    /// The name is blank or longer than 65 characters, or the record set has records or does not name another one.
    /// </exception>
    /// <inheritdoc cref="CreateAsync(NewRecordSet, CancellationToken)" path="/exception[not(contains(@cref, 'ArgumentException'))]"/>
    /// <remarks>POST /recordsets?allowLargeRecordSet=. Vendor page: recordsets/post_create_associated_recordset.</remarks>
    public Task<RecordSetCreated> CreateOfLinkedRecordsAsync(
        NewRecordSet recordSet, LinkedRecordsFilter? filter = null, CancellationToken cancellationToken = default) =>
        CreateAsync(
            WithoutRecords(Checked(recordSet, isOfLinkedRecords: true)), filter ?? new LinkedRecordsFilter(), generateNoLinks: null, cancellationToken);

    private async Task<RecordSetCreated> CreateAsync(
        NewRecordSet recordSet, LinkedRecordsFilter? filter, bool? generateNoLinks, CancellationToken cancellationToken)
    {
        var codes = filter?.PatronCodeIds is { Count: > 0 } ids
            ? string.Join(",", ids.Select(id => id.ToString(CultureInfo.InvariantCulture)))
            : null;
        var created = await _api.CreateAsync(
            recordSet,
            generateNoLinks,
            filter?.AllowLargeRecordSet,
            filter?.ItemStatusBits,
            codes,
            filter?.IncludeDeleted == true ? true : null,
            cancellationToken).ConfigureAwait(false);
        return created.RecordSetId > 0
            ? created
            : throw RecordResponses.Unexpected("POST /recordsets", "does not contain the ID of the record set, which may exist", mayHaveBeenProcessed: true);
    }

    private async IAsyncEnumerable<RecordSetMember> EnumerateAsync(
        int recordSetId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (start, first) = (0, 0);
        while (true)
        {
            var page = await _api.ListRecordsAsync(recordSetId, start, PageSize, sortResults: true, cancellationToken).ConfigureAwait(false);
            if (page is { ObjectType: 0, ReceivedCount: 0 })
            {
                throw RecordResponses.Unexpected("GET /recordsets/{recordSetId}/records", "contains neither records nor their type");
            }

            if (start > 0 && page.Records.Count > 0 && page.Records[0].RecordId == first)
            {
                throw RecordResponses.Unexpected("GET /recordsets/{recordSetId}/records", $"is the first part again, not the part from {start}");
            }

            foreach (var record in page.Records)
            {
                yield return record;
            }

            if (page.ReceivedCount != PageSize)
            {
                yield break;
            }

            first = page.Records.Count > 0 ? page.Records[0].RecordId : 0;
            start += PageSize;
        }
    }

    private static int Checked(int recordSetId) => Argument.Id(recordSetId, "a record set");

    private static NewRecordSet Checked(NewRecordSet recordSet, bool isOfLinkedRecords)
    {
        _ = recordSet ?? throw new ArgumentNullException(nameof(recordSet));
        CheckName(recordSet.Name, nameof(recordSet));
        if ((int)recordSet.ObjectType < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(recordSet), recordSet.ObjectType, "Set the type of the records.");
        }

        if (recordSet.OriginatingRecordSetId is null == isOfLinkedRecords || recordSet.OriginatingRecordSetId < 1)
        {
            throw new ArgumentException(
                isOfLinkedRecords ? "Set OriginatingRecordSetId to the ID of the other record set."
                    : "OriginatingRecordSetId is used by CreateOfLinkedRecordsAsync only.",
                nameof(recordSet));
        }

        foreach (var id in recordSet.Records ?? [])
        {
            Argument.Id(id, "a record", nameof(recordSet));
        }

        return recordSet;
    }

    private static NewRecordSet WithoutRecords(NewRecordSet recordSet) => recordSet.Records is { Count: > 0 }
        ? throw new ArgumentException("The server selects the records: leave Records empty.", nameof(recordSet))
        : recordSet;

    private static void CheckName(string? name, string parameter)
    {
        if (string.IsNullOrWhiteSpace(name) || name!.Length > MaxNameLength)
        {
            throw new ArgumentException($"The name of a record set must have 1 to {MaxNameLength} characters, and must not be blank.", parameter);
        }
    }
}
