namespace Polaris.Client.Testing;

/// <summary>The places where a token can be sent.</summary>
internal sealed class FolioTokenForms
{
    private const string Bearer = "Bearer ";

    public FolioTokenForms(FolioCall request)
    {
        OkapiToken = request.Header("X-Okapi-Token");
        Authorization = request.Header("Authorization");
        HasCookies = request.Header("Cookie") is not null;
        List<KeyValuePair<string, string>> cookies = ReadCookies(request.Header("Cookie"));
        AccessCookie = cookies.Where(cookie => cookie.Key == "folioAccessToken").Select(cookie => cookie.Value).FirstOrDefault();
        RefreshCookies = cookies.Where(cookie => cookie.Key == "folioRefreshToken").Select(cookie => cookie.Value).ToList();
    }

    public string? OkapiToken { get; }

    public string? Authorization { get; }

    public string? AccessCookie { get; }

    public bool HasCookies { get; }

    public List<string> RefreshCookies { get; }

    public bool HasForeignAuthorization => Authorization?.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) == false;

    public string? BearerToken => HasForeignAuthorization ? Authorization : Authorization?.Substring(Bearer.Length).Trim();

    /// <summary>The token of the request; meaningful once it is known that the forms do not contradict each other.</summary>
    public string? Token => OkapiToken ?? BearerToken ?? AccessCookie;

    public int Count => (OkapiToken is null ? 0 : 1) + (Authorization is null ? 0 : 1) + (AccessCookie is null ? 0 : 1);

    /// <summary>The header that contained the token.</summary>
    public string? Form => this switch
    {
        { OkapiToken: not null } => "X-Okapi-Token",
        { Authorization: not null } => "Authorization",
        { AccessCookie: not null } => "Cookie",
        _ => null,
    };

    private static List<KeyValuePair<string, string>> ReadCookies(string? header)
    {
        var cookies = new List<KeyValuePair<string, string>>();
        foreach (string cookie in (header ?? "").Split(';'))
        {
            int equals = cookie.IndexOf('=');
            if (equals > 0)
            {
                string name = cookie.Substring(0, equals).Trim();
                cookies.Add(new KeyValuePair<string, string>(name, cookie.Substring(equals + 1).Trim()));
            }
        }

        return cookies;
    }
}
