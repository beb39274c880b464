using System.Net;

namespace Polaris.Client.Testing;

/// <summary>One request and its outcome. Never holds a password, a token or a cookie.</summary>
public sealed class FakeFolioExchange
{
    /// <summary>When the request was received.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path below the gateway, with a leading slash.</summary>
    public required string Path { get; init; }

    /// <summary>The query parameters, decoded.</summary>
    public required IReadOnlyDictionary<string, string> Query { get; init; }

    /// <summary>The tenant named by the request, or <c>null</c>.</summary>
    public string? Tenant { get; init; }

    /// <summary>The header that contained the access token, such as <c>X-Okapi-Token</c>; <c>null</c> without a token.</summary>
    public string? TokenForm { get; init; }

    /// <summary>The body; <c>null</c> without a body and for everything below <c>/authn</c>.</summary>
    public string? RequestBody { get; init; }

    /// <summary>The status of the response, or <c>null</c> if the connection was broken.</summary>
    public HttpStatusCode? Status { get; internal set; }

    /// <summary>The name of the injected fault, or <c>null</c>.</summary>
    public string? Fault { get; internal set; }

    /// <summary>For example <c>GET /holdings-sources -> 200</c>.</summary>
    public override string ToString() =>
        $"{Method} {Path} -> {(Status is { } status ? $"{(int)status}" : "broken")}" + (Fault is null ? "" : $" ({Fault})");
}
