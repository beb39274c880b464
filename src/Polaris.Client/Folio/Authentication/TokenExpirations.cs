using System.Text.Json.Serialization;
using Polaris.Client.Json;

namespace Polaris.Client.Folio;

/// <summary>When the two tokens of a sign-in or renewal expire; the tokens themselves are in cookies.</summary>
internal sealed class TokenExpirations
{
    [JsonConverter(typeof(HintConverter<DateTimeOffset?>))]
    public DateTimeOffset? AccessTokenExpiration { get; set; }

    [JsonConverter(typeof(HintConverter<DateTimeOffset?>))]
    public DateTimeOffset? RefreshTokenExpiration { get; set; }
}
