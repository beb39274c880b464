namespace Polaris.Client.Marc;

/// <summary>Reads one record element of MARCXML.</summary>
internal sealed class MarcXmlRecord(MarcReadOptions options, DeviationLog log, byte[] data, XmlToken start)
{
    private readonly MarcRecord _record = new("");
    private MarcField? _field;
    private MarcSubfield? _subfield;

    /// <summary>The element whose text is read; its text so far; the name of an unknown element that is skipped.</summary>
    private XmlToken? _open;
    private string _text = "";
    private string? _skipped;

    public MarcRecord Read(int stop)
    {
        _record.Type = XmlScanner.Attribute(data, start, "type"u8);
        int at = start.End;
        while (at < stop && XmlScanner.TryNext(data, at, stop, out XmlToken token))
        {
            if (_open is not null)
            {
                AppendText(at, token.At);
            }

            switch (token.Kind)
            {
                case XmlTokenKind.CData when _open is not null:
                    _text += XmlScanner.CData(data, token);
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

        if (token.Is(data, "subfield"u8) && _field is not null)
        {
            _subfield = new MarcSubfield(Code(token), "");
            _field.SubfieldList.Add(_subfield);
        }
        else if (token.Is(data, "datafield"u8))
        {
            string tag = Tag(token);
            _field = new MarcField(tag, Names.Indicators(Indicator(token, "ind1"u8, tag), Indicator(token, "ind2"u8, tag)), []);
            _record.FieldList.Add(_field);
            return;
        }
        else if (token.Is(data, "controlfield"u8))
        {
            _field = null;
            _record.FieldList.Add(new MarcField(Tag(token), ""));
        }
        else if (!token.Is(data, "leader"u8))
        {
            string name = System.Text.Encoding.UTF8.GetString(data, token.NameStart, token.NameEnd - token.NameStart);
            log.Add(MarcDeviationKind.UnknownMember, Place(token.At), $"ignored the element {name}", data, token.At, Math.Min(token.End, token.At + 100), _field?.Tag);
            _skipped = token.IsEmptyElement(data) ? null : name;
            return;
        }

        _open = token.IsEmptyElement(data) ? null : token;
        _text = "";
    }

    private void Close(XmlToken token)
    {
        if (_skipped is { } skipped)
        {
            _skipped = token.Is(data, System.Text.Encoding.UTF8.GetBytes(skipped)) || token.Is(data, "datafield"u8) || token.Is(data, "record"u8) ? null : skipped;
        }
        else if (_open is { } open)
        {
            if (!token.Is(data, data.AsSpan(open.NameStart, open.NameEnd - open.NameStart)))
            {
                log.Add(MarcDeviationKind.NotWellFormed, Place(token.At), "closed the element before", data, token.At, token.End, _field?.Tag);
            }

            Store(open);
        }

        if (token.Is(data, "datafield"u8))
        {
            _field = null;
        }
    }

    private void Store(XmlToken open)
    {
        _open = null;
        string text = options.Repairs == MarcRepairs.None ? _text : TextRepair.Apply(_text, options.Repairs);
        string? tag = _field?.Tag ?? (_record.FieldList.Count > 0 ? _record.FieldList[_record.FieldList.Count - 1].Tag : null);
        if (text != _text)
        {
            log.Add(MarcDeviationKind.Repaired, Place(open.End), "changed the text as requested", _text.Length > 100 ? _text.Substring(0, 100) : _text, tag, _subfield?.Code);
        }

        if (open.Is(data, "leader"u8))
        {
            _record.Leader = text.Trim('\r', '\n', '\t');
        }
        else if (open.Is(data, "controlfield"u8))
        {
            _record.FieldList[_record.FieldList.Count - 1].Data = text;
        }
        else if (_subfield is not null)
        {
            _subfield.Data = text;
        }
    }

    private void AppendText(int from, int to)
    {
        string text = XmlScanner.Text(data, from, to, out int problem);
        if (problem >= 0)
        {
            log.Add(MarcDeviationKind.InvalidCharacter, Place(problem), "replaced a character that XML does not allow, or kept an ampersand", data, from, to, _field?.Tag, _subfield?.Code);
        }

        _text = _text.Length == 0 ? text : _text + text;
    }

    private string Tag(XmlToken token)
    {
        string? tag = XmlScanner.Attribute(data, token, "tag"u8);
        if (tag is { Length: 3 })
        {
            return string.IsInterned(tag) ?? tag;
        }

        tag ??= "???";
        log.Add(MarcDeviationKind.Tag, Place(token.At), $"read the tag as {tag}", data, token.At, token.End, tag);
        return tag;
    }

    private char Indicator(XmlToken token, ReadOnlySpan<byte> name, string tag)
    {
        string? indicator = XmlScanner.Attribute(data, token, name);
        if (indicator is { Length: 1 })
        {
            return indicator[0];
        }

        log.Add(MarcDeviationKind.Indicators, Place(token.At), "read the indicator as a blank", data, token.At, token.End, tag);
        return ' ';
    }

    private char Code(XmlToken token)
    {
        string? code = XmlScanner.Attribute(data, token, "code"u8);
        if (code is { Length: 1 })
        {
            return code[0];
        }

        char read = code is { Length: > 1 } ? code[0] : '?';
        log.Add(MarcDeviationKind.SubfieldCode, Place(token.At), $"read the code as {read}", data, token.At, token.End, _field?.Tag, read);
        return read;
    }
}
