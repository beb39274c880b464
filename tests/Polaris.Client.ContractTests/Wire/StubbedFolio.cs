namespace Polaris.Client.ContractTests.Wire;

/// <summary>Whom the FOLIO stubs expect: a request that differs in one of these matches none of them.</summary>
public static class StubbedFolio
{
    public const string Tenant = "diku";
    public const string UserName = "diku_admin";
    public const string Password = "correct horse battery staple";

    public const string SignInPath = "/authn/login-with-expiry";
    public const string RefreshPath = "/authn/refresh";

    /// <summary>The access token of the mapping <c>SignIn/folio</c>.</summary>
    public const string AccessToken = "folio-access-token-1";

    /// <summary>The access token after a refresh or a second sign-in.</summary>
    public const string RenewedAccessToken = "folio-access-token-2";

    public const string RefreshToken = "folio-refresh-token-1";

    /// <summary>The only Accept header that suits every endpoint: PUT and DELETE declare only text.</summary>
    public const string Accept = "application/json, text/plain";
}
