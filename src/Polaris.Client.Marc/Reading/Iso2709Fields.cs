using System.Text;
using static Polaris.Client.Marc.Iso2709Bytes;

namespace Polaris.Client.Marc;

/// <summary>Reads the leader, the directory and the fields of one ISO 2709 record.</summary>
internal sealed class Iso2709Fields(MarcReadOptions options)
{
    private static readonly Encoding Latin1 = Encoding.GetEncoding(28591);

    /// <summary>The letters without marks of U+00C0 to U+00FF: what was meant by a code such as á.</summary>
    private const string Unmarked = "AAAAAAACEEEEIIIIDNOOOOO?OUUUUYTsaaaaaaaceeeeiiiidnooooo?ouuuuyty";

    private readonly FieldText _text = new(options);
    private DeviationLog _log = null!;
    private byte[] _data = [];
    private int _at;
    private int _end;
    private int _base;
    private int _indicatorCount;

    public MarcRecord Read(DeviationLog log, byte[] data, int at, int stop)
    {
        (_log, _data, _at) = (log, data, at);
        _end = data[stop - 1] == RecordTerminator && stop - at > MarcLeader.Length ? stop - 1 : stop;
        MarcRecord record = new(Latin1.GetString(data, at, MarcLeader.Length));
        for (int i = at; i < at + MarcLeader.Length; i++)
        {
            if (data[i] is < 0x20 or > 0x7E)
            {
                log.Add(MarcDeviationKind.Leader, Place(i), "kept a character other than printable ASCII in the leader", data, at, at + MarcLeader.Length);
                break;
            }
        }

        // Other national formats have other counts; a digit that cannot be true is ignored.
        _indicatorCount = data[at + MarcLeader.IndicatorCount] is >= (byte)'1' and <= (byte)'4' and byte count ? count - '0' : 2;
        _text.Begin(log, data, at, stop, record.Leader[MarcLeader.Encoding]);
        if (_text.IsConverted)
        {
            record.Leader = MarcLeader.OfUnicode(record.Leader);
        }

        int directory = at + MarcLeader.Length;
        int directoryEnd = DirectoryEnd();
        _base = Math.Min(directoryEnd + 1, _end);
        if (!TryReadSound(record, directory, directoryEnd))
        {
            record.FieldList.Clear();
            ReadDamaged(record, directory, directoryEnd);
        }

        if (record.FieldList.Count(field => field.Tag == "001") > 1)
        {
            log.Add(MarcDeviationKind.RepeatedControlNumber, log.Offset, "kept all of them", tag: "001");
        }

        return record;
    }

    private long Place(int index) => _log.Offset + (index - _at);

    private int DirectoryEnd()
    {
        int size = Digits(_data, _at + MarcLeader.BaseAddress, 5);
        int stated = _at + size - 1;
        if (size > MarcLeader.Length && stated < _end && _data[stated] == FieldTerminator)
        {
            return stated;
        }

        if (size > MarcLeader.Length && stated < _end && AreEntries(_at + MarcLeader.Length, stated))
        {
            _log.Add(MarcDeviationKind.BaseAddress, Place(stated), "kept the base address: entries lead up to it, but no field terminator stands there", _data, stated, stated + 1);
            return stated;
        }

        int found = _data.AsSpan(_at + MarcLeader.Length, _end - _at - MarcLeader.Length).IndexOf(FieldTerminator);
        int end = found < 0 ? _end : _at + MarcLeader.Length + found;
        _log.Add(MarcDeviationKind.BaseAddress, Place(_at + MarcLeader.BaseAddress), "used the first field terminator as the end of the directory",
            _data, _at + MarcLeader.BaseAddress, _at + MarcLeader.BaseAddress + 5);
        return end;
    }

    private bool AreEntries(int from, int to)
    {
        bool areEntries = to > from && (to - from) % EntryLength == 0;
        for (int entry = from; areEntries && entry < to; entry += EntryLength)
        {
            areEntries = IsEntry(_data, entry, to);
        }

        return areEntries;
    }

    /// <summary>Reads fields as the directory lists them; false at the first entry that is wrong.</summary>
    private bool TryReadSound(MarcRecord record, int directory, int directoryEnd)
    {
        if ((directoryEnd - directory) % EntryLength != 0)
        {
            return false;
        }

        int left = _end - _base; // Entries that share their data would make a small record a huge one.
        for (int entry = directory; entry < directoryEnd; entry += EntryLength)
        {
            int length = Digits(_data, entry + 3, 4), position = Digits(_data, entry + 7, 5);
            int start = _base + position, last = start + length - 1;
            left -= length;
            if (length < 1 || left < 0 || position < 0 || last >= _end || _data[last] != FieldTerminator
                || _data.AsSpan(start, length - 1).IndexOf(FieldTerminator) >= 0 || !AreTagBytes(_data, entry))
            {
                return false;
            }
        }

        record.FieldList.Capacity = (directoryEnd - directory) / EntryLength;
        for (int entry = directory; entry < directoryEnd; entry += EntryLength)
        {
            int start = _base + Digits(_data, entry + 7, 5);
            record.FieldList.Add(ReadField(Names.Tag(_data, entry), start, start + Digits(_data, entry + 3, 4) - 1));
        }

        return true;
    }

    private void ReadDamaged(MarcRecord record, int directory, int directoryEnd)
    {
        int expected = 0; // Where the next field begins if the data is in the order of the directory.
        int left = _end - _at;
        int entry = directory;
        while (entry + EntryLength <= directoryEnd)
        {
            int length = Digits(_data, entry + 3, 4), position = Digits(_data, entry + 7, 5), size = EntryLength;
            if (position != expected && entry + EntryLength < directoryEnd && Digits(_data, entry + 8, 5) == expected && Digits(_data, entry + 3, 5) is >= 0 and int longer)
            {
                (length, position, size) = (longer, expected, EntryLength + 1); // A field over 9,999 bytes has a length of five digits.
            }

            string tag = Tag(entry);
            (int start, int end)? place = Locate(tag, entry, length, position, expected);
            if (place is { } shared && (left -= shared.end - shared.start) < 0)
            {
                _log.Add(MarcDeviationKind.DirectoryEntry, Place(entry), "ignored the rest of the directory, whose entries share their data", _data, entry, directoryEnd, tag);
                return;
            }

            if (place is { } field)
            {
                record.FieldList.Add(ReadField(tag, field.start, field.end));
                expected = field.end + 1 - _base;
            }

            entry += size;
        }

        if (entry < directoryEnd)
        {
            _log.Add(MarcDeviationKind.DirectoryEntry, Place(entry), "ignored the rest of the directory", _data, entry, directoryEnd);
        }

        if (_base + expected < _end)
        {
            _log.Add(MarcDeviationKind.UnlistedField, Place(_base + expected), "skipped data after the last field", _data, _base + expected, _end);
        }
    }

    private string Tag(int entry)
    {
        string tag = AreTagBytes(_data, entry) ? Names.Tag(_data, entry) : Latin1.GetString(_data, entry, 3);
        if (!AreTagBytes(_data, entry))
        {
            _log.Add(MarcDeviationKind.Tag, Place(entry), "kept the tag", _data, entry, entry + 3, tag);
        }

        return tag;
    }

    /// <summary>Finds the data of a field: where the entry points, else at the field boundary that it means, else after the field before.</summary>
    private (int Start, int End)? Locate(string tag, int entry, int length, int position, int expected)
    {
        int start = _base + position;
        bool isInside = position >= 0 && start < _end;
        if (isInside && length > 0 && start + length <= _end && _data[start + length - 1] == FieldTerminator
            && _data.AsSpan(start, length - 1).IndexOf(FieldTerminator) < 0)
        {
            return (start, start + length - 1);
        }

        bool startsField = isInside && (position == 0 || _data[start - 1] == FieldTerminator);
        start = startsField ? start : _base + expected;
        if (start >= _end)
        {
            _log.Add(MarcDeviationKind.DirectoryEntry, Place(entry), "skipped an entry without data", _data, entry, entry + EntryLength, tag);
            return null;
        }

        int terminator = _data.AsSpan(start, _end - start).IndexOf(FieldTerminator);
        int end = terminator < 0 ? _end : start + terminator;
        MarcDeviationKind kind = terminator < 0 ? MarcDeviationKind.MissingFieldTerminator : MarcDeviationKind.FieldPosition;
        _log.Add(kind, Place(terminator < 0 ? end : entry), terminator < 0 ? "read up to the end of the record" : "read between field terminators", _data, entry, entry + EntryLength, tag);
        return (start, end);
    }

    private MarcField ReadField(string tag, int start, int end)
    {
        ReadOnlySpan<byte> bytes = _data.AsSpan(start, end - start);
        bool isControl = Names.IsControlTag(tag);
        int first = bytes.IndexOf(SubfieldDelimiter);
        if (isControl && (first < 0 || first != _indicatorCount))
        {
            if (first >= 0)
            {
                _log.Add(MarcDeviationKind.FieldType, Place(start + first), "kept a subfield delimiter in the data of a control field", _data, start, end, tag);
            }

            return new MarcField(tag, _text.Decode(start, end, tag, null));
        }

        if (isControl)
        {
            _log.Add(MarcDeviationKind.FieldType, Place(start), "read a field 00X with subfields as a data field", _data, start, end, tag);
        }

        int indicatorsEnd = first < 0 ? end : start + first;
        List<MarcSubfield> subfields = new(CountSubfields(bytes));
        string indicators = ReadIndicators(tag, start, indicatorsEnd, first >= 0, subfields);
        int at = indicatorsEnd;
        while (at < end)
        {
            int next = _data.AsSpan(at + 1, end - at - 1).IndexOf(SubfieldDelimiter);
            int stop = next < 0 ? end : at + 1 + next;
            ReadSubfield(tag, at + 1, stop, subfields);
            at = stop;
        }

        return new MarcField(tag, indicators, subfields);
    }

    private static int CountSubfields(ReadOnlySpan<byte> bytes)
    {
#if NET8_0_OR_GREATER
        return bytes.Count(SubfieldDelimiter);
#else
        int count = 0;
        foreach (byte b in bytes)
        {
            count += b == SubfieldDelimiter ? 1 : 0;
        }

        return count;
#endif
    }

    private string ReadIndicators(string tag, int start, int end, bool hasSubfields, List<MarcSubfield> subfields)
    {
        int count = end - start;
        if (count == 2 && _indicatorCount == 2 && hasSubfields)
        {
            char one = (char)_data[start], two = (char)_data[start + 1];
            if (!MarcValidation.IsIndicator(one) || !MarcValidation.IsIndicator(two))
            {
                _log.Add(MarcDeviationKind.Indicators, Place(start), "kept the indicators", _data, start, end, tag);
            }

            return Names.Indicators(one, two);
        }

        if (count == _indicatorCount && hasSubfields)
        {
            return Latin1.GetString(_data, start, count);
        }

        if (hasSubfields && count <= 4)
        {
            _log.Add(MarcDeviationKind.Indicators, Place(start), $"read {count} indicators as {_indicatorCount}", _data, start, end, tag);
            return Latin1.GetString(_data, start, Math.Min(count, _indicatorCount)).PadRight(_indicatorCount);
        }

        int given = Math.Min(count, _indicatorCount);
        _log.Add(MarcDeviationKind.DataOutsideSubfields, Place(start), count > given ? "kept data without a subfield code as $a" : "kept a field without subfields", _data, start, end, tag);
        if (count > given)
        {
            subfields.Add(new MarcSubfield('a', _text.Decode(start + given, end, tag, 'a')));
        }

        return Latin1.GetString(_data, start, given).PadRight(_indicatorCount);
    }

    private void ReadSubfield(string tag, int start, int end, List<MarcSubfield> subfields)
    {
        if (start == end)
        {
            _log.Add(MarcDeviationKind.EmptySubfield, Place(start - 1), "ignored a subfield delimiter without a code", tag: tag);
            return;
        }

        int size = 1;
        char code = (char)_data[start];
        if (!MarcValidation.IsCode(code))
        {
            if (code >= 0x80 && _text.IsUtf8)
            {
                size = Math.Min(code >= 0xF0 ? 4 : code >= 0xE0 ? 3 : 2, end - start);
                string text = Encoding.UTF8.GetString(_data, start, size);
                code = text[0];
                size = text.Length == 1 ? size : 1;
            }

            code = code is >= '\u00C0' and <= '\u00FF' ? Unmarked[code - 0xC0] : code;
            _log.Add(MarcDeviationKind.SubfieldCode, Place(start), $"read the subfield code as {code}", _data, start, start + size, tag, code);
        }

        subfields.Add(new MarcSubfield(code, _text.Decode(start + size, end, tag, code)));
    }
}
