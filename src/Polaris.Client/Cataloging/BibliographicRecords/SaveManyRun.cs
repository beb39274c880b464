using System.Net;
using System.Runtime.ExceptionServices;
using Polaris.Client.Compatibility;
using Polaris.Client.Http;
using Polaris.Client.ObjectLocks;

namespace Polaris.Client.Cataloging;

/// <summary>What a client for bibliographic records needs besides its endpoints.</summary>
internal sealed class BibRecordsContext
{
    public required int WorkstationId { get; init; }

    /// <summary>Returns the client for another workstation.</summary>
    public required Func<int, BibRecordsClient> AtWorkstation { get; init; }

    public required RetryOptions Retry { get; init; }

    public required TimeProvider Time { get; init; }
}

/// <summary>One enumeration of <see cref="BibRecordsClient.SaveManyAsync"/>: hands records to idle workers, and results to the caller.</summary>
internal sealed class SaveManyRun<TSave>(
    IAsyncEnumerator<TSave> saves, IEnumerable<BibRecordsClient> workers, AcquireOptions? lockOptions, BibRecordsContext context, CancellationToken cancellationToken)
    : IAsyncDisposable
    where TSave : BibRecordSave
{
    private const int TooManyRequests = 429;
    private readonly Queue<BibRecordsClient> _idle = new(workers);
    private readonly Dictionary<Task, BibRecordsClient> _running = [];
    private readonly object _gate = new();
    private Task<bool>? _next;
    private TSave? _ready;
    private bool _hasEnded;
    private ExceptionDispatchInfo? _failure;

    /// <summary>When the server allows the next request; null if it has not asked to wait.</summary>
    private DateTimeOffset? _notBefore;

    /// <summary>Returns the next result; null if there is none left.</summary>
    public async Task<BibRecordSaveResult<TSave>?> NextAsync()
    {
        while (true)
        {
            if (_ready is { } taken && cancellationToken.IsCancellationRequested)
            {
                _ready = null;
                return NotSent(taken, new OperationCanceledException(cancellationToken));
            }

            StartReady();

            // One record is taken ahead, so that a worker that becomes idle does not wait for the source.
            _hasEnded |= cancellationToken.IsCancellationRequested;
            _next ??= _hasEnded || _ready is not null ? null : MoveNextAsync();
            if (_next is null && _running.Count == 0)
            {
                return null;
            }

            var completed = await Task.WhenAny(_next is null ? _running.Keys : _running.Keys.Append(_next)).ConfigureAwait(false);
            if (completed != _next)
            {
                return await CompleteAsync((Task<BibRecordSaveResult<TSave>>)completed).ConfigureAwait(false);
            }

            await AcceptNextAsync(_next).ConfigureAwait(false);
        }
    }

    /// <summary>Throws that the caller has canceled, or what the source has thrown.</summary>
    public void ThrowIfIncomplete()
    {
        cancellationToken.ThrowIfCancellationRequested();
        _failure?.Throw();
    }

    /// <summary>Waits for what is in progress, also if the caller stops reading: nothing may continue after the enumeration.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_running.Keys).ConfigureAwait(false);
        if (_next is not null)
        {
            await AcceptNextAsync(_next).ConfigureAwait(false);
        }

        await saves.DisposeAsync().ConfigureAwait(false);
    }

    private static BibRecordSaveResult<TSave> NotSent(TSave save, Exception exception) => new(save, BibRecordSaveOutcome.NotSent) { Error = exception };

    /// <summary>Turns also an exception that is thrown before the first await into one of the task.</summary>
    private async Task<bool> MoveNextAsync() => await saves.MoveNextAsync().ConfigureAwait(false);

    private async Task AcceptNextAsync(Task<bool> next)
    {
        _next = null;
        try
        {
            _hasEnded = !await next.ConfigureAwait(false);
            _ready = _hasEnded ? null : saves.Current
                ?? throw new ArgumentException("The source that was passed to SaveManyAsync returned null instead of a record to save: skip it in the source.");
        }
        catch (Exception exception)
        {
            _failure = ExceptionDispatchInfo.Capture(exception);
            _hasEnded = true;
        }
    }

    private void StartReady()
    {
        if (_ready is not null && _idle.Count > 0 && !cancellationToken.IsCancellationRequested)
        {
            var worker = _idle.Dequeue();
            _running.Add(SaveAsync(worker, _ready), worker);
            _ready = null;
        }
    }

    private async Task<BibRecordSaveResult<TSave>> CompleteAsync(Task<BibRecordSaveResult<TSave>> completed)
    {
        _idle.Enqueue(_running[completed]);
        _running.Remove(completed);
        StartReady();
        return await completed.ConfigureAwait(false);
    }

    private async Task<BibRecordSaveResult<TSave>> SaveAsync(BibRecordsClient worker, TSave save)
    {
        // The caller's thread only hands out records.
        await Task.Yield();
        for (var refusals = 0; ; refusals++)
        {
            try
            {
                await WaitAsync().ConfigureAwait(false);
            }
            catch (OperationCanceledException exception)
            {
                return NotSent(save, exception);
            }

            var result = await worker.SaveAsync(save, lockOptions, cancellationToken).ConfigureAwait(false);
            if (result.Outcome == BibRecordSaveOutcome.NotSent || !AsksToWait(result.Error, refusals)
                || result.Outcome != BibRecordSaveOutcome.Refused || !context.Retry.Enabled || refusals == context.Retry.MaxRetries)
            {
                return result;
            }
        }
    }

    private async Task WaitAsync()
    {
        while (true)
        {
            TimeSpan left;
            lock (_gate)
            {
                left = _notBefore - context.Time.GetUtcNow() ?? TimeSpan.Zero;
            }

            if (left <= TimeSpan.Zero)
            {
                return;
            }

            await context.Time.PauseAsync(left, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Notes for all workers that the server asks to wait; returns whether it does, and whether it may be waited for.</summary>
    private bool AsksToWait(Exception? exception, int refusals)
    {
        if (exception is not RequestFailedException { Failure: var failure }
            || ((int)failure.StatusCode != TooManyRequests && (failure.StatusCode != HttpStatusCode.ServiceUnavailable || failure.RetryAfter is null)))
        {
            return false;
        }

        var backoff = Backoff.Delay(refusals, context.Retry);
        var isTooLong = failure.RetryAfter > context.Retry.MaxRetryAfter;
        var asked = isTooLong ? context.Retry.MaxRetryAfter : failure.RetryAfter;
        var until = context.Time.GetUtcNow() + (asked > backoff ? asked.Value : backoff);
        lock (_gate)
        {
            _notBefore = until > _notBefore || _notBefore is null ? until : _notBefore;
        }

        return !isTooLong;
    }
}
