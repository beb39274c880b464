using System.Runtime.CompilerServices;

namespace Polaris.Client.Folio;

/// <summary>Requests one page of a walk.</summary>
internal delegate Task<RecordPage<TRecord>> WalkPage<TRecord>(
    CqlQuery query, int? offset, int limit, RecordTotals totals, CancellationToken cancellationToken)
    where TRecord : FolioRecord;

/// <summary>The pages of one walk.</summary>
/// <param name="list">Requests a page.</param>
/// <param name="countsRecords">Whether the first request asks for the total, too.</param>
internal sealed class WalkPages<TRecord>(WalkPage<TRecord> list, bool countsRecords)
    where TRecord : FolioRecord
{
    private bool _isCounted = !countsRecords;

    /// <summary>The number of records from the start of the walk; null if it is not known.</summary>
    public long? Total { get; private set; }

    public async Task<IReadOnlyList<TRecord>> ListAsync(CqlQuery query, int? offset, int limit, CancellationToken cancellationToken)
    {
        // Auto is exact as long as that is cheap, and an estimate of the database otherwise.
        var page = await list(query, offset, limit, _isCounted ? RecordTotals.None : RecordTotals.Auto, cancellationToken).ConfigureAwait(false);
        if (!_isCounted)
        {
            _isCounted = true;
            Total = page.TotalRecords - (offset ?? 0);
        }

        return page.Records;
    }
}

/// <summary>One walk: requests the next page while the caller consumes this one, until a page is empty.</summary>
internal sealed class RecordWalk<TRecord>(
    WalkPage<TRecord> list, AnswerChecks<TRecord> checks, CqlQuery? query, EnumerateOptions options)
    where TRecord : FolioRecord
{
    private readonly int _pageSize = options.PageSize;
    private readonly IProgress<WalkProgress>? _progress = options.Progress;
    private readonly Guid? _after = options.After;
    private readonly int _skip = options.Skip;

    public async IAsyncEnumerable<TRecord> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = new WalkPages<TRecord>(list, _progress is not null);
        var place = NewPlace(pages);
        var progress = default(WalkProgress);
        using var closing = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var next = place.NextAsync(closing.Token);
        try
        {
            while (true)
            {
                var records = await TakeAsync(next, progress).ConfigureAwait(false);
                if (records.Count == 0)
                {
                    yield break;
                }

                next = place.NextAsync(closing.Token);
                foreach (var record in records)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    progress = progress with { Records = progress.Records + 1, LastId = record.Id };
                    yield return record;
                }

                progress = progress with { Pages = progress.Pages + 1, Total = pages.Total is { } total ? Math.Max(total, progress.Records) : null };
                _progress?.Report(progress);
            }
        }
        finally
        {
            closing.Cancel();
            await EndAsync(next).ConfigureAwait(false);
        }
    }

    private IWalkPlace<TRecord> NewPlace(WalkPages<TRecord> pages) => query is { HasSort: true }
        ? new PlaceByNumber<TRecord>(pages, checks, query.WithIdLast(), _pageSize, _skip)
        : new PlaceById<TRecord>(pages, checks, query, _pageSize, _after);

    /// <summary>After the first record, a failure reports how far the walk came.</summary>
    private async Task<IReadOnlyList<TRecord>> TakeAsync(Task<IReadOnlyList<TRecord>> page, WalkProgress progress)
    {
        try
        {
            return await page.ConfigureAwait(false);
        }
        catch (PolarisClientException exception) when (progress.Records > 0)
        {
            throw new WalkInterruptedException(
                $"The walk over {ApiFailure.TargetOf(checks.ListRoute, checks.Tenant)} broke off after {progress.Records} records: "
                + $"{exception.Message} It can be resumed after {progress.LastId}.",
                checks.ListRoute,
                checks.Tenant,
                progress.LastId,
                progress.Records,
                exception);
        }
    }

    /// <summary>Waits until a request that is no longer needed has really ended.</summary>
    private static async Task EndAsync(Task unwanted)
    {
        await Task.WhenAny(unwanted).ConfigureAwait(false);
        _ = unwanted.Exception;
    }
}

/// <summary>The position of a walk.</summary>
internal interface IWalkPlace<TRecord>
{
    /// <summary>Requests the records after this position and advances; an empty page means the end.</summary>
    Task<IReadOnlyList<TRecord>> NextAsync(CancellationToken cancellationToken);
}

/// <summary>A position after an ID: each page starts after the last ID of the one before.</summary>
internal sealed class PlaceById<TRecord>(
    WalkPages<TRecord> pages, AnswerChecks<TRecord> checks, CqlQuery? filter, int pageSize, Guid? after) : IWalkPlace<TRecord>
    where TRecord : FolioRecord
{
    private Guid? _last = after;

    public async Task<IReadOnlyList<TRecord>> NextAsync(CancellationToken cancellationToken)
    {
        var query = _last is { } id ? CqlKeyset.After(filter, id.ToString()) : CqlKeyset.First(filter);
        var page = await pages.ListAsync(query, null, pageSize, cancellationToken).ConfigureAwait(false);
        foreach (var record in page)
        {
            // A server that ignored the sort would make the walk skip records silently, and one that ignored the query would
            // make it endless. Guid compares from the first digit to the last, as PostgreSQL does.
            if (_last is { } last && record.Id.CompareTo(last) <= 0)
            {
                throw checks.Broken("GET", "with a page that repeats records or is not in the requested order");
            }

            _last = record.Id;
        }

        return page;
    }
}

/// <summary>A position by count: the only way in an order other than that of the IDs.</summary>
/// <remarks>
/// Positions shift when records are added or removed before them. Each page therefore starts with the last record of the one before.
/// </remarks>
internal sealed class PlaceByNumber<TRecord>(
    WalkPages<TRecord> pages, AnswerChecks<TRecord> checks, CqlQuery query, int pageSize, int skip) : IWalkPlace<TRecord>
    where TRecord : FolioRecord
{
    private Guid? _last;
    private int _offset = skip;

    public async Task<IReadOnlyList<TRecord>> NextAsync(CancellationToken cancellationToken)
    {
        if (_last is not { } last)
        {
            return Pass(await pages.ListAsync(query, _offset, pageSize, cancellationToken).ConfigureAwait(false), 0, _offset);
        }

        var start = _offset - 1;
        var page = await pages.ListAsync(query, start, pageSize + 1, cancellationToken).ConfigureAwait(false);
        var position = PositionOf(last, page);
        if (position < 0 && start > 0)
        {
            // Records before it were removed: the last one has moved forward.
            start = Math.Max(0, start - pageSize);
            page = await pages.ListAsync(query, start, pageSize + 1, cancellationToken).ConfigureAwait(false);
            position = PositionOf(last, page);
        }

        if (position < 0)
        {
            throw Shifted();
        }

        var rest = Pass(page, position + 1, start);
        return rest.Count > 0 ? rest : await EndAsync(last, cancellationToken).ConfigureAwait(false);
    }

    private static int PositionOf(Guid id, IReadOnlyList<TRecord> page)
    {
        for (var i = 0; i < page.Count; i++)
        {
            if (page[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A page with only the last record may be a short one: only an empty page is the end.</summary>
    private async Task<IReadOnlyList<TRecord>> EndAsync(Guid last, CancellationToken cancellationToken)
    {
        var page = await pages.ListAsync(query, _offset, pageSize, cancellationToken).ConfigureAwait(false);
        return PositionOf(last, page) < 0 ? Pass(page, 0, _offset) : throw Shifted();
    }

    private IReadOnlyList<TRecord> Pass(IReadOnlyList<TRecord> page, int from, int start)
    {
        _offset = checked(start + page.Count);
        _last = page.Count > 0 ? page[page.Count - 1].Id : _last;
        return from == 0 ? page : page.Skip(from).ToList();
    }

    private InvalidResponseException Shifted() => checks.Broken(
        "GET",
        "with a page that does not continue the one before",
        advice: "Records were added, removed or renamed during the walk, so some may be missing or repeated. A walk without a sort of "
            + "its own goes by ID and is not affected.");
}
