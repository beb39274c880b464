namespace Polaris.Client.Testing.Folio.Server;

/// <summary>Finds what a careful client never does, even where a server would let it pass.</summary>
internal static class FolioStrictness
{
    private static readonly HashSet<string> KnownParameters = new(StringComparer.Ordinal)
    {
        "query", "offset", "limit", "totalRecords",
    };

    public static IEnumerable<string> Check(FolioRequest request)
    {
        if (request.Tenant is null)
        {
            yield return "X-Okapi-Tenant is missing.";
        }

        if (request.Tokens.Count > 1)
        {
            yield return "The token came in more than one header.";
        }

        if (request.Tokens.RefreshCookies.Count > 0 && !request.IsSignIn)
        {
            yield return "The refresh token was sent outside /authn.";
        }

        if (request.Method == "GET" && request.Body.Length > 0)
        {
            yield return "A GET had a body.";
        }

        foreach (string unknown in request.Query.Keys.Where(name => !KnownParameters.Contains(name)))
        {
            yield return $"The parameter '{unknown}' is not documented.";
        }

        if (!request.IsSignIn && request.Body.Contains("\"metadata\""))
        {
            yield return "The metadata is the server's; it was sent all the same.";
        }
    }
}
