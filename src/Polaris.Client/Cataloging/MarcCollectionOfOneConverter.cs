using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Marc;

namespace Polaris.Client.Cataloging;

/// <summary>Writes one record as the <c>MARC21Collection</c> that workflows take: <c>{"records":[...]}</c>.</summary>
internal sealed class MarcCollectionOfOneConverter : JsonConverter<MarcRecord>
{
    private static readonly MarcRecordConverter Record = new();

    /// <inheritdoc/>
    public override MarcRecord? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Record.Read(ref reader, typeToConvert, options);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, MarcRecord value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("records");
        Record.Write(writer, value, options);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
