using System.Text;
using Microsoft.Extensions.Logging;
using Polaris.Client.Http;
using Polaris.Client.Telemetry;

namespace Polaris.Client.Authentication;

/// <summary>Gets tokens by signing a staff user in.</summary>
internal sealed class StaffSignInTokens : ITokenSource
{
    /// <summary>How long before its end a token is renewed; half the lifetime for a token that lives shorter than twice this.</summary>
    public static readonly TimeSpan RenewalMargin = TimeSpan.FromMinutes(1);

    private const string System = "polaris";

    private readonly IAuthenticationApi _api;
    private readonly PolarisClientOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly AccessTokenCache<PolarisToken> _cache;

    public StaffSignInTokens(IAuthenticationApi api, PolarisClientOptions options, TimeProvider time, ILogger logger)
    {
        _api = api;
        _options = options;
        _time = time;
        _logger = logger;
        _cache = new AccessTokenCache<PolarisToken>(_ => SignInAsync(), time);
    }

    public ValueTask<AccessToken> GetAsync(CancellationToken cancellationToken) => _cache.GetAsync(cancellationToken);

    public ValueTask<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken) =>
        _cache.RenewAsync(refused, cancellationToken);

    private async Task<PolarisToken> SignInAsync()
    {
        using var activity = ClientMetrics.Activities.StartActivity("polaris.sign_in");
        try
        {
            var answer = await _api.SignInAsync(BasicHeader()).ConfigureAwait(false);
            var token = ToToken(answer);
            ClientMetrics.SignedIn(System, "success");
            Log.SignedIn(_logger, System, token.RenewAt);
            return token;
        }
        catch (PolarisClientException exception)
        {
            activity?.SetStatus(global::System.Diagnostics.ActivityStatusCode.Error);
            ClientMetrics.SignedIn(System, exception is AuthenticationFailedException ? "refused" : "failed");
            Log.SignInFailed(_logger, System);
            throw;
        }
    }

    private string BasicHeader()
    {
        var user = _options.Credentials;
        var text = $"{user.Domain}\\{user.UserName}:{user.Password}";
        return "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
    }

    private PolarisToken ToToken(StaffSignIn answer)
    {
        if (string.IsNullOrEmpty(answer.AccessToken) || string.IsNullOrEmpty(answer.AccessSecret))
        {
            throw new InvalidResponseException(
                "The sign-in was answered with success but without a token. Check that the base address is that of ApplicationServices.",
                new ApiFailure { StatusCode = global::System.Net.HttpStatusCode.OK, Route = "POST /authentication/staffuser" });
        }

        return PolarisToken.Pas(
            string.IsNullOrEmpty(answer.SiteDomain) ? _options.SiteDomain : answer.SiteDomain!,
            answer.AccessToken!,
            answer.AccessSecret!,
            answer.PolarisUser?.PolarisUserId,
            RenewAt(answer.ExpiresAt));
    }

    /// <summary>Null when the end is unknown or already past (a wrong clock): then only a 401 tells.</summary>
    private DateTimeOffset? RenewAt(DateTimeOffset? expiresAt)
    {
        var now = _time.GetUtcNow();
        if (expiresAt is not { } end || end <= now)
        {
            return null;
        }

        var half = TimeSpan.FromTicks((end - now).Ticks / 2);
        return end - (half < RenewalMargin ? half : RenewalMargin);
    }
}
