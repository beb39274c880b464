using System.Text;

namespace Polaris.Client.Marc;

/// <summary>What a reader found that a well-formed file does not have.</summary>
public enum MarcDeviationKind
{
    /// <summary>Bytes that do not belong to a record.</summary>
    BytesBetweenRecords,

    /// <summary>The record length in the leader is wrong.</summary>
    RecordLength,

    /// <summary>The record does not end with a record terminator.</summary>
    MissingRecordTerminator,

    /// <summary>The file or the record ends early.</summary>
    CutShort,

    /// <summary>The base address in the leader is wrong.</summary>
    BaseAddress,

    /// <summary>A directory entry is malformed.</summary>
    DirectoryEntry,

    /// <summary>The length or position of a field in the directory is wrong.</summary>
    FieldPosition,

    /// <summary>A field does not end with a field terminator.</summary>
    MissingFieldTerminator,

    /// <summary>A part of the data that the directory does not list.</summary>
    UnlistedField,

    /// <summary>The leader is malformed.</summary>
    Leader,

    /// <summary>A tag is malformed.</summary>
    Tag,

    /// <summary>Indicators are missing, malformed or too many.</summary>
    Indicators,

    /// <summary>A subfield code is missing or malformed.</summary>
    SubfieldCode,

    /// <summary>A subfield delimiter without a subfield.</summary>
    EmptySubfield,

    /// <summary>A data field without subfields, or with data outside of subfields.</summary>
    DataOutsideSubfields,

    /// <summary>A control field with subfields, or a data field without indicators and subfields.</summary>
    FieldType,

    /// <summary>A control number (001) that occurs more than once.</summary>
    RepeatedControlNumber,

    /// <summary>The encoding that the leader or the declaration names is not the encoding of the data.</summary>
    EncodingFlag,

    /// <summary>Bytes that are not valid in the encoding.</summary>
    InvalidCharacter,

    /// <summary>The record is larger than <see cref="MarcReadOptions.MaxRecordBytes"/>.</summary>
    TooLarge,

    /// <summary>The XML or JSON is not well-formed.</summary>
    NotWellFormed,

    /// <summary>An element, attribute or member that the format does not have.</summary>
    UnknownMember,

    /// <summary>A mnemonic such as <c>{acute}</c> that is not known.</summary>
    UnknownMnemonic,

    /// <summary>Something was changed because <see cref="MarcReadOptions.Repairs"/> asks for it.</summary>
    Repaired,
}

/// <summary>A deviation from the format, with its exact place.</summary>
public sealed class MarcDeviation
{
    internal MarcDeviation(MarcDeviationKind kind, long recordNumber, long offset)
    {
        Kind = kind;
        RecordNumber = recordNumber;
        Offset = offset;
    }

    /// <summary>What was found.</summary>
    public MarcDeviationKind Kind { get; }

    /// <summary>The number of the record in the file, from 1.</summary>
    public long RecordNumber { get; }

    /// <summary>
    /// The position in the file, in bytes from 0. In UTF-16 files, and in XML that declares another encoding than UTF-8, the position after conversion to UTF-8.
    /// </summary>
    public long Offset { get; }

    /// <summary>The control number (001) of the record, if it could be read.</summary>
    public string? ControlNumber { get; internal set; }

    /// <summary>The tag of the field; <c>null</c> if the deviation does not concern a field.</summary>
    public string? Tag { get; internal set; }

    /// <summary>The subfield code; <c>null</c> if the deviation does not concern a subfield.</summary>
    public char? SubfieldCode { get; internal set; }

    /// <summary>What was read, at most 100 characters; bytes that are not text are shown as <c>\xNN</c>.</summary>
    public string Read { get; internal set; } = "";

    /// <summary>What the reader did.</summary>
    public string Done { get; internal set; } = "";

    /// <summary>Returns the place, the kind and what was done, but not the data that was read.</summary>
    public override string ToString()
    {
        StringBuilder text = new StringBuilder("record ").Append(RecordNumber).Append(", offset ").Append(Offset);
        if (Tag is not null)
        {
            text.Append(", field ").Append(Tag);
        }

        if (SubfieldCode is { } code)
        {
            text.Append(" $").Append(code);
        }

        return text.Append(": ").Append(Kind).Append("; ").Append(Done).Append('.').ToString();
    }
}
