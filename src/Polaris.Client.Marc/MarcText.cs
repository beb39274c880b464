using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Polaris.Client.Marc;

/// <summary>Records as text: tells the two JSON forms apart and turns every failure into one that says where.</summary>
internal static class MarcText
{
    // Catalogue texts are read by people: letters stay letters. The result is JSON, not HTML.
    private static readonly JsonWriterOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Readable))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    public static MarcCollection Read(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return ReadCollection(document.RootElement);
        }
        catch (JsonException error)
        {
            throw new MarcFormatException(error.Path ?? "$", WithoutPath(error), error);
        }
    }

    private static MarcCollection ReadCollection(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            return ReadAll(root, "$");
        }

        bool isCollection = root.ValueKind == JsonValueKind.Object
            && root.TryGetProperty("records", out JsonElement records) && records.ValueKind == JsonValueKind.Array;
        return isCollection
            ? ReadAll(root.GetProperty("records"), "$.records")
            : new MarcCollection(ReadRecord(root, "$"));
    }

    private static MarcCollection ReadAll(JsonElement records, string path)
    {
        MarcCollection collection = new();
        foreach (JsonElement record in records.EnumerateArray())
        {
            collection.Records.Add(ReadRecord(record, $"{path}[{collection.Records.Count}]"));
        }

        return collection;
    }

    private static MarcRecord ReadRecord(JsonElement record, string path)
    {
        if (record.ValueKind != JsonValueKind.Object)
        {
            throw new MarcFormatException(path, $"a record is a JSON Object, but a {record.ValueKind} was found");
        }

        if (record.TryGetProperty(MarcInJson.FieldsMember, out _))
        {
            return MarcInJson.Read(record, path);
        }

        return ReadBody(record, path) is { IsEmpty: false } body
            ? body.ToRecord()
            : throw new MarcFormatException(path, "a record has a leader or fields, but this has neither");
    }

    private static MarcRecordBody? ReadBody(JsonElement record, string path)
    {
        try
        {
            return record.Deserialize(MarcJson.Default.MarcRecordBody);
        }
        catch (JsonException error)
        {
            throw new MarcFormatException(path + error.Path?.TrimStart('$'), WithoutPath(error), error);
        }
    }

    private static string WithoutPath(JsonException error)
    {
        int path = error.Message.IndexOf(" Path: ", StringComparison.Ordinal);
        return path < 0 ? error.Message : error.Message.Substring(0, path);
    }
}
