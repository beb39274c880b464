using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Folio;

/// <summary>The source of holdings records, such as FOLIO itself or MARC.</summary>
/// <remarks>
/// Every tenant has its own, so find one by name rather than by a fixed ID. A source with <see cref="HoldingsSourceOrigin.Folio"/>
/// cannot be deleted, although the server allows it to be changed.
/// </remarks>
[FolioResource("holdings-sources", "holdingsRecordsSources")]
public sealed class HoldingsSource : ReferenceRecord
{
    /// <summary>Who maintains this holdings source: <c>folio</c>, <c>local</c> or <c>consortium</c>; <c>null</c> if not stated.</summary>
    public HoldingsSourceOrigin? Source { get; set; }
}

/// <summary>Who maintains a holdings source. A value that this library does not know passes through.</summary>
/// <remarks>Compared without regard to case, as the server does, and written in lower case, as the server requires.</remarks>
[JsonConverter(typeof(HoldingsSourceOriginConverter))]
public readonly struct HoldingsSourceOrigin : IEquatable<HoldingsSourceOrigin>
{
    private readonly string? _word;

    /// <summary>Initializes a new instance of the <see cref="HoldingsSourceOrigin"/> struct.</summary>
    /// <param name="word">The JSON value, not empty.</param>
    /// <exception cref="ArgumentException"><paramref name="word"/> is empty.</exception>
    public HoldingsSourceOrigin(string word) =>
        _word = string.IsNullOrWhiteSpace(word) ? throw new ArgumentException("An origin cannot be empty.", nameof(word)) : word;

    /// <summary>FOLIO itself; such a source cannot be deleted.</summary>
    public static HoldingsSourceOrigin Folio { get; } = new("folio");

    /// <summary>This library.</summary>
    public static HoldingsSourceOrigin Local { get; } = new("local");

    /// <summary>The consortium, for all its members.</summary>
    public static HoldingsSourceOrigin Consortium { get; } = new("consortium");

    /// <summary>Returns whether two origins are the same.</summary>
    public static bool operator ==(HoldingsSourceOrigin left, HoldingsSourceOrigin right) => left.Equals(right);

    /// <summary>Returns whether two origins differ.</summary>
    public static bool operator !=(HoldingsSourceOrigin left, HoldingsSourceOrigin right) => !left.Equals(right);

    /// <summary>Returns whether another origin is the same, in any casing.</summary>
    /// <param name="other">The other origin.</param>
    public bool Equals(HoldingsSourceOrigin other) => string.Equals(_word, other._word, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is HoldingsSourceOrigin other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(_word ?? "");

    /// <summary>Returns the value as received.</summary>
    public override string ToString() => _word ?? "";
}

/// <summary>Reads any string, common ones without a new allocation, and writes lower case.</summary>
internal sealed class HoldingsSourceOriginConverter : JsonConverter<HoldingsSourceOrigin>
{
    public override HoldingsSourceOrigin Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException($"Expected the origin of a holdings source as a string, but found {reader.TokenType}.");
        }

        return reader.ValueTextEquals("folio"u8) ? HoldingsSourceOrigin.Folio
            : reader.ValueTextEquals("local"u8) ? HoldingsSourceOrigin.Local
            : reader.ValueTextEquals("consortium"u8) ? HoldingsSourceOrigin.Consortium
            : reader.GetString() is { } word && !string.IsNullOrWhiteSpace(word) ? new HoldingsSourceOrigin(word)
            : default;
    }

#pragma warning disable CA1308 // FOLIO requires lower case.
    public override void Write(Utf8JsonWriter writer, HoldingsSourceOrigin value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString().ToLowerInvariant());
#pragma warning restore CA1308
}
