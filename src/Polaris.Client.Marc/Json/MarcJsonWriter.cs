using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Polaris.Client.Marc;

/// <summary>Writes records as MARC-in-JSON, and as the JSON of Polaris.</summary>
internal static class MarcJsonWriter
{
    // Records are read by people: letters stay letters. The result is JSON, not HTML.
    public static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string ToText(Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Readable))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    public static void WriteMarcInJson(Utf8JsonWriter writer, MarcRecord record)
    {
        writer.WriteStartObject();
        writer.WriteString("leader"u8, record.Leader);
        writer.WriteStartArray("fields"u8);
        foreach (MarcField field in record.FieldList)
        {
            writer.WriteStartObject();
            if (field.IsControlField)
            {
                writer.WriteString(field.Tag, field.Data);
            }
            else
            {
                WriteDataField(writer, field);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Writes a record with control and data fields apart and a position for each field.</summary>
    public static void WritePolaris(Utf8JsonWriter writer, MarcRecord record)
    {
        int[] positions = Positions(record.FieldList);
        writer.WriteStartObject();
        writer.WriteNumber("id"u8, record.Id);
        writer.WriteString("leader"u8, record.Leader);
        writer.WriteStartArray("controlfields"u8);
        for (int i = 0; i < positions.Length; i++)
        {
            if (record.FieldList[i] is { IsControlField: true } field)
            {
                writer.WriteStartObject();
                writer.WriteString("tag"u8, field.Tag);
                writer.WriteString("data"u8, field.Data);
                writer.WriteNumber("position"u8, positions[i]);
                WriteEnd(writer, field.AdditionalMembers);
            }
        }

        writer.WriteEndArray();
        writer.WriteStartArray("datafields"u8);
        for (int i = 0; i < positions.Length; i++)
        {
            if (record.FieldList[i] is { IsControlField: false } field)
            {
                WritePolarisField(writer, field, positions[i]);
            }
        }

        writer.WriteEndArray();
        WriteEnd(writer, record.AdditionalMembers);
    }

    private static void WriteDataField(Utf8JsonWriter writer, MarcField field)
    {
        writer.WriteStartObject(field.Tag);
        writer.WriteString("ind1"u8, Names.Single(field.Indicator1));
        writer.WriteString("ind2"u8, Names.Single(field.Indicator2));
        writer.WriteStartArray("subfields"u8);
        foreach (MarcSubfield subfield in field.SubfieldList)
        {
            writer.WriteStartObject();
            writer.WriteString(Names.Single(subfield.Code), subfield.Data);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WritePolarisField(Utf8JsonWriter writer, MarcField field, int position)
    {
        writer.WriteStartObject();
        writer.WriteString("tag"u8, field.Tag);
        writer.WriteString("ind1"u8, Names.Single(field.Indicator1));
        writer.WriteString("ind2"u8, Names.Single(field.Indicator2));
        writer.WriteStartArray("subfields"u8);
        foreach (MarcSubfield subfield in field.SubfieldList)
        {
            writer.WriteStartObject();
            writer.WriteString("code"u8, Names.Single(subfield.Code));
            writer.WriteString("data"u8, subfield.Data);
            WriteEnd(writer, subfield.AdditionalMembers);
        }

        writer.WriteEndArray();
        writer.WriteNumber("position"u8, position);
        WriteEnd(writer, field.AdditionalMembers);
    }

    // A position of its own is kept where it agrees with the order of the fields.
    private static int[] Positions(List<MarcField> fields)
    {
        int[] positions = new int[fields.Count];
        int last = 0;
        for (int i = 0; i < positions.Length; i++)
        {
            last = positions[i] = fields[i].Position is { } own && own > last ? own : last + 1;
        }

        return positions;
    }

    private static void WriteEnd(Utf8JsonWriter writer, Dictionary<string, JsonElement>? additionalMembers)
    {
        foreach (KeyValuePair<string, JsonElement> member in additionalMembers ?? [])
        {
            writer.WritePropertyName(member.Key);

            // As received: text with half a surrogate pair cannot be decoded and written again.
            writer.WriteRawValue(member.Value.GetRawText());
        }

        writer.WriteEndObject();
    }
}
