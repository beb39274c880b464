using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Folio;

/// <summary>Reads metadata value by value, so that one invalid value does not make a whole list unreadable.</summary>
internal sealed class RecordMetadataConverter : JsonConverter<RecordMetadata>
{
    private static readonly ServerDateTimeConverter Dates = new();

    public override RecordMetadata? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        var metadata = new RecordMetadata();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = NameAt(ref reader);
            reader.Read();
            if (reader.TokenType != JsonTokenType.Null && !TryRead(ref reader, name, metadata, options))
            {
                (metadata.AdditionalMembers ??= [])[name] = JsonElement.ParseValue(ref reader);
            }
        }

        return metadata;
    }

    public override void Write(Utf8JsonWriter writer, RecordMetadata value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        WriteIfAny(writer, "createdDate", value.CreatedDate?.ToString("O"));
        WriteIfAny(writer, "createdByUserId", value.CreatedByUserId?.ToString());
        WriteIfAny(writer, "createdByUsername", value.CreatedByUsername);
        WriteIfAny(writer, "updatedDate", value.UpdatedDate?.ToString("O"));
        WriteIfAny(writer, "updatedByUserId", value.UpdatedByUserId?.ToString());
        WriteIfAny(writer, "updatedByUsername", value.UpdatedByUsername);
        foreach (var member in value.AdditionalMembers ?? [])
        {
            writer.WritePropertyName(member.Key);
            member.Value.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    /// <summary>Returns the name of a property, without allocating the common ones.</summary>
    private static string NameAt(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("createdDate"u8) ? "createdDate"
        : reader.ValueTextEquals("createdByUserId"u8) ? "createdByUserId"
        : reader.ValueTextEquals("updatedDate"u8) ? "updatedDate"
        : reader.ValueTextEquals("updatedByUserId"u8) ? "updatedByUserId"
        : reader.GetString()!;

    private static bool TryRead(ref Utf8JsonReader reader, string name, RecordMetadata metadata, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return false;
        }

        switch (name)
        {
            case "createdDate":
                return (metadata.CreatedDate = DateAt(ref reader, options)) is not null;
            case "updatedDate":
                return (metadata.UpdatedDate = DateAt(ref reader, options)) is not null;
            case "createdByUserId":
                return (metadata.CreatedByUserId = reader.TryGetGuid(out var creator) ? creator : null) is not null;
            case "updatedByUserId":
                return (metadata.UpdatedByUserId = reader.TryGetGuid(out var updater) ? updater : null) is not null;
            case "createdByUsername":
                metadata.CreatedByUsername = reader.GetString();
                return true;
            case "updatedByUsername":
                metadata.UpdatedByUsername = reader.GetString();
                return true;
            default:
                return false;
        }
    }

    private static DateTimeOffset? DateAt(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        try
        {
            return Dates.Read(ref reader, typeof(DateTimeOffset), options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void WriteIfAny(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}

/// <summary>
/// Reads an empty ID as none: the schemas of some IDs, such as those of links and notes, allow any string, and one such record would make its
/// whole page unreadable.
/// </summary>
internal sealed class EmptyIdConverter : JsonConverter<Guid?>
{
    public override Guid? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("") ? null : reader.GetGuid();

    public override void Write(Utf8JsonWriter writer, Guid? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.GetValueOrDefault());
}

/// <summary>
/// Refuses to write half a character, which the serializer would silently replace, and the character U+0000, which would fail
/// in the server's database with HTTP 500, and a whole batch with it.
/// </summary>
internal sealed class WholeTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        CqlTerm.RefuseLoneSurrogates(value, "record");
        RefuseNullCharacter(value, "record");
        writer.WriteStringValue(value);
    }

    private static void RefuseNullCharacter(string value, string parameterName)
    {
        if (value.IndexOf('\0') is >= 0 and var position)
        {
            throw new ArgumentException(
                $"The string has the character U+0000 at position {position}, which the server's database cannot store.", parameterName);
        }
    }

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString()!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value);
}
