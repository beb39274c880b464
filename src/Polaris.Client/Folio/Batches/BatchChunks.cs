using System.Net;
using Polaris.Client.Http;

namespace Polaris.Client.Folio;

/// <summary>The two requests of a run.</summary>
/// <param name="Save">Saves all of the records, or none.</param>
/// <param name="Retrieve">Reads the records that exist.</param>
internal sealed record BatchRequests<TRecord>(
    Func<IReadOnlyList<TRecord>, CallContext, Task> Save, Func<IEnumerable<Guid>, IAsyncEnumerable<TRecord>> Retrieve);

/// <summary>Saves chunks: settles lost responses by reading, and halves refused chunks until the bad records are found.</summary>
/// <param name="requests">The requests.</param>
/// <param name="comparer">Recognizes records that were saved.</param>
/// <param name="pauses">The pauses, and the number of times that a request is repeated.</param>
/// <param name="tally">Counts the outcome of each record.</param>
/// <param name="mode">Whether records that exist are replaced, and whether the server refuses to replace one that another user changed.</param>
/// <param name="cancellationToken">The caller's token.</param>
internal sealed class BatchChunks<TRecord>(
    BatchRequests<TRecord> requests,
    RecordComparer<TRecord> comparer,
    Pauses pauses,
    BatchTally<TRecord> tally,
    (bool IsUpsert, bool ChecksVersions) mode,
    CancellationToken cancellationToken)
    where TRecord : FolioRecord
{
    /// <summary>Saves a chunk; the outcome of each record is counted, and nothing is thrown.</summary>
    /// <param name="chunk">The records.</param>
    public async Task SaveAsync(IReadOnlyList<BatchEntry<TRecord>> chunk)
    {
        tally.Sending(chunk);
        var parts = new Stack<Part>();
        parts.Push(new Part(chunk) { IsInDoubt = chunk.Any(entry => entry.IsInDoubt) });
        while (parts.Count > 0)
        {
            var part = parts.Pop();
            try
            {
                foreach (var half in await SavePartAsync(part).ConfigureAwait(false))
                {
                    parts.Push(half);
                }
            }
            catch (Exception exception)
            {
                // What is not foreseen ends the run; it must not lose count of the records.
                Leave(part, exception);
                tally.Stop(exception);
            }
        }
    }

    /// <summary>Saves a part; returns its halves, the second one first, if the server refused it because of its records.</summary>
    private async Task<IReadOnlyList<Part>> SavePartAsync(Part part)
    {
        if (part.IsInDoubt && !tally.HasStopped)
        {
            await SettleAsync(part, new InvalidOperationException("An earlier run ended before it knew whether the record was saved.")).ConfigureAwait(false);
        }

        for (var attempt = 0; part.Entries.Count > 0; attempt++)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                tally.Stop(new OperationCanceledException(cancellationToken));
            }

            if (tally.HasStopped)
            {
                Leave(part, tally.Reason!);
                break;
            }

            var failure = await SendAsync(part).ConfigureAwait(false);
            if (failure is null)
            {
                tally.Saved(part.Entries);
                break;
            }

            if (IsAboutTheRecords(failure))
            {
                // Another client may save the same records meanwhile, so the last one of a part is looked for again.
                var isWorthReading = IsTaken(failure) && (!part.WasReadBack || part.Entries.Count == 1);
                if (!isWorthReading || !await FindSavedAsync(part, failure).ConfigureAwait(false))
                {
                    return Split(part, failure);
                }
            }
            else if (!await MayRepeatAsync(part, failure, attempt).ConfigureAwait(false))
            {
                break;
            }
        }

        return [];
    }

    /// <summary>Sends a part once; returns the failure, or null.</summary>
    private async Task<Exception?> SendAsync(Part part)
    {
        var context = new CallContext { CallerToken = cancellationToken };
        try
        {
            await requests.Save([.. part.Entries.Select(entry => entry.Record)], context).ConfigureAwait(false);
            return null;
        }
        catch (Exception exception) when (exception is PolarisClientException or ArgumentException or OperationCanceledException)
        {
            part.IsInDoubt = exception is PolarisClientException { MayHaveBeenProcessed: true }
                || (exception is OperationCanceledException && context.Doubt == Doubt.Unknown);
            return exception;
        }
    }

    /// <summary>Finds out the outcome of a part that was not saved for a reason other than its records, and waits before it is sent again.</summary>
    /// <returns>Whether to send what is left of the part.</returns>
    private async Task<bool> MayRepeatAsync(Part part, Exception failure, int attempt)
    {
        if (part.IsInDoubt)
        {
            await SettleAsync(part, failure).ConfigureAwait(false);

            // A slow server may save the part after this, so that the next attempt is refused because of it.
            part.WasReadBack = false;
        }

        var asked = (failure as RequestFailedException)?.Failure.RetryAfter;
        if (part.Entries.Count == 0)
        {
            return false;
        }

        if (attempt < pauses.MaxRetries && IsTransient(failure) && !pauses.IsTooLong(asked) && !tally.HasStopped)
        {
            await pauses.AfterFaultAsync(attempt, asked, cancellationToken).ConfigureAwait(false);
            return true;
        }

        // A server that fails with this part may accept others; one that refuses it for a reason of its own accepts none.
        if (!part.IsInDoubt || pauses.IsTooLong(asked))
        {
            tally.Stop(failure);
        }

        Leave(part, failure);
        return false;
    }

    /// <summary>Reads a part whose outcome is unknown; what is left of it afterwards was not saved until then.</summary>
    private async Task SettleAsync(Part part, Exception failure)
    {
        if (await ReadAsync(part).ConfigureAwait(false) is not { } found)
        {
            GiveUp(part, failure);
            return;
        }

        var saved = part.Entries.Where(entry => IsSaved(entry, found)).ToList();
        var untouched = part.Entries.Where(entry => IsUntouched(entry, found)).ToList();
        var others = part.Entries.Except(saved).Except(untouched).ToList();

        // A record with other values was refused, or was saved and then changed by another user. If none of the part was saved, it was
        // refused, or will be: where versions are checked, sending it again cannot overwrite anything.
        var mayAllBeSent = mode.ChecksVersions && saved.Count == 0 && untouched.Count > 0;
        tally.Saved(saved);
        tally.Unknown(mayAllBeSent ? [] : others, failure);
        part.Entries = mayAllBeSent ? part.Entries : untouched;
    }

    /// <summary>Ends the run with a part that can be neither saved nor read.</summary>
    private void GiveUp(Part part, Exception failure)
    {
        tally.Unknown(part.Entries, failure);
        tally.Stop(cancellationToken.IsCancellationRequested ? new OperationCanceledException(cancellationToken) : failure);
        part.Entries = [];
    }

    /// <summary>Looks for records of a refused part that are saved already, and removes them from it.</summary>
    /// <returns>Whether the part became smaller, so that the rest is worth sending.</returns>
    private async Task<bool> FindSavedAsync(Part part, Exception failure)
    {
        part.WasReadBack = true;
        if (await ReadAsync(part).ConfigureAwait(false) is not { } found)
        {
            GiveUp(part, failure);
            return true;
        }

        var saved = part.Entries.Where(entry => IsSaved(entry, found)).ToList();
        tally.Saved(saved);
        part.Entries = saved.Count > 0 ? part.Entries.Except(saved).ToList() : part.Entries;
        return saved.Count > 0;
    }

    /// <summary>Reads the records of a part; returns null if that is not possible.</summary>
    private async Task<Dictionary<Guid, TRecord>?> ReadAsync(Part part)
    {
        var found = new Dictionary<Guid, TRecord>();
        try
        {
            await foreach (var record in requests.Retrieve(part.Entries.Select(entry => entry.Record.Id)).ConfigureAwait(false))
            {
                found[record.Id] = record;
            }

            return found;
        }
        catch (Exception exception) when (exception is PolarisClientException or OperationCanceledException)
        {
            return null;
        }
    }

    private IReadOnlyList<Part> Split(Part part, Exception failure)
    {
        if (part.Entries.Count == 1)
        {
            tally.Bad(part.Entries[0], failure);
            return [];
        }

        var half = part.Entries.Count / 2;
        return
        [
            new Part([.. part.Entries.Skip(half)]) { WasReadBack = part.WasReadBack },
            new Part([.. part.Entries.Take(half)]) { WasReadBack = part.WasReadBack },
        ];
    }

    private void Leave(Part part, Exception failure)
    {
        if (part.IsInDoubt)
        {
            tally.Unknown(part.Entries, failure);
        }
        else
        {
            tally.Withdraw(part.Entries, cancellationToken.IsCancellationRequested ? null : failure);
        }

        part.Entries = [];
    }

    private bool IsSaved(BatchEntry<TRecord> entry, Dictionary<Guid, TRecord> found) =>
        found.TryGetValue(entry.Record.Id, out var record)
        && (mode.IsUpsert ? comparer.IsUpdated(entry.Record, record) : comparer.IsCreated(entry.Record, record));

    private bool IsUntouched(BatchEntry<TRecord> entry, Dictionary<Guid, TRecord> found) =>
        !found.TryGetValue(entry.Record.Id, out var record)
        || (mode.IsUpsert && RecordComparer<TRecord>.IsSameVersion(entry.Record, record) && !comparer.IsUpdated(entry.Record, record));

    /// <summary>Whether the server refused the request because of its records or their number, so that a part of them may be accepted.</summary>
    private static bool IsAboutTheRecords(Exception failure) => failure switch
    {
        // The record cannot be written as JSON; nothing was sent.
        ArgumentException => true,
        GatewayConfigurationException or AuthenticationFailedException => false,
        RequestFailedException { MayHaveBeenProcessed: false } refused => (int)refused.StatusCode switch
        {
            409 or 422 => true,
            400 => !IsPage(refused),
            413 => !FailureTexts.IsUnsafeBatchRefused(refused.Failure.Body),
            _ => false,
        },
        _ => false,
    };

    private static bool IsPage(RequestFailedException refused) =>
        refused.Failure.MediaType?.EndsWith("html", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Whether the refusal can mean that a record was saved already, by an earlier attempt or an earlier run.</summary>
    private static bool IsTaken(Exception failure) => failure is AlreadyExistsException or VersionConflictException;

    /// <summary>Whether the same request may succeed later.</summary>
    private static bool IsTransient(Exception failure) => failure switch
    {
        RequestFailedException { StatusCode: (HttpStatusCode)429 } => true,
        TransportException or RequestFailedException => ((PolarisClientException)failure).MayHaveBeenProcessed,
        _ => false,
    };

    /// <summary>Records that are sent together.</summary>
    private sealed class Part(IReadOnlyList<BatchEntry<TRecord>> entries)
    {
        public IReadOnlyList<BatchEntry<TRecord>> Entries { get; set; } = entries;

        /// <summary>Whether the server may have saved them.</summary>
        public bool IsInDoubt { get; set; }

        /// <summary>Whether those that were saved already have been looked for.</summary>
        public bool WasReadBack { get; set; }
    }
}
