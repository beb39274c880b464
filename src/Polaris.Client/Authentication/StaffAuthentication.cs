using System.Net;
using System.Text;
using Polaris.Client.Http;

namespace Polaris.Client;

/// <summary>Signs a staff user in.</summary>
internal sealed class StaffAuthentication(IAuthenticationApi api, PolarisCredentials user, string siteDomain, TimeProvider time, SignInTelemetry telemetry)
{
    public const string Route = "POST /authentication/staffuser";

    public Task<PolarisToken> SignInAsync() => telemetry.ObserveAsync(
        async () => ToToken(await api.SignInAsync(BasicHeader()).ConfigureAwait(false)));

    private string BasicHeader()
    {
        var text = $"{user.Domain}\\{user.UserName}:{user.Password}";
        return "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
    }

    private PolarisToken ToToken(StaffSignIn signIn)
    {
        if (string.IsNullOrEmpty(signIn.AccessToken) || string.IsNullOrEmpty(signIn.AccessSecret))
        {
            throw Unusable("without a token. Check that the base address is that of ApplicationServices.");
        }

        var now = time.GetUtcNow();
        var site = string.IsNullOrEmpty(signIn.SiteDomain) ? siteDomain : signIn.SiteDomain!;
        if (!CredentialText.FitsHeader(site + signIn.AccessToken + signIn.AccessSecret))
        {
            throw Unusable("but its token or site domain contains a character that an HTTP header cannot carry. Ask the administrator of the server.");
        }

        var userId = signIn.PolarisUser?.PolarisUserId;
        return PolarisToken.Pas(
            site, signIn.AccessToken!, signIn.AccessSecret!, userId > 0 ? userId : null, TokenRenewal.At(now, signIn.ExpiresAt - now));
    }

    private static InvalidResponseException Unusable(string how) => new(
        $"The sign-in succeeded, {how}", new ApiFailure { StatusCode = HttpStatusCode.OK, Route = Route });
}
