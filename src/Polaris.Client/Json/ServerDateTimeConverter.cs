using Polaris.Client.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client;

/// <summary>Reads every form of date that Polaris and FOLIO are known to send, and writes ISO 8601 with the
/// offset.</summary>
/// <remarks>
/// <para>Read are: ISO 8601 with <c>T</c> or a blank, with any number of fraction digits, with <c>Z</c>, <c>-05:00</c>,
/// <c>-0500</c> or no offset at all; MARC field 005 (<c>20070727155103.0</c>); <c>/Date(1697230800000-0500)/</c>; the
/// texts of
/// the patron API (<c>Oct 14 2023 11:59PM</c>); and <c>MM/dd/yyyy</c>.</para>
/// <para>A date without an offset is the server's local time. Its offset is taken from the time zone given to the
/// constructor;
/// without one it is UTC, so that a program reads the same instant on every machine.</para>
/// <para>The clients add it to <see cref="JsonSerializerOptions.Converters"/> with the configured zone. This library's
/// JSON
/// contexts, where they are used by themselves (bookmarks, fakes), carry one for UTC.</para>
/// </remarks>
public sealed class ServerDateTimeConverter : JsonConverter<DateTimeOffset>
{
    private readonly TimeZoneInfo _serverTimeZone;

    /// <summary>Initializes a converter that takes dates without an offset as UTC.</summary>
    public ServerDateTimeConverter()
        : this(TimeZoneInfo.Utc)
    {
    }

    /// <summary>Initializes a converter that takes dates without an offset in the server's time zone.</summary>
    /// <param name="serverTimeZone">The time zone the server's clock shows.</param>
    /// <exception cref="ArgumentNullException"><paramref name="serverTimeZone"/> is null.</exception>
    public ServerDateTimeConverter(TimeZoneInfo serverTimeZone) =>
        _serverTimeZone = serverTimeZone ?? throw new ArgumentNullException(nameof(serverTimeZone));

    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is not a string, or a string in none of the known forms; the message shows
    /// its
    /// shape (digits as 9, letters as a), never the text itself.</exception>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException($"A date is a text, but a {reader.TokenType} was found.");
        }

        if (TryReadIso(ref reader, out DateTimeOffset value))
        {
            return value;
        }

        string text = reader.GetString()!;
        return DateTimeText.TryParse(text, _serverTimeZone, out value)
            ? value
            : throw new JsonException(
                $"A text of the shape '{DateTimeText.ShapeOf(text)}' is not a date of a known form.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    // Nearly every date: read without making a text of it. The reader's own parser takes a missing offset as the zone of this
    // machine, so it may only see texts with one; to the others the server's zone is added.
    private bool TryReadIso(ref Utf8JsonReader reader, out DateTimeOffset value)
    {
        value = default;
        if (reader.HasValueSequence || reader.ValueIsEscaped)
        {
            return false;
        }

        if (EndsWithOffset(reader.ValueSpan))
        {
            return reader.TryGetDateTimeOffset(out value);
        }

        // An offset of hours alone is known to the reader, but not by its length.
        if (!reader.TryGetDateTime(out DateTime clock) || clock.Kind != DateTimeKind.Unspecified)
        {
            return false;
        }

        value = DateTimeParts.At(clock, _serverTimeZone.GetUtcOffset(clock));
        return true;
    }

    private static bool EndsWithOffset(ReadOnlySpan<byte> text) =>
        text.Length > 16 && (text[text.Length - 1] == 'Z' || text[text.Length - 6] is (byte)'+' or (byte)'-');
}
