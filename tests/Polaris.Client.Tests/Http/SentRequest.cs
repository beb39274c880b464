using System.Text.Json.Nodes;

namespace Polaris.Client.Tests.Http;

/// <summary>A request as the scripted server received it.</summary>
internal sealed record SentRequest(string Method, Uri Address, string? Authorization, string? Body, long? ContentLength, string? Accept)
{
    /// <summary>The path behind organization and workstation, such as <c>workflow/7fc0...</c>.</summary>
    public string Resource => Address.Segments is { Length: > 9 } segments
        ? string.Concat(segments.Skip(9)) + Address.Query
        : Address.AbsolutePath;

    public IReadOnlyDictionary<string, string> Headers { get; private init; } = new Dictionary<string, string>();

    public JsonNode? Json => Body is null ? null : JsonNode.Parse(Body);

    public override string ToString() => $"{Method} {Resource}";

    public static async Task<SentRequest> ReadAsync(HttpRequestMessage request) => new(
        request.Method.Method,
        request.RequestUri!,
        request.Headers.Authorization?.ToString(),
        request.Content is { } content ? await content.ReadAsStringAsync() : null,
        request.Content?.Headers.ContentLength,
        request.Headers.Accept.ToString())
    {
        Headers = request.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
    };
}
