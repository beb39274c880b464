using System.Text.Json.Serialization;
using Polaris.Client.Json;

namespace Polaris.Client.Folio;

/// <summary>The body of a sign-in request.</summary>
public sealed class FolioSignIn
{
    /// <summary>The name of the user.</summary>
    public string? Username { get; set; }

    /// <summary>The password. A secret.</summary>
    public string? Password { get; set; }

    /// <summary>Returns nothing of the content: the properties are secrets.</summary>
    public override string ToString() => nameof(FolioSignIn);
}

/// <summary>When the two tokens of a sign-in or renewal expire; the tokens themselves are in cookies.</summary>
internal sealed class TokenExpirations
{
    [JsonConverter(typeof(HintConverter<DateTimeOffset?>))]
    public DateTimeOffset? AccessTokenExpiration { get; set; }

    [JsonConverter(typeof(HintConverter<DateTimeOffset?>))]
    public DateTimeOffset? RefreshTokenExpiration { get; set; }
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(ServerDateTimeConverter)])]
[JsonSerializable(typeof(FolioSignIn))]
[JsonSerializable(typeof(TokenExpirations))]
[JsonSerializable(typeof(DateTimeOffset?))]
internal sealed partial class FolioAuthenticationJson : JsonSerializerContext;
