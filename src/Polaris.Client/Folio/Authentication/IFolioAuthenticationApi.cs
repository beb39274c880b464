using Refit;

namespace Polaris.Client.Folio;

/// <summary>The sign-in endpoints, one method each. They return whole responses, because the tokens are in the headers.</summary>
/// <remarks>Module mod-login (Okapi) or mod-login-keycloak (Eureka). Every call includes the tenant.</remarks>
public interface IFolioAuthenticationApi
{
    /// <summary>Signs a user in; both tokens are returned as cookies, their expiration times in the body.</summary>
    /// <param name="user">The credentials of the user.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Post("/authn/login-with-expiry")]
    Task<HttpResponseMessage> SignInAsync([Body] FolioSignIn user, CancellationToken cancellationToken = default);

    /// <summary>Signs a user in to a release before Poppy; the only token is returned in the header <c>x-okapi-token</c>.</summary>
    /// <param name="user">The credentials of the user.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Post("/authn/login")]
    Task<HttpResponseMessage> LegacySignInAsync([Body] FolioSignIn user, CancellationToken cancellationToken = default);

    /// <summary>Exchanges a refresh token for a new pair. A refresh token works once: a second use ends all logins of the user.</summary>
    /// <param name="cookie">The refresh token as a cookie.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Post("/authn/refresh")]
    Task<HttpResponseMessage> RefreshAsync([Header("Cookie")] string cookie, CancellationToken cancellationToken = default);

    /// <summary>Ends one login. Without the cookies it would end every login of the user.</summary>
    /// <param name="cookie">Both tokens as cookies.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Post("/authn/logout")]
    Task SignOutAsync([Header("Cookie")] string cookie, CancellationToken cancellationToken = default);
}
