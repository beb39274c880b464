using System.Net;

namespace Polaris.Client.Testing;

/// <summary>One request and what became of it. Never holds a password, a token or a cookie.</summary>
public sealed class FakeFolioExchange
{
    /// <summary>When the request came.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The verb.</summary>
    public required string Method { get; init; }

    /// <summary>The path below the gateway, with a slash at its beginning.</summary>
    public required string Path { get; init; }

    /// <summary>The query parameters, decoded.</summary>
    public required IReadOnlyDictionary<string, string> Query { get; init; }

    /// <summary>The tenant that was named, or null.</summary>
    public string? Tenant { get; init; }

    /// <summary>In which header the access token came, such as <c>X-Okapi-Token</c>; null without one.</summary>
    public string? TokenForm { get; init; }

    /// <summary>The body; null without one and for everything below <c>/authn</c>.</summary>
    public string? RequestBody { get; init; }

    /// <summary>The status that was answered, or null when the connection was broken.</summary>
    public HttpStatusCode? Status { get; internal set; }

    /// <summary>The name of the fault that was played, or null.</summary>
    public string? Fault { get; internal set; }

    /// <summary>For example <c>GET /holdings-sources -> 200</c>.</summary>
    public override string ToString() =>
        $"{Method} {Path} -> {(Status is { } status ? $"{(int)status}" : "broken")}" + (Fault is null ? "" : $" ({Fault})");
}
