using System.Runtime.CompilerServices;

namespace Polaris.Client.Folio;

/// <summary>One walk: asks for the next page while the caller consumes this one.</summary>
internal sealed class RecordWalk<TRecord>(
    Func<string?, int?, int?, string?, CancellationToken, Task<RecordPage<TRecord>>> list,
    AnswerChecks<TRecord> checks,
    CqlQuery? query,
    EnumerateOptions options)
    where TRecord : ReferenceRecord
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
        var next = FetchAsync(place, closing.Token);
        try
        {
            while (next is not null)
            {
                var records = await TakeAsync(next, progress).ConfigureAwait(false);
                next = records.Count < _pageSize ? null : FetchAsync(place, closing.Token);
                for (var i = 0; i < records.Count; i++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    progress = progress with { Records = progress.Records + 1, LastId = records[i].Id };
                    yield return records[i];
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
        ? new PlaceByNumber<TRecord>(query, _skip)
        : new PlaceById<TRecord>(query, _after);

    private async Task<IReadOnlyList<TRecord>> FetchAsync(IWalkPlace<TRecord> place, CancellationToken cancellationToken)
    {
        var page = checks.Page(
            await list(place.Query.Text, place.Offset, _pageSize, "none", cancellationToken).ConfigureAwait(false));
        return place.TryPass(page.Records)
            ? page.Records
            : throw checks.Broken("GET", "with a page that repeats records or is not in the order that was asked for");
    }

    /// <summary>From the first record on, a failure tells how far the walk came.</summary>
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
                + $"{exception.Message} It can go on after {progress.LastId}.",
                checks.ListRoute,
                checks.Tenant,
                progress.LastId,
                progress.Records,
                exception);
        }
    }

    /// <summary>Waits until the request that nobody wants any more has really ended.</summary>
    private static async Task EndAsync(Task? unwanted)
    {
        if (unwanted is not null)
        {
            await Task.WhenAny(unwanted).ConfigureAwait(false);
            _ = unwanted.Exception;
        }
    }
}
