using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>Kong with FOLIO's plugin, the sidecars and mod-login-keycloak.</summary>
internal sealed class FolioEurekaGateway : FolioGateway
{
    public override string SameSite => "None";

    public override bool ReturnsTokenHeader => false;

    public override string CookiePath(Uri gateway) => "";

    public override FakeResponse? TokenConflict(FolioTokenForms tokens)
    {
        if (tokens.HasForeignAuthorization)
        {
            return Kong("Invalid authorization header, value must start with Bearer");
        }

        if (tokens is { OkapiToken: { } okapi, BearerToken: { } bearer } && okapi != bearer)
        {
            return Kong("X-Okapi-Token is not equal to Authorization token");
        }

        string? header = tokens.OkapiToken ?? tokens.BearerToken;
        return header is not null && tokens.AccessCookie is not null && header != tokens.AccessCookie
            ? Kong($"{tokens.Form} token is not equal to folioAccessToken token in cookies")
            : null;
    }

    public override FakeResponse? BodyOnGet() =>
        FolioAnswers.Coded(400, "BadRequestException", "validation_error", "GET requests should not have a body");

    public override FakeResponse NoTenant() =>
        FolioAnswers.Coded(400, "BadRequestException", "validation_error", "X-Okapi-Tenant header is required");

    public override FakeResponse UnknownTenant(string tenant) => FolioAnswers.Coded(
        400, "TenantNotEnabledException", "tenant_not_enabled", "Application is not enabled for tenant: " + tenant);

    public override FakeResponse NoRoute(FolioCall request) => Kong("no Route matched with those values");

    public override FakeResponse TokenMissing(string permission) => TokenInvalid();

    public override FakeResponse TokenInvalid() =>
        FolioAnswers.Coded(401, "UnauthorizedException", "authorization_error", "Unauthorized");

    public override FakeResponse UserInactive(FakeFolioUser user) => TokenInvalid();

    public override FakeResponse WrongTenant() => TokenInvalid();

    public override FakeResponse PermissionMissing(FakeFolioUser user, string permission) =>
        FolioAnswers.Coded(403, "ForbiddenException", "authorization_error", "Access Denied");

    public override FakeResponse SignInRefused() =>
        FolioAnswers.Coded(401, "UnauthorizedException", "unauthorized_error", "Unauthorized error");

    public override FakeResponse RefreshCookieUnreadable() =>
        FolioAnswers.Coded(400, "RequestValidationException", "validation_error", "Missing or doubled cookie: folioRefreshToken");

    public override FakeResponse LogoutRefused() => FolioAnswers.Coded(
        422,
        "UnprocessableEntityException",
        "token.logout.unprocessable",
        "Authorization server unable to process token logout request");

    public override FakeResponse Unavailable() => FolioAnswers.Coded(
        503, "ServiceUnavailableException", "service_unavailable_error", "Service Unavailable. Retry later");

    private static FakeResponse Kong(string message) => FolioAnswers.Json(404, new JsonObject { ["message"] = message });
}
