using System.Text;
using static Polaris.Client.Marc.Iso2709Bytes;

namespace Polaris.Client.Marc;

/// <summary>Decodes the text of an ISO 2709 record in the encoding that its bytes prove.</summary>
internal sealed class FieldText(MarcReadOptions options)
{
    private static readonly Encoding Latin1 = Encoding.GetEncoding(28591);

    private DeviationLog _log = null!;
    private byte[] _data = [];
    private int _at;
    private Form _form;

    private enum Form
    {
        /// <summary>UTF-8 that is known to be valid.</summary>
        Valid,

        /// <summary>UTF-8 with invalid bytes somewhere.</summary>
        Invalid,
        Marc8,
        CodePage,
    }

    public bool IsUtf8 => _form is Form.Valid or Form.Invalid;

    /// <summary>Whether the text is no longer in the encoding that the leader names.</summary>
    public bool IsConverted { get; private set; }

    /// <summary>Chooses the encoding of a record.</summary>
    public void Begin(DeviationLog log, byte[] data, int at, int stop, char flag)
    {
        (_log, _data, _at) = (log, data, at);
        _form = FormOf(data, at, stop, flag);
        IsConverted = flag != 'a' && (options.CodePage is not null || options.Encoding != MarcEncoding.Latin1) && NeedsConversion(data.AsSpan(at, stop - at));
    }

    public string Decode(int start, int end, string tag, char? code)
    {
        string text = _form == Form.Valid ? Encoding.UTF8.GetString(_data, start, end - start) : DecodeOther(start, end, tag, code);
        if (options.Repairs == MarcRepairs.None)
        {
            return text;
        }

        string repaired = TextRepair.Apply(text, options.Repairs);
        if (repaired != text)
        {
            _log.Add(MarcDeviationKind.Repaired, Place(start), "changed the text as requested", _data, start, end, tag, code);
        }

        return repaired;
    }

    private static bool NeedsConversion(ReadOnlySpan<byte> bytes) => !IsAscii(bytes) || bytes.IndexOf(Escape) >= 0;

    private long Place(int index) => _log.Offset + (index - _at);

    private Form FormOf(byte[] data, int at, int stop, char flag)
    {
        if (options.CodePage is not null || options.Encoding == MarcEncoding.Latin1)
        {
            return Form.CodePage;
        }

        ReadOnlySpan<byte> bytes = data.AsSpan(at, stop - at);
        bool hasEscape = flag != 'a' && bytes.IndexOf(Escape) >= 0;
        if (IsAscii(bytes) && !hasEscape && options.Encoding != MarcEncoding.Marc8)
        {
            return Form.Valid;
        }

        switch (options.Encoding)
        {
            case MarcEncoding.Marc8:
                return Form.Marc8;
            case MarcEncoding.Utf8:
                return IsUtf8Range(data, at, stop) ? Form.Valid : Form.Invalid;
        }

        bool isValid = !hasEscape && IsUtf8Range(data, at, stop);
        if (flag == 'a')
        {
            return isValid ? Form.Valid : Form.Invalid;
        }

        if (isValid)
        {
            _log.Add(MarcDeviationKind.EncodingFlag, Place(at + MarcLeader.Encoding), "read as UTF-8, because all bytes are valid UTF-8", flag.ToString());
        }

        return isValid ? Form.Valid : Form.Marc8;
    }

    private static bool IsUtf8Range(byte[] data, int start, int end) => Iso2709Bytes.IsUtf8(data, start, end - start);

    private string DecodeOther(int start, int end, string tag, char? code)
    {
        ReadOnlySpan<byte> bytes = _data.AsSpan(start, end - start);
        switch (_form)
        {
            case Form.CodePage:
                return (options.CodePage ?? Latin1).GetString(_data, start, end - start);
            case Form.Marc8 when IsAscii(bytes) && bytes.IndexOf(Escape) < 0:
                return Encoding.UTF8.GetString(_data, start, end - start);
            case Form.Marc8:
                string text = Marc8.Decode(bytes, out int undefined);
                if (undefined >= 0)
                {
                    _log.Add(MarcDeviationKind.InvalidCharacter, Place(start + undefined), "replaced bytes that MARC-8 does not define; an escape character is kept",
                        _data, start + undefined, end, tag, code);
                }

                return text;
            default:
                if (!IsUtf8Range(_data, start, end))
                {
                    int invalid = FirstInvalidUtf8(_data, start, end);
                    _log.Add(MarcDeviationKind.InvalidCharacter, Place(invalid), "replaced bytes that are not valid UTF-8", _data, invalid, end, tag, code);
                }

                return Encoding.UTF8.GetString(_data, start, end - start);
        }
    }
}
