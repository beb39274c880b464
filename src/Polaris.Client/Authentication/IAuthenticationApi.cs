using System.Text.Json.Serialization;
using Refit;

namespace Polaris.Client;

/// <summary>The staff sign-in, the only call that does not need a token.</summary>
/// <remarks>Vendor page: authentication/post_staffuser. Its path has no site, organization or workstation.</remarks>
[Headers("Accept: application/json")]
public interface IAuthenticationApi
{
    /// <summary>Signs a staff user in.</summary>
    /// <param name="authorization">The HTTP Basic credentials, <c>DOMAIN\user:password</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Post("/authentication/staffuser")]
    Task<StaffSignIn> SignInAsync([Header("Authorization")] string authorization, CancellationToken cancellationToken = default);
}

[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(StaffSignIn))]
[JsonSerializable(typeof(StaffUser))]
[JsonSerializable(typeof(DateTimeOffset?))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(int?))]
[JsonSerializable(typeof(bool?))]
[JsonSerializable(typeof(string))]
internal sealed partial class AuthenticationJson : JsonSerializerContext;
