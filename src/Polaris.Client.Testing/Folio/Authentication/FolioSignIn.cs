using System.Globalization;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The endpoints below <c>/authn</c>, and the check of the token of every other request.</summary>
internal sealed class FolioSignIn(FakeFolio fake)
{
    public FakeResponse Answer(FolioCall request, FakeFolioTenant tenant) => (request.Method, request.Path) switch
    {
        ("POST", "authn/login-with-expiry") when fake.Options.HasLoginWithExpiry => LogIn(request, tenant, legacy: false),
        ("POST", "authn/login") when fake.Options.HasLegacyLogin => LogIn(request, tenant, legacy: true),
        ("POST", "authn/login-with-expiry" or "authn/login") => FolioAnswers.NotFound,
        ("POST", "authn/refresh") => Refresh(request, tenant),
        ("POST", "authn/logout") => LogOut(request, tenant),
        ("POST", "authn/logout-all") => LogOutAll(request, tenant),
        _ => fake.Gateway.NoRoute(request),
    };

    /// <summary>The user of the request, or null and the error response.</summary>
    public FakeFolioUser? Authorize(FolioCall request, FakeFolioTenant tenant, string? permission, out FakeResponse? refusal)
    {
        FakeFolioUser? user = request.Tokens.Token is { } token ? fake.Tokens.UserOf(token) : null;
        refusal = user switch
        {
            null when request.Tokens.Token is null => fake.Gateway.TokenMissing(permission ?? ""),
            null => fake.Gateway.TokenInvalid(),
            { IsActive: false } => fake.Gateway.UserInactive(user),
            _ when user.Tenant != tenant.Id && !fake.Options.AllowCrossTenantRequests => fake.Gateway.WrongTenant(),
            _ when permission is not null && !user.Has(permission) => fake.Gateway.PermissionMissing(user, permission),
            _ => null,
        };
        return refusal is null ? user : null;
    }

    private FakeResponse LogIn(FolioCall request, FakeFolioTenant tenant, bool legacy)
    {
        FakeResponse? refusal = fake.Options.Platform == FolioPlatform.Okapi ? FolioMediaTypes.Check(request) : null;
        FolioSignInBody? credentials = refusal is null ? FolioSignInBody.Read(request.Text, out refusal) : null;
        if (credentials is null)
        {
            return refusal!;
        }

        FakeFolioUser? user = tenant.Users.FirstOrDefault(credentials.IsOf);
        if (user is null || user.IsBlocked || !user.IsActive || user.Password != credentials.Password)
        {
            return Refuse(user, credentials);
        }

        user.FailedLogins = 0;
        user.LastRefusedPassword = null;
        fake.SignIns++;
        return legacy ? LegacyAnswer(user) : Pair(user);
    }

    private FakeResponse Refuse(FakeFolioUser? user, FolioSignInBody credentials)
    {
        fake.RefusedSignIns++;
        if (user is not null)
        {
            if (user.LastRefusedPassword == credentials.Password)
            {
                fake.Report("POST", "/authn/login-with-expiry", $"A refused sign-in of {user.Username} was repeated with the same password; that blocks accounts.");
            }

            user.LastRefusedPassword = credentials.Password;
            user.IsBlocked |= ++user.FailedLogins >= fake.Options.FailedLoginsBeforeBlock;
        }

        return fake.Gateway.SignInRefused();
    }

    private FakeResponse Pair(FakeFolioUser user)
    {
        FolioAccessToken access = fake.Tokens.NewAccessToken(user, fake.Options.AccessTokenLifetime);
        FolioRefreshToken refresh = fake.Tokens.NewRefreshToken(user);
        FakeResponse reply = FolioAnswers.Json(201, new JsonObject
        {
            ["accessTokenExpiration"] = Iso(access.ExpiresAt),
            ["refreshTokenExpiration"] = Iso(refresh.ExpiresAt),
        });
        return FolioCookies.Set(reply, access, refresh, fake);
    }

    private FakeResponse LegacyAnswer(FakeFolioUser user)
    {
        string token = fake.Tokens.NewAccessToken(user, lifetime: null).Value;
        FakeResponse reply = FolioAnswers.Json(201, new JsonObject { ["okapiToken"] = token });
        return fake.Gateway.ReturnsTokenHeader ? reply.With("x-okapi-token", token) : reply;
    }

    private FakeResponse Refresh(FolioCall request, FakeFolioTenant tenant)
    {
        if (request.Tokens.RefreshCookies.Count != 1)
        {
            return fake.Gateway.RefreshCookieUnreadable();
        }

        FolioRefreshToken? token = fake.Tokens.FindRefreshToken(request.Tokens.RefreshCookies[0]);
        if (token is not { IsUsed: false, User.IsActive: true }
            || token.User.Tenant != tenant.Id
            || fake.Tokens.IsExpired(token))
        {
            return RefuseRefresh(token);
        }

        token.IsUsed = true;
        fake.Renewals++;
        return Pair(token.User);
    }

    private FakeResponse RefuseRefresh(FolioRefreshToken? token)
    {
        if (token is { IsUsed: true })
        {
            fake.Report("POST", "/authn/refresh", $"A refresh token of {token.User.Username} was used twice; all the user's refresh tokens are revoked.");
            fake.Tokens.RevokeRefreshTokens(user => user == token.User);
        }

        return FolioAnswers.Coded(
            422, "error", "token.refresh.unprocessable", "Authorization server unable to process token refresh request");
    }

    private FakeResponse LogOut(FolioCall request, FakeFolioTenant tenant)
    {
        if (request.Tokens.Token is { } access && fake.Tokens.IsExpired(access))
        {
            return fake.Gateway.LogoutRefused();
        }

        if (!request.Tokens.HasCookies)
        {
            return LogOutAll(request, tenant);
        }

        FolioRefreshToken? token = request.Tokens.RefreshCookies.Count == 1
            ? fake.Tokens.FindRefreshToken(request.Tokens.RefreshCookies[0])
            : null;
        if (token is null || token.User.Tenant != tenant.Id)
        {
            return fake.Gateway.LogoutRefused();
        }

        fake.Tokens.Revoke(token);
        return FolioCookies.Clear(FakeResponse.Empty(204), fake);
    }

    private FakeResponse LogOutAll(FolioCall request, FakeFolioTenant tenant)
    {
        FakeFolioUser? user = request.Tokens.Token is { } token ? fake.Tokens.UserOf(token) : null;
        if (user is null || user.Tenant != tenant.Id)
        {
            return request.Tokens.Token is null ? fake.Gateway.TokenMissing("authn.logout") : fake.Gateway.TokenInvalid();
        }

        fake.Tokens.RevokeRefreshTokens(other => other == user);
        return FolioCookies.Clear(FakeResponse.Empty(204), fake);
    }

    private static string Iso(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
