using System.Text;

namespace Polaris.Client.Marc;

/// <summary>Reads the mnemonic text of MarcEdit: one field a line, an empty line after each record.</summary>
internal sealed class MnemonicParser(MarcReadOptions options) : MarcParser(options)
{
    public override bool TryRead(byte[] data, int start, int end, bool isFinal, long offset, out int consumed, out MarcReadResult? result)
    {
        result = null;
        int at = SkipToRecord(data, start, end, isFinal);
        consumed = at - start;
        if (at == end)
        {
            return consumed > 0;
        }

        int stop = RecordEnd(data, at, end, isFinal);
        if (stop < 0)
        {
            return consumed > 0;
        }

        result = Read(data, at, stop, offset + consumed);
        consumed = stop - start;
        return true;
    }

    private static bool IsLineEnd(byte b) => b is (byte)'\r' or (byte)'\n';

    /// <summary>Skips empty lines and comments.</summary>
    private static int SkipToRecord(byte[] data, int at, int end, bool isFinal)
    {
        while (at < end)
        {
            if (IsLineEnd(data[at]) || data[at] is (byte)' ' or (byte)'\t' or 0xEF or 0xBB or 0xBF or 0x1A or 0)
            {
                at++;
            }
            else if (data[at] == '#')
            {
                int lineEnd = data.AsSpan(at, end - at).IndexOfAny((byte)'\r', (byte)'\n');
                if (lineEnd < 0)
                {
                    return isFinal ? end : at;
                }

                at += lineEnd;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    /// <summary>Finds an empty line, which may have blanks, or a leader on the next line.</summary>
    private static int RecordEnd(byte[] data, int at, int end, bool isFinal)
    {
        while (at < end)
        {
            int lineEnd = data.AsSpan(at, end - at).IndexOfAny((byte)'\r', (byte)'\n');
            if (lineEnd < 0)
            {
                break;
            }

            int next = at + lineEnd + 1;
            next += next < end && data[next - 1] == '\r' && data[next] == '\n' ? 1 : 0;
            if (next + 5 > end && !isFinal)
            {
                return -1;
            }

            int text = next;
            while (text < end && data[text] is (byte)' ' or (byte)'\t')
            {
                text++;
            }

            if (text == end && !isFinal)
            {
                return -1;
            }

            if (text == end || IsLineEnd(data[text]) || IsLeaderLine(data, next, end))
            {
                return next;
            }

            at = next;
        }

        return isFinal ? end : -1;
    }

    private static bool IsLeaderLine(byte[] data, int at, int end) =>
        data.AsSpan(at, end - at).StartsWith("=LDR"u8) || data.AsSpan(at, end - at).StartsWith("=000"u8);

    private MarcReadResult Read(byte[] data, int at, int stop, long offset)
    {
        DeviationLog log = new(Options, ++Number, offset);
        Encoding encoding = Options.CodePage ?? Encoding.UTF8;
        if (Options.CodePage is null && !Iso2709Bytes.IsUtf8(data, at, stop - at))
        {
            log.Add(MarcDeviationKind.InvalidCharacter, offset + Iso2709Bytes.FirstInvalidUtf8(data, at, stop) - at, "replaced bytes that are not valid UTF-8");
        }

        MarcRecord record = new("");
        MarcField? last = null;
        bool hasTag = false;
        StringBuilder continued = new();
        foreach (string line in encoding.GetString(data, at, stop - at).Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '=' && line.Length >= 4)
            {
                hasTag = true;
                Continue(log, last, continued);
                last = ReadLine(log, record, line);
            }
            else if (line[0] != '#')
            {
                string done = last is null ? "ignored a line that is not a field" : "appended a line without a tag to the field before";
                log.Add(MarcDeviationKind.NotWellFormed, log.Offset, done, Shorten(line), last?.Tag);
                continued.Append(' ').Append(line);
            }
        }

        Continue(log, last, continued);
        if (hasTag && record.Leader.Length != MarcLeader.Length)
        {
            log.Add(MarcDeviationKind.Leader, log.Offset, $"kept a leader of {record.Leader.Length} characters", Shorten(record.Leader));
        }

        return Finish(log, hasTag ? record : null, data, at, stop);
    }

    private MarcField? ReadLine(DeviationLog log, MarcRecord record, string line)
    {
        string tag = line.Substring(1, 3);
        int from = 4;
        while (from < 6 && from < line.Length && line[from] == ' ')
        {
            from++;
        }

        string content = line.Substring(from);
        if (tag is "LDR" or "000")
        {
            record.Leader = content.Replace('\\', ' ');
            return null;
        }

        MarcField field = Names.IsControlTag(tag) ? new MarcField(tag, Text(log, content.Replace('\\', ' '), tag, null)) : ReadDataField(log, tag, content);
        record.FieldList.Add(field);
        return field;
    }

    private MarcField ReadDataField(DeviationLog log, string tag, string content)
    {
        string[] parts = content.Split('$');
        string indicators = parts[0].Replace('\\', ' ').PadRight(2).Substring(0, 2);
        List<MarcSubfield> subfields = [];
        if (parts[0].Length > 2)
        {
            log.Add(MarcDeviationKind.DataOutsideSubfields, log.Offset, "kept data without a subfield code as $a", Shorten(parts[0]), tag);
            subfields.Add(new MarcSubfield('a', Text(log, parts[0].Substring(2), tag, 'a')));
        }
        else if (parts[0].Length < 2)
        {
            log.Add(MarcDeviationKind.Indicators, log.Offset, $"read {parts[0].Length} indicators as 2", parts[0], tag);
        }

        foreach (string part in parts.Skip(1))
        {
            if (part.Length == 0)
            {
                log.Add(MarcDeviationKind.EmptySubfield, log.Offset, "ignored a delimiter without a code", tag: tag);
                continue;
            }

            subfields.Add(new MarcSubfield(part[0], Text(log, part.Substring(1), tag, part[0])));
        }

        return new MarcField(tag, Names.Indicators(indicators[0], indicators[1]), subfields);
    }

    private void Continue(DeviationLog log, MarcField? field, StringBuilder lines)
    {
        if (field is { IsControlField: true })
        {
            field.Data += lines;
        }
        else if (field is { SubfieldList: { Count: > 0 } subfields } && lines.Length > 0)
        {
            MarcSubfield last = subfields[subfields.Count - 1];
            last.Data += Text(log, lines.ToString(), field.Tag, last.Code);
        }

        lines.Clear();
    }

    private string Text(DeviationLog log, string text, string tag, char? code)
    {
        string decoded = Mnemonics.Decode(text, out string? unknown);
        if (unknown is not null)
        {
            log.Add(MarcDeviationKind.UnknownMnemonic, log.Offset, "kept a mnemonic that is not known", unknown, tag, code);
        }

        return Repair(log, decoded, log.Offset, tag, code);
    }
}
