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

    public async Task<int> ConvertAsync(FileInfo file, FileInfo target, bool isOverwriting, CancellationToken cancellationToken)
    {
        MarcFormat format = FormatOf(target);
        if (target.Exists && !isOverwriting)
        {
            throw new IOException($"{target} exists. Name another file, or use --overwrite.");
        }

        // The target gets its name when it is complete: a run that fails or is stopped leaves an existing file as it was.
        string unfinished = $"{target.FullName}.unfinished";
        try
        {
            long failed;
            await using (FileStream stream = File.Create(unfinished))
            {
                failed = await ConvertAsync(file, stream, format, cancellationToken);
            }

            File.Move(unfinished, target.FullName, isOverwriting);
            return failed == 0 ? ExitCode.Success : ExitCode.Attention;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Returns the number of records that could not be converted.</summary>
    private async Task<long> ConvertAsync(FileInfo file, FileStream target, MarcFormat format, CancellationToken cancellationToken)
    {
        long failed = 0;
        await using var writer = new MarcWriter(target, format);
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

        return failed;
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

    public async Task<int> SplitAsync(FileInfo file, DirectoryInfo folder, int size, bool isOverwriting, CancellationToken cancellationToken)
    {
        if (!await IsIso2709Async(file, cancellationToken))
        {
            throw new IOException("Only ISO 2709 can be split byte for byte. Convert the file to .mrc first.");
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
                    string name = $"{Path.GetFileNameWithoutExtension(file.Name)}-{1 + ((count - 1) / size):0000}{file.Extension}";
                    part = new FileStream(Path.Combine(folder.FullName, name), isOverwriting ? FileMode.Create : FileMode.CreateNew);
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

    /// <summary>Whether the file does not begin as MARCXML, JSON or mnemonic text does, whose parts would not be complete files.</summary>
    private static async Task<bool> IsIso2709Async(FileInfo file, CancellationToken cancellationToken)
    {
        using StreamReader reader = file.OpenText();
        char[] beginning = new char[100];
        int length = await reader.ReadBlockAsync(beginning, cancellationToken);
        return beginning.AsSpan(0, length).TrimStart() is not ['<' or '[' or '{' or '=', ..];
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
