using System.Text;

namespace Polaris.Client.Tests.Folio;

/// <summary>A request as the network saw it.</summary>
internal sealed record SentRequest(
    string Method, string PathAndQuery, IReadOnlyDictionary<string, string> Headers, string? Body, CancellationToken Cancellation)
{
    public string Line => $"{Method} {PathAndQuery}";

    public string Path => PathAndQuery.Split('?')[0];

    public string? Query(string name) => PathAndQuery.Split('?').Skip(1).SelectMany(query => query.Split('&'))
        .Select(pair => pair.Split('=')).Where(pair => pair[0] == name)
        .Select(pair => Uri.UnescapeDataString(pair[1])).SingleOrDefault();

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public static SentRequest Of(HttpRequestMessage request, CancellationToken cancellation) => new(
        request.Method.Method,
        request.RequestUri!.PathAndQuery,
        request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? [])
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
        request.Content is { } content ? TextOf(content) : null,
        cancellation);

    /// <summary>Copied as the network does, which leaves the content as it was for a second sending.</summary>
    private static string TextOf(HttpContent content)
    {
        using var copy = new MemoryStream();
        content.CopyTo(copy, context: null, CancellationToken.None);
        return Encoding.UTF8.GetString(copy.ToArray());
    }
}
