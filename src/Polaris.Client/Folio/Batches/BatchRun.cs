namespace Polaris.Client.Folio;

/// <summary>Reads the records, gives them IDs, and saves them in chunks, several at a time.</summary>
/// <param name="chunks">Saves one chunk.</param>
/// <param name="tally">Counts the outcomes.</param>
/// <param name="options">The options, which were checked.</param>
/// <param name="target">Route and tenant, for messages.</param>
internal sealed class BatchRun<TRecord>(BatchChunks<TRecord> chunks, BatchTally<TRecord> tally, BatchOptions options, string target)
    where TRecord : FolioRecord
{
    private readonly int _chunkSize = options.ChunkSize;
    private readonly int _concurrency = options.Concurrency;
    private readonly BatchJournal? _journal = options.Journal;
    private readonly IProgress<BatchProgress>? _progress = options.Progress;
    private readonly HashSet<Guid> _ids = [];
    private readonly List<Task> _running = [];
    private List<BatchEntry<TRecord>> _chunk = [];

    public async Task<BatchReport<TRecord>> RunAsync(IAsyncEnumerable<TRecord> records, CancellationToken cancellationToken)
    {
        try
        {
            await ReadAsync(records, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            tally.Stop(exception);
        }

        await Task.WhenAll(_running).ConfigureAwait(false);
        var reason = cancellationToken.IsCancellationRequested ? null : tally.Reason;
        tally.Unknown([.. _chunk.Where(entry => entry.IsInDoubt)], reason);
        tally.NotSent([.. _chunk.Where(entry => !entry.IsInDoubt)], reason);
        var report = tally.Report();
        return tally.Reason switch
        {
            null => report,
            OperationCanceledException when cancellationToken.IsCancellationRequested => throw new BatchCanceledException<TRecord>(
                $"{target} was canceled: {report}.", report, cancellationToken),
            var cause => throw new BatchInterruptedException<TRecord>(
                $"{target} ended early ({report}): {cause.Message}", report, cause),
        };
    }

    private async Task ReadAsync(IAsyncEnumerable<TRecord> records, CancellationToken cancellationToken)
    {
        await foreach (var record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            Accept(record);
            if (_chunk.Count == _chunkSize)
            {
                await StartAsync().ConfigureAwait(false);
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (tally.HasStopped)
            {
                return;
            }
        }

        await StartAsync().ConfigureAwait(false);
    }

    /// <summary>Gives the record an ID and adds it to the chunk, unless an earlier run saved it.</summary>
    private void Accept(TRecord record)
    {
        _ = record ?? throw new InvalidOperationException($"Record {tally.Progress().Read} is null.");
        var position = tally.Read();
        var (id, state) = _journal?.Find(position) ?? default;
        var isInDoubt = state is BatchState.Sending or BatchState.Unknown;
        if ((isInDoubt || state == BatchState.Saved) && record.Id != Guid.Empty && record.Id != id)
        {
            var mismatch = new InvalidOperationException(
                $"The journal belongs to other records: record {position} has the ID {record.Id}, but the journal has {id}. "
                + "Pass the same records in the same order, or use a new journal.");
            tally.NotSent([new(position, record)], mismatch);
            throw mismatch;
        }

        record.Id = record.Id != Guid.Empty ? record.Id : id != Guid.Empty ? id : Guid.NewGuid();
        if (Problem(record.Id) is { } problem)
        {
            tally.Bad(new(position, record), problem);
        }
        else if (state == BatchState.Saved)
        {
            tally.SavedEarlier();
        }
        else
        {
            _chunk.Add(new(position, record, isInDoubt));
        }
    }

    private ArgumentException? Problem(Guid id)
    {
        try
        {
            Arguments.Id(id, nameof(id));
        }
        catch (ArgumentException exception)
        {
            return exception;
        }

        return _ids.Add(id) ? null : new ArgumentException($"The ID {id} occurs twice in this run. Each record needs an ID of its own.", nameof(id));
    }

    private async Task StartAsync()
    {
        if (_running.Count == _concurrency)
        {
            _running.Remove(await Task.WhenAny(_running).ConfigureAwait(false));
        }

        if (!tally.HasStopped && _chunk.Count > 0)
        {
            _running.Add(SaveAsync(_chunk));
            _chunk = [];
        }
    }

    private async Task SaveAsync(List<BatchEntry<TRecord>> chunk)
    {
        await chunks.SaveAsync(chunk).ConfigureAwait(false);
        try
        {
            _progress?.Report(tally.Progress());
        }
        catch (Exception exception)
        {
            // The caller's own code failed: the run ends, but its report is not lost.
            tally.Stop(exception);
        }
    }
}
