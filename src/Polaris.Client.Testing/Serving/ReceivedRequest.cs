namespace Polaris.Client.Testing;

/// <summary>A request with its body read, so that it can be processed immediately, late or twice.</summary>
internal sealed class ReceivedRequest
{
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);

    private ReceivedRequest(HttpRequestMessage request, byte[]? body)
    {
        Method = request.Method.Method;
        Uri = request.RequestUri ?? throw new InvalidOperationException("A request needs an address.");
        Body = body;
        foreach (var header in request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? []))
        {
            _headers[header.Key] = Join(header);
        }
    }

    public string Method { get; }

    public Uri Uri { get; }

    /// <summary>The body; <c>null</c> if the request has none, not even an empty one.</summary>
    public byte[]? Body { get; }

    public string? Header(string name) => _headers.TryGetValue(name, out string? value) ? value : null;

    public static async Task<ReceivedRequest> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is null)
        {
            return new(request, body: null);
        }

#if NET
        return new(request, await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
#else
        cancellationToken.ThrowIfCancellationRequested();
        return new(request, await request.Content.ReadAsByteArrayAsync().ConfigureAwait(false));
#endif
    }

    // Cookies are the one list whose separator is not a comma.
    private static string Join(KeyValuePair<string, IEnumerable<string>> header) =>
        string.Join(header.Key.Equals("Cookie", StringComparison.OrdinalIgnoreCase) ? "; " : ", ", header.Value);
}
