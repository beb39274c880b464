using System.Text;
using System.Text.Json.Nodes;

namespace Polaris.Client.Tests.Http;

/// <summary>A request as the scripted server received it.</summary>
internal sealed record SentRequest(
    string Method, Uri Address, IReadOnlyDictionary<string, string> Headers, string? Body, long? ContentLength)
{
    /// <summary>The path of Polaris behind organization and workstation, such as <c>workflow/7fc0...</c>.</summary>
    public string Resource => Address.Segments is { Length: > 9 } segments
        ? string.Concat(segments.Skip(9)) + Address.Query
        : Address.AbsolutePath;

    public string Line => $"{Method} {Address.PathAndQuery}";

    public string Path => Address.AbsolutePath;

    public string? Authorization => Header("Authorization");

    public string? Accept => Header("Accept");

    public JsonNode? Json => Body is null ? null : JsonNode.Parse(Body);

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public string? Query(string name) => Address.Query.TrimStart('?').Split('&')
        .Select(pair => pair.Split('=')).Where(pair => pair[0] == name)
        .Select(pair => Uri.UnescapeDataString(pair[1])).SingleOrDefault();

    public override string ToString() => $"{Method} {Resource}";

    public static async Task<SentRequest> ReadAsync(HttpRequestMessage request) => new(
        request.Method.Method,
        request.RequestUri!,
        request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? [])
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
        request.Content is { } content ? await TextOfAsync(content) : null,
        request.Content?.Headers.ContentLength);

    /// <summary>Copied as the network does, which leaves the content as it was for a second sending.</summary>
    private static async Task<string> TextOfAsync(HttpContent content)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return Encoding.UTF8.GetString(copy.ToArray());
    }
}
