using System.Globalization;
using System.Text.Json;

namespace Polaris.Client.Json;

/// <summary>Reads an integer as the vendor's samples show it, bare or in quotes.</summary>
internal static class WireNumber
{
    /// <param name="reader">Stands at the value.</param>
    /// <param name="what">What the number is, for the message.</param>
    /// <exception cref="JsonException">The value is neither an integer of 32 bits nor such an integer in quotes.</exception>
    public static int Read(ref Utf8JsonReader reader, string what)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int number))
        {
            return number;
        }

        if (reader.TokenType == JsonTokenType.String &&
            int.TryParse(reader.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
        {
            return number;
        }

        throw new JsonException($"A {what} is an integer of 32 bits, but a {reader.TokenType} that is none was found.");
    }
}
