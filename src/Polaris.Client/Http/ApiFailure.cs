using System.Net;

namespace Polaris.Client;

/// <summary>The facts of an unsuccessful response, which a <see cref="RequestFailedException"/> contains.</summary>
public sealed class ApiFailure
{
    /// <summary>The maximum number of characters of a body that are kept.</summary>
    public const int MaxBodyLength = 32 * 1024;

    /// <summary>The HTTP status of the response.</summary>
    public HttpStatusCode StatusCode { get; set; }

    /// <summary>The route as a template, for example <c>DELETE /objectlocks/{objectTypeId}/{objectId}</c>.</summary>
    public string Route { get; set; } = "";

    /// <summary>The requested path, without query.</summary>
    public string? RequestPath { get; set; }

    /// <summary>The tenant of the request, if the server has tenants (FOLIO).</summary>
    public string? Tenant { get; set; }

    /// <summary>The ID that a gateway assigned to the request, if it returned one.</summary>
    public string? RequestId { get; set; }

    /// <summary>The server's error code: <c>70000</c> for a Polaris lock conflict, a word for FOLIO.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>The server's own message, if the body has one. It may name records or people: show it, do not log it.</summary>
    public string? ServerMessage { get; set; }

    /// <summary>The list of errors in the body, if it has one; otherwise empty.</summary>
    public IReadOnlyList<ApiError> Errors { get; set; } = [];

    /// <summary>The body as text, at most <see cref="MaxBodyLength"/> characters. It may name people: do not log it.</summary>
    public string? Body { get; set; }

    /// <summary>The media type of the body, for example <c>text/html</c>.</summary>
    public string? MediaType { get; set; }

    /// <summary>How long the server asks the client to wait before the next attempt.</summary>
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>How many times the request was sent, 1 or more.</summary>
    public int Attempts { get; set; } = 1;

    /// <summary>
    /// Whether the server may have acted on the request: after 408 and 5xx, after a response that cannot be read, and if the response
    /// to an earlier attempt was lost. Any other status means that it did not.
    /// </summary>
    public bool MayHaveBeenProcessed { get; set; }

    /// <summary>Returns a copy for a call that may have been carried out by an earlier attempt.</summary>
    internal ApiFailure InDoubt()
    {
        var copy = (ApiFailure)MemberwiseClone();
        copy.MayHaveBeenProcessed = true;
        return copy;
    }

    /// <summary>Whether a response is a failure: not a success, or an HTML page, which a proxy sends but never our servers.</summary>
    internal static bool Is(HttpResponseMessage response) => !response.IsSuccessStatusCode
        || response.Content?.Headers.ContentType?.MediaType?.EndsWith("html", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Route and tenant, as messages show them.</summary>
    internal string Target => TargetOf(Route, Tenant);

    internal static string TargetOf(string route, string? tenant) => tenant is null ? route : $"{route} (tenant {tenant})";
}

/// <summary>One error of a list that a server sent: the problem and the value.</summary>
public sealed class ApiError
{
    /// <summary>The server's message. It may name records or people: show it, do not log it.</summary>
    public string Message { get; set; } = "";

    /// <summary>The server's code, if it returned one.</summary>
    public string? Code { get; set; }

    /// <summary>The server's type of error, if it returned one.</summary>
    public string? Type { get; set; }

    /// <summary>The properties that the error is about, and their values.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Parameters { get; set; } = [];
}
