using System.Text;

namespace Polaris.Client.Marc;

/// <summary>A growing array of bytes.</summary>
internal sealed class ByteBuffer
{
    private static readonly Encoding Latin1Encoding = Encoding.GetEncoding(28591);

    public byte[] Bytes { get; private set; } = new byte[4096];

    public int Length { get; set; }

    public void Add(byte value)
    {
        Reserve(1);
        Bytes[Length++] = value;
    }

    public void Add(string text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        Length += Encoding.UTF8.GetBytes(text, 0, text.Length, Bytes, Length);
    }

    public void AddLatin1(string text)
    {
        Reserve(text.Length);
        Length += Latin1Encoding.GetBytes(text, 0, text.Length, Bytes, Length);
    }

    /// <summary>Writes a number with leading zeros at a position that is already reserved.</summary>
    public void SetDigits(int at, int number, int count)
    {
        for (int i = at + count - 1; i >= at; i--, number /= 10)
        {
            Bytes[i] = (byte)('0' + (number % 10));
        }
    }

    public void Reserve(int count)
    {
        if (Bytes.Length - Length < count)
        {
            byte[] larger = new byte[Math.Max(Bytes.Length * 2, Length + count)];
            Buffer.BlockCopy(Bytes, 0, larger, 0, Length);
            Bytes = larger;
        }
    }
}

/// <summary>What every format refuses.</summary>
internal static class WriteChecks
{
    public static string PlaceOf(MarcRecord record, int index, char? code = null) =>
        MarcValidation.PathOf(record, index) + (code is null ? "" : $" ${code}");

    /// <summary>Refuses surrogates without a partner, which no encoding can hold, and more or fewer indicators than two.</summary>
    public static void Text(MarcRecord record)
    {
        Surrogate("leader", record.Leader);
        for (int i = 0; i < record.FieldList.Count; i++)
        {
            MarcField field = record.FieldList[i];
            string place = PlaceOf(record, i);
            Indicators(place, field);
            Surrogate(place, field.Tag);
            Surrogate(place, field.Data);
            foreach (MarcSubfield subfield in field.SubfieldList)
            {
                if (char.IsSurrogate(subfield.Code))
                {
                    throw new MarcWriteException(place, "a subfield code is a surrogate.");
                }

                Surrogate(place, subfield.Data);
            }
        }
    }

    /// <summary>Refuses indicators that are not two characters; only ISO 2709 of other countries has more or fewer.</summary>
    public static void Indicators(string place, MarcField field)
    {
        if (!field.IsControlField && field.Indicators.Length != 2)
        {
            throw new MarcWriteException(place, $"the field has {field.Indicators.Length} indicators instead of 2.");
        }

        if (field.Indicators.Any(char.IsSurrogate))
        {
            throw new MarcWriteException(place, "an indicator is a surrogate.");
        }
    }

    private static void Surrogate(string place, string text)
    {
        if (MarcValidation.IndexOfLoneSurrogate(text) >= 0)
        {
            throw new MarcWriteException(place, "the text has a surrogate without its partner.");
        }
    }
}
