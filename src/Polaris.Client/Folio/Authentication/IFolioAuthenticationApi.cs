using Refit;

namespace Polaris.Client.Folio;

/// <summary>The sign-in endpoints, one method each. The answers are given whole, because the tokens are in their headers.</summary>
/// <remarks>Module mod-login (Okapi) or mod-login-keycloak (Eureka). Every call carries the tenant.</remarks>
public interface IFolioAuthenticationApi
{
    /// <summary>Signs a user in; both tokens come as cookies, their ends in the body.</summary>
    /// <param name="user">Who signs in.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Post("/authn/login-with-expiry")]
    Task<HttpResponseMessage> SignInAsync([Body] FolioSignIn user, CancellationToken cancellationToken = default);

    /// <summary>Signs a user in to a release before Poppy; the one token comes in the header <c>x-okapi-token</c>.</summary>
    /// <param name="user">Who signs in.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Post("/authn/login")]
    Task<HttpResponseMessage> LegacySignInAsync([Body] FolioSignIn user, CancellationToken cancellationToken = default);

    /// <summary>Changes a refresh token for a new pair. A refresh token works once: a second use ends all logins of the user.</summary>
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
