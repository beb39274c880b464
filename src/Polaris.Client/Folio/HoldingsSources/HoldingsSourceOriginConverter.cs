using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Folio;

/// <summary>Reads any word, the usual ones without making a new text each time, and writes lower case.</summary>
internal sealed class HoldingsSourceOriginConverter : JsonConverter<HoldingsSourceOrigin>
{
    public override HoldingsSourceOrigin Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException($"The origin of a holdings source is a word, but a {reader.TokenType} was found.");
        }

        return reader.ValueTextEquals("folio"u8) ? HoldingsSourceOrigin.Folio
            : reader.ValueTextEquals("local"u8) ? HoldingsSourceOrigin.Local
            : reader.ValueTextEquals("consortium"u8) ? HoldingsSourceOrigin.Consortium
            : reader.GetString() is { } word && !string.IsNullOrWhiteSpace(word) ? new HoldingsSourceOrigin(word)
            : default;
    }

#pragma warning disable CA1308 // the wire's form is lower case
    public override void Write(Utf8JsonWriter writer, HoldingsSourceOrigin value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString().ToLowerInvariant());
#pragma warning restore CA1308
}
