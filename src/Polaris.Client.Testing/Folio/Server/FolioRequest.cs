namespace Polaris.Client.Testing.Folio.Server;

/// <summary>A request as the server reads it: path below the gateway, decoded parameters, body as text.</summary>
internal sealed class FolioRequest
{
    private readonly HttpRequestMessage _message;

    private FolioRequest(HttpRequestMessage message, string? path, string body)
    {
        _message = message;
        Path = path ?? message.RequestUri!.AbsolutePath;
        IsBelowGateway = path is not null;
        Body = body;
        Query = FolioQueryString.Read(message.RequestUri!.Query);
        Tokens = new FolioTokenForms(this);
        TargetLength = message.RequestUri.PathAndQuery.Length;
    }

    public string Method => _message.Method.Method;

    public string Path { get; }

    public bool IsBelowGateway { get; }

    public string Body { get; }

    public int TargetLength { get; }

    public Dictionary<string, string> Query { get; }

    public FolioTokenForms Tokens { get; }

    public string? Tenant => Header("X-Okapi-Tenant");

    public bool IsSignIn => Path.StartsWith("/authn/", StringComparison.Ordinal);

    public static async Task<FolioRequest> ReadAsync(HttpRequestMessage message, Uri gateway, CancellationToken cancellationToken)
    {
        _ = message.RequestUri ?? throw new InvalidOperationException("The request has no address.");
        string prefix = gateway.AbsolutePath.TrimEnd('/');
        string path = message.RequestUri.AbsolutePath;
        bool isBelow = message.RequestUri.Authority == gateway.Authority
            && path.StartsWith(prefix + "/", StringComparison.Ordinal);
        string body = message.Content is null
            ? ""
            : await ReadBodyAsync(message.Content, cancellationToken).ConfigureAwait(false);
        return new FolioRequest(message, isBelow ? path.Substring(prefix.Length) : null, body);
    }

    public string? Header(string name)
    {
        if (!_message.Headers.TryGetValues(name, out IEnumerable<string>? values)
            && _message.Content?.Headers.TryGetValues(name, out values) != true)
        {
            return null;
        }

        return string.Join(", ", values!);
    }

    private static Task<string> ReadBodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
#if NET
        return content.ReadAsStringAsync(cancellationToken);
#else
        cancellationToken.ThrowIfCancellationRequested();
        return content.ReadAsStringAsync();
#endif
    }
}
