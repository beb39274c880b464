namespace Polaris.Client.Folio;

/// <summary>When the two tokens of a sign-in or renewal end; the tokens themselves come as cookies.</summary>
internal sealed class TokenExpirations
{
    public DateTimeOffset? AccessTokenExpiration { get; set; }

    public DateTimeOffset? RefreshTokenExpiration { get; set; }
}
