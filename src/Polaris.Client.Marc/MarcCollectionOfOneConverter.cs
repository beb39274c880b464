using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Marc;

/// <summary>Writes one record as the collection that the workflows want: <c>{"records":[...]}</c>.</summary>
public sealed class MarcCollectionOfOneConverter : JsonConverter<MarcRecord>
{
    /// <inheritdoc/>
    public override MarcRecord? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, MarcJson.Default.MarcCollection)?.Records.FirstOrDefault();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, MarcRecord value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("records");
        MarcWireWriter.Write(writer, value);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
