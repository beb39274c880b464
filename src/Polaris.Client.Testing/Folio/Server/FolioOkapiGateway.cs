namespace Polaris.Client.Testing;

/// <summary>Okapi with mod-authtoken and mod-login.</summary>
internal sealed class FolioOkapiGateway : FolioGateway
{
    public override string SameSite => "Lax";

    public override bool ReturnsTokenHeader => true;

    public override string CookiePath(Uri gateway) => gateway.AbsolutePath.TrimEnd('/');

    public override FakeResponse? TokenConflict(FolioTokenForms tokens)
    {
        string?[] given = [tokens.OkapiToken, tokens.BearerToken, tokens.AccessCookie];
        return given.Where(token => token is not null).Distinct().Count() > 1
            ? FolioAnswers.Text(400, "Different tokens in Authentication and X-Okapi-Token. Use only one of them")
            : null;
    }

    public override FakeResponse? BodyOnGet() => null;

    // Okapi reads the tenant from the token, and uses its own tenant without one.
    public override string? TenantOf(FolioCall call, FolioTokens tokens) =>
        (call.Tokens.Token is { } token ? tokens.UserOf(token)?.Tenant : null) ?? SuperTenant;

    public override FakeResponse NoTenant() => FolioAnswers.Text(400, "Unable to process request Tenant must be set");

    public override FakeResponse UnknownTenant(string tenant) => FolioAnswers.Text(400, "No such Tenant " + tenant);

    public override FakeResponse NoRoute(FolioCall request) =>
        FolioAnswers.Text(404, $"No suitable module found for path /{request.Path} for tenant {request.Tenant ?? SuperTenant}");

    public override FakeResponse TokenMissing(string permission) =>
        FolioAnswers.Text(400, "Token missing, access requires permission: " + permission);

    public override FakeResponse TokenInvalid() => FolioAnswers.Text(401, "Invalid token");

    public override FakeResponse UserInactive(FakeFolioUser user) =>
        FolioAnswers.Text(401, $"Invalid token: user with id {user.Id} is not active");

    public override FakeResponse WrongTenant() => FolioAnswers.Text(403, "Invalid token");

    public override FakeResponse PermissionMissing(FakeFolioUser user, string permission) =>
        FolioAnswers.Text(403, $"Access for user '{user.Username}' ({user.Id}) requires permission: {permission}");

    public override FakeResponse SignInRefused() => FolioAnswers.Coded(
        422,
        "error",
        "wrong.username.or.wrong.password.or.account.blocked",
        "Wrong username or wrong password or account blocked");

    public override FakeResponse RefreshCookieUnreadable() =>
        FolioAnswers.Coded(400, "error", "token.parse.failure", "Unable to parse the refresh token cookie");

    public override FakeResponse LogoutRefused() => FolioAnswers.Coded(
        422, "error", "token.logout.unprocessable", "Authorization server unable to process token logout request");

    public override FakeResponse Unavailable() => FolioAnswers.Text(503, "Service Unavailable");
}
