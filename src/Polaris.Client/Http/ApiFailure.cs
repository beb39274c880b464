using System.Net;

namespace Polaris.Client;

/// <summary>The facts of an answer that was not a success, as an <see cref="RequestFailedException"/> carries them.</summary>
public sealed class ApiFailure
{
    /// <summary>The most characters of a body that are kept.</summary>
    public const int MaxBodyLength = 32 * 1024;

    /// <summary>The HTTP status of the answer.</summary>
    public HttpStatusCode StatusCode { get; set; }

    /// <summary>The route as a template, for example <c>DELETE /objectlocks/{objectTypeId}/{objectId}</c>.</summary>
    public string Route { get; set; } = "";

    /// <summary>The path that was asked for, without query.</summary>
    public string? RequestPath { get; set; }

    /// <summary>The tenant that was asked, where the server has tenants (FOLIO).</summary>
    public string? Tenant { get; set; }

    /// <summary>The id that a gateway gave to the request, if it returned one.</summary>
    public string? RequestId { get; set; }

    /// <summary>The server's error code: <c>70000</c> for a Polaris lock conflict, a word in FOLIO.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>The server's own message, when the body had one. It may name records or people: show it, do not log it.</summary>
    public string? ServerMessage { get; set; }

    /// <summary>The list of errors in the body, when it had one; otherwise empty.</summary>
    public IReadOnlyList<ApiError> Errors { get; set; } = [];

    /// <summary>The body as text, at most <see cref="MaxBodyLength"/> characters. It may name people: do not log it.</summary>
    public string? Body { get; set; }

    /// <summary>The media type of the body, for example <c>text/html</c>.</summary>
    public string? MediaType { get; set; }

    /// <summary>How long the server asks to wait before the next try.</summary>
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>How many times the request was sent, 1 or more.</summary>
    public int Attempts { get; set; } = 1;

    /// <summary>
    /// Whether the server may have acted on the request: after 408 and 5xx, after an answer that cannot be read, and when the answer
    /// to an earlier attempt was lost. With any other status the server says that it did not.
    /// </summary>
    public bool MayHaveBeenProcessed { get; set; }

    /// <summary>The same, but for a call that may have been carried out at an earlier attempt.</summary>
    internal ApiFailure InDoubt()
    {
        var copy = (ApiFailure)MemberwiseClone();
        copy.MayHaveBeenProcessed = true;
        return copy;
    }

    /// <summary>Whether an answer is a failure: no success, or a page of HTML, which no server of ours sends but a proxy.</summary>
    internal static bool Is(HttpResponseMessage response) => !response.IsSuccessStatusCode
        || response.Content?.Headers.ContentType?.MediaType?.EndsWith("html", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Route and tenant, as messages show them.</summary>
    internal string Target => TargetOf(Route, Tenant);

    internal static string TargetOf(string route, string? tenant) => tenant is null ? route : $"{route} (tenant {tenant})";
}

/// <summary>One error of a list that a server sent: what is wrong, and with which value.</summary>
public sealed class ApiError
{
    /// <summary>The server's words. They may name records or people: show them, do not log them.</summary>
    public string Message { get; set; } = "";

    /// <summary>The server's code, if it returned one.</summary>
    public string? Code { get; set; }

    /// <summary>The server's type of error, if it returned one.</summary>
    public string? Type { get; set; }

    /// <summary>What the error is about: names of members and the values they had.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Parameters { get; set; } = [];
}
