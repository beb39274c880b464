using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Polaris.Client.Marc;

namespace ImportMarc;

/// <summary>A file to import.</summary>
internal sealed record ImportFile(int Id, string Path, long Length);

/// <summary>Reads records, applies the hooks of the policy, and settles those that cannot be sent.</summary>
internal sealed class RecordSource(ImportContext context, ImportArguments arguments, IReadOnlyList<ImportFile> files, Progress progress)
{
    private long _seen;

    /// <summary>Checks and registers the files.</summary>
    /// <exception cref="IOException">A file does not exist, is named twice, or is not the one that the journal is about.</exception>
    /// <exception cref="FormatException">A file is not in a format of MARC.</exception>
    public static async Task<IReadOnlyList<ImportFile>> RegisterAsync(Journal journal, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var files = new List<(ImportFile File, string Digest)>();
        var known = new Dictionary<string, string>();
        foreach (var path in paths)
        {
            await using var stream = File.OpenRead(path);
            var digest = Convert.ToHexString(await SHA256.HashDataAsync(stream, cancellationToken));
            var full = System.IO.Path.GetFullPath(path);
            if (stream.Length > 0 && !known.TryAdd(digest, path))
            {
                throw new IOException($"{path} has the same content as {known[digest]}. Name each file once: its records would be sent twice.");
            }

            await CheckFormatAsync(stream, path, cancellationToken);
            files.Add((new ImportFile(files.Count + 1, full, stream.Length), digest));
        }

        files.ForEach(file => journal.AddFile(file.File.Id, file.File.Path, file.File.Length, file.Digest));

        return journal.CountFiles() == files.Count
            ? files.ConvertAll(file => file.File)
            : throw new IOException($"This job began with {journal.CountFiles()} files. Name all of them, in the same order, or use another job folder.");
    }

    /// <summary>Reads the beginning of a file, so that one that is not MARC is refused before anything is sent.</summary>
    private static async Task CheckFormatAsync(Stream stream, string path, CancellationToken cancellationToken)
    {
        stream.Position = 0;
        try
        {
            await using var results = MarcReader.ReadResultsAsync(stream, cancellationToken: cancellationToken).GetAsyncEnumerator(cancellationToken);
            await results.MoveNextAsync();
        }
        catch (MarcFormatException exception)
        {
            throw new FormatException($"{path}: {exception.Message}", exception);
        }
    }

    /// <summary>Reads the records that have not been sent, or were provably not saved.</summary>
    public async IAsyncEnumerable<ImportRecord> ReadNewAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (file, result) in ReadAsync(keepBytes: false, cancellationToken))
        {
            if (_seen++ < arguments.Skip)
            {
                continue;
            }

            if (_seen - arguments.Skip > arguments.Limit)
            {
                yield break;
            }

            progress.Report(file, result);
            if (context.Journal.Find(file.Id, result) is not ({ State: RecordState.Claimed or RecordState.Locked or RecordState.NotSent } or null))
            {
                continue;
            }

            if (Prepare(file, result) is { } record)
            {
                context.Journal.Claim(record);
                progress.Take();
                yield return record;
            }

            if (IsOver())
            {
                yield break;
            }
        }
    }

    private bool IsOver()
    {
        if (progress.Failures >= arguments.MaxFailures)
        {
            context.Stop($"{progress.Failures} records failed, which is the limit of --max-failures.");
        }

        return context.Stopped is not null;
    }

    /// <summary>Reads again the records whose outcome is not known, each with its line of the journal.</summary>
    public async IAsyncEnumerable<(ImportRecord Record, JournalRow Row)> ReadDoubtsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!context.Journal.Rows(RecordState.InDoubt).Any())
        {
            yield break;
        }

        await foreach (var (file, result) in ReadAsync(keepBytes: false, cancellationToken))
        {
            if (context.Journal.Find(file.Id, result) is { State: RecordState.InDoubt } row && RecordOf(file, result) is { } record)
            {
                yield return (record, row);
            }
        }
    }

    public async IAsyncEnumerable<(ImportFile File, MarcReadResult Result)> ReadAsync(
        bool keepBytes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = new MarcReadOptions { KeepBytes = keepBytes, Encoding = arguments.Encoding };
        foreach (var file in files)
        {
            await using var stream = File.OpenRead(file.Path);
            await foreach (var result in MarcReader.ReadResultsAsync(stream, options, cancellationToken))
            {
                yield return (file, result);
            }
        }
    }

    /// <summary>Returns the record to send; null if it was settled in the journal.</summary>
    private ImportRecord? Prepare(ImportFile file, MarcReadResult result)
    {
        if (result.Record is not { } marc)
        {
            return Settled(file, result, RecordState.Unreadable, string.Join(" ", result.Deviations));
        }

        var damage = result.Deviations.Where(found => found.Kind is not (MarcDeviationKind.EncodingFlag or MarcDeviationKind.Repaired)).ToList();
        if (damage.Count > 0 && context.Policy.Damaged == DamageRule.Reject)
        {
            return Settled(file, result, RecordState.NotSent, $"Damaged: {string.Join(" ", damage)}");
        }

        if (NotToSave(marc) is { } other)
        {
            return Settled(file, result, RecordState.NotSent, other);
        }

        if (context.Policy.UpdateFrom is { } from && Policy.Values(marc, from).FirstOrDefault() is { } id && !(int.TryParse(id, out var bib) && bib > 0))
        {
            return Settled(file, result, RecordState.NotSent, $"{from} is \"{id}\", which is not the ID of a record.");
        }

        // Only what is sent must be valid, not the fields that the policy strips.
        var record = RecordOf(file, result);
        var errors = marc.Validate().Where(problem => problem.Severity == MarcSeverity.Error).ToList();
        return errors.Count > 0 ? Settled(file, result, RecordState.NotSent, $"Not valid MARC: {string.Join(" ", errors)}") : record;
    }

    /// <summary>Why a record is nothing to save as a bibliographic record; null if it is.</summary>
    private static string? NotToSave(MarcRecord marc) => marc.RecordStatus == 'd' ? "Leader position 05 marks it as deleted. This program deletes nothing."
        : marc.RecordType is 'z' or 'u' or 'v' or 'x' or 'y' or 'w' or 'q' ? $"Leader position 06 is {marc.RecordType}: it is not a bibliographic record."
        : null;

    private ImportRecord? RecordOf(ImportFile file, MarcReadResult result)
    {
        if (result.Record is not { } marc)
        {
            return null;
        }

        int? bibId = context.Policy.UpdateFrom is { } from && Policy.Values(marc, from).FirstOrDefault() is { } id ? int.Parse(id) : null;
        marc.RemoveFields([.. context.Policy.StripFields]);
        return new ImportRecord(file.Id, result.Number, result.Offset, result.Length, marc, bibId);
    }

    private ImportRecord? Settled(ImportFile file, MarcReadResult result, RecordState state, string reason)
    {
        var control = result.Record?.ControlNumber ?? result.Deviations.Select(found => found.ControlNumber).FirstOrDefault(number => number is not null);
        context.Journal.Add(file.Id, result.Number, result.Offset, result.Length, control, state, reason);
        progress.Take();
        progress.Fail();
        return null;
    }
}
