using Microsoft.Data.Sqlite;
using Polaris.Client.Marc;

namespace ImportMarc;

/// <summary>The state of a record.</summary>
internal enum RecordState
{
    /// <summary>Taken from the file; nothing was sent.</summary>
    Claimed,

    /// <summary>About to be sent, or sent; the outcome is not known yet.</summary>
    Sending,
    Saved,
    Canceled,
    Locked,
    Refused,
    NotSent,
    InDoubt,
    Unreadable,
    WouldAdd,
    WouldUpdate,
}

/// <summary>A line of the journal.</summary>
internal sealed record JournalRow(
    int File, long Number, long Offset, int Length, string? ControlNumber, RecordState State, int? BibId, int Workstation, Guid Conversation,
    string? Before, DateTimeOffset FirstSentAt, DateTimeOffset DoubtedAt, int Attempts, string Reason);

/// <summary>
/// What happened to each record, in a file that survives the end of the program: a record is marked before it is sent, and settled as soon as
/// its outcome is known.
/// </summary>
internal sealed class Journal : IDisposable
{
    private const int Busy = 5;
    private const string Columns = "file, number, offset, length, control, state, bib, workstation, conversation, before, first, doubted, attempts, reason";
    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = [];

    /// <param name="path">The file.</param>
    /// <param name="isDurable">Whether every mark is on the disk before the program continues, so that it survives a power failure.</param>
    /// <exception cref="IOException">Another program uses the journal, or it is not a journal.</exception>
    public Journal(string path, bool isDurable)
    {
        // Without a pool, closing the connection closes the file.
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 1 }.ToString());
        try
        {
            _connection.Open();
            Execute("PRAGMA locking_mode=EXCLUSIVE");
            Execute("PRAGMA journal_mode=WAL");
            Execute($"PRAGMA synchronous={(isDurable ? "FULL" : "NORMAL")}");

            // By default every 200 records or so wait while the pages are copied into the file.
            Execute("PRAGMA wal_autocheckpoint=20000");
            Execute("CREATE TABLE IF NOT EXISTS job(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID");
            Execute("CREATE TABLE IF NOT EXISTS file(id INTEGER PRIMARY KEY, path TEXT NOT NULL, length INTEGER NOT NULL, digest TEXT NOT NULL)");
            Execute("""
                CREATE TABLE IF NOT EXISTS record(
                    file INTEGER NOT NULL, offset INTEGER NOT NULL, number INTEGER NOT NULL, length INTEGER NOT NULL, control TEXT,
                    state INTEGER NOT NULL, bib INTEGER, workstation INTEGER NOT NULL DEFAULT 0, conversation TEXT, before TEXT,
                    first INTEGER, doubted INTEGER, attempts INTEGER NOT NULL DEFAULT 0, reason TEXT NOT NULL DEFAULT '', digest TEXT,
                    PRIMARY KEY(file, offset, number)) WITHOUT ROWID
                """);
            Execute("CREATE INDEX IF NOT EXISTS twins ON record(digest)");
        }
        catch (SqliteException exception)
        {
            _connection.Dispose();
            throw new IOException(
                exception.SqliteErrorCode == Busy
                    ? $"Another import uses the journal {path}. Wait until it has ended, or use another job folder."
                    : $"{path} cannot be used as a journal: {exception.Message}. Check that the job folder can be written.",
                exception);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var command in _commands.Values)
            {
                command.Dispose();
            }

            _connection.Dispose();
        }
    }

    /// <summary>Returns a setting of the job; null if it is new.</summary>
    public string? Recall(string key) => Query("SELECT value FROM job WHERE key=$0", row => row.GetString(0), key).FirstOrDefault();

    public void Remember(string key, string value) => Execute("INSERT OR REPLACE INTO job VALUES($0, $1)", key, value);

    /// <summary>Remembers a file.</summary>
    /// <exception cref="IOException">The file is not the one that the journal is about.</exception>
    public void AddFile(int id, string path, long length, string digest)
    {
        var known = Query("SELECT path, digest FROM file WHERE id=$0", row => (Path: row.GetString(0), Digest: row.GetString(1)), id);
        if (known.Count > 0 && known[0] != (path, digest))
        {
            throw new IOException(
                $"File {id} of this job is {known[0].Path}, as it was when the job began. {path} is another file, or was changed since. Use another job folder.");
        }

        Execute("INSERT OR IGNORE INTO file VALUES($0, $1, $2, $3)", id, path, length, digest);
    }

    public int CountFiles() => Query("SELECT COUNT(*) FROM file", row => row.GetInt32(0))[0];

    /// <summary>
    /// Finds a record by its place: bytes between records have the number of the record that follows them, and records of one JSON value may have the same offset.
    /// </summary>
    public JournalRow? Find(int file, MarcReadResult result) =>
        Query($"SELECT {Columns} FROM record WHERE file=$0 AND offset=$1 AND number=$2", RowOf, file, result.Offset, result.Number).FirstOrDefault();

    /// <summary>Reads the rows with some states in the order of the files, a page at a time, so that memory stays constant.</summary>
    public IEnumerable<JournalRow> Rows(params RecordState[] states)
    {
        const int PageSize = 1000;
        var list = string.Join(",", states.Select(state => (int)state));
        var filter = states.Length == 0 ? "" : $"AND state IN ({list})";
        var last = (File: 0, Offset: 0L, Number: 0L);
        List<JournalRow> page;
        do
        {
            page = Query(
                $"SELECT {Columns} FROM record WHERE (file, offset, number) > ($0, $1, $2) {filter} ORDER BY file, offset, number LIMIT {PageSize}",
                RowOf,
                last.File,
                last.Offset,
                last.Number);
            foreach (var row in page)
            {
                yield return row;
                last = (row.File, row.Offset, row.Number);
            }
        }
        while (page.Count == PageSize);
    }

    public IReadOnlyDictionary<(int File, RecordState State), long> Counts() => Query(
        "SELECT file, state, COUNT(*) FROM record GROUP BY file, state",
        row => (Key: (row.GetInt32(0), (RecordState)row.GetInt32(1)), Count: row.GetInt64(2))).ToDictionary(entry => entry.Key, entry => entry.Count);

    /// <summary>Notes what the end of an earlier run left open: nothing is known about what was being sent.</summary>
    public void Recover(DateTimeOffset now) => Execute(
        "UPDATE record SET state=$0, reason='The program ended before the outcome was known.', doubted=$1 WHERE state=$2",
        (int)RecordState.InDoubt, now.ToUnixTimeMilliseconds(), (int)RecordState.Sending);

    /// <summary>Settles what was taken from the files but not sent, because the run stopped.</summary>
    public void GiveUpClaims() => Execute(
        "UPDATE record SET state=$0, reason='The run stopped before it was sent.' WHERE state=$1", (int)RecordState.NotSent, (int)RecordState.Claimed);

    public void Claim(ImportRecord record) => Execute(
        "INSERT OR REPLACE INTO record(file, number, offset, length, control, state, bib, digest) VALUES($0, $1, $2, $3, $4, $5, $6, $7)",
        record.File, record.Number, record.Offset, record.Length, record.ControlNumber, (int)RecordState.Claimed, record.BibId, record.Digest);

    /// <summary>Adds bytes or a record that are not sent.</summary>
    public void Add(int file, long number, long offset, int length, string? control, RecordState state, string reason) => Execute(
        "INSERT OR REPLACE INTO record(file, number, offset, length, control, state, reason) VALUES($0, $1, $2, $3, $4, $5, $6)",
        file, number, offset, length, control, (int)state, reason);

    /// <summary>Counts the records of the same content that this job has saved.</summary>
    public int CountSavedTwins(ImportRecord record) => Query(
        "SELECT COUNT(*) FROM record WHERE digest=$0 AND state=$1", row => row.GetInt32(0), record.Digest, (int)RecordState.Saved)[0];

    public void MarkSending(ImportRecord record, int workstation, string? before, DateTimeOffset now) => Execute(
        "UPDATE record SET state=$0, workstation=$1, before=$2, first=COALESCE(first, $3), attempts=attempts+1, conversation=NULL, reason='' WHERE file=$4 AND offset=$5 AND number=$6",
        (int)RecordState.Sending, workstation, before, now.ToUnixTimeMilliseconds(), record.File, record.Offset, record.Number);

    public void MarkConversation(ImportRecord record, Guid conversation) => Execute(
        "UPDATE record SET conversation=$0 WHERE file=$1 AND offset=$2 AND number=$3", conversation.ToString(), record.File, record.Offset, record.Number);

    public void Settle(ImportRecord record, RecordState state, int? bibId, string reason) => Execute(
        "UPDATE record SET state=$0, bib=COALESCE($1, bib), reason=$2 WHERE file=$3 AND offset=$4 AND number=$5",
        (int)state, bibId, reason, record.File, record.Offset, record.Number);

    /// <summary>Notes when an outcome was lost: the server may work on the record for a while after that.</summary>
    public void MarkDoubted(ImportRecord record, DateTimeOffset now) => Execute(
        "UPDATE record SET doubted=$0 WHERE file=$1 AND offset=$2 AND number=$3", now.ToUnixTimeMilliseconds(), record.File, record.Offset, record.Number);

    private static JournalRow RowOf(SqliteDataReader row) => new(
        row.GetInt32(0),
        row.GetInt64(1),
        row.GetInt64(2),
        row.GetInt32(3),
        row.IsDBNull(4) ? null : row.GetString(4),
        (RecordState)row.GetInt32(5),
        row.IsDBNull(6) ? null : row.GetInt32(6),
        row.GetInt32(7),
        row.IsDBNull(8) ? Guid.Empty : Guid.Parse(row.GetString(8)),
        row.IsDBNull(9) ? null : row.GetString(9),
        TimeOf(row, 10),
        TimeOf(row, 11),
        row.GetInt32(12),
        row.GetString(13));

    private static DateTimeOffset TimeOf(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? default : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    private List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params object?[] values)
    {
        lock (_gate)
        {
            using var reader = CommandOf(sql, values).ExecuteReader();
            List<T> rows = [];
            while (reader.Read())
            {
                rows.Add(read(reader));
            }

            return rows;
        }
    }

    private void Execute(string sql, params object?[] values)
    {
        lock (_gate)
        {
            CommandOf(sql, values).ExecuteNonQuery();
        }
    }

    /// <summary>Every statement is compiled once; none contains a value.</summary>
    private SqliteCommand CommandOf(string sql, object?[] values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            _commands[sql] = command = _connection.CreateCommand();
            command.CommandText = sql;
        }

        command.Parameters.Clear();
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue($"${i}", values[i] ?? DBNull.Value);
        }

        return command;
    }
}
