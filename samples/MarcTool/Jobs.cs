using System.Text.Json.Nodes;
using Polaris.Client.Marc;
using Samples;

namespace MarcTool;

/// <summary>The operations of the program on files.</summary>
internal sealed class Jobs(TextWriter output, TextWriter errors, bool isTerminal)
{
    public async Task<int> InfoAsync(FileInfo file, bool asJson, CancellationToken cancellationToken)
    {
        long records = 0, fields = 0, unreadable = 0;
        var deviations = new SortedDictionary<MarcDeviationKind, long>();
        await foreach (MarcReadResult result in ReadAsync(file, cancellationToken))
        {
            records += result.Record is null ? 0 : 1;
            unreadable += result.Record is null ? 1 : 0;
            fields += result.Record?.Fields.Count ?? 0;
            foreach (MarcDeviation deviation in result.Deviations)
            {
                deviations[deviation.Kind] = deviations.GetValueOrDefault(deviation.Kind) + 1;
            }
        }

        if (asJson)
        {
            var kinds = new JsonObject(deviations.Select(entry => KeyValuePair.Create(entry.Key.ToString(), (JsonNode?)entry.Value)));
            await output.WriteLineAsync(new JsonObject
            {
                ["records"] = records,
                ["fields"] = fields,
                ["unreadableParts"] = unreadable,
                ["deviations"] = kinds,
            }.ToJsonString());
        }
        else
        {
            await output.WriteLineAsync($"records: {records}\nfields: {fields}\nunreadable parts: {unreadable}");
            foreach ((MarcDeviationKind kind, long count) in deviations)
            {
                await output.WriteLineAsync($"{kind}: {count}");
            }
        }

        return deviations.Count == 0 ? ExitCode.Success : ExitCode.Attention;
    }

    public async Task<int> ConvertAsync(FileInfo file, FileInfo target, CancellationToken cancellationToken)
    {
        MarcFormat format = FormatOf(target);
        if (file.FullName == target.FullName)
        {
            throw new IOException("The target is the file to convert. Name another file.");
        }

        // The target gets its name when it is complete: until then an earlier file of that name stays.
        string part = target.FullName + ".part";
        try
        {
            bool isComplete = await ConvertAsync(file, part, format, cancellationToken);
            File.Move(part, target.FullName, overwrite: true);
            return isComplete ? ExitCode.Success : ExitCode.Attention;
        }
        finally
        {
            File.Delete(part);
        }
    }

    private async Task<bool> ConvertAsync(FileInfo file, string part, MarcFormat format, CancellationToken cancellationToken)
    {
        long failed = 0;
        await using FileStream stream = File.Create(part);
        await using var writer = new MarcWriter(stream, format);
        await foreach (MarcReadResult result in ReadAsync(file, cancellationToken))
        {
            await ReportAsync(result);
            try
            {
                if (result.Record is { } record)
                {
                    await writer.WriteAsync(record, cancellationToken);
                }
                else
                {
                    failed++;
                }
            }
            catch (MarcWriteException error)
            {
                failed++;
                await errors.WriteLineAsync($"record {result.Number}, offset {result.Offset}: {error.Message}");
            }
        }

        return failed == 0;
    }

    public async Task<int> ValidateAsync(FileInfo file, CancellationToken cancellationToken)
    {
        bool isValid = true;
        await foreach (MarcReadResult result in ReadAsync(file, cancellationToken))
        {
            foreach (MarcDeviation deviation in result.Deviations)
            {
                await output.WriteLineAsync($"{deviation} Read: {deviation.Read}");
            }

            IReadOnlyList<MarcProblem> problems = result.Record?.Validate() ?? [];
            foreach (MarcProblem problem in problems)
            {
                await output.WriteLineAsync($"record {result.Number}, offset {result.Offset}: {problem.Severity}: {problem}");
            }

            isValid &= result.Deviations.Count == 0 && problems.Count == 0;
        }

        return isValid ? ExitCode.Success : ExitCode.Attention;
    }

    public async Task<int> DiffAsync(FileInfo file, FileInfo other, CancellationToken cancellationToken)
    {
        var before = new Dictionary<string, MarcRecord>();
        var seen = new Dictionary<string, int>();
        await foreach (MarcReadResult result in ReadAsync(file, cancellationToken))
        {
            before[KeyOf(result, seen)] = result.Record ?? new MarcRecord();
        }

        bool isEqual = true;
        seen.Clear();
        await foreach (MarcReadResult result in ReadAsync(other, cancellationToken))
        {
            string key = KeyOf(result, seen);
            MarcRecord after = result.Record ?? new MarcRecord();
            bool isNew = !before.Remove(key, out MarcRecord? known);
            MarcDiff diff = (known ?? new MarcRecord(after.Leader)).DiffTo(after);
            if (isNew || !diff.IsEmpty)
            {
                isEqual = false;
                await output.WriteAsync($"{(isNew ? "added" : "changed")} {key}\n{diff.ToText()}");
            }
        }

        foreach (string key in before.Keys)
        {
            isEqual = false;
            await output.WriteLineAsync($"removed {key}");
        }

        return isEqual ? ExitCode.Success : ExitCode.Attention;
    }

    public async Task<int> SplitAsync(FileInfo file, DirectoryInfo folder, int size, CancellationToken cancellationToken)
    {
        if (file.Extension.ToLowerInvariant() is ".xml" or ".json" or ".ndjson" or ".mrk")
        {
            throw new IOException($"A part of a {file.Extension} file would not be a complete file. Convert it to .mrc first.");
        }

        folder.Create();
        long count = 0;
        FileStream? part = null;
        try
        {
            await foreach (MarcReadResult result in ReadAsync(file, cancellationToken, keepBytes: true))
            {
                await ReportAsync(result);
                if (count++ % size == 0)
                {
                    await (part?.DisposeAsync() ?? ValueTask.CompletedTask);
                    part = File.Create(Path.Combine(folder.FullName, $"{Path.GetFileNameWithoutExtension(file.Name)}-{1 + (count / size):0000}{file.Extension}"));
                }

                await part!.WriteAsync(result.Bytes, cancellationToken);
            }
        }
        finally
        {
            await (part?.DisposeAsync() ?? ValueTask.CompletedTask);
        }

        await output.WriteLineAsync($"parts: {(count + size - 1) / size}");
        return ExitCode.Success;
    }

    /// <summary>The control number; the second record with it, in the order of the file, has a number of its own.</summary>
    private static string KeyOf(MarcReadResult result, Dictionary<string, int> seen)
    {
        string key = result.Record?.ControlNumber ?? $"#{result.Number}";
        int count = seen[key] = seen.GetValueOrDefault(key) + 1;
        return count == 1 ? key : $"{key} (record {count} with this number)";
    }

    private static MarcFormat FormatOf(FileInfo file) => file.Extension.ToLowerInvariant() switch
    {
        ".mrc" or ".marc" => MarcFormat.Iso2709,
        ".xml" => MarcFormat.MarcXml,
        ".json" or ".ndjson" => MarcFormat.MarcJson,
        ".mrk" => MarcFormat.Mnemonic,
        _ => throw new IOException($"The extension {file.Extension} does not name a format. Use .mrc, .xml, .json or .mrk."),
    };

    private async Task ReportAsync(MarcReadResult result)
    {
        foreach (MarcDeviation deviation in result.Deviations)
        {
            await errors.WriteLineAsync(deviation.ToString());
        }
    }

    private async IAsyncEnumerable<MarcReadResult> ReadAsync(
        FileInfo file, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken, bool keepBytes = false)
    {
        await using FileStream stream = file.OpenRead();
        var progress = new Progress(errors, stream.Length, isTerminal);
        await foreach (MarcReadResult result in MarcReader.ReadResultsAsync(stream, new MarcReadOptions { KeepBytes = keepBytes }, cancellationToken))
        {
            progress.Report(result.Number, result.Offset + result.Length);
            yield return result;
        }

        progress.Finish();
    }
}
