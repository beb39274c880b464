using System.Net;
using System.Text;
using Polaris.Client.Http;

namespace Polaris.Client;

/// <summary>Gets tokens by signing in a staff user.</summary>
internal sealed class StaffSignInTokens : ITokenSource
{
    private readonly IAuthenticationApi _api;
    private readonly PolarisCredentials _user;
    private readonly string _siteDomain;
    private readonly TimeProvider _time;
    private readonly SignInTelemetry _telemetry;
    private readonly AccessTokenCache<PolarisToken> _cache;

    public StaffSignInTokens(
        IAuthenticationApi api, PolarisCredentials user, string siteDomain, TimeProvider time, SignInTelemetry telemetry)
    {
        _api = api;
        _user = user;
        _siteDomain = siteDomain;
        _time = time;
        _telemetry = telemetry;
        _cache = new AccessTokenCache<PolarisToken>(_ => SignInAsync(), time);
    }

    public ValueTask<AccessToken> GetAsync(CancellationToken cancellationToken) => _cache.GetAsync(cancellationToken);

    public ValueTask<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken) =>
        _cache.RenewAsync(refused, cancellationToken);

    private Task<PolarisToken> SignInAsync() => _telemetry.ObserveAsync(
        async () => ToToken(await _api.SignInAsync(BasicHeader()).ConfigureAwait(false)));

    private string BasicHeader()
    {
        var text = $"{_user.Domain}\\{_user.UserName}:{_user.Password}";
        return "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
    }

    private PolarisToken ToToken(StaffSignIn answer)
    {
        if (string.IsNullOrEmpty(answer.AccessToken) || string.IsNullOrEmpty(answer.AccessSecret))
        {
            throw Unusable("without a token. Check that the base address is that of ApplicationServices.");
        }

        var now = _time.GetUtcNow();
        var site = string.IsNullOrEmpty(answer.SiteDomain) ? _siteDomain : answer.SiteDomain!;
        if (!CredentialText.FitsHeader(site + answer.AccessToken + answer.AccessSecret))
        {
            throw Unusable("but its token or site domain contains a character that an HTTP header cannot carry. Ask the administrator of the server.");
        }

        var userId = answer.PolarisUser?.PolarisUserId;
        return PolarisToken.Pas(
            site, answer.AccessToken!, answer.AccessSecret!, userId > 0 ? userId : null, TokenRenewal.At(now, answer.ExpiresAt - now));
    }

    private static InvalidResponseException Unusable(string how) => new(
        $"The sign-in succeeded, {how}", new ApiFailure { StatusCode = HttpStatusCode.OK, Route = "POST /authentication/staffuser" });
}
