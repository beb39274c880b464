namespace Polaris.Client.Folio;

/// <summary>The headers of FOLIO's gateways.</summary>
internal static class OkapiHeaders
{
    public const string Tenant = "X-Okapi-Tenant";

    public const string Token = "X-Okapi-Token";

    public const string RequestId = "X-Okapi-Request-Id";
}
