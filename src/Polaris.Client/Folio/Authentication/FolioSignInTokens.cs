using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Polaris.Client.Http;

namespace Polaris.Client.Folio;

/// <summary>Gets the tokens of one tenant by signing in a user, and renews them.</summary>
internal sealed class FolioSignInTokens : ITokenSource
{
    private const string LegacyTokenHeader = "x-okapi-token";

    private readonly IFolioAuthenticationApi _api;
    private readonly JsonSerializerOptions _json;
    private readonly FolioLogin _login;
    private readonly TimeProvider _time;
    private readonly AccessTokenCache<FolioToken> _cache;

    public FolioSignInTokens(
        IFolioAuthenticationApi api, JsonSerializerOptions json, FolioLogin login, TimeProvider time, SignInTelemetry telemetry)
    {
        _api = api;
        _json = json;
        _login = login;
        _time = time;
        _cache = new AccessTokenCache<FolioToken>(
            old => telemetry.ObserveAsync(() => AcquireAsync(old)), time);
    }

    public ValueTask<AccessToken> GetAsync(CancellationToken cancellationToken) => _cache.GetAsync(cancellationToken);

    public ValueTask<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken) =>
        _cache.RenewAsync(refused, cancellationToken);

    /// <summary>Ends the login on the server; without a refresh token there is nothing that the server could end.</summary>
    public async Task SignOutAsync(CancellationToken cancellationToken)
    {
        var token = await _cache.TakeAsync().ConfigureAwait(false);
        if (token?.RenewAt <= _time.GetUtcNow())
        {
            // A gateway rejects the sign-out of an access token that has expired.
            token = await RefreshForSignOutAsync(token, cancellationToken).ConfigureAwait(false);
        }

        if (token?.TakeCookies() is { } cookies)
        {
            await _api.SignOutAsync(cookies, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Unlike a renewal, reports its failure to the caller, who must know that the login may not have ended.</summary>
    private async Task<FolioToken?> RefreshForSignOutAsync(FolioToken token, CancellationToken cancellationToken)
    {
        if (token.TakeRefreshCookie() is not { } cookie)
        {
            return null;
        }

        using var answer = await _api.RefreshAsync(cookie, cancellationToken).ConfigureAwait(false);
        return ReadToken(answer) ?? throw NoToken(answer, "POST /authn/refresh");
    }

    private async Task<FolioToken> AcquireAsync(FolioToken? old) =>
        await RefreshAsync(old).ConfigureAwait(false) ?? await SignInAsync().ConfigureAwait(false);

    /// <summary>Null if there is no refresh token, if it was refused, and if it is not known whether it was used.</summary>
    private async Task<FolioToken?> RefreshAsync(FolioToken? old)
    {
        if (old?.TakeRefreshCookie() is not { } cookie)
        {
            return null;
        }

        try
        {
            using var answer = await _api.RefreshAsync(cookie).ConfigureAwait(false);
            return ReadToken(answer);
        }
        catch (PolarisClientException)
        {
            return null;
        }
    }

    private async Task<FolioToken> SignInAsync()
    {
        try
        {
            using var answer = await _api.SignInAsync(User()).ConfigureAwait(false);
            return ReadToken(answer) ?? throw NoToken(answer, "POST /authn/login-with-expiry");
        }
        catch (RequestFailedException exception) when (exception.StatusCode == HttpStatusCode.NotFound && _login.AllowLegacy)
        {
            return await LegacySignInAsync().ConfigureAwait(false);
        }
    }

    private async Task<FolioToken> LegacySignInAsync()
    {
        using var answer = await _api.LegacySignInAsync(User()).ConfigureAwait(false);
        return answer.Headers.TryGetValues(LegacyTokenHeader, out var values) && values.FirstOrDefault() is { Length: > 0 } token && CredentialText.FitsHeader(token)
            ? new FolioToken(token)
            : throw NoToken(answer, "POST /authn/login");
    }

    private FolioSignIn User() => new() { Username = _login.Credentials.UserName, Password = _login.Credentials.Password };

    /// <summary>Returns the token of the cookies; the body with the lifetime is only a hint.</summary>
    private FolioToken? ReadToken(HttpResponseMessage answer)
    {
        // On the server's own clock, so that a wrong clock here does not matter.
        var issued = answer.Headers.Date ?? _time.GetUtcNow();
        return FolioToken.FromCookies(answer, TokenRenewal.At(_time.GetUtcNow(), ReadExpirations(answer)?.AccessTokenExpiration - issued));
    }

    private TokenExpirations? ReadExpirations(HttpResponseMessage answer)
    {
        try
        {
            return JsonSerializer.Deserialize(
                ((ReceivedBody)answer.Content).Bytes, (JsonTypeInfo<TokenExpirations>)_json.GetTypeInfo(typeof(TokenExpirations)));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private InvalidResponseException NoToken(HttpResponseMessage answer, string route)
    {
        var failure = new ApiFailure { StatusCode = answer.StatusCode, Route = route, Tenant = _login.Tenant };
        return new InvalidResponseException(
            $"{failure.Target} responded with HTTP {(int)answer.StatusCode} but without a token: no cookie folioAccessToken, or "
            + "no header x-okapi-token. A proxy may strip them; check the base address.",
            failure);
    }
}

/// <summary>The user who signs in, and the tenant.</summary>
/// <param name="Credentials">The user.</param>
/// <param name="Tenant">The tenant.</param>
/// <param name="AllowLegacy">Whether the sign-in of releases before Poppy may be tried.</param>
internal sealed record FolioLogin(FolioCredentials Credentials, string Tenant, bool AllowLegacy);
