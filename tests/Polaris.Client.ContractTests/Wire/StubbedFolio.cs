using System.Text.Json.Nodes;

namespace Polaris.Client.ContractTests.Wire;

/// <summary>What every request to FOLIO must carry: one that differs in any of it matches no stub.</summary>
public static class StubbedFolio
{
    public const string Tenant = "diku";
    public const string UserName = "diku_admin";
    public const string Password = "correct horse battery staple";

    public const string SignInPath = "/authn/login-with-expiry";
    public const string RefreshPath = "/authn/refresh";

    /// <summary>The access token of the first sign-in.</summary>
    public const string AccessToken = "folio-access-token-1";

    /// <summary>The access token after a refresh or a second sign-in.</summary>
    public const string RenewedAccessToken = "folio-access-token-2";

    /// <summary>The body of a sign-in.</summary>
    public const string Credentials = $$"""{ "username": "{{UserName}}", "password": "{{Password}}" }""";

    public const string RefreshToken = "folio-refresh-token-1";

    /// <summary>The only Accept header that suits every endpoint: PUT and DELETE declare only text.</summary>
    public const string Accept = "application/json, text/plain";

    /// <summary>The headers of every request after the sign-in.</summary>
    public static IReadOnlyDictionary<string, string> Headers { get; } = new Dictionary<string, string>
    {
        ["X-Okapi-Tenant"] = Tenant,
        ["X-Okapi-Token"] = AccessToken,
        ["Accept"] = Accept,
    };

    /// <summary>The answer to a sign-in or a refresh: the first or the second pair of tokens, in cookies.</summary>
    public static Answer Tokens(int number) => Answer
        .Json(201, """{ "accessTokenExpiration": "2099-10-13T10:10:00Z", "refreshTokenExpiration": "2099-10-20T10:00:00Z" }""")
        .With("Set-Cookie", $"folioAccessToken=folio-access-token-{number}; Max-Age=2147483647; "
            + "Expires=Tue, 13 Oct 2099 10:10:00 GMT; Path=/; Secure; HTTPOnly; SameSite=Lax")
        .With("Set-Cookie", $"folioRefreshToken=folio-refresh-token-{number}; Max-Age=2147483647; "
            + "Expires=Tue, 20 Oct 2099 10:00:00 GMT; Path=/authn; Secure; HTTPOnly; SameSite=Lax");

    /// <summary>A request, written as verb and path.</summary>
    public static Stub Expect(string request, JsonNode? body) => Stub.Of(request, "/", Headers, body);
}
