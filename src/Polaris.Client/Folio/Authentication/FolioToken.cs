using Polaris.Client.Http;

namespace Polaris.Client.Folio;

/// <summary>An access token of FOLIO, with its refresh token.</summary>
/// <param name="accessToken">The access token.</param>
/// <param name="refreshToken">The refresh token; null if there is none.</param>
/// <param name="renewAt">When to renew it.</param>
internal sealed class FolioToken(string accessToken, string? refreshToken = null, DateTimeOffset? renewAt = null)
    : AccessToken(renewAt)
{
    private const string AccessCookie = "folioAccessToken";
    private const string RefreshCookie = "folioRefreshToken";
    private string? _refreshToken = refreshToken;

    /// <summary>Both gateways accept this header; no other form of a token may be sent with it.</summary>
    public override void Apply(HttpRequestMessage request)
    {
        request.Headers.Remove(OkapiHeaders.Token);
        request.Headers.TryAddWithoutValidation(OkapiHeaders.Token, accessToken);
    }

    /// <summary>The cookie of a renewal, returned only once: a second use would end all logins of the user.</summary>
    public string? TakeRefreshCookie() =>
        Interlocked.Exchange(ref _refreshToken, null) is { } token ? $"{RefreshCookie}={token}" : null;

    /// <summary>The cookies of a sign-out; null if the refresh token was used, because the login can then not be identified.</summary>
    public string? TakeCookies() => TakeRefreshCookie() is { } refresh ? $"{AccessCookie}={accessToken}; {refresh}" : null;

    /// <summary>The tokens of a sign-in response; null if it has no access token.</summary>
    public static FolioToken? FromCookies(HttpResponseMessage response, DateTimeOffset? renewAt) =>
        SetCookies.Find(response, AccessCookie) is { } access
            ? new FolioToken(access, SetCookies.Find(response, RefreshCookie), renewAt)
            : null;
}

/// <summary>The headers of FOLIO's gateways.</summary>
internal static class OkapiHeaders
{
    public const string Tenant = "X-Okapi-Tenant";

    public const string Token = "X-Okapi-Token";

    public const string RequestId = "X-Okapi-Request-Id";
}
