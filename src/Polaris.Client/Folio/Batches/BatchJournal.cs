using System.Globalization;
using System.Text;

namespace Polaris.Client.Folio;

/// <summary>
/// A file that records which IDs were given to the records of a run, and which records are saved, so that the run can be resumed:
/// pass the same records in the same order again, with the same journal.
/// </summary>
/// <remarks>
/// <para>The first line names the server, the tenant and the request: a journal is refused for any other. Each other line contains the
/// position of a record, its ID and its state, separated by tabs; no other data. The IDs are written before
/// the records are sent, so that a record is not created twice even if the program ends between the request and its response.</para>
/// <para>For one run at a time.</para>
/// </remarks>
/// <example><code>
/// using var journal = BatchJournal.Open("items.journal");
/// var report = await folio.Items.CreateAllAsync(items, new BatchOptions { Journal = journal });
/// </code></example>
public sealed class BatchJournal : IDisposable
{
    private const string Title = "polaris-client batch journal 1";

    /// <summary>Positions are written nearly in order; a far greater one is damage.</summary>
    private const int LongestGap = 1_000_000;

    private static readonly string[] Words = ["", "sending", "saved", "bad", "unknown", "not sent"];

    private readonly FileStream _file;
    private readonly List<(Guid Id, BatchState State)> _records = [];
    private string? _header;

    private BatchJournal(FileStream file)
    {
        _file = file;
        Read();
    }

    /// <summary>The number of records that are saved according to this journal.</summary>
    public long Saved { get; private set; }

    /// <summary>Opens the journal of a run, or creates it.</summary>
    /// <param name="path">The path of the file. No other program can open it until it is closed.</param>
    /// <exception cref="InvalidDataException">The file is not a journal; it was not changed.</exception>
    /// <exception cref="IOException">The file cannot be opened, for example because another run is using it.</exception>
    public static BatchJournal Open(string path)
    {
        // Without a buffer: one that could not be written would be written again when the journal is closed, and fail again.
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        try
        {
            return new BatchJournal(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();

    /// <summary>Checks that the journal is of the same job, or starts it.</summary>
    internal void Begin(Uri server, string tenant, string request)
    {
        // The same tenant may exist on a test server, where other records are saved.
        var header = $"{Title}\t{server.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)}\t{tenant}\t{request}";
        if (_header is null)
        {
            _header = header;
            Append(header + "\n", flushToDisk: true);
        }
        else if (_header != header)
        {
            throw new InvalidOperationException(
                $"The journal belongs to another job: '{_header.Replace('\t', ' ')}', not '{header.Replace('\t', ' ')}'. Open one journal for each job.");
        }
    }

    /// <summary>What was last written about a record; an empty ID if nothing.</summary>
    internal (Guid Id, BatchState State) Find(long position)
    {
        lock (_records)
        {
            return position < _records.Count ? _records[(int)position] : default;
        }
    }

    internal void Write(IEnumerable<(long Position, Guid Id)> records, BatchState state)
    {
        var lines = new StringBuilder();
        foreach (var (position, id) in records)
        {
            lines.Append(position.ToString(CultureInfo.InvariantCulture)).Append('\t').Append(id.ToString())
                .Append('\t').Append(Words[(int)state]).Append('\n');
            Keep((int)position, id, state);
        }

        // Records are sent as soon as this returns: their IDs must outlive the machine.
        Append(lines.ToString(), flushToDisk: state == BatchState.Sending);
    }

    private void Append(string lines, bool flushToDisk)
    {
        var bytes = Encoding.UTF8.GetBytes(lines);
        _file.Write(bytes, 0, bytes.Length);
        _file.Flush(flushToDisk);
    }

    private void Read()
    {
        if (_file.Length == 0)
        {
            return;
        }

        var start = new byte[Math.Min(Title.Length, _file.Length)];
        if (_file.Read(start, 0, start.Length) < start.Length || !Title.StartsWith(Encoding.UTF8.GetString(start), StringComparison.Ordinal))
        {
            throw new InvalidDataException($"The file {_file.Name} is not a journal of batches: it does not start with '{Title}'.");
        }

        // A program that ended while it wrote leaves half a line.
        _file.SetLength(EndOfLastLine());
        _file.Seek(0, SeekOrigin.Begin);
        using var reader = new StreamReader(_file, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024, leaveOpen: true);
        _header = reader.ReadLine();
        for (var number = 2; reader.ReadLine() is { } line; number++)
        {
            Read(line, number);
        }

        _file.Seek(0, SeekOrigin.End);
    }

    private long EndOfLastLine()
    {
        for (var end = _file.Length; end > 0; end--)
        {
            _file.Seek(end - 1, SeekOrigin.Begin);
            if (_file.ReadByte() == '\n')
            {
                return end;
            }
        }

        return 0;
    }

    private void Read(string line, int number)
    {
        var parts = line.Split('\t');
        if (parts.Length != 3 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            || position > _records.Count + LongestGap || !Guid.TryParseExact(parts[1], "D", out var id) || Array.IndexOf(Words, parts[2]) is not (> 0 and var state))
        {
            throw new InvalidDataException($"Line {number} of the journal {_file.Name} cannot be read: expected position, ID and state. "
                + "Restore the file from a copy: if the line is removed, its record may be created twice.");
        }

        Keep(position, id, (BatchState)state);
    }

    private void Keep(int position, Guid id, BatchState state)
    {
        lock (_records)
        {
            while (_records.Count <= position)
            {
                _records.Add(default);
            }

            Saved += (state == BatchState.Saved ? 1 : 0) - (_records[position].State == BatchState.Saved ? 1 : 0);
            _records[position] = (id, state);
        }
    }
}

/// <summary>The last that is known about a record.</summary>
internal enum BatchState
{
    None,
    Sending,
    Saved,
    Bad,
    Unknown,
    NotSent,
}
