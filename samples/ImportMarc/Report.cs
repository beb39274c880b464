using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ImportMarc;

/// <summary>What happened to all records of a job, also in earlier runs. Every record is in exactly one of the sums.</summary>
internal sealed class Report(Journal journal, IReadOnlyList<ImportFile> files, Progress progress, string? stopped)
{
    private static readonly (RecordState State, string Name, string Label)[] Outcomes =
    [
        (RecordState.Saved, "saved", "saved"),
        (RecordState.Canceled, "canceled", "canceled, as the policy asks"),
        (RecordState.Locked, "locked", "locked"),
        (RecordState.Refused, "refused", "refused"),
        (RecordState.NotSent, "notSent", "not sent"),
        (RecordState.InDoubt, "inDoubt", "in doubt"),
        (RecordState.Unreadable, "unreadable", "unreadable"),
        (RecordState.WouldAdd, "wouldAdd", "would be added"),
        (RecordState.WouldUpdate, "wouldUpdate", "would be updated"),
    ];

    private readonly IReadOnlyDictionary<(int File, RecordState State), long> _counts = journal.Counts();

    public bool IsClean => Read == Of(RecordState.Saved) + Of(RecordState.Canceled) + Of(RecordState.WouldAdd) + Of(RecordState.WouldUpdate);

    /// <summary>The number of records, whatever their state.</summary>
    private long Read => _counts.Values.Sum();

    public async Task WriteTextAsync(TextWriter output)
    {
        await output.WriteLineAsync($"{Read} records read from {files.Count} {(files.Count == 1 ? "file" : "files")}");
        foreach (var (state, _, label) in Outcomes)
        {
            if (Of(state) is > 0 and var count)
            {
                await output.WriteLineAsync($"{count,8} {label}");
            }
        }

        var seconds = progress.Elapsed.TotalSeconds;
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{progress.Taken} of them processed in this run, in {seconds:0.0} s ({progress.Taken / seconds:0} a second)"));
        if (stopped is not null)
        {
            await output.WriteLineAsync($"Stopped: {stopped}");
        }
    }

    /// <summary>Writes the sums, and every record that was not saved.</summary>
    public async Task WriteJsonAsync(Stream stream, bool withRecords, bool isIndented)
    {
        await using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = isIndented });
        json.WriteStartObject();
        json.WriteNumber("read", Read);
        WriteSums(json, Of);
        json.WriteString("stopped", stopped);
        json.WriteNumber("takenInThisRun", progress.Taken);
        json.WriteNumber("seconds", Math.Round(progress.Elapsed.TotalSeconds, 3));
        json.WriteStartArray("files");
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("path", file.Path);
            json.WriteNumber("read", _counts.Where(count => count.Key.File == file.Id).Sum(count => count.Value));
            WriteSums(json, state => _counts.GetValueOrDefault((file.Id, state)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (withRecords)
        {
            await WriteRecordsAsync(json);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes one line for every record.</summary>
    public async Task WriteCsvAsync(string path)
    {
        await using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\r\n" };
        await writer.WriteLineAsync("file,record,offset,controlNumber,outcome,bibRecordId,attempts,reason");
        foreach (var row in journal.Rows())
        {
            await writer.WriteLineAsync(string.Join(
                ",",
                Quoted(PathOf(row)),
                row.Number,
                row.Offset,
                Quoted(row.ControlNumber),
                NameOf(row.State),
                row.BibId?.ToString(CultureInfo.InvariantCulture),
                row.Attempts,
                Quoted(row.Reason)));
        }
    }

    private long Of(RecordState state) => _counts.Where(count => count.Key.State == state).Sum(count => count.Value);

    private static void WriteSums(Utf8JsonWriter json, Func<RecordState, long> countOf)
    {
        json.WriteStartObject("outcomes");
        foreach (var (state, name, _) in Outcomes)
        {
            json.WriteNumber(name, countOf(state));
        }

        json.WriteEndObject();
    }

    private async Task WriteRecordsAsync(Utf8JsonWriter json)
    {
        json.WriteStartArray("records");
        foreach (var row in journal.Rows([.. Outcomes.Select(outcome => outcome.State).Where(state => state != RecordState.Saved)]))
        {
            json.WriteStartObject();
            json.WriteString("file", PathOf(row));
            json.WriteNumber("record", row.Number);
            json.WriteNumber("offset", row.Offset);
            json.WriteString("controlNumber", row.ControlNumber);
            json.WriteString("outcome", NameOf(row.State));
            if (row.BibId is { } bib)
            {
                json.WriteNumber("bibRecordId", bib);
            }

            json.WriteNumber("attempts", row.Attempts);
            json.WriteString("reason", row.Reason);
            json.WriteEndObject();
            await json.FlushAsync();
        }

        json.WriteEndArray();
    }

    private string PathOf(JournalRow row) => files[row.File - 1].Path;

    private static string NameOf(RecordState state) => Outcomes.First(outcome => outcome.State == state).Name;

    private static string Quoted(string? text) => text is null ? "" : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

/// <summary>Writes the records that were not saved, byte for byte, so that they can be loaded again.</summary>
internal static class Rejects
{
    /// <summary>
    /// Writes for each file those that were provably not saved, and the bytes that could not be read. Records in doubt are in neither: to load
    /// them again could save them twice.
    /// </summary>
    public static async Task WriteAsync(Journal journal, RecordSource source, IReadOnlyList<ImportFile> files, string folder)
    {
        foreach (var file in files)
        {
            File.Delete(NameOf(file, folder, "rejected"));
            File.Delete(NameOf(file, folder, "unreadable"));
        }

        if (!journal.Rows(RecordState.Locked, RecordState.Refused, RecordState.NotSent, RecordState.Unreadable).Any())
        {
            return;
        }

        await foreach (var (file, result) in source.ReadAsync(keepBytes: true, CancellationToken.None))
        {
            var kind = journal.Find(file.Id, result)?.State switch
            {
                RecordState.Locked or RecordState.Refused or RecordState.NotSent => "rejected",
                RecordState.Unreadable => "unreadable",
                _ => null,
            };
            if (kind is not null)
            {
                await using var stream = new FileStream(NameOf(file, folder, kind), FileMode.Append);
                await stream.WriteAsync(result.Bytes);
            }
        }
    }

    private static string NameOf(ImportFile file, string folder, string kind) =>
        Path.Combine(folder, $"{file.Id}-{Path.GetFileNameWithoutExtension(file.Path)}.{kind}{Path.GetExtension(file.Path)}");
}

/// <summary>The exception that is thrown when the journal has every outcome, but the reports could not be written.</summary>
internal sealed class ReportException(string folder, Exception cause) : Exception(
    $"The reports could not be written: {cause.Message.TrimEnd('.')}. The journal in {folder} has the outcome of every record that was sent: check the disk, and start "
    + "again with the same job folder. Nothing is saved twice.",
    cause)
{
    /// <summary>.NET reports a file that the limits of the file system or the shell do not allow to grow as an argument that is out of range.</summary>
    public static bool IsAboutFiles(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException { ParamName: "value" };
}
