using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Polaris.Client.ContractTests.Wire;

/// <summary>A request as the server received it.</summary>
public sealed class ReceivedRequest
{
    private readonly Dictionary<string, IReadOnlyList<string>> headers;

    private ReceivedRequest(HttpContext context, string bodyText)
    {
        Method = context.Request.Method;
        Url = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        BodyText = bodyText;
        headers = context.Request.Headers.ToDictionary(
            header => header.Key,
            header => (IReadOnlyList<string>)[.. header.Value.Select(line => line ?? "")],
            StringComparer.OrdinalIgnoreCase);
    }

    public string Method { get; }

    /// <summary>The path and query exactly as sent, still escaped.</summary>
    public string Url { get; }

    /// <summary>The text of the body; empty if there is none.</summary>
    public string BodyText { get; }

    /// <summary>The body as JSON; <see langword="null"/> if there is none.</summary>
    public JsonNode? Body => BodyText.Length == 0 ? null : JsonNode.Parse(BodyText);

    /// <summary>The names of all headers.</summary>
    public IEnumerable<string> HeaderNames => headers.Keys;

    /// <summary>The stub that answered; <see langword="null"/> if none matched.</summary>
    public Stub? Stub { get; internal set; }

    /// <summary>Whether a stub answered.</summary>
    public bool WasMatched => Stub is not null;

    /// <summary>How the request differs from the stub that comes nearest, if no stub answered.</summary>
    public string? Mismatch { get; internal set; }

    /// <summary>The values of a header, one for each line; empty if it was not sent.</summary>
    public IReadOnlyList<string> Header(string name) => headers.GetValueOrDefault(name) ?? [];

    public override string ToString() => $"{Method} {Url}";

    internal static async Task<ReceivedRequest> ReadAsync(HttpContext context)
    {
        context.Request.EnableBuffering();
        using var reader = new StreamReader(context.Request.Body, leaveOpen: true);
        string text = await reader.ReadToEndAsync();
        context.Request.Body.Position = 0;
        return new ReceivedRequest(context, text);
    }
}
