using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Marc;

/// <summary>Reads and writes a record in the JSON of Polaris; when it writes, fields without a place get one.</summary>
/// <remarks>It stands on <see cref="MarcRecord"/>, so a <see cref="JsonSerializerContext"/> of yours uses it by
/// itself.</remarks>
public sealed class MarcRecordConverter : JsonConverter<MarcRecord>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON is no record of this form.</exception>
    public override MarcRecord? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, MarcJson.Default.MarcRecordBody)?.ToRecord();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, MarcRecord value, JsonSerializerOptions options) =>
        MarcWireWriter.Write(writer, value);
}
