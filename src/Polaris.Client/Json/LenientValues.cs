using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Json;

/// <summary>
/// Reads plain values in the forms in which servers send them: null for a number, a Boolean or an ID, numbers and Booleans in
/// quotes, and numbers or Booleans where a string is documented. Anything else is a <see cref="JsonException"/>.
/// </summary>
internal sealed class LenientValues : JsonConverterFactory
{
    private static readonly Dictionary<Type, JsonConverter> Converters = new()
    {
        [typeof(int)] = new LenientInt32(),
        [typeof(bool)] = new LenientBoolean(),
        [typeof(Guid)] = new LenientGuid(),
        [typeof(string)] = new LenientString(),
    };

    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => Converters.ContainsKey(typeToConvert);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => Converters[typeToConvert];

    public static JsonException Unreadable(string expected, JsonTokenType found) =>
        new($"Expected {expected}, but found a JSON {found} that is not one.");

    private sealed class LenientInt32 : JsonConverter<int>
    {
        public override bool HandleNull => true;

        public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            WireNumber.Read(ref reader);

        public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
    }

    private sealed class LenientBoolean : JsonConverter<bool>
    {
        public override bool HandleNull => true;

        public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False or JsonTokenType.Null => false,
            JsonTokenType.String when bool.TryParse(reader.GetString(), out var value) => value,
            JsonTokenType.String or JsonTokenType.Number when WireNumber.TryRead(ref reader, out var number) && number is 0 or 1 => number == 1,
            _ => throw Unreadable("a Boolean", reader.TokenType),
        };

        public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
    }

    private sealed class LenientGuid : JsonConverter<Guid>
    {
        public override bool HandleNull => true;

        public override Guid Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.Null => Guid.Empty,
            JsonTokenType.String => Parse(reader.GetString()!),
            _ => throw Unreadable("a GUID", reader.TokenType),
        };

        private static Guid Parse(string text) => string.IsNullOrWhiteSpace(text) ? Guid.Empty
            : Guid.TryParse(text, out var value) ? value
            : throw Unreadable("a GUID", JsonTokenType.String);

        public override void Write(Utf8JsonWriter writer, Guid value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    private sealed class LenientString : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            JsonTokenType.Number => JsonElement.ParseValue(ref reader).GetRawText(),
            _ => throw Unreadable("a string", reader.TokenType),
        };

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}

/// <summary>Reads an integer as the vendor's samples show it, plain or in quotes; <see langword="null"/> is 0.</summary>
internal static class WireNumber
{
    /// <exception cref="JsonException">The value is not a 32-bit integer.</exception>
    public static int Read(ref Utf8JsonReader reader) => TryRead(ref reader, out var number)
        ? number
        : throw LenientValues.Unreadable("a 32-bit integer", reader.TokenType);

    public static bool TryRead(ref Utf8JsonReader reader, out int number)
    {
        number = 0;
        return reader.TokenType switch
        {
            JsonTokenType.Null => true,
            JsonTokenType.Number => reader.TryGetInt32(out number),
            JsonTokenType.String => int.TryParse(
                reader.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number),
            _ => false,
        };
    }
}
