using System.Text;

namespace Polaris.Client.Marc;

/// <summary>The formats of MARC files.</summary>
public enum MarcFormat
{
    /// <summary>Detects the format from the first bytes.</summary>
    Detect,

    /// <summary>ISO 2709, the binary exchange format (.mrc).</summary>
    Iso2709,

    /// <summary>MARCXML.</summary>
    MarcXml,

    /// <summary>MARC-in-JSON: one object, an array, or one object a line.</summary>
    MarcJson,

    /// <summary>The mnemonic text of MarcEdit and MARCMaker (.mrk).</summary>
    Mnemonic,
}

/// <summary>The encodings of ISO 2709 records.</summary>
public enum MarcEncoding
{
    /// <summary>Uses leader position 09, unless the data proves it wrong.</summary>
    Detect,

    /// <summary>UTF-8.</summary>
    Utf8,

    /// <summary>MARC-8.</summary>
    Marc8,

    /// <summary>ISO 8859-1: each byte becomes one character, so no byte is ever lost.</summary>
    Latin1,
}

/// <summary>How strictly a file is read.</summary>
public enum MarcReadMode
{
    /// <summary>Recovers the structure, reports each deviation and continues.</summary>
    Tolerant,

    /// <summary>Throws <see cref="MarcFormatException"/> at the first deviation. Repairs that were asked for are reported only.</summary>
    Strict,
}

/// <summary>Changes of text that a reader makes on request only. Each is reported.</summary>
[Flags]
public enum MarcRepairs
{
    /// <summary>Text stays as it is.</summary>
    None = 0,

    /// <summary>Replaces <c>&amp;#x4E2D;</c> by the character, as MARC-8 records write what MARC-8 does not have.</summary>
    CharacterReferences = 1,

    /// <summary>Removes control characters; a line break or a tab becomes a blank.</summary>
    ControlCharacters = 2,

    /// <summary>Composes letters and combining marks (Unicode normalization form C).</summary>
    Compose = 4,
}

/// <summary>Options for reading MARC files.</summary>
public sealed class MarcReadOptions
{
    /// <summary>The format.</summary>
    /// <value><see cref="MarcFormat.Detect"/> by default.</value>
    public MarcFormat Format { get; set; }

    /// <summary>The encoding of ISO 2709 records.</summary>
    /// <value><see cref="MarcEncoding.Detect"/> by default.</value>
    public MarcEncoding Encoding { get; set; }

    /// <summary>A code page such as Windows-1251 that replaces <see cref="Encoding"/> for ISO 2709 records and mnemonic text.</summary>
    /// <value><c>null</c> by default.</value>
    public Encoding? CodePage { get; set; }

    /// <summary>How strictly the file is read.</summary>
    /// <value><see cref="MarcReadMode.Tolerant"/> by default.</value>
    public MarcReadMode Mode { get; set; }

    /// <summary>The changes of text to make.</summary>
    /// <value><see cref="MarcRepairs.None"/> by default.</value>
    public MarcRepairs Repairs { get; set; }

    /// <summary>The largest record to read, in bytes; a larger one is reported and skipped.</summary>
    /// <value>16 MB by default; at least 100,000.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 100,000.</exception>
    public int MaxRecordBytes
    {
        get;
        set => field = value >= 100_000 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Expected at least 100,000 bytes.");
    } = 16 * 1024 * 1024;

    /// <summary>Whether <see cref="MarcReadResult.Bytes"/> holds the bytes of each record.</summary>
    /// <value><c>false</c> by default: bytes are kept only where a record has deviations.</value>
    public bool KeepBytes { get; set; }

    /// <summary>A callback for each deviation.</summary>
    /// <value><c>null</c> by default.</value>
    public Action<MarcDeviation>? OnDeviation { get; set; }
}

/// <summary>A record of a file, or bytes that could not be read as a record, with its place and deviations.</summary>
public sealed class MarcReadResult
{
    internal MarcReadResult(long number, long offset, int length)
    {
        Number = number;
        Offset = offset;
        Length = length;
    }

    /// <summary>The number of the record in the file, from 1.</summary>
    public long Number { get; }

    /// <summary>The position of the first byte in the file.</summary>
    public long Offset { get; }

    /// <summary>The number of bytes.</summary>
    public int Length { get; }

    /// <summary>The record, or <c>null</c> if the bytes could not be read as a record.</summary>
    public MarcRecord? Record { get; internal set; }

    /// <summary>The bytes exactly as read, if there are deviations or <see cref="MarcReadOptions.KeepBytes"/> is set; otherwise empty.</summary>
    /// <remarks>Files in UTF-16, and XML that declares another encoding than UTF-8, are converted to UTF-8 first.</remarks>
    public ReadOnlyMemory<byte> Bytes { get; internal set; }

    /// <summary>The deviations, in order; empty for a well-formed record.</summary>
    /// <value>At most 1,000; the last one then reports that there are more.</value>
    public IReadOnlyList<MarcDeviation> Deviations { get; internal set; } = [];
}
