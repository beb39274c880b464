using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Polaris.Client;
using Refit;

namespace SiteCheck;

/// <summary>An endpoint of Okapi that the library does not have.</summary>
internal interface IOkapiApi
{
    [Get("/_/proxy/tenants/{tenant}/modules")]
    Task<JsonElement> ListModulesAsync(string tenant, CancellationToken cancellationToken = default);
}

/// <summary>The checks of a FOLIO gateway; all of them only read.</summary>
/// <param name="check">Runs the checks.</param>
/// <param name="folio">The client, whose exchanges are recorded.</param>
/// <param name="options">The options of the client.</param>
/// <param name="redactor">Removes what is secret or personal.</param>
internal sealed partial class FolioChecks(SystemCheck check, FolioClient folio, FolioClientOptions options, Redactor redactor)
{
    private const string Probed = "holdings-sources?limit=0";
    private const string StorageModule = "mod-inventory-storage-";

    private bool _isOkapi;

    /// <summary>The path below the gateway: <c>holdings-sources?limit=0</c>.</summary>
    public static string ResourceOf(FolioClientOptions options, Uri address)
    {
        var prefix = options.BaseAddress!.AbsolutePath.TrimEnd('/') + "/";
        var path = Uri.UnescapeDataString(address.PathAndQuery);
        return path.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..] : path.TrimStart('/');
    }

    public async Task RunAsync(CheckArguments arguments, CancellationToken cancellationToken)
    {
        using var probe = new Probe(check.Recorder);
        await check.RunAsync("gateway", () => GatewayAsync(probe, cancellationToken));
        await check.RunAsync("sign-in", () => SignInAsync(cancellationToken));
        await check.RunAsync("inventory storage", () => ReleaseAsync(cancellationToken));
        await ListsAsync(cancellationToken);
        await check.RunAsync("page size", () => PageSizeAsync(cancellationToken));
        await check.RunAsync("order of ties", () => TiesAsync(cancellationToken));
        await check.RunAsync("walk by ID", () => WalkAsync(cancellationToken));
        await check.RunAsync("not found", () => NotFoundAsync(cancellationToken));
        await check.RunAsync("rejected token", () => RejectedTokenAsync(probe, cancellationToken));
        await TenantAsync(arguments.OtherTenant, cancellationToken);
        await check.LatencyAsync(options.Timeout);
    }

    private Uri At(string resource) => new(options.BaseAddress!.AbsoluteUri.TrimEnd('/') + "/" + resource);

    /// <summary>The gateways respond differently to a request without a token; no password is sent before that.</summary>
    private async Task<Finding> GatewayAsync(Probe probe, CancellationToken cancellationToken)
    {
        var answer = await probe.GetAsync(At(Probed), options.Timeout / 4, cancellationToken, ("X-Okapi-Tenant", options.Tenant));
        if (answer.IsRedirect || answer is { IsSuccess: true, IsHtml: true })
        {
            check.Stop("The address does not lead to a gateway of FOLIO, so the password was not sent.");
            return Finding.Failed(
                $"HTTP {(int)answer.Status}{(answer.IsRedirect ? ", a redirect" : " with an HTML page")}: not a gateway of FOLIO.",
                new Setting("BaseAddress", null, "use the address of Okapi or Kong, not that of the web pages."));
        }

        _isOkapi = answer.Status == HttpStatusCode.BadRequest && answer.Body.TrimStart().StartsWith("Token missing", StringComparison.Ordinal);
        var isEureka = answer is { Status: HttpStatusCode.Unauthorized, IsJson: true };
        check.Fake["platform"] = isEureka ? "Eureka" : "Okapi";
        return _isOkapi ? Finding.Ok("Okapi: a request without a token is HTTP 400 with text.")
            : isEureka ? Finding.Ok("Eureka: a request without a token is HTTP 401 with JSON.")
            : Finding.Differs(
                $"Neither Okapi nor Eureka: a request without a token is HTTP {(int)answer.Status}{(answer.IsHtml ? " with an HTML page" : "")}.",
                Setting.Advice("Check BaseAddress and Tenant if the sign-in fails too; otherwise a proxy changes error responses, and their reasons are lost."));
    }

    private async Task<Finding> SignInAsync(CancellationToken cancellationToken)
    {
        try
        {
            await folio.HoldingsSources.CountAsync(cancellationToken: cancellationToken);
        }
        catch (PermissionDeniedException)
        {
            // The sign-in succeeded; the permission is reported with the lists.
        }
        catch (RequestFailedException) when (SignInExchange is { Status: HttpStatusCode.NotFound } && !options.AllowLegacySignIn)
        {
            check.Stop("The gateway does not have the current sign-in.");
            return Finding.Failed("The gateway does not have /authn/login-with-expiry (HTTP 404).", new Setting("AllowLegacySignIn", "true", "releases before Poppy (2023) only have /authn/login."));
        }

        if (SignInExchange is not { } signIn)
        {
            return Finding.Ok("Not needed: the credentials are a token provider.");
        }

        foreach (var cookie in signIn.Headers["Set-Cookie"])
        {
            redactor.AddSecret(cookie.Split('=', ';').ElementAtOrDefault(1)?.Trim('"'));
        }

        return DescribeSignIn(signIn);
    }

    private Exchange? SignInExchange => check.Recorder.Last(exchange => exchange.Resource.StartsWith("authn/login", StringComparison.Ordinal));

    private Finding DescribeSignIn(Exchange signIn)
    {
        if (signIn.Resource.StartsWith("authn/login-with-expiry", StringComparison.Ordinal) is false)
        {
            check.Fake["hasLoginWithExpiry"] = false;
            return Finding.Differs("The legacy sign-in is used; its token does not expire.", Setting.Advice("Remove AllowLegacySignIn when the release is Poppy (2023) or later."));
        }

        var now = signIn.ServerTime ?? signIn.At;
        var access = Lifetime(signIn, "accessTokenExpiration", now, "accessTokenLifetimeSeconds");
        var refresh = Lifetime(signIn, "refreshTokenExpiration", now, "refreshTokenLifetimeSeconds");
        var cookies = signIn.TokenCookies.Select(cookie => cookie.Split(';')).ToList();
        var isSecure = cookies.TrueForAll(parts => parts.Any(part => part.Trim().Equals("Secure", StringComparison.OrdinalIgnoreCase)));
        check.Fake["secureCookies"] = isSecure;
        var text = $"Access token valid for {Text(access)}, refresh token for {Text(refresh)}; cookies {(isSecure ? "are" : "are not")} marked Secure.";
        return access is null ? Finding.Differs($"The lifetime of the access token is missing. {text}", Setting.Advice("Nothing to set: the client renews the token after a 401."))
            : access < TimeSpan.FromMinutes(2) ? Finding.Differs(text, Setting.Advice("Nothing to set, but many renewals; ask the administrator for the default of 10 minutes."))
            : Finding.Ok(text);
    }

    private TimeSpan? Lifetime(Exchange signIn, string member, DateTimeOffset now, string fake)
    {
        if (!DateTimeOffset.TryParse(Json.Text(signIn.Json, member), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until))
        {
            return null;
        }

        check.Fake[fake] = Math.Max(1, Math.Round((until - now).TotalSeconds));
        return until - now;
    }

    private static string Text(TimeSpan? lifetime) => lifetime is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"{(known.TotalDays >= 2 ? known.TotalDays : known.TotalMinutes):0} {(known.TotalDays >= 2 ? "days" : "min")}")
        : "an unknown time";

    private async Task<Finding> ReleaseAsync(CancellationToken cancellationToken)
    {
        if (!_isOkapi)
        {
            return Finding.Differs("Only Okapi lists the modules of a tenant.", Setting.Advice("Nothing to set; both known releases of the module are understood."));
        }

        var modules = JsonNode.Parse((await folio.CreateApi<IOkapiApi>().ListModulesAsync(options.Tenant, cancellationToken)).GetRawText());
        var id = Json.Rows(modules).Select(row => Json.Text(row, "id")).FirstOrDefault(id => id?.StartsWith(StorageModule, StringComparison.Ordinal) == true);
        var version = id?[StorageModule.Length..].Split('-')[0] is { } found && found.All(c => char.IsAsciiDigit(c) || c == '.') ? found : null;
        var major = version?.Split('.')[0];
        check.Fake["release"] = major is "29" ? "V29" : major is "30" ? "V30" : null;
        return major switch
        {
            null => Finding.Failed("The tenant does not have mod-inventory-storage.", Setting.Advice("Check Tenant.")),
            "29" or "30" => Finding.Ok($"mod-inventory-storage {version}."),
            _ => Finding.Differs($"mod-inventory-storage {version}; this library was written for 29 and 30.", Setting.Advice("Nothing to set; test how a name that is taken is reported.")),
        };
    }

    private async Task<Finding> NotFoundAsync(CancellationToken cancellationToken)
    {
        try
        {
            await folio.HoldingsSources.GetAsync(new Guid(Probe.UnusedGuid), cancellationToken);
            return Finding.Failed("A record that does not exist was found.");
        }
        catch (NotFoundException missing)
        {
            return missing.Failure.MediaType?.EndsWith("html", StringComparison.OrdinalIgnoreCase) == true
                ? Finding.Differs("The 404 of a missing record is an HTML page: a proxy replaces error pages.", Setting.Advice("Ask the administrator of the proxy to pass error responses through; a wrong address looks like a missing record."))
                : Finding.Ok("A missing record is FOLIO's own 404.");
        }
    }

    private async Task<Finding> RejectedTokenAsync(Probe probe, CancellationToken cancellationToken)
    {
        var answer = await probe.GetAsync(At(Probed), options.Timeout / 4, cancellationToken, ("X-Okapi-Tenant", options.Tenant), ("X-Okapi-Token", Probe.RejectedToken));
        return answer.Status == HttpStatusCode.Unauthorized
            ? Finding.Ok("A rejected token is HTTP 401.")
            : Finding.Differs(
                $"A rejected token is HTTP {(int)answer.Status}{(answer.IsHtml ? " with an HTML page" : "")}, not 401.",
                Setting.Advice("Ask the administrator of the proxy to pass the 401 through; otherwise an expired token is not renewed."));
    }

    private async Task TenantAsync(string? tenant, CancellationToken cancellationToken)
    {
        if (tenant is null)
        {
            check.Skip("other tenant", "--other-tenant was not given.");
            return;
        }

        await check.RunAsync("other tenant", async () =>
        {
            try
            {
                await folio.With(tenant).HoldingsSources.CountAsync(cancellationToken: cancellationToken);
                check.Fake["allowCrossTenantRequests"] = !options.SignInPerTenant;
                return Finding.Ok(options.SignInPerTenant ? "Each tenant has its own sign-in, and both are accepted." : "One login serves both tenants.");
            }
            catch (RequestFailedException refused) when (!options.SignInPerTenant && refused is PermissionDeniedException or AuthenticationFailedException)
            {
                return Finding.Differs($"The token of the first tenant is refused there (HTTP {(int)refused.StatusCode}).", new Setting("SignInPerTenant", "true", "the user must then exist in both tenants."));
            }
        });
    }
}
