using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Polaris.Client.Folio;

/// <summary>A <see cref="RecordClient{TRecord}"/> for instances, holdings and items, which can also be read and saved in large numbers.</summary>
/// <typeparam name="TRecord">The type of the records.</typeparam>
/// <inheritdoc path="/remarks"/>
public sealed class InventoryClient<TRecord> : RecordClient<TRecord>
    where TRecord : FolioRecord
{
    /// <summary>The number of IDs in one request: about 12 KB of query.</summary>
    private const int IdsPerRequest = 250;

    /// <summary>The number of IDs that fit into a URL.</summary>
    private const int IdsPerUrl = 60;

    private readonly FolioResourceAttribute _resource;
    private readonly Uri _server;
    private volatile bool _isRetrieveMissing;

    internal InventoryClient(IRecordsApi api, JsonSerializerOptions json, FolioResourceAttribute resource, (Uri Server, string Tenant) place, Pauses pauses)
        : base(api, json, resource, place.Tenant, pauses)
    {
        _resource = resource;
        _server = place.Server;
    }

    /// <summary>Reads the records with the given IDs, any number of them.</summary>
    /// <param name="ids">The IDs.</param>
    /// <param name="cancellationToken">Cancels the walk, and the request in flight.</param>
    /// <returns>The records that exist, each once, in no particular order. IDs without a record are left out.</returns>
    /// <exception cref="ArgumentException">An ID is not of version 1 to 5; the IDs before it may have been read.</exception>
    /// <remarks>
    /// POST /{resource}/retrieve, 250 IDs at a time; permission <c>retrieve.collection.post</c>. Releases that do not have this route,
    /// such as 29 for items, get GET /{resource} with 60 IDs at a time; permission <c>collection.get</c>.
    /// </remarks>
    /// <example><code>
    /// await foreach (Item item in folio.Items.RetrieveAsync(ids))
    /// {
    ///     Console.WriteLine(item.Barcode);
    /// }
    /// </code></example>
    public IAsyncEnumerable<TRecord> RetrieveAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken = default) =>
        RetrieveEachAsync(ids ?? throw new ArgumentNullException(nameof(ids)), cancellationToken);

    /// <summary>Creates any number of records, many with each request.</summary>
    /// <param name="records">
    /// The records, which are read as they are needed. An empty <see cref="FolioRecord.Id"/> is filled in before the record is sent.
    /// </param>
    /// <param name="options">The size of a chunk, concurrency, progress and journal; <c>null</c> for the defaults.</param>
    /// <param name="cancellationToken">
    /// Ends the run: no further request is sent, and those in flight are awaited, so that their outcome is known.
    /// </param>
    /// <returns>The report: how many records were saved, and each one that was not.</returns>
    /// <exception cref="BatchInterruptedException{TRecord}">
    /// The run could not continue: the server or the gateway refused it or failed, reading <paramref name="records"/> failed, or there
    /// were too many bad records. It contains the report.
    /// </exception>
    /// <exception cref="BatchCanceledException{TRecord}">The run was canceled. It contains the report.</exception>
    /// <exception cref="ArgumentException">The options are not valid; nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The journal belongs to another server, tenant or method; nothing was sent.</exception>
    /// <exception cref="IOException">The journal is new and cannot be written; nothing was sent.</exception>
    /// <remarks>
    /// <para>POST /{storage}/batch/synchronous; permissions <c>batch.post</c> (of instances <c>batch.synchronous.post</c>, before Ramsons
    /// <c>batch.post</c>) and those of <see cref="RetrieveAsync"/>. The server saves all records of a request or none. A refused chunk is halved until the bad records are found; the others are saved. If a response is lost, the
    /// records are read and compared, and only those that the server does not have are sent again, with the same IDs: no record is created
    /// twice.</para>
    /// <para>A record whose ID exists counts as saved if the server has the same values, and is bad otherwise. An ID that occurs twice
    /// in one run is bad, too. With several chunks at a time, their order on the server is not defined.</para>
    /// </remarks>
    /// <example><code>
    /// BatchReport&lt;Item&gt; report = await folio.Items.CreateAllAsync(ReadItemsAsync(file), cancellationToken: cancellationToken);
    /// foreach (UnsavedRecord&lt;Item&gt; bad in report.Bad)
    /// {
    ///     Console.WriteLine($"Record {bad.Position}: {bad.Error!.Message}");
    /// }
    /// </code></example>
    public Task<BatchReport<TRecord>> CreateAllAsync(
        IAsyncEnumerable<TRecord> records, BatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new BatchOptions();
        return options.IgnoreVersions
            ? throw new ArgumentException("New records have no version to ignore. Use UpsertAllAsync.", nameof(options))
            : RunAsync(records, isUpsert: false, options, cancellationToken);
    }

    /// <summary>Creates or replaces any number of records, many with each request.</summary>
    /// <remarks>
    /// <para>POST /{storage}/batch/synchronous?upsert=true; permissions as with <see cref="CreateAllAsync"/>, but <c>batch-unsafe.post</c> for
    /// <see cref="BatchOptions.IgnoreVersions"/>. A record
    /// whose ID exists is replaced if it has the version of the server (<see cref="FolioRecord.Version"/>); otherwise it is bad, with a
    /// <see cref="VersionConflictException"/>. The versions of the records that are passed in are not changed: read a record again before you
    /// change it again.</para>
    /// <para>A record is replaced as a whole, so pass it as it was read and then changed. Unlike an update of a single record, this can
    /// change the human-readable ID: the server assigns a new one to a record without <c>Hrid</c>.</para>
    /// <para>Everything else is as with <see cref="CreateAllAsync"/>.</para>
    /// </remarks>
    /// <inheritdoc cref="CreateAllAsync"/>
    public Task<BatchReport<TRecord>> UpsertAllAsync(
        IAsyncEnumerable<TRecord> records, BatchOptions? options = null, CancellationToken cancellationToken = default) =>
        RunAsync(records, isUpsert: true, options ?? new BatchOptions(), cancellationToken);

    private Task<BatchReport<TRecord>> RunAsync(
        IAsyncEnumerable<TRecord> records, bool isUpsert, BatchOptions options, CancellationToken cancellationToken)
    {
        _ = records ?? throw new ArgumentNullException(nameof(records));
        options.Check(nameof(options));
        var path = options.IgnoreVersions ? _resource.BatchPath + "-unsafe" : _resource.BatchPath!;
        options.Journal?.Begin(_server, _checks.Tenant, $"POST /{path}?upsert={(isUpsert ? "true" : "false")}");
        var tally = new BatchTally<TRecord>(options);
        var requests = new BatchRequests<TRecord>(
            (chunk, context) => _api.SaveBatchAsync(
                path, path, isUpsert, new RecordPage<TRecord> { Records = chunk }, context, CancellationToken.None),
            ids => RetrieveAsync(ids, cancellationToken));
        var chunks = new BatchChunks<TRecord>(requests, _comparer, _pauses, tally, (isUpsert, !options.IgnoreVersions), cancellationToken);
        return new BatchRun<TRecord>(chunks, tally, options, ApiFailure.TargetOf($"POST /{path}", _checks.Tenant)).RunAsync(records, cancellationToken);
    }

    private async IAsyncEnumerable<TRecord> RetrieveEachAsync(
        IEnumerable<Guid> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var known = new HashSet<Guid>();
        var wanted = new HashSet<Guid>();
        using var rest = ids.GetEnumerator();
        for (var isMore = true; isMore;)
        {
            isMore = rest.MoveNext();
            if (isMore && known.Add(Arguments.Id(rest.Current, nameof(ids))))
            {
                wanted.Add(rest.Current);
            }

            // A server may return fewer records than requested, so only an empty page means that the others do not exist.
            while (wanted.Count == IdsPerRequest || (!isMore && wanted.Count > 0))
            {
                var page = await RetrievePageAsync(wanted, cancellationToken).ConfigureAwait(false);
                foreach (var record in page)
                {
                    if (!wanted.Remove(record.Id))
                    {
                        throw NotRequested();
                    }

                    yield return record;
                }

                if (page.Count == 0)
                {
                    wanted.Clear();
                }
            }
        }
    }

    private InvalidResponseException NotRequested()
    {
        const string Problem = "with a record that was not requested";
        return _isRetrieveMissing ? _checks.Broken("GET", Problem) : _checks.Broken("POST", Problem, "/retrieve");
    }

    private async Task<IReadOnlyList<TRecord>> RetrievePageAsync(HashSet<Guid> ids, CancellationToken cancellationToken)
    {
        if (!_isRetrieveMissing)
        {
            try
            {
                var query = new RecordQuery { Query = Cql.Field("id").OneOf(ids).Text, Limit = ids.Count };
                var page = await _api.RetrieveAsync<TRecord>(
                    _resource.Path, _resource.Path, query, onlyReads: true, cancellationToken).ConfigureAwait(false);
                return _checks.Page(page, "POST", "/retrieve").Records;
            }
            catch (GatewayConfigurationException missing) when (missing.StatusCode == HttpStatusCode.NotFound)
            {
                _isRetrieveMissing = true;
            }
        }

        return await ListEachAsync([.. ids], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads records with as many requests as their IDs need in URLs.</summary>
    private async Task<List<TRecord>> ListEachAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        var records = new List<TRecord>();
        for (var start = 0; start < ids.Count; start += IdsPerUrl)
        {
            var some = ids.GetRange(start, Math.Min(IdsPerUrl, ids.Count - start));
            var page = await ListAsync(
                Cql.Field("id").OneOf(some), limit: some.Count, totals: RecordTotals.None, cancellationToken: cancellationToken).ConfigureAwait(false);
            records.AddRange(page.Records);
        }

        return records;
    }
}
