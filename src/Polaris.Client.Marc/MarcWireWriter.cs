using System.Text.Json;

namespace Polaris.Client.Marc;

internal static class MarcWireWriter
{
    public static void Write(Utf8JsonWriter writer, MarcRecord record)
    {
        MarcPositions positions = MarcPositions.Of(record);
        writer.WriteStartObject();
        writer.WriteNumber("id"u8, record.Id);
        writer.WriteString("leader"u8, record.Leader);
        writer.WriteStartArray("controlfields"u8);
        for (int i = 0; i < record.ControlFields.Count; i++)
        {
            WriteControlField(writer, record.ControlFields[i], positions.OfControlField(i));
        }

        writer.WriteEndArray();
        writer.WriteStartArray("datafields"u8);
        for (int i = 0; i < record.DataFields.Count; i++)
        {
            WriteDataField(writer, record.DataFields[i], positions.OfDataField(i));
        }

        writer.WriteEndArray();
        WriteEnd(writer, record.AdditionalMembers);
    }

    private static void WriteControlField(Utf8JsonWriter writer, MarcControlField field, int position)
    {
        writer.WriteStartObject();
        writer.WriteString("tag"u8, field.Tag);
        writer.WriteString("data"u8, field.Data);
        writer.WriteNumber("position"u8, position);
        WriteEnd(writer, field.AdditionalMembers);
    }

    private static void WriteDataField(Utf8JsonWriter writer, MarcDataField field, int position)
    {
        writer.WriteStartObject();
        writer.WriteString("tag"u8, field.Tag);
        writer.WriteString("ind1"u8, field.Indicator1);
        writer.WriteString("ind2"u8, field.Indicator2);
        writer.WriteStartArray("subfields"u8);
        foreach (MarcSubfield subfield in field.Subfields)
        {
            writer.WriteStartObject();
            writer.WriteString("code"u8, subfield.Code);
            writer.WriteString("data"u8, subfield.Data);
            WriteEnd(writer, subfield.AdditionalMembers);
        }

        writer.WriteEndArray();
        writer.WriteNumber("position"u8, position);
        WriteEnd(writer, field.AdditionalMembers);
    }

    private static void WriteEnd(Utf8JsonWriter writer, Dictionary<string, JsonElement>? additionalMembers)
    {
        foreach (KeyValuePair<string, JsonElement> member in additionalMembers ?? [])
        {
            writer.WritePropertyName(member.Key);
            member.Value.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
