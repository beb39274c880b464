using System.Text.Json.Serialization;

namespace Polaris.Client.Folio;

/// <summary>Who maintains a holdings source: a word that may be one this library has no name for.</summary>
/// <remarks>Compared without regard to case, as the server does; written in lower case, as the server demands.</remarks>
[JsonConverter(typeof(HoldingsSourceOriginConverter))]
public readonly struct HoldingsSourceOrigin : IEquatable<HoldingsSourceOrigin>
{
    private readonly string? _word;

    /// <summary>Makes an origin of a word.</summary>
    /// <param name="word">The word, not empty.</param>
    /// <exception cref="ArgumentException">The word is empty.</exception>
    public HoldingsSourceOrigin(string word) =>
        _word = string.IsNullOrWhiteSpace(word) ? throw new ArgumentException("An origin is a word.", nameof(word)) : word;

    /// <summary>FOLIO itself; such a source cannot be deleted.</summary>
    public static HoldingsSourceOrigin Folio { get; } = new("folio");

    /// <summary>This library.</summary>
    public static HoldingsSourceOrigin Local { get; } = new("local");

    /// <summary>The consortium, for all its members.</summary>
    public static HoldingsSourceOrigin Consortium { get; } = new("consortium");

    /// <summary>Whether two origins are the same.</summary>
    public static bool operator ==(HoldingsSourceOrigin left, HoldingsSourceOrigin right) => left.Equals(right);

    /// <summary>Whether two origins differ.</summary>
    public static bool operator !=(HoldingsSourceOrigin left, HoldingsSourceOrigin right) => !left.Equals(right);

    /// <summary>Whether another origin is the same, in whatever case.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(HoldingsSourceOrigin other) => string.Equals(_word, other._word, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is HoldingsSourceOrigin other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(_word ?? "");

    /// <summary>The word, as it was read.</summary>
    public override string ToString() => _word ?? "";
}
