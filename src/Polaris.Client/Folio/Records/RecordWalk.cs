using System.Runtime.CompilerServices;

namespace Polaris.Client.Folio;

/// <summary>Requests one page of a walk: query, offset, limit.</summary>
internal delegate Task<IReadOnlyList<TRecord>> WalkPage<TRecord>(
    CqlQuery query, int? offset, int limit, CancellationToken cancellationToken);

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
        var place = NewPlace();
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

                progress = progress with { Pages = progress.Pages + 1 };
                _progress?.Report(progress);
            }
        }
        finally
        {
            closing.Cancel();
            await EndAsync(next).ConfigureAwait(false);
        }
    }

    private IWalkPlace<TRecord> NewPlace() => query is { HasSort: true }
        ? new PlaceByNumber<TRecord>(list, checks, query.WithIdLast(), _pageSize, _skip)
        : new PlaceById<TRecord>(list, checks, query, _pageSize, _after);

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
    WalkPage<TRecord> list, AnswerChecks<TRecord> checks, CqlQuery? filter, int pageSize, Guid? after) : IWalkPlace<TRecord>
    where TRecord : FolioRecord
{
    private Guid? _last = after;

    public async Task<IReadOnlyList<TRecord>> NextAsync(CancellationToken cancellationToken)
    {
        var query = _last is { } id ? CqlKeyset.After(filter, id.ToString()) : CqlKeyset.First(filter);
        var page = await list(query, null, pageSize, cancellationToken).ConfigureAwait(false);
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
    WalkPage<TRecord> list, AnswerChecks<TRecord> checks, CqlQuery query, int pageSize, int skip) : IWalkPlace<TRecord>
    where TRecord : FolioRecord
{
    private Guid? _last;
    private int _offset = skip;

    public async Task<IReadOnlyList<TRecord>> NextAsync(CancellationToken cancellationToken)
    {
        if (_last is not { } last)
        {
            return Pass(await list(query, _offset, pageSize, cancellationToken).ConfigureAwait(false), 0, _offset);
        }

        var start = _offset - 1;
        var page = await list(query, start, pageSize + 1, cancellationToken).ConfigureAwait(false);
        var position = PositionOf(last, page);
        if (position < 0 && start > 0)
        {
            // Records before it were removed: the last one has moved forward.
            start = Math.Max(0, start - pageSize);
            page = await list(query, start, pageSize + 1, cancellationToken).ConfigureAwait(false);
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
        var page = await list(query, _offset, pageSize, cancellationToken).ConfigureAwait(false);
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
