namespace Polaris.Client.Testing;

/// <summary>A request to FOLIO in the fake: below the gateway, with its tokens, and then with its tenant and user.</summary>
internal sealed class FolioCall : FakeRequest
{
    public FolioCall(ReceivedRequest received, Uri gateway, Action<UnexpectedRequest> report)
        : base(received, PathBelow(gateway, received.Uri) ?? received.Uri.AbsolutePath.TrimStart('/'), report)
    {
        IsBelowGateway = PathBelow(gateway, received.Uri) is not null;
        Tokens = new FolioTokenForms(this);
    }

    public bool IsBelowGateway { get; }

    public FolioTokenForms Tokens { get; }

    public string? Tenant => Header("X-Okapi-Tenant");

    public bool IsSignIn => Path.StartsWith("authn/", StringComparison.Ordinal);

    /// <summary>A CORS preflight request of a browser.</summary>
    public bool IsPreflight => Method == "OPTIONS" && Header("Origin") is not null && Header("Access-Control-Request-Method") is not null;

    /// <summary>The user, once the token has been checked.</summary>
    public FakeFolioUser? User { get; set; }

    /// <summary>Reports what a careful client never sends, even where a server accepts it.</summary>
    public void CheckManners()
    {
        if (Tenant is null && !IsPreflight)
        {
            Report("X-Okapi-Tenant is missing.");
        }

        if (Tokens.Count > 1)
        {
            Report("The token is in more than one header.");
        }

        if (Tokens.RefreshCookies.Count > 0 && !IsSignIn)
        {
            Report("The refresh token was sent outside /authn.", UnexpectedLevel.Remark);
        }

        if (Method == "GET" && Body.Length > 0)
        {
            Report("A GET has a body.");
        }

        if (!IsSignIn && Text.Contains("\"metadata\""))
        {
            Report("The metadata belongs to the server; it was sent anyway.", UnexpectedLevel.Remark);
        }
    }

    // Any host: the fake is reached under the name that its user chose.
    private static string? PathBelow(Uri gateway, Uri address)
    {
        string prefix = gateway.AbsolutePath.TrimEnd('/') + "/";
        return address.AbsolutePath.StartsWith(prefix, StringComparison.Ordinal) ? address.AbsolutePath.Substring(prefix.Length) : null;
    }
}
