using Refit;

namespace Polaris.Client;

/// <summary>The staff sign-in, the one call that needs no token.</summary>
/// <remarks>Vendor page: authentication/post_staffuser. Its path is shorter: it has no site, organization and workstation.</remarks>
[Headers("Accept: application/json")]
public interface IAuthenticationApi
{
    /// <summary>Signs a staff user in.</summary>
    /// <param name="authorization">HTTP Basic of <c>DOMAIN\user:password</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Post("/authentication/staffuser")]
    Task<StaffSignIn> SignInAsync([Header("Authorization")] string authorization, CancellationToken cancellationToken = default);
}
