namespace Polaris.Client.Testing.Folio.Server;

/// <summary>A request as the server reads it: path below the gateway, decoded parameters, body as text.</summary>
internal sealed class FolioRequest
{
    private readonly ReceivedRequest _received;

    private FolioRequest(ReceivedRequest received, string? path, Action<UnexpectedRequest> report)
    {
        _received = received;
        Path = path ?? received.Uri.AbsolutePath;
        IsBelowGateway = path is not null;
        Call = new FakeRequest(received, Path.TrimStart('/'), report);
        Query = FolioQueryString.Read(received.Uri.Query);
        Tokens = new FolioTokenForms(this);
        TargetLength = received.Uri.PathAndQuery.Length;
    }

    /// <summary>The request for the addresses that a test added.</summary>
    public FakeRequest Call { get; }

    public string Method => _received.Method;

    public string Path { get; }

    public bool IsBelowGateway { get; }

    public string Body => Call.Text;

    public int TargetLength { get; }

    public Dictionary<string, string> Query { get; }

    public FolioTokenForms Tokens { get; }

    public string? Tenant => Header("X-Okapi-Tenant");

    public bool IsSignIn => Path.StartsWith("/authn/", StringComparison.Ordinal);

    public static async Task<FolioRequest> ReadAsync(HttpRequestMessage message, FakeFolio fake, CancellationToken cancellationToken)
    {
        ReceivedRequest received = await ReceivedRequest.ReadAsync(message, cancellationToken).ConfigureAwait(false);
        Uri gateway = fake.Options.BaseAddress;
        string prefix = gateway.AbsolutePath.TrimEnd('/');
        string path = received.Uri.AbsolutePath;
        bool isBelow = received.Uri.Authority == gateway.Authority && path.StartsWith(prefix + "/", StringComparison.Ordinal);
        return new FolioRequest(received, isBelow ? path.Substring(prefix.Length) : null, fake.Report);
    }

    public string? Header(string name) => _received.Header(name);
}
