using System.Text.Json;

namespace Polaris.Client.Marc;

/// <summary>The community's form: one list of fields, each an object whose only member is named by the tag.</summary>
internal static class MarcInJson
{
    public const string FieldsMember = "fields";

    public static MarcRecord Read(JsonElement record, string path)
    {
        string leader = record.TryGetProperty("leader", out JsonElement element) ? Text(element, $"{path}.leader") : "";
        MarcRecord result = new(leader);
        JsonElement fields = record.GetProperty(FieldsMember);
        Expect(fields, JsonValueKind.Array, $"{path}.{FieldsMember}");
        int place = 0;
        foreach (JsonElement field in fields.EnumerateArray())
        {
            Add(result, field, $"{path}.{FieldsMember}[{place}]", ++place);
        }

        return HasUsualOrder(result) ? result.Renumber() : result;
    }

    public static void Write(Utf8JsonWriter writer, MarcRecord record)
    {
        writer.WriteStartObject();
        writer.WriteString("leader"u8, record.Leader);
        writer.WriteStartArray(FieldsMember);
        foreach (object field in MarcPositions.Of(record).FieldsInOrder)
        {
            writer.WriteStartObject();
            if (field is MarcControlField control)
            {
                writer.WriteString(control.Tag, control.Data);
            }
            else
            {
                Write(writer, (MarcDataField)field);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, MarcDataField field)
    {
        writer.WriteStartObject(field.Tag);
        writer.WriteString("ind1"u8, field.Indicator1);
        writer.WriteString("ind2"u8, field.Indicator2);
        writer.WriteStartArray("subfields"u8);
        foreach (MarcSubfield subfield in field.Subfields)
        {
            writer.WriteStartObject();
            writer.WriteString(subfield.Code, subfield.Data);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Add(MarcRecord record, JsonElement field, string path, int place)
    {
        JsonProperty member = OnlyMember(field, path);
        if (member.Value.ValueKind == JsonValueKind.Object)
        {
            MarcDataField read = ReadDataField(member, $"{path}.{member.Name}");
            read.Position = place;
            record.DataFields.Add(read);
            return;
        }

        string data = Text(member.Value, $"{path}.{member.Name}");
        record.ControlFields.Add(new MarcControlField(member.Name, data) { Position = place });
    }

    // Places are only worth keeping where the two lists alone would not tell the order.
    private static bool HasUsualOrder(MarcRecord record) =>
        record.ControlFields.LastOrDefault() is not { } last || last.Position == record.ControlFields.Count;

    private static MarcDataField ReadDataField(JsonProperty field, string path)
    {
        MarcDataField read = new() { Tag = field.Name };
        read.Indicator1 = Indicator(field.Value, "ind1", path);
        read.Indicator2 = Indicator(field.Value, "ind2", path);
        if (!field.Value.TryGetProperty("subfields", out JsonElement subfields))
        {
            return read;
        }

        Expect(subfields, JsonValueKind.Array, $"{path}.subfields");
        foreach (JsonElement subfield in subfields.EnumerateArray())
        {
            string at = $"{path}.subfields[{read.Subfields.Count}]";
            JsonProperty member = OnlyMember(subfield, at);
            string data = Text(member.Value, $"{at}.{member.Name}");
            read.Subfields.Add(new MarcSubfield { Code = member.Name, Data = data });
        }

        return read;
    }

    private static string Indicator(JsonElement field, string name, string path) =>
        field.TryGetProperty(name, out JsonElement indicator) ? Text(indicator, $"{path}.{name}") : " ";

    private static JsonProperty OnlyMember(JsonElement element, string path)
    {
        Expect(element, JsonValueKind.Object, path);
        JsonElement.ObjectEnumerator members = element.EnumerateObject();
        if (!members.MoveNext())
        {
            throw new MarcFormatException(path, "an object with one member was expected, but it has none");
        }

        JsonProperty first = members.Current;
        return members.MoveNext()
            ? throw new MarcFormatException(path, "an object with one member was expected, but it has several")
            : first;
    }

    private static string Text(JsonElement element, string path)
    {
        Expect(element, JsonValueKind.String, path);
        return element.GetString()!;
    }

    private static void Expect(JsonElement element, JsonValueKind kind, string path)
    {
        if (element.ValueKind != kind)
        {
            throw new MarcFormatException(path, $"a JSON {kind} was expected, but a {element.ValueKind} was found");
        }
    }
}
