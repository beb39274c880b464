using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Polaris.Client;
using Polaris.Client.ObjectLocks;

namespace SiteCheck;

/// <summary>The checks of a Polaris server that only read.</summary>
/// <param name="check">Runs the checks.</param>
/// <param name="polaris">The client, whose exchanges are recorded.</param>
/// <param name="options">The options of the client.</param>
/// <param name="redactor">Removes what is secret or personal.</param>
internal sealed partial class PolarisChecks(SystemCheck check, PolarisClient polaris, PolarisClientOptions options, Redactor redactor)
{
    private static readonly string[] KnownReleases = ["7.6", "7.8"];
    private static readonly TimeSpan SmallSkew = TimeSpan.FromSeconds(30);

    private readonly Shapes _shapes = new(redactor);

    private Uri Root => options.BaseAddress!.AbsolutePath == "/"
        ? new Uri(options.BaseAddress, "Polaris.ApplicationServices/")
        : new Uri(options.BaseAddress.AbsoluteUri.TrimEnd('/') + "/");

    /// <summary>The path after what all addresses share: <c>objectlocks/2/5</c>.</summary>
    public static string ResourceOf(Uri address)
    {
        var parts = address.PathAndQuery.Split('/');
        var api = Array.FindIndex(parts, part => part.Equals("api", StringComparison.OrdinalIgnoreCase));
        return api < 0 || api == parts.Length - 1 ? parts[^1]
            : parts.ElementAtOrDefault(api + 4) == "authentication" ? string.Join('/', parts.Skip(api + 4))
            : string.Join('/', parts.Skip(api + 7));
    }

    public async Task RunAsync(CheckArguments arguments, CancellationToken cancellationToken)
    {
        using var probe = new Probe(check.Recorder);
        await check.RunAsync("status", () => StatusAsync(probe, cancellationToken));
        await check.RunAsync("sign-in", () => SignInAsync(cancellationToken));
        await check.RunAsync("clock", () => Task.FromResult(Clock()));
        await check.RunAsync("own locks", () => OwnLocksAsync(cancellationToken));
        await check.RunAsync("all locks", () => AllLocksAsync(cancellationToken));
        await ListsAsync(cancellationToken);
        await RecordsAsync(arguments, cancellationToken);
        await check.RunAsync("not found", () => NotFoundAsync(cancellationToken));
        await check.RunAsync("rejected token", () => RejectedTokenAsync(probe, cancellationToken));
        await check.RunAsync("compression", () => Task.FromResult(Compression()));
    }

    /// <summary>The checks that evaluate what all others received; run them last.</summary>
    public async Task ConcludeAsync(ZonedDate? measured)
    {
        await check.RunAsync("time zone", () => Task.FromResult(Zone(measured)));
        await check.RunAsync("lock dates", () => Task.FromResult(LockDates()));
        await check.RunAsync("responses", () => Task.FromResult(Responses()));
        await check.LatencyAsync(options.Timeout);
    }

    private async Task<Finding> StatusAsync(Probe probe, CancellationToken cancellationToken)
    {
        var status = await probe.GetAsync(new Uri(Root, "api"), options.Timeout / 4, cancellationToken);
        if (status.IsRedirect)
        {
            check.Stop("The address redirects, so nothing else was sent there.");
            return Redirected(status);
        }

        if (status is { IsSuccess: true, IsHtml: true })
        {
            check.Stop("A web page responds at this address, so the password was not sent.");
            return Finding.Failed(
                "The status of the service is an HTML page: a sign-in page of the network, or the wrong address.",
                new Setting("BaseAddress", null, "use the address of ApplicationServices, and open it once in a browser on this network."));
        }

        if (!status.IsSuccess)
        {
            return Finding.Differs(
                $"HTTP {(int)status.Status} for the status of the service, which needs no sign-in.",
                Setting.Advice("Check BaseAddress if the sign-in fails too; some proxies block this address."));
        }

        var release = Json.Text(status.Json, "Version") is { } sent && redactor.Value("Version", JsonValue.Create(sent))!.GetValue<string>() is var kept and not Redactor.Redacted
            ? kept : null;
        check.Fake["version"] = release;
        var via = status.Header("Via") is null ? "" : " A proxy is in between (header Via).";
        return release is null ? Finding.Differs($"The service responds without its version.{via}", Setting.Advice("Nothing to set; ask the administrator for the release."))
            : Array.Exists(KnownReleases, known => release.StartsWith(known + ".", StringComparison.Ordinal)) ? Finding.Ok($"Release {release}.{via}")
            : Finding.Differs($"Release {release}; this library was written for {string.Join(" and ", KnownReleases)}.{via}", Setting.Advice("Nothing to set; read the other findings with care."));
    }

    private static Finding Redirected(Exchange status)
    {
        var target = status.Header("Location") is { } location && Uri.TryCreate(status.Uri, location, out var uri) ? uri : null;
        if (target?.Host != status.Uri.Host)
        {
            return Finding.Failed(
                $"HTTP {(int)status.Status}: the address redirects to another server. The password was not sent.",
                new Setting("BaseAddress", null, "open the address in a browser; if it ends at ApplicationServices, use the final address."));
        }

        var path = target.AbsolutePath.TrimEnd('/');
        var root = (target.Scheme == status.Uri.Scheme ? "" : target.Scheme + ":") + (path.EndsWith("/api", StringComparison.OrdinalIgnoreCase) ? path[..^"api".Length] : path + "/");
        return Finding.Failed(
            $"HTTP {(int)status.Status}: the address redirects. The client does not follow redirects, which would carry the password along.",
            new Setting("BaseAddress", root, "the server redirects there."));
    }

    private async Task<Finding> SignInAsync(CancellationToken cancellationToken)
    {
        try
        {
            await polaris.ObjectLocks.ListAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException error) when (error is not AuthenticationFailedException && SignInExchange is { IsSuccess: true })
        {
            // The sign-in itself succeeded; the response to the first call is evaluated by the next checks.
        }

        if (SignInExchange is not { } signIn)
        {
            return options.Credentials.UserName is null
                ? Finding.Ok("Not needed: the credentials are a token.")
                : Finding.Failed("The sign-in did not take place.");
        }

        redactor.AddSecret(Json.Text(signIn.Json, "AccessToken"));
        redactor.AddSecret(Json.Text(signIn.Json, "AccessSecret"));
        List<string> found = [];
        List<Setting> settings = [];
        DescribeUser(signIn.Json, found, settings);
        DescribeSite(signIn.Json, found, settings);
        DescribeExpiry(signIn, found, settings);
        var text = string.Join(' ', found);
        return settings.Count == 0 ? Finding.Ok(text) : Finding.Differs(text, settings);
    }

    private Exchange? SignInExchange => check.Recorder.Last(exchange => exchange.Resource.StartsWith("authentication/", StringComparison.Ordinal));

    private void DescribeUser(JsonNode? signIn, List<string> found, List<Setting> settings)
    {
        var user = Json.Member(signIn, "PolarisUser");
        if (Json.Member(user, "PolarisUserID") is null)
        {
            found.Add("The sign-in does not return the Polaris user.");
            if (options.UserId is null)
            {
                settings.Add(new Setting("UserId", null, "workflows need the Polaris user ID of the account."));
            }
        }
        else
        {
            found.Add("The sign-in returns the Polaris user.");
        }
    }

    private void DescribeSite(JsonNode? signIn, List<string> found, List<Setting> settings)
    {
        if (Json.Text(signIn, "SiteDomain") is { Length: > 0 } site && site != options.SiteDomain)
        {
            found.Add("The site domain is not the configured one.");
            settings.Add(new Setting("SiteDomain", site, "it is part of every address."));
        }
    }

    private void DescribeExpiry(Exchange signIn, List<string> found, List<Setting> settings)
    {
        var text = Json.Text(signIn.Json, "AuthExpDate");
        if (text is null || !DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out _))
        {
            found.Add("The expiration of the token is missing or not readable.");
            settings.Add(Setting.Advice("Nothing to set: the client signs in again after a 401."));
            return;
        }

        var hasOffset = ServerZone.DatesIn(JsonValue.Create(text)).Any() || text.EndsWith('Z');
        check.Fake["expirationHasOffset"] = hasOffset;
        if (!hasOffset)
        {
            found.Add("The token's expiration has no offset: it is read in ServerTimeZone.");
            return;
        }

        var lifetime = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) - (signIn.ServerTime ?? signIn.At);
        check.Fake["tokenLifetimeSeconds"] = Math.Max(1, Math.Round(lifetime.TotalSeconds));
        found.Add(string.Create(CultureInfo.InvariantCulture, $"The token is valid for {lifetime.TotalHours:0.#} hours; its expiration has an offset."));
        if (lifetime < TimeSpan.FromMinutes(5))
        {
            settings.Add(Setting.Advice("Keep leases shorter than the token's lifetime, and check the clock of the server."));
        }
    }

    private Finding Clock()
    {
        var skews = check.Recorder.Exchanges.Where(exchange => exchange.ServerTime is not null)
            .Select(exchange => exchange.ServerTime!.Value - (exchange.At - (exchange.Elapsed / 2))).Order().ToList();
        if (skews.Count == 0)
        {
            return Finding.Differs(
                "Responses have no Date header.",
                Setting.Advice("Ask the administrator of the proxy to pass it through; without it a lock after a lost response is looked up before it is released."));
        }

        var skew = skews[skews.Count / 2];
        var text = string.Create(CultureInfo.InvariantCulture, $"The server's clock is {Math.Abs(skew.TotalSeconds):0} s {(skew < TimeSpan.Zero ? "behind" : "ahead of")} this machine.");
        return skew.Duration() < SmallSkew ? Finding.Ok(text)
            : Finding.Differs(text, Setting.Advice("Synchronize both clocks: tokens are renewed by the clock of this machine."));
    }

    private async Task<Finding> NotFoundAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await polaris.ObjectLocks.FindAsync(ObjectType.BibliographicRecord, Probe.UnusedId, cancellationToken) is not null)
            {
                return Finding.Failed("A record that does not exist is reported as locked.");
            }

            return Finding.Ok("A 404 is Polaris's own JSON, so 'not locked' is recognized.");
        }
        catch (NotFoundException replaced)
        {
            return Finding.Differs(
                $"The 404 for an object that is not locked is {Describe(replaced.Failure.MediaType)}, not Polaris's JSON: a proxy or web server replaces error pages, or this is another server.",
                Setting.Advice("Ask the administrator to pass error responses through (IIS: existingResponse=\"PassThrough\"); until then locks cannot be acquired safely."));
        }
    }

    private async Task<Finding> RejectedTokenAsync(Probe probe, CancellationToken cancellationToken)
    {
        var known = check.Recorder.Last(exchange => exchange.Resource == "objectlocks" && exchange.Method == HttpMethod.Get)
            ?? throw new InvalidOperationException("The locks could not be listed.");
        var answer = await probe.GetAsync(known.Uri, options.Timeout / 4, cancellationToken, ("Authorization", $"PAS {options.SiteDomain}:{Probe.RejectedToken}:{new string('0', 16)}"));
        var schemes = answer.Headers["WWW-Authenticate"].Select(value => value.Split(' ', ',')[0]).Where(scheme => scheme.All(char.IsAsciiLetter)).Distinct().ToList();
        var offered = schemes.Count == 0 ? "" : $" It offers {string.Join(", ", schemes)}.";
        return answer switch
        {
            { Status: HttpStatusCode.Unauthorized, IsHtml: false } => Finding.Ok($"A rejected token is HTTP 401, with {(answer.Body.Length == 0 ? "an empty body" : Describe(answer.MediaType))}.{offered}"),
            { Status: HttpStatusCode.Unauthorized } => Finding.Differs($"A rejected token is HTTP 401 with an HTML page.{offered}", Setting.Advice("Nothing to set: the client signs in again whatever the body is.")),
            _ => Finding.Differs(
                $"A rejected token is HTTP {(int)answer.Status}{(answer.IsHtml ? " with an HTML page" : "")}, not 401: the client cannot recognize that its token has expired.",
                Setting.Advice("Ask the administrator to pass the 401 through; until then create a new client before the token expires.")),
        };
    }

    private Finding Compression()
    {
        var used = check.Recorder.Exchanges.Select(exchange => exchange.Compression).OfType<string>().Distinct().ToList();
        return Finding.Ok(used.Count == 0 ? "Responses are not compressed." : $"Responses are compressed ({string.Join(", ", used)}) and can be read.");
    }

    private static string Describe(string? mediaType) => mediaType switch
    {
        null => "without a media type",
        _ when mediaType.EndsWith("html", StringComparison.OrdinalIgnoreCase) => "an HTML page",
        _ when mediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase) => "JSON",
        _ => "text",
    };
}
