namespace Polaris.Client.Http;

/// <summary>Adds the call options of a view to its requests; everything below is shared with the other views.</summary>
/// <param name="options">The options, validated.</param>
internal sealed class CallOptionsHandler(CallOptions options) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        RequestOptions.Set(request, CallOptions.PropertyKey, options);
        foreach (var header in options.Headers.Where(header => !request.Headers.Contains(header.Key)))
        {
            request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return base.SendAsync(request, cancellationToken);
    }
}

/// <summary>Checks the headers of <see cref="CallOptions"/>.</summary>
internal static class CallHeaders
{
    /// <summary>Headers that identify the user or server, frame the message, or change what a response means.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Accept-Charset", "Accept-Encoding", "Authorization", "Connection", "Cookie", "Date", "Expect", "Host", "Keep-Alive",
        "Range", "Set-Cookie", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "User-Agent", "Via",
        "X-HTTP-Method", "X-HTTP-Method-Override", "X-Method-Override",
    };

    /// <summary>X-Okapi- is FOLIO's tenant and token, and X-PAPI- the tokens of Polaris; conditions would turn a success into 304 or 412.</summary>
    private static readonly string[] ReservedPrefixes = ["Content-", "If-", "Proxy-", "Sec-", "X-Okapi-", "X-PAPI-"];

    /// <summary>Returns the problem with a header, without its value; <see langword="null"/> if there is none.</summary>
    public static string? Problem(string name, string? value) => name switch
    {
        _ when !IsToken(name) => $"{nameof(CallOptions.Headers)}: a name is empty, or contains a character other than letters, digits and -_.~!#$%&'*+^`|.",
        _ when IsReserved(name) => $"{Key(name)}: this header is set by the library or by .NET{Advice(name)}.",
        _ when !IsOfRequest(name) => $"{Key(name)}: .NET does not send this header with a request.",
        _ when value is null || value.Trim().Length == 0 => $"{Key(name)}: the value is empty.",
        _ when value.Any(char.IsControl) => $"{Key(name)}: the value contains a line break or another control character.",
        _ when value.Any(c => c > '~') => $"{Key(name)}: the value contains a character beyond ASCII, which an HTTP header cannot carry.",
        _ => null,
    };

    private static string Key(string name) => $"{nameof(CallOptions.Headers)}:{name}";

    private static bool IsReserved(string name) =>
        Reserved.Contains(name) || ReservedPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static string Advice(string name) =>
        name.Equals("User-Agent", StringComparison.OrdinalIgnoreCase) ? "; set the option UserAgent of the client instead"
        : name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) ? "; set Credentials in the options of the client instead"
        : name.Equals("X-Okapi-Tenant", StringComparison.OrdinalIgnoreCase) ? "; use With(tenant) instead"
        : "";

    private static bool IsToken(string name) => name.Length > 0 && name.All(c =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || "-_.~!#$%&'*+^`|".Contains(c));

    /// <summary>.NET keeps the headers of responses and of bodies apart, and would silently not send them.</summary>
    private static bool IsOfRequest(string name)
    {
        using var request = new HttpRequestMessage();
        return request.Headers.TryAddWithoutValidation(name, "0");
    }
}
