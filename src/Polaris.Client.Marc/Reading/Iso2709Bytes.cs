using System.Text;

namespace Polaris.Client.Marc;

/// <summary>The bytes of ISO 2709: delimiters, numbers, and what looks like the beginning of a record.</summary>
internal static class Iso2709Bytes
{
    public const byte RecordTerminator = 0x1D;
    public const byte FieldTerminator = 0x1E;
    public const byte SubfieldDelimiter = 0x1F;
    public const int EntryLength = 12;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Reads a number of fixed width; -1 if there is anything but digits.</summary>
    public static int Digits(byte[] data, int at, int count)
    {
        int number = 0;
        for (int i = at; i < at + count; i++)
        {
            int digit = data[i] - '0';
            if ((uint)digit > 9)
            {
                return -1;
            }

            number = (number * 10) + digit;
        }

        return number;
    }

    /// <summary>Whether a directory entry stands here: three letters or digits, then nine digits.</summary>
    public static bool IsEntry(byte[] data, int at, int end) =>
        at + EntryLength <= end && IsTagByte(data[at]) && IsTagByte(data[at + 1]) && IsTagByte(data[at + 2]) && Digits(data, at + 3, 9) >= 0;

    public static bool IsTagByte(byte b) => b is >= (byte)'0' and <= (byte)'9' or >= (byte)'A' and <= (byte)'Z' or >= (byte)'a' and <= (byte)'z';

    private static bool IsDigit(byte b) => b is >= (byte)'0' and <= (byte)'9';

    /// <summary>Whether a leader whose numbers fit stands here: this proves a record wherever it is found.</summary>
    public static bool IsSoundLeader(byte[] data, int at, int end)
    {
        // Status and type are never digits; a directory is almost nothing but digits.
        if (at + MarcLeader.Length + 1 > end || Digits(data, at, 5) < 0 || IsDigit(data[at + 5]) || IsDigit(data[at + 6]) || Digits(data, at + MarcLeader.BaseAddress, 5) is not (> MarcLeader.Length and int size))
        {
            return false;
        }

        int directoryEnd = at + size - 1;
        return directoryEnd < end && data[directoryEnd] == FieldTerminator
            && (size == MarcLeader.Length + 1 || IsEntry(data, at + MarcLeader.Length, end));
    }

    /// <summary>Whether something like a leader stands here: enough after a terminator.</summary>
    public static bool IsLikelyLeader(byte[] data, int at, int end)
    {
        if (at + MarcLeader.Length > end)
        {
            return false;
        }

        bool hasCounts = data[at + 10] == (byte)'2' && data[at + 11] == (byte)'2';
        bool hasMap = data[at + 20] == (byte)'4' && data[at + 21] == (byte)'5';
        bool hasDirectory = IsEntry(data, at + MarcLeader.Length, end);
        return (hasCounts && hasMap) || (hasDirectory && (hasCounts || hasMap));
    }

    /// <summary>Finds the first record that begins between two positions; -1 without one.</summary>
    public static int FindLeader(byte[] data, int from, int to, int end)
    {
        for (int at = from; at < to; at++)
        {
            bool followsTerminator = data[at - 1] is FieldTerminator or RecordTerminator;
            if (IsSoundLeader(data, at, end) || (followsTerminator && IsLikelyLeader(data, at, end)))
            {
                return at;
            }
        }

        return -1;
    }

    public static bool IsAscii(ReadOnlySpan<byte> data)
    {
#if NET8_0_OR_GREATER
        return Ascii.IsValid(data);
#else
        foreach (byte b in data)
        {
            if (b > 0x7F)
            {
                return false;
            }
        }

        return true;
#endif
    }

    public static bool IsUtf8(byte[] data, int start, int count)
    {
#if NET8_0_OR_GREATER
        return System.Text.Unicode.Utf8.IsValid(data.AsSpan(start, count));
#else
        try
        {
            Strict.GetCharCount(data, start, count);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
#endif
    }

    /// <summary>The index of the first byte that is not valid UTF-8.</summary>
    public static int FirstInvalidUtf8(byte[] data, int start, int end)
    {
        try
        {
            Strict.GetCharCount(data, start, end - start);
            return end;
        }
        catch (DecoderFallbackException error)
        {
            return start + Math.Max(0, error.Index);
        }
    }
}
