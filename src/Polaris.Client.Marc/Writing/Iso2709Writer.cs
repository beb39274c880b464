using static Polaris.Client.Marc.Iso2709Bytes;

namespace Polaris.Client.Marc;

/// <summary>Writes ISO 2709.</summary>
internal static class Iso2709Writer
{
    private const int LargestRecord = 99_999;
    private const int LargestField = 9_999;

    public static void Write(ByteBuffer buffer, MarcRecord record, bool latin1)
    {
        int start = buffer.Length, directory = start + MarcLeader.Length;
        WriteLeader(buffer, record.Leader);
        int entries = record.FieldList.Count;
        buffer.Reserve((entries * EntryLength) + 1);
        buffer.Length += entries * EntryLength;
        buffer.Add(FieldTerminator);
        int data = buffer.Length;
        if (data - start > LargestRecord)
        {
            throw new MarcWriteException("record", $"it has {entries} fields; the directory alone is over {LargestRecord:N0} bytes.");
        }

        for (int i = 0; i < entries; i++)
        {
            int position = buffer.Length - data;
            WriteField(buffer, record, i, latin1);
            int length = buffer.Length - data - position;
            CheckSize(record, i, length, position);
            WriteEntry(buffer, directory + (i * EntryLength), record.FieldList[i].Tag, length, position);
        }

        buffer.Add(RecordTerminator);
        int size = buffer.Length - start;
        if (size > LargestRecord)
        {
            throw new MarcWriteException("record", $"it has {size:N0} bytes; ISO 2709 allows {LargestRecord:N0}.");
        }

        buffer.SetDigits(start, size, 5);
        buffer.SetDigits(start + MarcLeader.BaseAddress, data - start, 5);
        ReadOnlySpan<byte> written = buffer.Bytes.AsSpan(data, buffer.Length - data);
        if (!latin1 && (!IsAscii(written) || written.IndexOf(Escape) >= 0)) // An escape character would begin MARC-8.
        {
            buffer.Bytes[start + MarcLeader.Encoding] = (byte)'a';
        }
    }

    private static void CheckSize(MarcRecord record, int index, int length, int position)
    {
        if (length > LargestField)
        {
            throw new MarcWriteException(WriteChecks.PlaceOf(record, index), $"the field has {length:N0} bytes; ISO 2709 allows {LargestField:N0}.");
        }

        if (position > LargestRecord)
        {
            throw new MarcWriteException(WriteChecks.PlaceOf(record, index), $"the record has more than {LargestRecord:N0} bytes, the most that ISO 2709 allows.");
        }
    }

    private static void WriteLeader(ByteBuffer buffer, string leader)
    {
        if (leader.Length != MarcLeader.Length)
        {
            throw new MarcWriteException("leader", $"it has {leader.Length} characters instead of {MarcLeader.Length}.");
        }

        foreach (char c in leader)
        {
            if (c is < ' ' or > '~')
            {
                throw new MarcWriteException("leader", $"it has U+{(int)c:X4}, which is not printable ASCII.");
            }
        }

        buffer.AddLatin1(leader.Substring(0, MarcLeader.IndicatorCount) + "22" + leader.Substring(MarcLeader.BaseAddress, 8) + "4500");
    }

    private static void WriteEntry(ByteBuffer buffer, int at, string tag, int length, int position)
    {
        for (int i = 0; i < 3; i++)
        {
            buffer.Bytes[at + i] = (byte)tag[i];
        }

        buffer.SetDigits(at + 3, length, 4);
        buffer.SetDigits(at + 7, position, 5);
    }

    private static void WriteField(ByteBuffer buffer, MarcRecord record, int index, bool latin1)
    {
        MarcField field = record.FieldList[index];
        if (!MarcValidation.IsTag(field.Tag))
        {
            throw new MarcWriteException(WriteChecks.PlaceOf(record, index), "the tag is not three ASCII letters or digits.");
        }

        if (Names.IsControlTag(field.Tag) != field.IsControlField)
        {
            throw new MarcWriteException(WriteChecks.PlaceOf(record, index), field.IsControlField
                ? "only fields 001 to 009 and 00A to 00Z have data without subfields."
                : "a control field cannot have indicators and subfields.");
        }

        if (field.IsControlField)
        {
            WriteData(buffer, record, index, null, field.Data, latin1);
        }
        else
        {
            WriteSubfields(buffer, record, index, field, latin1);
        }

        buffer.Add(FieldTerminator);
    }

    private static void WriteSubfields(ByteBuffer buffer, MarcRecord record, int index, MarcField field, bool latin1)
    {
        if (field.Indicators.Length != 2 || !MarcValidation.IsIndicator(field.Indicators[0]) || !MarcValidation.IsIndicator(field.Indicators[1]))
        {
            throw new MarcWriteException(WriteChecks.PlaceOf(record, index), "the indicators are not two blanks, digits or lowercase letters.");
        }

        if (field.SubfieldList.Count == 0)
        {
            throw new MarcWriteException(WriteChecks.PlaceOf(record, index), "a data field needs at least one subfield.");
        }

        buffer.Add((byte)field.Indicators[0]);
        buffer.Add((byte)field.Indicators[1]);
        foreach (MarcSubfield subfield in field.SubfieldList)
        {
            if (!MarcValidation.IsCode(subfield.Code))
            {
                throw new MarcWriteException(WriteChecks.PlaceOf(record, index), $"the subfield code U+{(int)subfield.Code:X4} is not allowed.");
            }

            buffer.Add(SubfieldDelimiter);
            buffer.Add((byte)subfield.Code);
            WriteData(buffer, record, index, subfield.Code, subfield.Data, latin1);
        }
    }

    private static void WriteData(ByteBuffer buffer, MarcRecord record, int index, char? code, string data, bool latin1)
    {
        if (MarcValidation.IndexOfDelimiter(data) is >= 0 and int at)
        {
            throw new MarcWriteException(WriteChecks.PlaceOf(record, index, code), $"the data has the delimiter U+{(int)data[at]:X4} at character {at}.");
        }

        if (latin1)
        {
            if (data.Any(c => c > '\u00FF'))
            {
                throw new MarcWriteException(WriteChecks.PlaceOf(record, index, code), "the data has a character beyond ISO 8859-1.");
            }

            buffer.AddLatin1(data);
            return;
        }

        if (MarcValidation.IndexOfLoneSurrogate(data) >= 0)
        {
            throw new MarcWriteException(WriteChecks.PlaceOf(record, index, code), "the data has a surrogate without its partner.");
        }

        buffer.Add(data);
    }
}
