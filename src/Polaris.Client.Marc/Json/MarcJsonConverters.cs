using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Marc;

/// <summary>Reads a record from any of its JSON forms, and writes the JSON of Polaris.</summary>
/// <remarks>It stands on <see cref="MarcRecord"/>, so that a <see cref="JsonSerializerContext"/> uses it by default.</remarks>
public sealed class MarcRecordConverter : JsonConverter<MarcRecord>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON is not a record.</exception>
    public override MarcRecord? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        try
        {
            List<MarcRecord> records = MarcJsonForms.Read(document.RootElement);
            return records.Count == 1 ? records[0] : throw new JsonException($"Expected one MARC record, but found {records.Count}.");
        }
        catch (MarcFormatException error)
        {
            throw new JsonException(error.Message, error);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, MarcRecord value, JsonSerializerOptions options) =>
        MarcJsonWriter.WritePolaris(writer, value);
}

/// <summary>Reads JSON that is already parsed or in a string.</summary>
internal static class MarcJsonForms
{
    /// <exception cref="MarcFormatException">Something in the value is not a MARC record.</exception>
    public static List<MarcRecord> Read(JsonElement value)
    {
        MarcJsonReader reader = new(new DeviationLog(new MarcReadOptions(), 1, 0), refuseLoss: true);
        return MarcJsonEnvelope.Find(value).ConvertAll(found => reader.ReadRecord(found.Value, found.Path));
    }

    /// <exception cref="MarcFormatException">The string is not JSON, or something in it is not a MARC record.</exception>
    public static List<MarcRecord> Read(string json)
    {
        JsonDocument document;
        string text = json.TrimStart('\uFEFF');
        try
        {
            document = JsonDocument.Parse(text);
        }
        catch (JsonException error)
        {
            throw new MarcFormatException(Guess(text), error.Path ?? "$", error);
        }
        catch (ArgumentException error)
        {
            throw new MarcFormatException("expected JSON, but the string has a surrogate without its partner", "$", error);
        }

        using (document)
        {
            List<MarcRecord> records = Read(document.RootElement);
            return records.Count > 0
                ? records
                : throw new MarcFormatException("expected an object with a leader or fields", "$");
        }
    }

    private static string Guess(string text)
    {
        string start = text.TrimStart();
        if (start.StartsWith("<", StringComparison.Ordinal))
        {
            return "expected JSON, but this is XML: read it with MarcReader";
        }

        return text.IndexOf('\u001E') >= 0
            ? "expected JSON, but this is ISO 2709: read it with MarcReader"
            : "expected JSON";
    }
}

/// <content>Reading a record from JSON and writing it.</content>
public sealed partial class MarcRecord
{
    /// <summary>Reads one record from MARC-in-JSON, the older form of marc4j, or the JSON of Polaris.</summary>
    /// <param name="json">A record, or an array or collection of just one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="MarcFormatException">The string is not JSON, or not one MARC record.</exception>
    public static MarcRecord FromJson(string json)
    {
        List<MarcRecord> records = MarcJsonForms.Read(json ?? throw new ArgumentNullException(nameof(json)));
        return records.Count == 1
            ? records[0]
            : throw new MarcFormatException($"expected one record, but found {records.Count}", "$");
    }

    /// <summary>Writes the record in the JSON of Polaris.</summary>
    /// <returns>A JSON object; fields without a position get one.</returns>
    public string ToJson() => MarcJsonWriter.ToText(writer => MarcJsonWriter.WritePolaris(writer, this));

    /// <summary>Writes the record in MARC-in-JSON, the form that pymarc, marc4j, FOLIO and others read.</summary>
    /// <returns>A JSON object without <see cref="Id"/>, positions and additional members, which that form does not have.</returns>
    /// <exception cref="MarcWriteException">A field does not have two indicators, or the text has a surrogate without its partner.</exception>
    public string ToMarcInJson()
    {
        WriteChecks.Text(this);
        return MarcJsonWriter.ToText(writer => MarcJsonWriter.WriteMarcInJson(writer, this));
    }
}
