namespace Polaris.Client.Marc;

/// <summary>Finds the record elements of MARCXML, whatever prefix, namespace or envelope they have.</summary>
internal sealed class MarcXmlParser(MarcReadOptions options) : MarcParser(options)
{
    /// <summary>The markup of the present record, found once.</summary>
    private readonly List<XmlToken> _tokens = [];

    private bool _isKnown;

    public override bool TryRead(byte[] data, int start, int end, bool isFinal, long offset, out int consumed, out MarcReadResult? result)
    {
        result = null;
        int at = start;
        while (true)
        {
            if (!XmlScanner.TryNext(data, at, end, out XmlToken token))
            {
                return Incomplete(data, start, token.At, end, isFinal, offset, out consumed, out result);
            }

            RefuseDoctype(token, offset + token.At - start);
            at = token.End;
            if (token.Kind != XmlTokenKind.Start)
            {
                continue;
            }

            Recognize(data, token);
            if (token.Element(data) != MarcXmlElement.Record)
            {
                continue;
            }

            switch (Extent(data, token, end, isFinal, out int stop, out bool isWhole))
            {
                case RecordExtent.Envelope:
                    at = stop;
                    continue;
                case RecordExtent.Incomplete:
                    return Incomplete(data, start, token.At, end, isFinal, offset, out consumed, out result);
            }

            result = Read(data, token, stop, offset + token.At - start, isWhole);
            consumed = stop - start;
            return true;
        }
    }

    private static void RefuseDoctype(XmlToken token, long offset)
    {
        if (token.Kind == XmlTokenKind.Doctype)
        {
            throw new MarcFormatException($"The XML has a document type declaration at offset {offset}. Such files are refused.");
        }
    }

    private enum RecordExtent
    {
        Whole,
        Incomplete,

        /// <summary>The element of OAI-PMH or SRU that holds the record.</summary>
        Envelope,
    }

    private bool Incomplete(byte[] data, int start, int at, int end, bool isFinal, long offset, out int consumed, out MarcReadResult? result)
    {
        result = null;
        consumed = at - start;
        if (isFinal && at < end)
        {
            DeviationLog log = new(Options, Number + 1, offset + at - start);
            log.Add(MarcDeviationKind.NotWellFormed, log.Offset, "ignored the rest of the file", data, at, Math.Min(end, at + 100));
            result = Finish(log, null, data, at, end);
            consumed = end - start;
        }
        else if (isFinal && !_isKnown)
        {
            throw new MarcFormatException("The XML does not contain MARCXML records.");
        }

        return consumed > 0;
    }

    private void Recognize(byte[] data, XmlToken token)
    {
        if (_isKnown)
        {
            return;
        }

        ReadOnlySpan<byte> markup = data.AsSpan(token.At, token.End - token.At);
        if (markup.IndexOf("http://www.indexdata.com/turbomarc"u8) >= 0)
        {
            throw new MarcFormatException("The XML is TurboMARC, not MARCXML. Convert it to MARCXML first.");
        }

        _isKnown = token.Is(data, "record"u8) || token.Is(data, "collection"u8) || token.Is(data, "OAI-PMH"u8)
            || token.Is(data, "searchRetrieveResponse"u8);
    }

    /// <summary>Finds the end of a record element.</summary>
    private RecordExtent Extent(byte[] data, XmlToken record, int end, bool isFinal, out int stop, out bool isWhole)
    {
        stop = record.End;
        isWhole = true;
        bool hasFields = false, hasOthers = false;
        _tokens.Clear();
        if (record.IsEmptyElement(data))
        {
            return RecordExtent.Whole;
        }

        while (XmlScanner.TryNext(data, stop, end, out XmlToken token))
        {
            MarcXmlElement element = token.Element(data);
            if (token.Kind == XmlTokenKind.Start && element == MarcXmlElement.Record)
            {
                isWhole = false;
                stop = token.At;
                return hasFields ? RecordExtent.Whole : RecordExtent.Envelope;
            }

            stop = token.End;
            _tokens.Add(token);
            if (token.Kind == XmlTokenKind.End && element == MarcXmlElement.Record)
            {
                return hasOthers && !hasFields ? RecordExtent.Envelope : RecordExtent.Whole;
            }

            if (token.Kind == XmlTokenKind.Start)
            {
                bool isField = element is MarcXmlElement.Leader or MarcXmlElement.ControlField or MarcXmlElement.DataField;
                hasFields |= isField;
                hasOthers |= !isField;
            }
        }

        isWhole = false;
        stop = end;
        return isFinal && hasFields ? RecordExtent.Whole : RecordExtent.Incomplete;
    }

    private MarcReadResult Read(byte[] data, XmlToken start, int stop, long offset, bool isWhole)
    {
        DeviationLog log = new(Options, ++Number, offset);
        MarcXmlRecord reader = new(Options, log, data, start);
        MarcRecord record = reader.Read(_tokens, stop);
        if (!isWhole)
        {
            log.Add(MarcDeviationKind.CutShort, offset + (stop - start.At), "ended the record here");
        }

        int bytes = stop - start.At;
        if (!Iso2709Bytes.IsAscii(data.AsSpan(start.At, bytes)) && !Iso2709Bytes.IsUtf8(data, start.At, bytes))
        {
            int invalid = Iso2709Bytes.FirstInvalidUtf8(data, start.At, stop);
            log.Add(MarcDeviationKind.InvalidCharacter, offset + (invalid - start.At), "replaced bytes that are not valid UTF-8", data, invalid, Math.Min(stop, invalid + 20));
        }

        return Finish(log, record, data, start.At, stop);
    }
}
