using System.Text;

namespace Polaris.Client.Marc;

/// <summary>Writes MARCXML.</summary>
internal static class MarcXmlWriter
{
    public const string Start = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<collection xmlns=\"http://www.loc.gov/MARC21/slim\">\n";
    public const string End = "</collection>\n";

    public static void Write(ByteBuffer buffer, MarcRecord record)
    {
        buffer.Add("<record");
        if (record.Type is { } type)
        {
            Attribute(buffer, "type", type, "record");
        }

        buffer.Add(">\n  <leader>");
        Text(buffer, record.Leader, "leader");
        buffer.Add("</leader>\n");
        for (int i = 0; i < record.FieldList.Count; i++)
        {
            WriteField(buffer, record.FieldList[i], WriteChecks.PlaceOf(record, i));
        }

        buffer.Add("</record>\n");
    }

    private static void WriteField(ByteBuffer buffer, MarcField field, string place)
    {
        buffer.Add(field.IsControlField ? "  <controlfield" : "  <datafield");
        Attribute(buffer, "tag", field.Tag, place);
        if (field.IsControlField)
        {
            buffer.Add(">");
            Text(buffer, field.Data, place);
            buffer.Add("</controlfield>\n");
            return;
        }

        WriteChecks.Indicators(place, field);
        Attribute(buffer, "ind1", Names.Single(field.Indicator1), place);
        Attribute(buffer, "ind2", Names.Single(field.Indicator2), place);
        buffer.Add(">\n");
        foreach (MarcSubfield subfield in field.SubfieldList)
        {
            buffer.Add("    <subfield");
            Attribute(buffer, "code", Names.Single(subfield.Code), place);
            buffer.Add(">");
            Text(buffer, subfield.Data, place);
            buffer.Add("</subfield>\n");
        }

        buffer.Add("  </datafield>\n");
    }

    private static void Attribute(ByteBuffer buffer, string name, string value, string place)
    {
        buffer.Add(" ");
        buffer.Add(name);
        buffer.Add("=\"");
        Text(buffer, value, place);
        buffer.Add("\"");
    }

    private static void Text(ByteBuffer buffer, string text, string place)
    {
        foreach (char c in text)
        {
            if (c is (< ' ' and not '\t' and not '\n' and not '\r') or '\uFFFE' or '\uFFFF')
            {
                throw new MarcWriteException(place, $"XML 1.0 cannot hold U+{(int)c:X4}.");
            }
        }

        if (MarcValidation.IndexOfLoneSurrogate(text) >= 0)
        {
            throw new MarcWriteException(place, "the text has a surrogate without its partner.");
        }

        buffer.Add(text.AsSpan().IndexOfAny("<>&\"\r".AsSpan()) < 0
            ? text
            : text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("\r", "&#xD;"));
    }
}

/// <summary>Writes mnemonic text.</summary>
internal static class MnemonicWriter
{
    public static string ToText(MarcRecord record)
    {
        WriteChecks.Text(record);
        StringBuilder text = new StringBuilder("=LDR  ").Append(Blanks("leader", record.Leader)).Append("\r\n");
        for (int i = 0; i < record.FieldList.Count; i++)
        {
            WriteField(text, record.FieldList[i], WriteChecks.PlaceOf(record, i));
        }

        return text.Append("\r\n").ToString();
    }

    private static void WriteField(StringBuilder text, MarcField field, string place)
    {
        if (field.Tag.Length != 3 || field.Tag is "LDR" or "000" || Names.IsControlTag(field.Tag) != field.IsControlField)
        {
            throw new MarcWriteException(place, "mnemonic text has control fields 001 to 009 and data fields with tags of three characters.");
        }

        text.Append('=').Append(Checked(place, field.Tag)).Append("  ");
        if (field.IsControlField)
        {
            StringBuilder data = new();
            Mnemonics.Encode(data, Checked(place, field.Data));
            text.Append(data.Replace(' ', '\\')).Append("\r\n");
            return;
        }

        text.Append(Blanks(place, Names.Indicators(field.Indicator1, field.Indicator2)));
        foreach (MarcSubfield subfield in field.SubfieldList)
        {
            if (subfield.Code is '$' or '\r' or '\n')
            {
                throw new MarcWriteException(place, "mnemonic text cannot hold this subfield code.");
            }

            text.Append('$').Append(subfield.Code);
            Mnemonics.Encode(text, Checked(place, subfield.Data));
        }

        text.Append("\r\n");
    }

    private static string Checked(string place, string data) => data.IndexOf('\r') < 0 && data.IndexOf('\n') < 0
        ? data
        : throw new MarcWriteException(place, "mnemonic text cannot hold a line break.");

    private static string Blanks(string place, string data) => Checked(place, data).IndexOfAny(['\\', '$']) < 0
        ? data.Replace(' ', '\\')
        : throw new MarcWriteException(place, "mnemonic text cannot hold a backslash or a dollar sign here.");
}
