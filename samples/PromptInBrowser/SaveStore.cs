using System.Globalization;
using Microsoft.Data.Sqlite;
using Polaris.Client.Workflows;

namespace PromptInBrowser;

/// <summary>The saves in a SQLite file, which several processes may share.</summary>
internal sealed class SaveStore : IDisposable
{
    private const string Schema = """
        PRAGMA journal_mode = WAL;
        CREATE TABLE IF NOT EXISTS saves (
            id TEXT PRIMARY KEY, what TEXT NOT NULL, record_id INTEGER, state TEXT NOT NULL, step INTEGER NOT NULL, bookmark TEXT,
            fingerprint TEXT, holds_lock INTEGER NOT NULL, outcome TEXT NOT NULL, notice TEXT, changed_at INTEGER NOT NULL);
        -- Polaris grants a lock again to the same user and workstation, so it does not keep two saves of this app apart. This does.
        CREATE UNIQUE INDEX IF NOT EXISTS one_open_save ON saves (record_id) WHERE state <> 'Ended' OR holds_lock = 1;
        """;

    private readonly string _connectionString;
    private readonly TimeProvider _time;

    private readonly DirectoryInfo _folder;
    private readonly bool _isTemporary;

    /// <param name="folder">The folder of the file.</param>
    /// <param name="time">The clock.</param>
    /// <param name="isTemporary">Whether the folder is deleted when the app ends.</param>
    public SaveStore(DirectoryInfo folder, TimeProvider time, bool isTemporary = false)
    {
        _connectionString = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder.FullName, "saves.db") }.ToString();
        _time = time;
        _folder = folder;
        _isTemporary = isTemporary;
        try
        {
            using var command = Command(Schema);
            command.ExecuteNonQuery();
        }
        catch (SqliteException exception)
        {
            throw new IOException($"{folder} cannot hold the saves: {exception.Message}. Set DataFolder to a folder that this user can write to.", exception);
        }
    }

    /// <summary>Adds a save, unless its record already has one that is open.</summary>
    public bool TryAdd(Save save)
    {
        const string insert = """
            INSERT INTO saves (id, what, record_id, state, step, bookmark, fingerprint, holds_lock, outcome, notice, changed_at)
            VALUES ($id, $what, $record, $state, $step, $bookmark, $fingerprint, $lock, $outcome, $notice, $now)
            """;
        try
        {
            Execute(insert, save);
            return true;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            return false;
        }
    }

    public void Write(Save save) => Execute(
        """
        UPDATE saves SET state = $state, step = $step, bookmark = $bookmark, fingerprint = $fingerprint, holds_lock = $lock,
            outcome = $outcome, notice = $notice, changed_at = $now
        WHERE id = $id
        """,
        save);

    public Save? Find(string id) => Query("SELECT * FROM saves WHERE id = $id", ("$id", id)).SingleOrDefault();

    public Save? FindOpen(int recordId) =>
        Query("SELECT * FROM saves WHERE record_id = $record AND (state <> 'Ended' OR holds_lock = 1)", ("$record", recordId)).SingleOrDefault();

    public IReadOnlyList<Save> ListOpen() => Query("SELECT * FROM saves WHERE state <> 'Ended' ORDER BY changed_at");

    public IReadOnlyList<Save> ListWithLeftLock() => Query("SELECT * FROM saves WHERE state = 'Ended' AND holds_lock = 1");

    /// <summary>Takes a save for this request, in one statement, so that of two answers to one prompt only one is sent.</summary>
    /// <returns>Null if it has another state, or another step, by now.</returns>
    public Save? TryClaim(string id, int step, SaveState from) => Query(
        "UPDATE saves SET state = 'Answering', changed_at = $now WHERE id = $id AND step = $step AND state = $from RETURNING *",
        ("$id", id), ("$step", step), ("$from", from.ToString()), ("$now", Now())).SingleOrDefault();

    /// <summary>Marks the saves whose process ended in the middle of a request: what that request did is not known.</summary>
    public void DoubtThoseChangedBefore(DateTimeOffset limit) => Query(
        "UPDATE saves SET state = 'InDoubt', notice = $notice WHERE state IN ('Starting', 'Answering') AND changed_at < $limit RETURNING *",
        ("$limit", limit.ToUnixTimeMilliseconds()), ("$notice", "The app was stopped while it worked on this."));

    /// <summary>Removes ended saves, because their texts may name people. Those with a lock stay until it is released.</summary>
    public void RemoveEndedBefore(DateTimeOffset limit) => Query(
        "DELETE FROM saves WHERE state = 'Ended' AND holds_lock = 0 AND changed_at < $limit RETURNING *",
        ("$limit", limit.ToUnixTimeMilliseconds()));

    public void Dispose()
    {
        if (_isTemporary)
        {
            SqliteConnection.ClearAllPools();
            _folder.Delete(recursive: true);
        }
    }

    private void Execute(string sql, Save save)
    {
        using var command = Command(
            sql,
            ("$id", save.Id), ("$what", save.What), ("$record", save.RecordId), ("$state", save.State.ToString()), ("$step", save.Step),
            ("$bookmark", save.Bookmark?.ToJson()), ("$fingerprint", save.Fingerprint), ("$lock", save.HoldsLock),
            ("$outcome", save.Outcome.ToString()), ("$notice", save.Notice), ("$now", Now()));
        command.ExecuteNonQuery();
    }

    private List<Save> Query(string sql, params (string Name, object? Value)[] values)
    {
        using var command = Command(sql, values);
        using var rows = command.ExecuteReader();
        var saves = new List<Save>();
        while (rows.Read())
        {
            saves.Add(Read(rows));
        }

        return saves;
    }

    private static Save Read(SqliteDataReader row) => new()
    {
        Id = (string)row["id"],
        What = (string)row["what"],
        RecordId = row["record_id"] is long recordId ? (int)recordId : null,
        State = Enum.Parse<SaveState>((string)row["state"]),
        Step = Convert.ToInt32(row["step"], CultureInfo.InvariantCulture),
        Bookmark = row["bookmark"] is string json ? WorkflowBookmark.FromJson(json) : null,
        Fingerprint = row["fingerprint"] as string,
        HoldsLock = row["holds_lock"] is 1L,
        Outcome = Enum.Parse<SaveOutcome>((string)row["outcome"]),
        Notice = row["notice"] as string,
        ChangedAt = DateTimeOffset.FromUnixTimeMilliseconds((long)row["changed_at"]),
    };

    /// <summary>A command on a connection of its own, which is closed with it and pooled.</summary>
    private SqliteCommand Command(string sql, params (string Name, object? Value)[] values)
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        var command = connection.CreateCommand();
        command.Disposed += (_, _) => connection.Dispose();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    private long Now() => _time.GetUtcNow().ToUnixTimeMilliseconds();
}
