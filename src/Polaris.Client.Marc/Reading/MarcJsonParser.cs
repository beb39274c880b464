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
            List<MarcRecord> records = new MarcJsonReader(log).ReadAll(document.RootElement);
            if (records.Count == 0)
            {
                log.Add(MarcDeviationKind.UnknownMember, offset, "skipped an object that is not a MARC record", data, at, Math.Min(stop, at + 100));
                return Finish(log, null, data, at, stop);
            }

            MarcReadResult first = Finish(log, Repair(log, records[0]), data, at, stop);
            foreach (MarcRecord record in records.Skip(1))
            {
                DeviationLog own = new(Options, ++Number, offset);
                _pending.Enqueue(Finish(own, Repair(own, record), data, at, stop, first.Bytes.IsEmpty ? null : first.Bytes));
            }

            return first;
        }
        catch (JsonException error)
        {
            Number--;
            return Unreadable(data, at, stop, offset, error);
        }
    }

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
