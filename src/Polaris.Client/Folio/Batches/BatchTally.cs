namespace Polaris.Client.Folio;

/// <summary>A record, its position in the input, and whether an earlier run may have saved it.</summary>
internal readonly record struct BatchEntry<TRecord>(long Position, TRecord Record, bool IsInDoubt = false);

/// <summary>Counts the outcome of each record, and writes it to the journal. Thread-safe.</summary>
internal sealed class BatchTally<TRecord>(BatchOptions options)
    where TRecord : FolioRecord
{
    /// <summary>After so many chunks in a row whose outcome stayed open, the server is not worth another.</summary>
    private const int MaxUnresolved = 3;

    private readonly object _gate = new();
    private readonly BatchJournal? _journal = options.Journal;
    private readonly int? _maxBad = options.MaxBad;
    private readonly List<UnsavedRecord<TRecord>> _bad = [];
    private readonly List<UnsavedRecord<TRecord>> _unknown = [];
    private readonly List<UnsavedRecord<TRecord>> _notSent = [];
    private long _read;
    private long _saved;
    private long _savedEarlier;
    private int _unresolved;
    private bool _hasStopped;

    /// <summary>Why the run ends early; null if it does not.</summary>
    public Exception? Reason { get; private set; }

    public bool HasStopped => Volatile.Read(ref _hasStopped);

    /// <summary>Counts a record that was read, and returns its position.</summary>
    public long Read()
    {
        lock (_gate)
        {
            return _read++;
        }
    }

    public void SavedEarlier()
    {
        lock (_gate)
        {
            _saved++;
            _savedEarlier++;
        }
    }

    public void Saved(IReadOnlyList<BatchEntry<TRecord>> entries)
    {
        lock (_gate)
        {
            _saved += entries.Count;
            _unresolved = entries.Count > 0 ? 0 : _unresolved;
            Note(entries, BatchState.Saved);
        }
    }

    public void Bad(BatchEntry<TRecord> entry, Exception error)
    {
        lock (_gate)
        {
            _bad.Add(new UnsavedRecord<TRecord>(entry.Position, entry.Record, error));
            Note([entry], BatchState.Bad);
            if (_bad.Count >= _maxBad)
            {
                Stop(error);
            }
        }
    }

    public void Unknown(IReadOnlyList<BatchEntry<TRecord>> entries, Exception? error)
    {
        lock (_gate)
        {
            Add(_unknown, entries, error);
            Note(entries, BatchState.Unknown);
            if (entries.Count > 0 && ++_unresolved >= MaxUnresolved)
            {
                Stop(error!);
            }
        }
    }

    /// <summary>Counts records that were only read. The journal keeps what an earlier run wrote about them.</summary>
    public void NotSent(IReadOnlyList<BatchEntry<TRecord>> entries, Exception? error)
    {
        lock (_gate)
        {
            Add(_notSent, entries, error);
        }
    }

    /// <summary>Counts records that were about to be sent, and were not.</summary>
    public void Withdraw(IReadOnlyList<BatchEntry<TRecord>> entries, Exception? error)
    {
        lock (_gate)
        {
            Add(_notSent, entries, error);
            Note(entries, BatchState.NotSent);
        }
    }

    /// <summary>Writes the IDs to the journal before they are sent.</summary>
    public void Sending(IReadOnlyList<BatchEntry<TRecord>> entries)
    {
        lock (_gate)
        {
            Note(entries, BatchState.Sending);
        }
    }

    /// <summary>Ends the run: no further request is sent. The first reason counts.</summary>
    public void Stop(Exception reason)
    {
        lock (_gate)
        {
            Reason ??= reason;
            Volatile.Write(ref _hasStopped, true);
        }
    }

    public BatchProgress Progress()
    {
        lock (_gate)
        {
            return new BatchProgress(_read, _saved, _bad.Count, _unknown.Count);
        }
    }

    public BatchReport<TRecord> Report() => new()
    {
        Read = _read,
        Saved = _saved,
        SavedEarlier = _savedEarlier,
        Bad = InOrder(_bad),
        Unknown = InOrder(_unknown),
        NotSent = InOrder(_notSent),
    };

    private static List<UnsavedRecord<TRecord>> InOrder(List<UnsavedRecord<TRecord>> records) => [.. records.OrderBy(unsaved => unsaved.Position)];

    private static void Add(List<UnsavedRecord<TRecord>> list, IReadOnlyList<BatchEntry<TRecord>> entries, Exception? error) =>
        list.AddRange(entries.Select(entry => new UnsavedRecord<TRecord>(entry.Position, entry.Record, error)));

    /// <summary>A journal that cannot be written ends the run, because the next one could not resume from it.</summary>
    private void Note(IReadOnlyList<BatchEntry<TRecord>> entries, BatchState state)
    {
        try
        {
            _journal?.Write(entries.Select(entry => (entry.Position, entry.Record.Id)), state);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or UnauthorizedAccessException)
        {
            Stop(exception);
        }
    }
}
