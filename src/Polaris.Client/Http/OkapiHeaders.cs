namespace Polaris.Client.Http;

/// <summary>The headers of FOLIO's gateways that errors tell of; a server without them just has none.</summary>
internal static class OkapiHeaders
{
    public const string Tenant = "X-Okapi-Tenant";

    public const string Token = "X-Okapi-Token";

    public const string RequestId = "X-Okapi-Request-Id";

    public static string? TenantOf(HttpRequestMessage request) =>
        request.Headers.TryGetValues(Tenant, out var values) ? values.FirstOrDefault() : null;
}
