using System.Runtime.CompilerServices;
using Polaris.Client.Http;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <content>Saves many records.</content>
public sealed partial class BibRecordsClient
{
    /// <summary>Saves any number of records, several at a time, and returns one result for each, whatever happens to it.</summary>
    /// <typeparam name="TSave"><see cref="BibRecordSave"/>, or your own type derived from it.</typeparam>
    /// <param name="saves">The records to add or update. One is taken ahead of the workers, so the source sets the pace.</param>
    /// <param name="options">The workstations and the lock options; <see langword="null"/> to use the defaults.</param>
    /// <param name="cancellationToken">
    /// Stops taking records. Those in progress are completed and returned; then <see cref="OperationCanceledException"/> is thrown.
    /// </param>
    /// <returns>The results in the order of completion. Enumerate them to the end: outcomes that are not read are lost.</returns>
    /// <exception cref="ArgumentException">A workstation is listed twice, or a record to save is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A workstation ID is less than 1.</exception>
    /// <remarks>
    /// <para>
    /// Runs <see cref="AddOrUpdateBibRecord"/> for each record: POST /workflow, PUT /workflow/{workflowRequestGuid} for each reply. An update is locked, and properties that are <see langword="null"/> keep their
    /// present values, which are read under the lock. A failure of one record, also of its handlers, is a result and does not stop the others; an
    /// exception of <paramref name="saves"/> is thrown after the records in progress are completed.
    /// </para>
    /// <para>
    /// Nothing is sent again that may have been executed: such a record has the outcome <see cref="BibRecordSaveOutcome.Unknown"/>. A record that the
    /// server refused with HTTP 429 is sent again, at most <see cref="RetryOptions.MaxRetries"/> times; while the server asks to wait
    /// (Retry-After), no worker sends anything. If it asks for more than <see cref="RetryOptions.MaxRetryAfter"/>, the record is refused,
    /// and the others wait for that long.
    /// </para>
    /// </remarks>
    /// <example><code>
    /// var options = new SaveManyOptions { WorkstationIds = [1242, 1243, 1244, 1245] };
    /// await foreach (var result in polaris.BibRecords.SaveManyAsync(saves, options, cancellationToken))
    /// {
    ///     Console.WriteLine($"{result.Save.Request.Marc?.ControlNumber}: {result.Outcome} {result.Error?.Message}");
    /// }
    /// </code></example>
    public IAsyncEnumerable<BibRecordSaveResult<TSave>> SaveManyAsync<TSave>(
        IAsyncEnumerable<TSave> saves, SaveManyOptions? options = null, CancellationToken cancellationToken = default)
        where TSave : BibRecordSave
    {
        _ = saves ?? throw new ArgumentNullException(nameof(saves));
        var workstations = Checked((options ??= new SaveManyOptions()).WorkstationIds);
        BibRecordsClient[] workers = workstations.Count == 0 ? [this] : [.. workstations.Select(_context.AtWorkstation)];
        return RunAsync(saves, workers, options.Lock, cancellationToken);
    }

    private async IAsyncEnumerable<BibRecordSaveResult<TSave>> RunAsync<TSave>(
        IAsyncEnumerable<TSave> saves,
        IReadOnlyList<BibRecordsClient> workers,
        AcquireOptions? lockOptions,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TSave : BibRecordSave
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var run = new SaveManyRun<TSave>(saves.GetAsyncEnumerator(reading.Token), workers, lockOptions, _context, cancellationToken);
        await using (run.ConfigureAwait(false))
        {
            try
            {
                while (await run.NextAsync().ConfigureAwait(false) is { } result)
                {
                    yield return result;
                }

                run.ThrowIfIncomplete();
            }
            finally
            {
                // A caller who stops reading must not wait for a source that waits for its next record.
                reading.Cancel();
            }
        }
    }

    /// <summary>Saves one record of many. Every failure is a result.</summary>
    internal async Task<BibRecordSaveResult<TSave>> SaveAsync<TSave>(
        TSave save, AcquireOptions? lockOptions, CancellationToken cancellationToken)
        where TSave : BibRecordSave
    {
        ObjectLockLease? lease = null;
        WorkflowConversation<BibRecordSaved>? conversation = null;
        var (isReady, isInCallersCode) = (false, false);
        BibRecordSaveResult<TSave> result;
        try
        {
            if (save.Request.BibRecordId is > 0 and var id)
            {
                lease = await _locks.AcquireAsync(ObjectType.BibliographicRecord, id, lockOptions, cancellationToken).ConfigureAwait(false);
            }

            var request = await WithPresentValuesAsync(save.Request, cancellationToken).ConfigureAwait(false);
            isInCallersCode = true;
            await save.OnSendingAsync(_context.WorkstationId, cancellationToken).ConfigureAwait(false);
            isInCallersCode = false;
            cancellationToken.ThrowIfCancellationRequested();
            isReady = true;

            // What has been sent is completed whatever the caller's token, because its outcome must be known.
            var ended = await _workflows.RunAsync(request, save.Handlers, started => conversation = started, CancellationToken.None).ConfigureAwait(false);
            result = new BibRecordSaveResult<TSave>(save, BibRecordSaveOutcomes.Of(ended)) { Result = ended };
        }
        catch (Exception exception)
        {
            // An exception of OnSendingAsync may be one of another call, which proves nothing about this record.
            var outcome = isInCallersCode ? BibRecordSaveOutcome.NotSent : BibRecordSaveOutcomes.Of(exception, isReady, conversation);
            result = new BibRecordSaveResult<TSave>(save, outcome) { Error = exception };
        }

        if (lease is not null)
        {
            await lease.DisposeAsync().ConfigureAwait(false);
            result.ReleaseError = lease.ReleaseError;
        }

        return result;
    }

    /// <summary>Returns the request with the present flags, owner and status of the record for those that it does not set.</summary>
    private async Task<AddOrUpdateBibRecord> WithPresentValuesAsync(AddOrUpdateBibRecord request, CancellationToken cancellationToken)
    {
        if (request is { DisplayInPac: not null, DoNotOverlay: not null, RecordOwnerId: not null, RecordStatusId: not null } || request.BibRecordId is not (> 0 and var id))
        {
            return request;
        }

        var header = await GetWithFlagsAsync(id, cancellationToken).ConfigureAwait(false);
        return new AddOrUpdateBibRecord
        {
            TxnBranchId = request.TxnBranchId,
            TxnUserId = request.TxnUserId,
            TxnWorkstationId = request.TxnWorkstationId,
            BibRecordId = id,
            IsTemplate = request.IsTemplate,
            IsNewRecord = request.IsNewRecord,
            DisplayInPac = request.DisplayInPac ?? header.DisplayInPac,
            DoNotOverlay = request.DoNotOverlay ?? header.DoNotOverlay,
            RecordOwnerId = request.RecordOwnerId ?? header.RecordOwnerId,
            RecordStatusId = request.RecordStatusId ?? header.RecordStatusId,
            Marc = request.Marc,
        };
    }

    private static IReadOnlyList<int> Checked(IReadOnlyList<int> workstationIds)
    {
        foreach (var id in workstationIds)
        {
            Argument.Id(id, "a workstation", nameof(workstationIds));
        }

        return workstationIds.Distinct().Count() == workstationIds.Count
            ? workstationIds
            : throw new ArgumentException("A workstation is listed twice: each worker needs its own.", nameof(workstationIds));
    }
}
