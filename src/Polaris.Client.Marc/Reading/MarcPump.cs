using System.Buffers;
using System.Text;

namespace Polaris.Client.Marc;

/// <summary>Holds the bytes that are read but not consumed, and hands them to the parser of the format.</summary>
internal sealed class MarcPump(MarcReadOptions options) : IDisposable
{
    private const int FirstBytes = 1024;
    private const int SmallestBuffer = 64 * 1024;
    private const int ManyPieces = 32;
    private const int SmallRecord = 4096;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(SmallestBuffer);
    private byte[]? _raw;
    private Decoder? _decoder;
    private int _start;
    private int _end;
    private long _offset;
    private MarcParser? _parser;
    private int _needed;
    private int _attempts;

    /// <summary>Whether the stream has ended.</summary>
    public bool IsFinal { get; private set; }

    /// <summary>Takes what the parser finds next; false if it needs more bytes, or at the end.</summary>
    public bool TryTake(out MarcReadResult? result)
    {
        result = null;
        if (_parser is null && !TryStart())
        {
            return false;
        }

        if (_end - _start < _needed && !IsFinal)
        {
            return false;
        }

        _needed = 0;
        if (_parser!.TryRead(_buffer, _start, _end, IsFinal, _offset, out int consumed, out result))
        {
            Consume(consumed);
            _attempts = 0;
            return consumed > 0 || result is not null;
        }

        int pending = _end - _start;
        if (pending <= options.MaxRecordBytes)
        {
            // A record that arrives in many small pieces is not searched again for each of them.
            _needed = ++_attempts > ManyPieces && pending > SmallRecord ? pending + (pending / 8) : 0;
            return false;
        }

        result = _parser.TooLarge(_buffer, _start, _end, _offset);
        _parser.Abandon();
        Consume(_end - _start);
        return true;
    }

    /// <summary>The free part of the buffer, at least a quarter of it.</summary>
    public ArraySegment<byte> Space()
    {
        if (_decoder is not null)
        {
            return new ArraySegment<byte>(_raw!);
        }

        MakeRoom(_buffer.Length / 4);
        return new ArraySegment<byte>(_buffer, _end, _buffer.Length - _end);
    }

    /// <summary>Notes how many bytes were read; 0 at the end of the stream.</summary>
    public void Advance(int count)
    {
        IsFinal = count == 0;
        if (_decoder is null)
        {
            _end += count;
        }
        else
        {
            Transcode(_raw!, count);
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void Consume(int count)
    {
        _start += count;
        _offset += count;
    }

    private void MakeRoom(int count)
    {
        if (_buffer.Length - _end >= count)
        {
            return;
        }

        byte[] target = _end - _start + count > _buffer.Length ? ArrayPool<byte>.Shared.Rent(_buffer.Length * 2) : _buffer;
        Buffer.BlockCopy(_buffer, _start, target, 0, _end - _start);
        if (target != _buffer)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = target;
        }

        _end -= _start;
        _start = 0;
    }

    private bool TryStart()
    {
        if (_end - _start < FirstBytes && !IsFinal)
        {
            return false;
        }

        if (FileStart.EncodingOf(_buffer.AsSpan(_start, _end - _start)) is { } encoding)
        {
            BeginTranscoding(encoding);
        }

        MarcFormat format = options.Format == MarcFormat.Detect ? FileStart.FormatOf(_buffer.AsSpan(_start, _end - _start)) : options.Format;
        _parser = format switch
        {
            MarcFormat.MarcXml => new MarcXmlParser(options),
            MarcFormat.MarcJson => new MarcJsonParser(options),
            MarcFormat.Mnemonic => new MnemonicParser(options),
            _ => new Iso2709Parser(options),
        };
        return true;
    }

    private void BeginTranscoding(Encoding encoding)
    {
        byte[] first = _buffer.AsSpan(_start, _end - _start).ToArray();
        _decoder = encoding.GetDecoder();
        _raw = new byte[SmallestBuffer];
        _start = _end = 0;
        Transcode(first, first.Length);
    }

    private void Transcode(byte[] bytes, int count)
    {
        char[] characters = new char[_decoder!.GetCharCount(bytes, 0, count, IsFinal)];
        int length = _decoder.GetChars(bytes, 0, count, characters, 0, IsFinal);
        int size = Encoding.UTF8.GetMaxByteCount(length);
        while (_buffer.Length - _end < size)
        {
            MakeRoom(size);
        }

        _end += Encoding.UTF8.GetBytes(characters, 0, length, _buffer, _end);
    }
}

/// <summary>What the first bytes of a file show.</summary>
internal static class FileStart
{
    /// <summary>The encoding to convert from; <c>null</c> for UTF-8 and for bytes that only the format explains.</summary>
    public static Encoding? EncodingOf(ReadOnlySpan<byte> data)
    {
        if (data.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || data.StartsWith((ReadOnlySpan<byte>)[(byte)'<', 0]))
        {
            return Encoding.Unicode;
        }

        if (data.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || data.StartsWith((ReadOnlySpan<byte>)[0, (byte)'<']))
        {
            return Encoding.BigEndianUnicode;
        }

        return data.StartsWith("<?xml"u8) ? Declared(data) : null;
    }

    /// <summary>Detects the format.</summary>
    /// <exception cref="MarcFormatException">The bytes are not in any format that is known.</exception>
    public static MarcFormat FormatOf(ReadOnlySpan<byte> data)
    {
        ReadOnlySpan<byte> text = data;
        while (!text.IsEmpty && (text[0] is 0xEF or 0xBB or 0xBF or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0 or 0x1A))
        {
            text = text.Slice(1);
        }

        bool hasTerminators = data.IndexOfAny((byte)0x1D, (byte)0x1E, (byte)0x1F) >= 0;
        if (text.IsEmpty)
        {
            return MarcFormat.Iso2709;
        }

        switch (text[0])
        {
            case (byte)'<' when text.Length > 1 && (text[1] is (byte)'?' or (byte)'!' or (byte)':' || char.IsLetter((char)text[1])) && !hasTerminators:
                return MarcFormat.MarcXml;
            case (byte)'{' or (byte)'[' when !hasTerminators:
                return MarcFormat.MarcJson;
            case (byte)'=' or (byte)'#' when !hasTerminators:
                return MarcFormat.Mnemonic;
        }

        bool hasLength = text.Length >= 5 && text.Slice(0, 5).IndexOfAnyExceptDigits() < 0;
        return hasTerminators || hasLength
            ? MarcFormat.Iso2709
            : throw new MarcFormatException("The file is not ISO 2709, MARCXML, MARC-in-JSON or mnemonic text.");
    }

    private static int IndexOfAnyExceptDigits(this ReadOnlySpan<byte> data)
    {
        for (int i = 0; i < data.Length; i++)
        {
            if (data[i] is < (byte)'0' or > (byte)'9')
            {
                return i;
            }
        }

        return -1;
    }

    // A declaration in ASCII that names UTF-16 is wrong; the bytes prove it.
    private static Encoding? Declared(ReadOnlySpan<byte> data)
    {
        int end = data.IndexOf((byte)'>');
        string declaration = Encoding.ASCII.GetString(data.Slice(0, Math.Max(0, end)).ToArray());
        int at = declaration.IndexOf("encoding", StringComparison.Ordinal);
        string name = at < 0 ? "" : declaration.Substring(at + 8).TrimStart('=', ' ', '\t', '\r', '\n', '"', '\'').Split('"', '\'', '?')[0];
        if (name.Length == 0 || name.StartsWith("utf", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
#if NET8_0_OR_GREATER
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
#else
            return Encoding.GetEncoding(name);
#endif
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
