using System.Net;
using System.Text.Json;
using Polaris.Client.Folio;
using Polaris.Client.Http;

namespace Polaris.Client;

/// <summary>What is specific to FOLIO: tenants, its JSON, the error bodies of its gateways and modules, and its sign-in.</summary>
/// <param name="options">A private copy, already validated.</param>
internal sealed class FolioProfile(FolioClientOptions options) : ServerProfile(options)
{
    private static readonly JsonSerializerOptions SharedJson = FolioJsonOptions.Create();

    public FolioClientOptions Options { get; } = options;

    public override string System => "folio";

    public override Uri Root { get; } = ServerAddress.WithTrailingSlash(options.BaseAddress!);

    public override JsonSerializerOptions Json => SharedJson;

    /// <summary>Returns the tenant whose login serves a tenant.</summary>
    public string LoginOf(string tenant) => Options.SignInPerTenant ? tenant : Options.Tenant;

    public override RequestFailedException ToException(ApiFailure failure)
    {
        if (IsSignIn(failure.Route))
        {
            return FolioFailures.ToSignInException(failure);
        }

        // Gateways do not report it specifically: Eureka returns 401, Okapi 403, as for any other token or permission.
        return failure.StatusCode == HttpStatusCode.Unauthorized && failure.Tenant is { } tenant && tenant != LoginOf(tenant)
            ? new AuthenticationFailedException(
                $"{failure.Target} responded with HTTP 401: the token of tenant {Options.Tenant} is not accepted for tenant {tenant}. Set "
                + "SignInPerTenant to sign in to each tenant, or allow cross-tenant requests on the platform.",
                failure)
            : FolioFailures.ToException(failure);
    }

    /// <summary>Other routes below <c>/authn</c>, such as that of credentials, are calls like any other.</summary>
    public override bool IsSignIn(string route) => route is "POST /authn/login-with-expiry" or "POST /authn/login" or "POST /authn/refresh";

    /// <summary>Replacing or deleting a known record is idempotent; creating one is not, nor is replacing a version.</summary>
    public override bool IsRepeatable(HttpRequestMessage request) => request.Method == HttpMethod.Post
        ? RequestOptions.Get<bool>(request, RequestOptions.OnlyReadsKey)
        : !RequestOptions.Get<bool>(request, RequestOptions.SentOnceKey);

    public override ValueTask<bool> IsTokenRefusedAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        FolioFailures.IsTokenRefusedAsync(response, cancellationToken);

    public override string? TenantOf(HttpRequestMessage request) =>
        request.Headers.TryGetValues(OkapiHeaders.Tenant, out var values) ? values.FirstOrDefault() : null;

    public override string? RequestIdOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues(OkapiHeaders.RequestId, out var ids) ? ids.FirstOrDefault() : null;

    public override ITokenSource CreateTokens(ServerPipeline pipeline, string login)
    {
        if (Options.Credentials.TokenProvider is { } provider)
        {
            return new ProvidedTokens(token => provider(login, token), text => new FolioToken(text), "Credentials:TokenProvider");
        }

        var api = pipeline.CreateApi<IFolioAuthenticationApi>(ForTenant(pipeline.CreateSignInClient(Root), login));
        return new FolioSignInTokens(
            api, Json, new FolioLogin(Options.Credentials, login, Options.AllowLegacySignIn), pipeline.Time,
            new SignInTelemetry(System, Identity, login, pipeline.Logger));
    }

    /// <summary>Adds the tenant to every request of a client.</summary>
    public static HttpClient ForTenant(HttpClient client, string tenant)
    {
        client.DefaultRequestHeaders.Add(OkapiHeaders.Tenant, tenant);

        // A module refuses a request whose response, or whose error text, has none of the accepted types.
        client.DefaultRequestHeaders.Add("Accept", "application/json, text/plain");
        return client;
    }
}
