using System.IO.Compression;
using System.Text;

namespace Polaris.Client.Marc;

/// <summary>Decodes MARC-8. The tables of the Library of Congress are an embedded resource, read on first use.</summary>
internal static class Marc8
{
    private const byte Escape = 0x1B;
    private const byte Ascii = (byte)'B';
    private const byte Ansel = (byte)'E';
    private const byte Eacc = (byte)'1';
    private const int CombiningMark = 1 << 31;

    /// <summary>The final bytes of the escape sequences that name a set.</summary>
    private static ReadOnlySpan<byte> Sets => "BENQ342S1"u8;

    private static readonly Lazy<Dictionary<int, int>> Table = new(Unpack);

    /// <summary>Decodes a field or subfield; each starts in ASCII and ANSEL.</summary>
    /// <param name="data">The bytes.</param>
    /// <param name="firstUndefined">The index of the first byte that MARC-8 does not define; -1 if there is none.</param>
    public static string Decode(ReadOnlySpan<byte> data, out int firstUndefined)
    {
        StringBuilder text = new(data.Length);
        List<int> marks = [];
        byte g0 = Ascii, g1 = Ansel;
        firstUndefined = -1;
        for (int i = 0; i < data.Length;)
        {
            if (data[i] == Escape && TrySwitch(data, ref i, ref g0, ref g1))
            {
                continue;
            }

            int start = i;
            int found = Next(data, ref i, g0, g1);
            if (found == -1)
            {
                firstUndefined = firstUndefined < 0 ? start : firstUndefined;
                Append(text, data[start] == Escape ? Escape : 0xFFFD);
            }
            else if ((found & CombiningMark) != 0)
            {
                // A mark stands before its letter; the second half of a double mark has no counterpart.
                marks.AddRange(found == CombiningMark ? [] : [found & ~CombiningMark]);
                continue;
            }
            else
            {
                Append(text, found);
            }

            marks.ForEach(mark => Append(text, mark));
            marks.Clear();
        }

        marks.ForEach(mark => Append(text, mark));
        return text.ToString();
    }

    private static void Append(StringBuilder text, int point)
    {
        if (point < 0x10000)
        {
            text.Append((char)point);
        }
        else
        {
            text.Append(char.ConvertFromUtf32(point));
        }
    }

    /// <summary>Reads one character: its code point, with a bit for combining marks; -1 if the byte is not defined.</summary>
    private static int Next(ReadOnlySpan<byte> data, ref int i, byte g0, byte g1)
    {
        byte b = data[i];
        byte set = b < 0x80 ? g0 : g1;
        if (b <= 0x20)
        {
            i++;
            return b;
        }

        if (set == Eacc)
        {
            if (i + 3 <= data.Length && Table.Value.TryGetValue(Key(Eacc, ((b & 0x7F) << 16) | ((data[i + 1] & 0x7F) << 8) | (data[i + 2] & 0x7F)), out int eacc))
            {
                i += 3;
                return eacc;
            }

            // Real records contain an ASCII blank or bracket within EACC: one byte, then EACC again.
            i++;
            return b < 0x7F && (i >= data.Length || data[i] <= 0x20 || b is (byte)'.' or (byte)',') ? b : -1;
        }

        i++;
        if (b < 0x80 && set == Ascii)
        {
            return b;
        }

        if (b >= 0x80 && b < 0xA1 && set != Ansel)
        {
            set = Ansel; // The control codes 88, 89, 8D and 8E belong to no set.
        }

        int code = set == Ansel ? b | 0x80 : b & 0x7F;
        return set == Ascii ? b & 0x7F : Table.Value.TryGetValue(Key(set, code), out int point) ? point : -1;
    }

    /// <summary>Reads an escape sequence; false if it does not name a known set.</summary>
    private static bool TrySwitch(ReadOnlySpan<byte> data, ref int i, ref byte g0, ref byte g1)
    {
        if (i + 1 >= data.Length)
        {
            return false;
        }

        if (data[i + 1] is (byte)'s' or (byte)'g' or (byte)'b' or (byte)'p')
        {
            g0 = data[i + 1] == (byte)'s' ? Ascii : data[i + 1];
            i += 2;
            return true;
        }

        int at = i + 1;
        bool multibyte = data[at] == (byte)'$';
        if (multibyte)
        {
            at++;
        }

        bool isG1 = at < data.Length && data[at] is (byte)')' or (byte)'-';
        if (at < data.Length && data[at] is (byte)'(' or (byte)',' or (byte)')' or (byte)'-')
        {
            at++;
        }
        else if (!multibyte)
        {
            return false;
        }

        if (at < data.Length && data[at] == (byte)'!')
        {
            at++;
        }

        if (at >= data.Length || Sets.IndexOf(data[at]) < 0)
        {
            return false;
        }

        (g0, g1) = isG1 ? (g0, data[at]) : (data[at], g1);
        i = at + 1;
        return true;
    }

    private static int Key(byte set, int code) => set == Eacc ? code : (set << 24) | code;

    private static Dictionary<int, int> Unpack()
    {
        using Stream resource = typeof(Marc8).Assembly.GetManifestResourceStream("marc8.bin")!;
        using DeflateStream inflated = new(resource, CompressionMode.Decompress);
        using MemoryStream bytes = new();
        inflated.CopyTo(bytes);
        bytes.Position = 0;
        Dictionary<int, int> table = new(16_400);
        while (bytes.ReadByte() is >= 0 and int set)
        {
            UnpackSet(bytes, (byte)set, table);
        }

        return table;
    }

    private static void UnpackSet(MemoryStream bytes, byte set, Dictionary<int, int> table)
    {
        int count = ReadNumber(bytes), code = 0, point = 0;
        int[] codes = new int[count];
        int[] points = new int[count];
        for (int i = 0; i < count; i++)
        {
            codes[i] = code += ReadNumber(bytes);
        }

        for (int i = 0; i < count; i++)
        {
            int delta = ReadNumber(bytes);
            points[i] = point += (delta >> 1) ^ -(delta & 1);
        }

        int flags = 0;
        for (int i = 0; i < count; i++)
        {
            flags = (i & 7) == 0 ? bytes.ReadByte() : flags >> 1;
            table[Key(set, codes[i])] = (flags & 1) != 0 ? points[i] | CombiningMark : points[i];
        }
    }

    private static int ReadNumber(MemoryStream bytes)
    {
        int number = 0, shift = 0, next;
        do
        {
            next = bytes.ReadByte();
            number |= (next & 0x7F) << shift;
            shift += 7;
        }
        while (next > 0x7F);
        return number;
    }
}
