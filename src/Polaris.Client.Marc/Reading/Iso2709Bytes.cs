namespace Polaris.Client.Marc;

/// <summary>The bytes of ISO 2709: delimiters, numbers, and what looks like the beginning of a record.</summary>
internal static class Iso2709Bytes
{
    public const byte RecordTerminator = 0x1D;
    public const byte FieldTerminator = 0x1E;
    public const byte SubfieldDelimiter = 0x1F;
    public const byte Escape = 0x1B;
    public const int EntryLength = 12;

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
        at + EntryLength <= end && AreTagBytes(data, at) && Digits(data, at + 3, 9) >= 0;

    public static bool IsTagByte(byte b) => b is >= (byte)'0' and <= (byte)'9' or >= (byte)'A' and <= (byte)'Z' or >= (byte)'a' and <= (byte)'z';

    /// <summary>Whether a tag of three letters or digits stands here.</summary>
    public static bool AreTagBytes(byte[] data, int at) => IsTagByte(data[at]) && IsTagByte(data[at + 1]) && IsTagByte(data[at + 2]);

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
        return System.Text.Ascii.IsValid(data);
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
        return FirstInvalidUtf8(data, start, start + count) == start + count;
#endif
    }

    /// <summary>The index of the first byte that is not valid UTF-8; the end if all are.</summary>
    public static int FirstInvalidUtf8(byte[] data, int start, int end)
    {
        int at = start;
        while (at < end)
        {
            int size = data[at] switch { < 0x80 => 1, >= 0xC2 and < 0xE0 => 2, >= 0xE0 and < 0xF0 => 3, >= 0xF0 and < 0xF5 => 4, _ => 0 };
            if (size == 0 || at + size > end || (size > 1 && !IsSequence(data, at, size)))
            {
                return at;
            }

            at += size;
        }

        return end;
    }

    // The second byte excludes longer forms than needed, surrogates, and code points beyond U+10FFFF.
    private static bool IsSequence(byte[] data, int at, int size)
    {
        int lowest = data[at] switch { 0xE0 => 0xA0, 0xF0 => 0x90, _ => 0x80 };
        int highest = data[at] switch { 0xED => 0x9F, 0xF4 => 0x8F, _ => 0xBF };
        bool isValid = data[at + 1] >= lowest && data[at + 1] <= highest;
        for (int i = at + 2; i < at + size; i++)
        {
            isValid &= (data[i] & 0xC0) == 0x80;
        }

        return isValid;
    }
}
