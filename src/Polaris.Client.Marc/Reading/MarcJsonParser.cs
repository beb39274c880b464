using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Polaris.Client.Marc;

/// <summary>Splits JSON into records: one object, an array, or one object after another.</summary>
internal sealed class MarcJsonParser(MarcReadOptions options) : MarcParser(options)
{
    // Atomic groups and the word boundary keep both linear: no character is tried twice.
    private static readonly Regex UnquotedName = new("""("(?>(?:[^"\\]+|\\.)*)")|\b([A-Za-z_](?>\w*))((?>\s*):)""", RegexOptions.CultureInvariant | RegexOptions.Singleline);
    private static readonly Regex MissingComma = new("""("(?>(?:[^"\\]+|\\.)*)"(?>\s*)[:,\]}])|([\]}])((?>\s*))(?=["{\[])""", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private readonly Queue<MarcReadResult> _pending = new();
    private bool _abandoned;
    private int _depth;

    public override void Abandon() => _abandoned = true;

    public override bool TryRead(byte[] data, int start, int end, bool isFinal, long offset, out int consumed, out MarcReadResult? result)
    {
        consumed = 0;
        result = null;
        if (_pending.Count > 0)
        {
            result = _pending.Dequeue();
            return true;
        }

        int at = start;
        while (at < end && data[at] != '{' && !_abandoned && IsBetween(data[at]))
        {
            _depth += data[at] == '[' ? 1 : data[at] == ']' ? -1 : 0;
            at++;
        }

        if (at == end || _abandoned)
        {
            consumed = end - start;
            return consumed > 0;
        }

        int stop = data[at] == '{' ? ObjectEnd(data, at, end) : NextObject(data, at, end);
        if (stop < 0 && !isFinal)
        {
            consumed = at - start;
            return consumed > 0;
        }

        bool isObject = data[at] == '{' && stop > 0;
        stop = stop < 0 ? end : stop;
        result = isObject ? Read(data, at, stop, offset + at - start) : Unreadable(data, at, stop, offset + at - start, null);
        consumed = stop - start;
        return true;
    }

    private static bool IsBetween(byte b) => b is (byte)'[' or (byte)']' or (byte)',' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0xEF or 0xBB or 0xBF or 0x1E;

    private static int NextObject(byte[] data, int at, int end)
    {
        int next = data.AsSpan(at, end - at).IndexOf((byte)'{');
        return next < 0 ? -1 : at + next;
    }

    private static int ObjectEnd(byte[] data, int at, int end)
    {
        int depth = 0;
        for (; at < end; at++)
        {
            switch (data[at])
            {
                case (byte)'"':
                    for (at++; at < end && data[at] != '"'; at++)
                    {
                        at += data[at] == '\\' ? 1 : 0;
                    }

                    break;
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                case (byte)'}' or (byte)']' when --depth == 0:
                    return at + 1;
            }
        }

        return -1;
    }

    private MarcReadResult Read(byte[] data, int at, int stop, long offset)
    {
        DeviationLog log = new(Options, ++Number, offset);
        try
        {
            using JsonDocument document = Parse(log, data, at, stop);
            List<(JsonElement Value, string Path)> found = MarcJsonEnvelope.Find(document.RootElement);
            switch (found.Count)
            {
                case 0:
                    log.Add(MarcDeviationKind.UnknownMember, offset, "skipped an object that is not a MARC record", data, at, Math.Min(stop, at + 100));
                    return Finish(log, null, data, at, stop);
                case 1:
                    return Finish(log, ReadRecord(log, found[0]), data, at, stop);
                default:
                    ReadEnvelope(log, found, data, at, stop);
                    return _pending.Dequeue();
            }
        }
        catch (JsonException error)
        {
            Number--;
            return Unreadable(data, at, stop, offset, error);
        }
    }

    /// <summary>Reads the records of an envelope. Each has a place, deviations and bytes of its own.</summary>
    /// <param name="log">What was found while the envelope was parsed; it belongs to the first record.</param>
    /// <param name="found">The records.</param>
    /// <param name="data">The buffer.</param>
    /// <param name="at">The first byte of the envelope.</param>
    /// <param name="stop">The end of the envelope.</param>
    private void ReadEnvelope(DeviationLog log, List<(JsonElement Value, string Path)> found, byte[] data, int at, int stop)
    {
        // If the envelope was corrected to parse it, its text differs from its bytes: then its records share its place.
        bool isExact = log.Deviations is null;
        int next = at;
        ReadOnlyMemory<byte>? shared = null;
        for (int i = 0; i < found.Count; i++)
        {
            (int start, int end) = (at, stop);
            if (isExact)
            {
                byte[] text = Encoding.UTF8.GetBytes(found[i].Value.GetRawText());
                start = next + data.AsSpan(next, stop - next).IndexOf(text);
                next = end = start + text.Length;
            }

            DeviationLog own = i == 0 && !isExact ? log : new(Options, i == 0 ? Number : ++Number, log.Offset + (start - at));
            MarcReadResult result = Finish(own, ReadRecord(own, found[i]), data, start, end, shared);
            if (!isExact)
            {
                shared ??= result.Bytes;
            }

            _pending.Enqueue(result);
        }
    }

    private MarcRecord ReadRecord(DeviationLog log, (JsonElement Value, string Path) found) =>
        Repair(log, new MarcJsonReader(log).ReadRecord(found.Value, found.Path));

    private MarcReadResult Unreadable(byte[] data, int at, int stop, long offset, JsonException? error)
    {
        DeviationLog log = new(Options, ++Number, offset);
        long place = offset + (error?.LineNumber is null or 0 ? error?.BytePositionInLine ?? 0 : 0);
        string where = error is null ? "" : $" (line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1} of the record)";
        log.Add(MarcDeviationKind.NotWellFormed, place, "skipped text that is not JSON" + where, data, at, Math.Min(stop, at + 100));
        return Finish(log, null, data, at, stop);
    }

    /// <summary>Parses an object; the older form of marc4j has names without quotes and lacks a comma.</summary>
    private static JsonDocument Parse(DeviationLog log, byte[] data, int at, int stop)
    {
        if (!Iso2709Bytes.IsUtf8(data, at, stop - at))
        {
            int invalid = Iso2709Bytes.FirstInvalidUtf8(data, at, stop);
            log.Add(MarcDeviationKind.InvalidCharacter, log.Offset + invalid - at, "replaced bytes that are not valid UTF-8", data, invalid, Math.Min(stop, invalid + 20));
            data = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(data, at, stop - at));
            (at, stop) = (0, data.Length);
        }

        try
        {
            return JsonDocument.Parse(data.AsMemory(at, stop - at));
        }
        catch (JsonException)
        {
            string text = Encoding.UTF8.GetString(data, at, stop - at);
            string quoted = UnquotedName.Replace(text, match => match.Groups[1].Success ? match.Value : $"\"{match.Groups[2].Value}\"{match.Groups[3].Value}");
            string relaxed = MissingComma.Replace(quoted, match => match.Groups[1].Success ? match.Value : $"{match.Groups[2].Value},");
            if (relaxed == text)
            {
                throw;
            }

            JsonDocument document = JsonDocument.Parse(relaxed);
            log.Add(MarcDeviationKind.NotWellFormed, log.Offset, "added quotes and commas that JSON needs", data, at, Math.Min(stop, at + 100));
            return document;
        }
    }

    private MarcRecord Repair(DeviationLog log, MarcRecord record)
    {
        foreach (MarcField field in Options.Repairs == MarcRepairs.None ? [] : record.FieldList)
        {
            if (field.IsControlField)
            {
                field.Data = Repair(log, field.Data, log.Offset, field.Tag, null);
            }

            field.SubfieldList.ForEach(subfield => subfield.Data = Repair(log, subfield.Data, log.Offset, field.Tag, subfield.Code));
        }

        return record;
    }
}
