using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;

namespace Polaris.Client;

/// <summary>Reads every form of date that Polaris and FOLIO are known to send, and writes ISO 8601 with the offset.</summary>
/// <remarks>
/// <para>
/// It reads ISO 8601 with <c>T</c> or a blank, with any number of fraction digits, with <c>Z</c>, <c>-05:00</c>, <c>-0500</c> or
/// no offset at all; MARC field 005 (<c>20070727155103.0</c>); <c>/Date(1697230800000-0500)/</c>; the strings of the patron API
/// (<c>Oct 14 2023 11:59PM</c>); and <c>MM/dd/yyyy</c>.
/// </para>
/// <para>
/// A date without an offset is the server's local time. Its offset is that of the time zone passed to the constructor; without a
/// time zone it is UTC, so that a program reads the same instant on every machine.
/// </para>
/// <para>
/// The clients add it to <see cref="JsonSerializerOptions.Converters"/> with the configured time zone. This library's JSON contexts,
/// when used directly (bookmarks, fakes), have one for UTC.
/// </para>
/// </remarks>
public sealed class ServerDateTimeConverter : JsonConverter<DateTimeOffset>
{
    private readonly TimeZoneInfo _serverTimeZone;

    /// <summary>Initializes a new instance that reads dates without an offset as UTC.</summary>
    public ServerDateTimeConverter()
        : this(TimeZoneInfo.Utc)
    {
    }

    /// <summary>Initializes a new instance that reads dates without an offset in the server's time zone.</summary>
    /// <param name="serverTimeZone">The time zone of the server.</param>
    /// <exception cref="ArgumentNullException"><paramref name="serverTimeZone"/> is null.</exception>
    public ServerDateTimeConverter(TimeZoneInfo serverTimeZone) =>
        _serverTimeZone = serverTimeZone ?? throw new ArgumentNullException(nameof(serverTimeZone));

    /// <inheritdoc/>
    /// <exception cref="JsonException">
    /// The value is not a string, or a string in an unknown format; the message shows its shape (digits as 9, letters as a), never
    /// the string itself.
    /// </exception>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException($"Expected a date string, but found a JSON {reader.TokenType}.");
        }

        if (TryReadIso(ref reader, out DateTimeOffset value))
        {
            return value;
        }

        string text = reader.GetString()!;
        return DateTimeText.TryParse(text, _serverTimeZone, out value)
            ? value
            : throw new JsonException(
                $"A string of the shape '{DateTimeText.ShapeOf(text)}' is not a date in a known format.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    // Nearly every date: read without allocating a string. The reader's own parser assumes the time zone of this machine for a
    // missing offset, so it is used only for strings with one; the others get the server's time zone.
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

        // The reader accepts an offset of hours alone, but does not report its length.
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
