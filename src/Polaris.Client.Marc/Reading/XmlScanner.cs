using System.Globalization;
using System.Text;

namespace Polaris.Client.Marc;

/// <summary>The kinds of XML markup.</summary>
internal enum XmlTokenKind
{
    Start,
    End,
    CData,

    /// <summary>A comment or a processing instruction.</summary>
    Ignored,
    Doctype,
}

/// <summary>The elements of MARCXML.</summary>
internal enum MarcXmlElement
{
    Other,
    Record,
    Leader,
    ControlField,
    DataField,
    Subfield,
}

/// <summary>A piece of markup in a buffer; the name is without its prefix.</summary>
internal readonly record struct XmlToken(XmlTokenKind Kind, int At, int End, int NameStart, int NameEnd)
{
    public bool Is(byte[] data, ReadOnlySpan<byte> name) => data.AsSpan(NameStart, NameEnd - NameStart).SequenceEqual(name);

    /// <summary>The element that the name stands for.</summary>
    public MarcXmlElement Element(byte[] data) => (NameEnd - NameStart) switch
    {
        6 when Is(data, "record"u8) => MarcXmlElement.Record,
        6 when Is(data, "leader"u8) => MarcXmlElement.Leader,
        8 when Is(data, "subfield"u8) => MarcXmlElement.Subfield,
        9 when Is(data, "datafield"u8) => MarcXmlElement.DataField,
        12 when Is(data, "controlfield"u8) => MarcXmlElement.ControlField,
        _ => MarcXmlElement.Other,
    };

    public bool IsEmptyElement(byte[] data) => Kind == XmlTokenKind.Start && data[End - 2] == '/';
}

/// <summary>Reads XML markup from UTF-8 bytes, as much of it as MARCXML needs. Entities are never declared, so none is ever expanded.</summary>
internal static class XmlScanner
{
    /// <summary>Finds the next markup; false if the buffer does not hold all of it.</summary>
    public static bool TryNext(byte[] data, int from, int end, out XmlToken token)
    {
        token = new(XmlTokenKind.Ignored, end, end, end, end);
        int found = data.AsSpan(from, end - from).IndexOf((byte)'<');
        if (found < 0)
        {
            return false;
        }

        int at = from + found;
        token = token with { At = at };
        if (at + 2 > end)
        {
            return false;
        }

        switch (data[at + 1])
        {
            case (byte)'!' when StartsWith(data, at, end, "<!--"u8):
                return Until(data, at + 4, end, "-->"u8, token, XmlTokenKind.Ignored, out token);
            case (byte)'!' when StartsWith(data, at, end, "<![CDATA["u8):
                return Until(data, at + 9, end, "]]>"u8, token, XmlTokenKind.CData, out token);
            case (byte)'!':
                token = token with { Kind = XmlTokenKind.Doctype };
                return end - at >= 9;
            case (byte)'?':
                return Until(data, at + 2, end, "?>"u8, token, XmlTokenKind.Ignored, out token);
        }

        bool isEnd = data[at + 1] == '/';
        int close = isEnd ? IndexOf(data, at + 2, end, (byte)'>') : TagEnd(data, at + 1, end);
        if (close < 0)
        {
            return false;
        }

        (int start, int stop) = LocalName(data, at + (isEnd ? 2 : 1), close);
        token = new(isEnd ? XmlTokenKind.End : XmlTokenKind.Start, at, close + 1, start, stop);
        return true;
    }

    /// <summary>Returns the value of an attribute by its local name, or <c>null</c>.</summary>
    public static string? Attribute(byte[] data, XmlToken token, ReadOnlySpan<byte> name) =>
        TryAttribute(data, token, name, out int start, out int end) ? Text(data, start, end, out _) : null;

    /// <summary>Finds the value of an attribute by its local name.</summary>
    public static bool TryAttribute(byte[] data, XmlToken token, ReadOnlySpan<byte> name, out int start, out int end)
    {
        (start, end) = (0, 0);
        int at = token.NameEnd;
        while (at < token.End)
        {
            int equals = data.AsSpan(at, token.End - at).IndexOf((byte)'=');
            if (equals < 0)
            {
                return false;
            }

            (int nameStart, int nameEnd) = NameBefore(data, at, at + equals);
            int open = at + equals + 1;
            while (open < token.End && IsSpace(data[open]))
            {
                open++;
            }

            int close = open < token.End && data[open] is (byte)'"' or (byte)'\'' ? data.AsSpan(open + 1, token.End - open - 1).IndexOf(data[open]) : -1;
            if (close < 0)
            {
                return false;
            }

            if (data.AsSpan(nameStart, nameEnd - nameStart).SequenceEqual(name))
            {
                (start, end) = (open + 1, open + 1 + close);
                return true;
            }

            at = open + close + 2;
        }

        return false;
    }

    private static (int Start, int End) NameBefore(byte[] data, int from, int end)
    {
        while (end > from && IsSpace(data[end - 1]))
        {
            end--;
        }

        int start = end;
        while (start > from && !IsSpace(data[start - 1]) && data[start - 1] != ':')
        {
            start--;
        }

        return (start, end);
    }

    /// <summary>Decodes character data: references, line ends, and characters that XML does not allow.</summary>
    /// <param name="data">The buffer.</param>
    /// <param name="start">The first byte.</param>
    /// <param name="end">The end.</param>
    /// <param name="problem">The index of the first reference or character that is not allowed; -1 without one.</param>
    public static string Text(byte[] data, int start, int end, out int problem)
    {
        problem = -1;
        string text = Encoding.UTF8.GetString(data, start, end - start);
        return IsPlain(data.AsSpan(start, end - start)) ? text : Unescape(text, start, ref problem);
    }

    /// <summary>Decodes the content of a CDATA section, whose ampersands are text.</summary>
    public static string CData(byte[] data, XmlToken token) =>
        Encoding.UTF8.GetString(data, token.At + 9, token.End - token.At - 12).Replace("\r\n", "\n").Replace('\r', '\n');

#if NET8_0_OR_GREATER
    private static readonly System.Buffers.SearchValues<byte> Special =
        System.Buffers.SearchValues.Create([(byte)'&', .. Enumerable.Range(0, ' ').Select(control => (byte)control)]);

    private static bool IsPlain(ReadOnlySpan<byte> text) => text.IndexOfAny(Special) < 0;
#else
    private static bool IsPlain(ReadOnlySpan<byte> text)
    {
        foreach (byte b in text)
        {
            if (b is < (byte)' ' or (byte)'&')
            {
                return false;
            }
        }

        return true;
    }
#endif

    private static string Unescape(string text, int start, ref int problem)
    {
        StringBuilder result = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '&' && TryReference(text, ref i, out string? value))
            {
                if (value == "\uFFFD")
                {
                    problem = start + i;
                }

                result.Append(value);
            }
            else if (c == '\r')
            {
                result.Append('\n');
                i += i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
            }
            else
            {
                bool isAllowed = (c >= ' ' && c != '&') || c is '\t' or '\n';
                problem = isAllowed ? problem : start + i;
                result.Append(c < ' ' && !isAllowed ? '\uFFFD' : c);
            }
        }

        return result.ToString();
    }

    private static bool TryReference(string text, ref int at, out string? value)
    {
        int end = text.IndexOf(';', at, Math.Min(12, text.Length - at));
        string name = end < 0 ? "" : text.Substring(at + 1, end - at - 1);
        value = name switch
        {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            "apos" => "'",
            { Length: > 1 } when name[0] == '#' => Number(name),
            _ => null,
        };
        at = value is null ? at : end;
        return value is not null;
    }

    private static string? Number(string name)
    {
        bool isHex = name[1] == 'x';
        if (!int.TryParse(name.Substring(isHex ? 2 : 1), isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out int point))
        {
            return null;
        }

        bool isCharacter = point is 9 or 10 or 13 or (>= 0x20 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or (>= 0x10000 and <= 0x10FFFF);
        return isCharacter ? char.ConvertFromUtf32(point) : "\uFFFD";
    }

    private static bool StartsWith(byte[] data, int at, int end, ReadOnlySpan<byte> what) => data.AsSpan(at, end - at).StartsWith(what);

    private static bool Until(byte[] data, int from, int end, ReadOnlySpan<byte> close, XmlToken start, XmlTokenKind kind, out XmlToken token)
    {
        int found = from > end ? -1 : data.AsSpan(from, end - from).IndexOf(close);
        token = found < 0 ? start : start with { Kind = kind, End = from + found + close.Length };
        return found >= 0;
    }

    private static int IndexOf(byte[] data, int at, int end, byte what)
    {
        int found = data.AsSpan(at, end - at).IndexOf(what);
        return found < 0 ? -1 : at + found;
    }

    private static int TagEnd(byte[] data, int at, int end)
    {
        byte quote = 0;
        for (; at < end; at++)
        {
            byte b = data[at];
            if (quote != 0)
            {
                quote = b == quote ? (byte)0 : quote;
            }
            else if (b == '>')
            {
                return at;
            }
            else if (b is (byte)'"' or (byte)'\'')
            {
                quote = b;
            }
        }

        return -1;
    }

    private static (int Start, int End) LocalName(byte[] data, int at, int end)
    {
        int start = at;
        for (; at < end && !IsSpace(data[at]) && data[at] != '/'; at++)
        {
            start = data[at] == ':' ? at + 1 : start;
        }

        return (start, at);
    }

    private static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
