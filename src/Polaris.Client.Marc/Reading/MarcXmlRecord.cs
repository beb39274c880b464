using System.Text;

namespace Polaris.Client.Marc;

/// <summary>Reads one record element of MARCXML.</summary>
internal sealed class MarcXmlRecord(MarcReadOptions options, DeviationLog log, byte[] data, XmlToken start)
{
    private readonly MarcRecord _record = new("");
    private MarcField? _field;
    private MarcSubfield? _subfield;

    /// <summary>The element whose text is read; its text so far, and what follows if it is in several parts; an unknown element that is skipped.</summary>
    private XmlToken? _open;
    private string _text = "";
    private StringBuilder? _more;
    private XmlToken? _skipped;

    /// <summary>Reads the record.</summary>
    /// <param name="tokens">The markup within the record element.</param>
    /// <param name="stop">The end of the record.</param>
    public MarcRecord Read(List<XmlToken> tokens, int stop)
    {
        _record.Type = XmlScanner.Attribute(data, start, "type"u8);
        int at = start.End;
        foreach (XmlToken token in tokens)
        {
            KeepText(at, token.At);
            switch (token.Kind)
            {
                case XmlTokenKind.CData when _open is not null:
                    Append(XmlScanner.CData(data, token));
                    break;
                case XmlTokenKind.Start:
                    Open(token);
                    break;
                case XmlTokenKind.End:
                    Close(token);
                    break;
            }

            at = token.End;
        }

        if (_open is { } unfinished)
        {
            int markup = data.AsSpan(at, stop - at).IndexOf((byte)'<');
            AppendText(at, markup < 0 ? stop : at + markup);
            Store(unfinished);
        }

        bool isEmpty = _record.Leader.Length == 0 && _record.FieldList.Count == 0;
        if (_record.Leader.Length != MarcLeader.Length && !isEmpty)
        {
            log.Add(MarcDeviationKind.Leader, log.Offset, $"kept a leader of {_record.Leader.Length} characters", _record.Leader);
        }

        return _record;
    }

    private long Place(int index) => log.Offset + (index - start.At);

    private void Open(XmlToken token)
    {
        if (_skipped is not null)
        {
            return;
        }

        MarcXmlElement element = token.Element(data);
        if (element != MarcXmlElement.Other)
        {
            CloseOpen(token, element);
        }

        switch (element)
        {
            case MarcXmlElement.Subfield when _field is not null:
                _subfield = new MarcSubfield(Code(token), "");
                _field.SubfieldList.Add(_subfield);
                break;
            case MarcXmlElement.DataField:
                string tag = Tag(token);
                _field = new MarcField(tag, Names.Indicators(Indicator(token, "ind1"u8, tag), Indicator(token, "ind2"u8, tag)), []);
                _record.FieldList.Add(_field);
                return;
            case MarcXmlElement.ControlField:
                _field = null;
                _record.FieldList.Add(new MarcField(Tag(token), ""));
                break;
            case MarcXmlElement.Leader:
                break;
            default:
                string name = Encoding.UTF8.GetString(data, token.NameStart, Math.Min(100, token.NameEnd - token.NameStart));
                log.Add(MarcDeviationKind.UnknownMember, Place(token.At), $"ignored the element {name}", data, token.At, Math.Min(token.End, token.At + 100), _field?.Tag);
                _skipped = token.IsEmptyElement(data) ? null : token;
                return;
        }

        _open = token.IsEmptyElement(data) ? null : token;
        _text = "";
    }

    /// <summary>Ends what an element follows that cannot stand within it.</summary>
    private void CloseOpen(XmlToken token, MarcXmlElement element)
    {
        if (_open is null && (_field is null || element == MarcXmlElement.Subfield))
        {
            return;
        }

        log.Add(MarcDeviationKind.NotWellFormed, Place(token.At), "closed the element before", data, token.At, token.End, _field?.Tag);
        if (_open is { } open)
        {
            Store(open);
        }

        _field = element == MarcXmlElement.Subfield ? _field : null;
    }

    private void Close(XmlToken token)
    {
        if (_skipped is { } skipped)
        {
            _skipped = IsSame(token, skipped) || token.Element(data) is MarcXmlElement.DataField or MarcXmlElement.Record ? null : skipped;
        }
        else if (_open is { } open)
        {
            if (!IsSame(token, open))
            {
                log.Add(MarcDeviationKind.NotWellFormed, Place(token.At), "closed the element before", data, token.At, token.End, _field?.Tag);
            }

            Store(open);
        }

        if (token.Element(data) == MarcXmlElement.DataField)
        {
            _field = null;
        }
    }

    private bool IsSame(XmlToken one, XmlToken other) => one.Is(data, data.AsSpan(other.NameStart, other.NameEnd - other.NameStart));

    private void Store(XmlToken open)
    {
        _open = null;
        if (_more is not null)
        {
            _text = _more.ToString();
            _more = null;
        }

        string text = options.Repairs == MarcRepairs.None ? _text : TextRepair.Apply(_text, options.Repairs);
        string? tag = _field?.Tag ?? (_record.FieldList.Count > 0 ? _record.FieldList[_record.FieldList.Count - 1].Tag : null);
        if (text != _text)
        {
            log.Add(MarcDeviationKind.Repaired, Place(open.End), "changed the text as requested", _text.Length > 100 ? _text.Substring(0, 100) : _text, tag, _subfield?.Code);
        }

        switch (open.Element(data))
        {
            case MarcXmlElement.Leader:
                _record.Leader = WithoutIndentation(text);
                break;
            case MarcXmlElement.ControlField:
                _record.FieldList[_record.FieldList.Count - 1].Data = text;
                break;
            default:
                _subfield!.Data = text;
                break;
        }
    }

    /// <summary>Removes line breaks and the blanks that indent the line; blanks that belong to the leader stay.</summary>
    private static string WithoutIndentation(string text)
    {
        if (text.IndexOf('\n') < 0)
        {
            return text.Trim('\r', '\t');
        }

        string[] lines = [.. text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))];
        string leader = (lines.Length == 1 ? lines[0] : text).Trim('\r', '\n', '\t');
        int indentation = leader.Length - MarcLeader.Length;
        return indentation > 0 && string.IsNullOrWhiteSpace(leader.Substring(0, indentation)) ? leader.Substring(indentation) : leader;
    }

    private void KeepText(int from, int to)
    {
        if (_open is not null)
        {
            AppendText(from, to);
        }
        else if (_skipped is null && HasText(from, to))
        {
            string done = _field is null ? "ignored text outside of fields" : "kept data without a subfield code as $a";
            log.Add(MarcDeviationKind.DataOutsideSubfields, Place(from), done, data, from, to, _field?.Tag);
            _field?.SubfieldList.Add(new MarcSubfield('a', XmlScanner.Text(data, from, to, out _).Trim()));
        }
    }

    private bool HasText(int from, int to)
    {
        while (from < to && data[from] <= (byte)' ')
        {
            from++;
        }

        return from < to;
    }

    private void AppendText(int from, int to)
    {
        string text = XmlScanner.Text(data, from, to, out int problem);
        if (problem >= 0)
        {
            log.Add(MarcDeviationKind.InvalidCharacter, Place(problem), "replaced a character that XML does not allow, or kept an ampersand", data, from, to, _field?.Tag, _subfield?.Code);
        }

        Append(text);
    }

    private void Append(string text)
    {
        if (_more is null && _text.Length == 0)
        {
            _text = text;
        }
        else if (text.Length > 0)
        {
            _more = (_more ?? new StringBuilder(_text)).Append(text);
        }
    }

    private string Tag(XmlToken token)
    {
        if (XmlScanner.TryAttribute(data, token, "tag"u8, out int at, out int end) && end - at == 3 && Iso2709Bytes.AreTagBytes(data, at))
        {
            return Names.Tag(data, at);
        }

        string tag = XmlScanner.Attribute(data, token, "tag"u8) ?? "???";
        if (tag.Length == 3 && end > 0)
        {
            return tag;
        }

        log.Add(MarcDeviationKind.Tag, Place(token.At), $"read the tag as {tag}", data, token.At, token.End, tag);
        return tag;
    }

    private char Indicator(XmlToken token, ReadOnlySpan<byte> name, string tag)
    {
        string? indicator = Value(token, name);
        if (indicator is { Length: 1 })
        {
            return indicator[0];
        }

        log.Add(MarcDeviationKind.Indicators, Place(token.At), "read the indicator as a blank", data, token.At, token.End, tag);
        return ' ';
    }

    private char Code(XmlToken token)
    {
        string? code = Value(token, "code"u8);
        if (code is { Length: 1 })
        {
            return code[0];
        }

        char read = code is { Length: > 1 } ? code[0] : '?';
        log.Add(MarcDeviationKind.SubfieldCode, Place(token.At), $"read the code as {read}", data, token.At, token.End, _field?.Tag, read);
        return read;
    }

    /// <summary>The value of an attribute; one character, as nearly all are, without a new string.</summary>
    private string? Value(XmlToken token, ReadOnlySpan<byte> name)
    {
        if (!XmlScanner.TryAttribute(data, token, name, out int at, out int end))
        {
            return null;
        }

        return end - at == 1 && data[at] is >= (byte)' ' and < 0x7F and not (byte)'&' ? Names.Single((char)data[at]) : XmlScanner.Text(data, at, end, out _);
    }
}
