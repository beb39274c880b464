using System.Net;
using System.Runtime.CompilerServices;
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

/// <summary>One run of <see cref="BibRecordsClient.SaveManyAsync"/>: hands records to idle workers, and results to the caller.</summary>
internal sealed class SaveManyRun<TSave>(
    IAsyncEnumerable<TSave> saves, IReadOnlyList<BibRecordsClient> workers, AcquireOptions? lockOptions, BibRecordsContext context)
    where TSave : BibRecordSave
{
    private const int TooManyRequests = 429;
    private readonly object _gate = new();

    /// <summary>When the server allows the next request; null if it has not asked to wait.</summary>
    private DateTimeOffset? _notBefore;

    public async IAsyncEnumerable<BibRecordSaveResult<TSave>> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var idle = new Queue<BibRecordsClient>(workers);
        var running = new Dictionary<Task, BibRecordsClient>();
        ExceptionDispatchInfo? failure = null;
        Task<bool>? next = null;
        TSave? ready = null;
        var hasEnded = false;
        var input = saves.GetAsyncEnumerator(cancellationToken);
        try
        {
            while (true)
            {
                if (ready is not null && cancellationToken.IsCancellationRequested)
                {
                    yield return new BibRecordSaveResult<TSave>(ready, BibRecordSaveOutcome.NotSent) { Error = new OperationCanceledException(cancellationToken) };
                    ready = null;
                }

                StartIfPossible();
                hasEnded |= cancellationToken.IsCancellationRequested;

                // One record is taken ahead, so that a worker that becomes idle does not wait for the source.
                next ??= hasEnded || ready is not null ? null : MoveNextAsync(input);
                if (next is null && running.Count == 0)
                {
                    break;
                }

                var completed = await Task.WhenAny(next is null ? running.Keys : running.Keys.Append(next)).ConfigureAwait(false);
                if (completed == next)
                {
                    failure = await CaptureAsync(next).ConfigureAwait(false);
                    hasEnded = failure is not null || !await next.ConfigureAwait(false);
                    ready = hasEnded ? null : input.Current;
                    next = null;
                    continue;
                }

                idle.Enqueue(running[completed]);
                running.Remove(completed);
                StartIfPossible();
                yield return await ((Task<BibRecordSaveResult<TSave>>)completed).ConfigureAwait(false);
            }
        }
        finally
        {
            // Also if the caller stops reading: nothing may continue after the enumeration.
            await Task.WhenAll(running.Keys).ConfigureAwait(false);
            _ = next is null ? null : await CaptureAsync(next).ConfigureAwait(false);
            await input.DisposeAsync().ConfigureAwait(false);
        }

        failure?.Throw();
        cancellationToken.ThrowIfCancellationRequested();

        void StartIfPossible()
        {
            if (ready is not null && idle.Count > 0 && !cancellationToken.IsCancellationRequested)
            {
                var worker = idle.Dequeue();
                running.Add(SaveAsync(worker, ready, cancellationToken), worker);
                ready = null;
            }
        }
    }

    /// <summary>Turns also an exception that is thrown before the first await into one of the task.</summary>
    private static async Task<bool> MoveNextAsync(IAsyncEnumerator<TSave> input) => await input.MoveNextAsync().ConfigureAwait(false);

    private static async Task<ExceptionDispatchInfo?> CaptureAsync(Task task)
    {
        try
        {
            await task.ConfigureAwait(false);
            return null;
        }
        catch (Exception exception)
        {
            return ExceptionDispatchInfo.Capture(exception);
        }
    }

    private async Task<BibRecordSaveResult<TSave>> SaveAsync(BibRecordsClient worker, TSave save, CancellationToken cancellationToken)
    {
        // The caller's thread only hands out records.
        await Task.Yield();
        for (var refusals = 0; ; refusals++)
        {
            try
            {
                await WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException exception)
            {
                return new BibRecordSaveResult<TSave>(save, BibRecordSaveOutcome.NotSent) { Error = exception };
            }

            var result = await worker.SaveAsync(save, lockOptions, cancellationToken).ConfigureAwait(false);
            if (!AsksToWait(result.Error, refusals) || result.Outcome != BibRecordSaveOutcome.Refused || !context.Retry.Enabled
                || refusals == context.Retry.MaxRetries)
            {
                return result;
            }
        }
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
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
            || ((int)failure.StatusCode != TooManyRequests && (failure.StatusCode != HttpStatusCode.ServiceUnavailable || failure.RetryAfter is null))
            || failure.RetryAfter > context.Retry.MaxRetryAfter)
        {
            return false;
        }

        var backoff = Backoff.Delay(refusals, context.Retry);
        var until = context.Time.GetUtcNow() + (failure.RetryAfter > backoff ? failure.RetryAfter.Value : backoff);
        lock (_gate)
        {
            _notBefore = until > _notBefore || _notBefore is null ? until : _notBefore;
        }

        return true;
    }
}
