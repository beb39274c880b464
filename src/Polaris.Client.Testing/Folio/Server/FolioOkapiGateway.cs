namespace Polaris.Client.Testing.Folio.Server;

/// <summary>Okapi with mod-authtoken and mod-login.</summary>
internal sealed class FolioOkapiGateway : FolioGateway
{
    public override string SameSite => "Lax";

    public override bool ReturnsTokenHeader => true;

    public override string CookiePath(Uri gateway) => gateway.AbsolutePath.TrimEnd('/');

    public override FolioReply? TokenConflict(FolioTokenForms tokens)
    {
        string?[] given = [tokens.OkapiToken, tokens.BearerToken, tokens.AccessCookie];
        return given.Where(token => token is not null).Distinct().Count() > 1
            ? FolioReply.Text(400, "Different tokens in Authentication and X-Okapi-Token. Use only one of them")
            : null;
    }

    public override FolioReply? BodyOnGet() => null;

    public override FolioReply NoTenant() => FolioReply.Text(400, "Unable to process request Tenant must be set");

    public override FolioReply UnknownTenant(string tenant) => FolioReply.Text(400, "No such Tenant " + tenant);

    public override FolioReply NoRoute(FolioRequest request) =>
        FolioReply.Text(404, $"No suitable module found for path {request.Path} for tenant {request.Tenant}");

    public override FolioReply TokenMissing(string permission) =>
        FolioReply.Text(400, "Token missing, access requires permission: " + permission);

    public override FolioReply TokenInvalid() => FolioReply.Text(401, "Invalid token");

    public override FolioReply UserInactive(FakeFolioUser user) =>
        FolioReply.Text(401, $"Invalid token: user with id {user.Id} is not active");

    public override FolioReply WrongTenant() => FolioReply.Text(403, "Invalid token");

    public override FolioReply PermissionMissing(FakeFolioUser user, string permission) =>
        FolioReply.Text(403, $"Access for user '{user.Username}' ({user.Id}) requires permission: {permission}");

    public override FolioReply SignInRefused() => FolioErrors.Coded(
        422,
        "error",
        "wrong.username.or.wrong.password.or.account.blocked",
        "Wrong username or wrong password or account blocked");

    public override FolioReply RefreshCookieUnreadable() =>
        FolioErrors.Coded(400, "error", "token.parse.failure", "Unable to parse the refresh token cookie");

    public override FolioReply LogoutRefused() => FolioErrors.Coded(
        422, "error", "token.logout.unprocessable", "Authorization server unable to process token logout request");

    public override FolioReply Unavailable() => FolioReply.Text(503, "Service Unavailable");
}
