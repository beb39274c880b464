using System.Net;
using System.Runtime.CompilerServices;
using Polaris.Client.Http;

namespace Polaris.Client.Cataloging;

/// <content>What belongs to an item: its history, its state, its record sets, its hold requests, its blocking notes.</content>
public sealed partial class ItemRecordsClient
{
    private const int HoldPageSize = 50;

    /// <summary>The only kind of blocking note that a server was seen to accept.</summary>
    private const int BlockingNoteId = 1;

    /// <summary>Lists the actions that were taken with an item.</summary>
    /// <param name="itemRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The record does not exist, or another server responds at this address.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /itemrecords/{itemRecordId}?view=history. Vendor page: itemrecords/get_item_history_view.</remarks>
    public Task<IReadOnlyList<ItemHistoryEntry>> ListHistoryAsync(int itemRecordId, CancellationToken cancellationToken = default) =>
        _api.ListHistoryAsync(Checked(itemRecordId), cancellationToken).WithoutNullsAsync();

    /// <summary>Reads the few properties of an item for which no permission to access item records is needed.</summary>
    /// <param name="itemRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidResponseException">The response is not about this record.</exception>
    /// <inheritdoc cref="ListHistoryAsync" path="/exception"/>
    /// <remarks>GET /itemrecords/{itemRecordId}?view=itemview. Vendor page: itemrecords/manage_itemrecord_retrieve.</remarks>
    public async Task<ItemView> GetViewAsync(int itemRecordId, CancellationToken cancellationToken = default)
    {
        var view = await _api.GetViewAsync(Checked(itemRecordId), cancellationToken).ConfigureAwait(false);
        return view.ItemRecordId == itemRecordId
            ? view
            : throw RecordResponses.Unexpected("GET /itemrecords/{itemRecordId}?view=itemview", $"is not about item record {itemRecordId}");
    }

    /// <summary>Reads the state of an item: the statuses, the collection, and whether it can be held.</summary>
    /// <param name="itemRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidResponseException">The response does not contain the status of the item.</exception>
    /// <inheritdoc cref="ListHistoryAsync" path="/exception"/>
    /// <remarks>GET /itemrecords/{itemRecordId}?view=state. Vendor page: itemrecords/get_item_state_view.</remarks>
    public async Task<ItemState> GetStateAsync(int itemRecordId, CancellationToken cancellationToken = default)
    {
        var state = await _api.GetStateAsync(Checked(itemRecordId), cancellationToken).ConfigureAwait(false);
        return state.ItemStatusId is not null
            ? state
            : throw RecordResponses.Unexpected("GET /itemrecords/{itemRecordId}?view=state", "does not contain the status of the item");
    }

    /// <summary>Lists the record sets that contain an item.</summary>
    /// <param name="itemRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <inheritdoc cref="ListHistoryAsync" path="/exception"/>
    /// <remarks>GET /itemrecords/{itemRecordId}/recordsets. Vendor page: itemrecords/get_linked_recordsets.</remarks>
    public Task<IReadOnlyList<RecordSet>> ListRecordSetsAsync(int itemRecordId, CancellationToken cancellationToken = default) =>
        _api.ListRecordSetsAsync(Checked(itemRecordId), cancellationToken).WithoutNullsAsync();

    /// <summary>Reads several items as outreach services see them, for one patron.</summary>
    /// <param name="itemRecordIds">The IDs of the records, at least one.</param>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The items that the server returned. Whether it omits unknown IDs is not documented.</returns>
    /// <exception cref="ArgumentException">There are no IDs.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An ID is less than 1.</exception>
    /// <exception cref="PermissionDeniedException">The user may not access patrons or their reader services.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>
    /// POST /itemrecords/batch/getbyids?patronID=&amp;view=ors, the only view that the vendor documents. Vendor page:
    /// itemrecords/get_itemrecords_by_ids.
    /// </remarks>
    public Task<IReadOnlyList<OutreachItem>> ListByIdsAsync(
        IReadOnlyList<int> itemRecordIds, int patronId, CancellationToken cancellationToken = default)
    {
        _ = itemRecordIds ?? throw new ArgumentNullException(nameof(itemRecordIds));
        if (itemRecordIds.Count == 0)
        {
            throw new ArgumentException("Ask for at least one item record.", nameof(itemRecordIds));
        }

        foreach (var id in itemRecordIds)
        {
            Checked(id);
        }

        return _api.ListByIdsAsync(itemRecordIds, Argument.Id(patronId, "a patron"), cancellationToken).WithoutNullsAsync();
    }

    /// <summary>Reads the hold requests that an item could fill, 50 at a time.</summary>
    /// <param name="itemRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>
    /// The requests. Requests for any item of the title are among them, and so may canceled ones be, and requests for other items: check
    /// <see cref="ItemHold.HoldStatusId"/> and <see cref="ItemHold.ItemBarcode"/>.
    /// </returns>
    /// <exception cref="InvalidResponseException">The response is not the part that was requested.</exception>
    /// <inheritdoc cref="ListHistoryAsync" path="/exception"/>
    /// <remarks>
    /// GET /itemrecords/{itemRecordId}/holds?Limit=&amp;Offset=, seen in public clients; the vendor does not document it. If requests are placed
    /// or canceled meanwhile, some may be missing or appear twice.
    /// </remarks>
    public IAsyncEnumerable<ItemHold> ListHoldsAsync(int itemRecordId, CancellationToken cancellationToken = default) =>
        EnumerateHoldsAsync(Checked(itemRecordId), cancellationToken);

    /// <summary>Adds a note that blocks an item. The client must have the organization of the item.</summary>
    /// <param name="itemRecordId">The ID of the record.</param>
    /// <param name="text">The note.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The note is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The record does not exist, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The response does not contain whether the note was added; it may have been.</exception>
    /// <exception cref="RequestFailedException">The server did not add the note, for example because it is of another organization.</exception>
    /// <exception cref="TransportException">The server did not respond: it may have added the note.</exception>
    /// <remarks>
    /// POST /itemrecords/{itemRecordId}/blockingnote with NoteId 1, the only one that a server was seen to accept. Seen in public clients; the
    /// vendor does not document it.
    /// </remarks>
    /// <example><code>
    /// ItemRecord item = await polaris.ItemRecords.GetAsync(4711);
    /// await polaris.With(organizationId: item.AssignedBranchId).ItemRecords.AddBlockingNoteAsync(4711, "Check the binding");
    /// </code></example>
    public async Task AddBlockingNoteAsync(int itemRecordId, string text, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ArgumentException("A blocking note must not be blank.", nameof(text));
        }

        var note = new ItemBlockingNote { NoteId = BlockingNoteId, Text = text };
        var result = await _api.AddBlockingNoteAsync(Checked(itemRecordId), note, cancellationToken).ConfigureAwait(false);
        const string route = "POST /itemrecords/{itemRecordId}/blockingnote";
        if (result.Success is null)
        {
            throw RecordResponses.Unexpected(
                route, "does not contain whether the note was added: read the record to find out", mayHaveBeenProcessed: true);
        }

        if (result.Success == false)
        {
            throw new RequestFailedException(
                $"{route} responded with HTTP 200, but the note was not added to item record {itemRecordId}. See ServerMessage for the reason; the "
                + "client must have the organization of the item: use PolarisClient.With(organizationId).",
                new ApiFailure { StatusCode = HttpStatusCode.OK, Route = route, ServerMessage = result.Message });
        }
    }

    private async IAsyncEnumerable<ItemHold> EnumerateHoldsAsync(int itemRecordId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const string route = "GET /itemrecords/{itemRecordId}/holds";
        int? total;
        var (offset, first) = (0, 0);
        do
        {
            var page = await _api.ListHoldsAsync(itemRecordId, HoldPageSize, offset, cancellationToken).ConfigureAwait(false);
            var id = page.Holds.Count > 0 ? page.Holds[0].HoldRequestId : 0;
            if ((page.Offset ?? offset) != offset || (id > 0 && id == first))
            {
                throw RecordResponses.Unexpected(route, $"is not the part from {offset}, which was requested");
            }

            total = page.TotalCount ?? throw RecordResponses.Unexpected(route, "does not contain TotalCount, so the list may be incomplete");
            foreach (var hold in page.Holds)
            {
                yield return hold;
            }

            // The total counts canceled requests that a part may leave out, so the number of received ones does not show the end.
            offset += Math.Max(HoldPageSize, page.Holds.Count);
            first = id;
        }
        while (offset < total);
    }
}
