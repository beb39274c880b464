using System.Runtime.CompilerServices;

namespace Polaris.Client.Cataloging;

/// <content>What belongs to a record: its items and record sets; creates a record without a workflow.</content>
public sealed partial class BibRecordsClient
{
    /// <summary>The number of items that one call returns.</summary>
    private const int ItemPageSize = 100;

    /// <summary>Reads the items of a record, 100 at a time.</summary>
    /// <param name="bibRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The items, in the order of the server. To read more of one, use <c>ItemRecords.GetAsync</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The record does not exist, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">
    /// The response is not a list, or not the part that was requested: an older server may ignore the request for a part if the record has
    /// exactly 100 items.
    /// </exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>
    /// GET /bibliographicrecords/{bibRecordId}/items?Limit=&amp;Offset=&amp;PitID=. Vendor page: bibrecords/get_bib_items. PitID identifies the
    /// snapshot of the list: 0 in the first call, then the one that the server returned. Without one, items may be missing or appear twice if
    /// they are added or deleted meanwhile.
    /// </remarks>
    public IAsyncEnumerable<BibItem> ListItemsAsync(int bibRecordId, CancellationToken cancellationToken = default) =>
        EnumerateItemsAsync(Checked(bibRecordId), cancellationToken);

    /// <summary>Lists the record sets that contain a record.</summary>
    /// <param name="bibRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The record does not exist, or another server responds at this address.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /bibliographicrecords/{bibRecordId}/recordsets. Vendor page: bibrecords/get_linked_recordsets.</remarks>
    public Task<IReadOnlyList<RecordSet>> ListRecordSetsAsync(int bibRecordId, CancellationToken cancellationToken = default) =>
        _api.ListRecordSetsAsync(Checked(bibRecordId), cancellationToken).WithoutNullsAsync();

    /// <summary>Creates a record without a workflow: the server does not look for duplicates and does not raise prompts.</summary>
    /// <param name="record">The record, with its owner and its flags.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The ID of the new record.</returns>
    /// <exception cref="ArgumentException">
    /// A property of the record is not set, its leader does not have 24 characters, or it does not have one field 008 with 40 characters.
    /// </exception>
    /// <exception cref="InvalidResponseException">The response is not an ID; the record may exist.</exception>
    /// <exception cref="PermissionDeniedException">The user may not create bibliographic records.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond: it may have created the record.</exception>
    /// <remarks>
    /// POST /bibliographicrecords?type=Create. Vendor page: bibrecords/post_bib_record. It is never sent again after its response was lost,
    /// because that would create the record twice. To add a record with the prompts of the staff client, run
    /// <see cref="AddOrUpdateBibRecord"/>.
    /// </remarks>
    /// <example><code>
    /// int id = await polaris.BibRecords.CreateAsync(
    ///     new NewBibRecord { RecordOwnerId = 3, DisplayInPac = true, DoNotOverlay = false, Marc = record });
    /// </code></example>
    public async Task<int> CreateAsync(NewBibRecord record, CancellationToken cancellationToken = default)
    {
        if ((record ?? throw new ArgumentNullException(nameof(record))).Problem() is { } problem)
        {
            throw new ArgumentException(problem, nameof(record));
        }

        var id = await _api.CreateAsync(record.ToSend(), cancellationToken).ConfigureAwait(false);
        return id > 0 ? id : throw RecordResponses.Unexpected(
            "POST /bibliographicrecords?type=Create", "is not the ID of the new record, which may exist", mayHaveBeenProcessed: true);
    }

    private async IAsyncEnumerable<BibItem> EnumerateItemsAsync(int bibRecordId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (offset, snapshot) = (0, 0);
        int? first = null;
        while (true)
        {
            var page = await _api.ListItemsAsync(bibRecordId, ItemPageSize, offset, snapshot, cancellationToken).ConfigureAwait(false);
            var id = page.Items.Count > 0 ? page.Items[0].ItemRecordId ?? page.Items[0].ControlNumber : null;
            if (offset > 0 && id is not null && id == first)
            {
                throw RecordResponses.Unexpected(
                    "GET /bibliographicrecords/{bibRecordId}/items", $"is the first part again, not the part from {offset}");
            }

            foreach (var item in page.Items)
            {
                yield return item;
            }

            // More than the limit is the whole list, from a server that ignores the limit. After a full part there may be another one, whatever
            // the total, which may not have been counted.
            offset += Math.Max(ItemPageSize, page.ReceivedCount);
            if (page.ReceivedCount != ItemPageSize && !(page.TotalCount > offset))
            {
                yield break;
            }

            (first, snapshot) = (id, page.SnapshotId == 0 ? snapshot : page.SnapshotId);
        }
    }
}
