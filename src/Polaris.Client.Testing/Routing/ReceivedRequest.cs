namespace Polaris.Client.Testing.Routing;

/// <summary>A request with its body read, so that it can be processed at once, late or twice.</summary>
internal sealed class ReceivedRequest
{
    private ReceivedRequest(HttpRequestMessage request, byte[]? body)
    {
        Method = request.Method.Method;
        Uri = request.RequestUri ?? throw new InvalidOperationException("A request needs an address.");
        Authorization = request.Headers.TryGetValues("Authorization", out IEnumerable<string>? values)
            ? string.Join(",", values)
            : null;
        Accept = [.. request.Headers.Accept.Select(type => type.MediaType ?? "")];
        ContentType = request.Content?.Headers.ContentType?.MediaType;
        Body = body;
        Route = PolarisRoute.Parse(Uri);
    }

    public string Method { get; }

    public Uri Uri { get; }

    public string? Authorization { get; }

    public IReadOnlyList<string> Accept { get; }

    public string? ContentType { get; }

    /// <summary>The body; null when the request has none, not even an empty one.</summary>
    public byte[]? Body { get; }

    public PolarisRoute Route { get; }

    public static async Task<ReceivedRequest> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is null)
        {
            return new(request, body: null);
        }

#if NETFRAMEWORK
        cancellationToken.ThrowIfCancellationRequested();
        return new(request, await request.Content.ReadAsByteArrayAsync().ConfigureAwait(false));
#else
        return new(request, await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
#endif
    }
}
