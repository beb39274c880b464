using System.Globalization;
using System.Runtime.CompilerServices;
using Polaris.Client.Http;
using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Reads bibliographic records, edits one under a lock, and saves many.</summary>
/// <remarks>Thread-safe. To save one whole record, run <see cref="AddOrUpdateBibRecord"/> with <c>PolarisClient.Workflows</c>.</remarks>
public sealed partial class BibRecordsClient
{
    /// <summary>The largest number of records that one call returns.</summary>
    private const int PageSize = 20;

    private readonly IBibRecordsApi _api;
    private readonly ObjectLocksClient _locks;
    private readonly MarcRecordEditor<BibRecordSaved> _editor;
    private readonly WorkflowsClient _workflows;
    private readonly BibRecordsContext _context;

    internal BibRecordsClient(IBibRecordsApi api, ObjectLocksClient locks, WorkflowsClient workflows, BibRecordsContext context)
    {
        _api = api;
        _locks = locks;
        _workflows = workflows;
        _context = context;
        _editor = new(locks, workflows, ObjectType.BibliographicRecord, "Bibliographic record")
        {
            MarcRoute = "GET /bibliographicrecords/{bibRecordId}/marcdisplay",
            ReadMarcAsync = GetMarcAsync,
            ToRequestAsync = ToSaveAsync,
        };
    }

    /// <summary>Reads the properties of a record, without its MARC data.</summary>
    /// <param name="bibRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The record does not exist, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The response is not this record.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /bibliographicrecords/{bibRecordId}. Vendor page: get_bib_record.</remarks>
    /// <example><code>
    /// BibRecord record = await polaris.BibRecords.GetAsync(1126739);
    /// </code></example>
    public async Task<BibRecord> GetAsync(int bibRecordId, CancellationToken cancellationToken = default)
    {
        var record = (await _api.GetAsync(Checked(bibRecordId), cancellationToken).ConfigureAwait(false)).Record;
        return record.BibRecordId == bibRecordId
            ? record
            : throw RecordResponses.Unexpected("GET /bibliographicrecords/{bibRecordId}", $"is not bibliographic record {bibRecordId}");
    }

    /// <summary>Reads the properties of a record that may not exist.</summary>
    /// <param name="bibRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The record; <see langword="null"/> if Polaris reports that it does not exist.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">A 404 that does not come from Polaris: another server responds at this address.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /bibliographicrecords/{bibRecordId}. Vendor page: get_bib_record.</remarks>
    public Task<BibRecord?> FindAsync(int bibRecordId, CancellationToken cancellationToken = default) =>
        GetAsync(bibRecordId, cancellationToken).OrNullAsync();

    /// <summary>Reads the MARC data of a record in its display form.</summary>
    /// <param name="bibRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The record does not exist, or another server responds at this address.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <exception cref="InvalidResponseException">The response is not one MARC record, or holds data that a record cannot keep.</exception>
    /// <remarks>GET /bibliographicrecords/{bibRecordId}/marcdisplay.</remarks>
    public Task<MarcRecord> GetMarcAsync(int bibRecordId, CancellationToken cancellationToken = default) =>
        _api.GetMarcAsync(Checked(bibRecordId), cancellationToken).AsMarcAsync("GET /bibliographicrecords/{bibRecordId}/marcdisplay");

    /// <summary>Reads the number of copies in each branch.</summary>
    /// <param name="bibRecordId">The ID of the record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The record does not exist, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The response does not contain the list of branches.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /bibliographicrecords/{bibRecordId}/availability?nofilter=true, seen in public clients; the vendor does not document it.</remarks>
    public Task<BibAvailability> GetAvailabilityAsync(int bibRecordId, CancellationToken cancellationToken = default) =>
        ReadAvailabilityAsync(Checked(bibRecordId), cancellationToken);

    /// <summary>Reads the MARC data of any number of records, in batches of 20.</summary>
    /// <param name="bibRecordIds">The IDs; duplicates are read once per batch. Enumerated as the results are consumed.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>
    /// One element for each ID, in the same order. A record that another user has locked is withheld by the server: see
    /// <see cref="BibMarc.WithheldBy"/>.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">An ID is less than 1.</exception>
    /// <exception cref="InvalidResponseException">The response contains neither records nor locks.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>
    /// GET /marc/records?ids=. The server takes 1 to 20 IDs. Parts of a record that cannot be read are skipped, so do not save these records:
    /// use <see cref="GetMarcAsync"/> or <c>EditAsync</c>, which refuse such a record.
    /// </remarks>
    public IAsyncEnumerable<BibMarc> ListMarcAsync(IEnumerable<int> bibRecordIds, CancellationToken cancellationToken = default) =>
        EnumerateMarcAsync(bibRecordIds ?? throw new ArgumentNullException(nameof(bibRecordIds)), cancellationToken);

    private async IAsyncEnumerable<BibMarc> EnumerateMarcAsync(
        IEnumerable<int> bibRecordIds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<int> asked = [];
        foreach (var id in bibRecordIds)
        {
            asked.Add(Checked(id));
            if (asked.Count < PageSize)
            {
                continue;
            }

            foreach (var record in await ReadPageAsync(asked, cancellationToken).ConfigureAwait(false))
            {
                yield return record;
            }

            asked.Clear();
        }

        if (asked.Count > 0)
        {
            foreach (var record in await ReadPageAsync(asked, cancellationToken).ConfigureAwait(false))
            {
                yield return record;
            }
        }
    }

    private async Task<BibAvailability> ReadAvailabilityAsync(int bibRecordId, CancellationToken cancellationToken)
    {
        var availability = await _api.GetAvailabilityAsync(bibRecordId, cancellationToken).ConfigureAwait(false);
        return availability.HasDetails
            ? availability
            : throw RecordResponses.Unexpected("GET /bibliographicrecords/{bibRecordId}/availability", "does not contain the list of branches");
    }

    private async Task<List<BibMarc>> ReadPageAsync(List<int> asked, CancellationToken cancellationToken)
    {
        var ids = string.Join(",", asked.Distinct().Select(id => id.ToString(CultureInfo.InvariantCulture)));
        var page = await _api.ListMarcAsync(ids, cancellationToken).ConfigureAwait(false);
        if (!page.HasRecords && page.Locks.Count == 0)
        {
            throw RecordResponses.Unexpected("GET /marc/records", "contains neither records nor locks");
        }

        return asked.ConvertAll(id => page.Records.FirstOrDefault(record => record?.BibRecordId == id) ?? new BibMarc
        {
            BibRecordId = id,
            WithheldBy = page.Locks.FirstOrDefault(held => held?.ObjectId == id && held.ObjectType == ObjectType.BibliographicRecord),
        });
    }

    private static int Checked(int bibRecordId) => Argument.Id(bibRecordId, "a bibliographic record");
}
