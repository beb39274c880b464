using System.Globalization;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>A fault that affects one exchange. Queue it in <see cref="FakeFolioFaults"/>.</summary>
public sealed class FakeFolioFault
{
    private FakeFolioFault(string name) => Name = name;

    /// <summary>The name of the fault in the journal.</summary>
    public string Name { get; }

    /// <summary>How long the response is delayed, on the clock of the fake.</summary>
    internal TimeSpan Wait { get; private init; }

    /// <summary>Responds or throws in place of the server.</summary>
    internal Func<FolioGateway, FakeResponse>? InsteadOfServer { get; private init; }

    /// <summary>Changes the response of the server.</summary>
    internal Func<FakeResponse, FakeResponse> AfterServer { get; private init; } = reply => reply;

    /// <summary>The connection breaks before the server sees the request.</summary>
    public static FakeFolioFault ConnectionReset() => new("connection reset") { InsteadOfServer = _ => throw Broken() };

    /// <summary>The server processes the request, and the connection breaks before the response arrives.</summary>
    public static FakeFolioFault AnswerLost() => new("answer lost") { AfterServer = _ => throw Broken() };

    /// <summary>503 with the text of the gateway.</summary>
    /// <param name="retryAfter">The value of Retry-After, in whole seconds; <c>null</c> to omit it.</param>
    public static FakeFolioFault ServiceUnavailable(TimeSpan? retryAfter = null) => new("service unavailable")
    {
        InsteadOfServer = gateway => RetryAfter(gateway.Unavailable(), retryAfter),
    };

    /// <summary>429 from a proxy in front of the gateway.</summary>
    /// <param name="retryAfter">The value of Retry-After, in whole seconds; <c>null</c> to omit it.</param>
    public static FakeFolioFault TooManyRequests(TimeSpan? retryAfter = null) => new("too many requests")
    {
        InsteadOfServer = _ => RetryAfter(FolioAnswers.Text(429, "Too Many Requests"), retryAfter),
    };

    /// <summary>An HTML page of a proxy.</summary>
    /// <param name="status">The status. Default: 502.</param>
    public static FakeFolioFault HtmlPage(int status = 502) => Answer(
        status, "text/html", $"<html><head><title>{status}</title></head><body>nginx</body></html>", "HTML page");

    /// <summary>401, once, although the token is valid.</summary>
    public static FakeFolioFault Unauthorized() => new("unauthorized") { InsteadOfServer = gateway => gateway.TokenInvalid() };

    /// <summary>Any response in place of the server's.</summary>
    /// <param name="status">The status.</param>
    /// <param name="contentType">The media type.</param>
    /// <param name="body">The body.</param>
    public static FakeFolioFault Answer(int status, string contentType, string body) =>
        Answer(status, contentType, body, "answer");

    /// <summary>Delays the response of the server; if the delay is longer than the timeout of the caller, it is never seen.</summary>
    /// <param name="wait">The delay, on the clock of the fake.</param>
    public static FakeFolioFault Delay(TimeSpan wait) => new("delay") { Wait = wait };

    /// <summary>The connection breaks in the middle of the response body.</summary>
    public static FakeFolioFault TruncatedBody() => new("truncated body")
    {
        AfterServer = reply => reply.Truncated(),
    };

    /// <summary>A list without the property that holds its records.</summary>
    public static FakeFolioFault MissingCollection() => new("missing collection")
    {
        AfterServer = reply => Edit(reply, json => json.Remove(json.First(property => property.Value is JsonArray).Key)),
    };

    /// <summary>A list whose last record has no ID, or a single record without one.</summary>
    public static FakeFolioFault RecordWithoutId() => new("record without id")
    {
        AfterServer = reply => Edit(reply, json =>
        {
            var records = json.Select(property => property.Value).OfType<JsonArray>().FirstOrDefault();
            (records?.LastOrDefault()?.AsObject() ?? json).Remove("id");
        }),
    };

    /// <summary>A sign-in that succeeds but sets no cookies.</summary>
    public static FakeFolioFault NoCookies() => new("no cookies")
    {
        AfterServer = reply => reply.Without("Set-Cookie"),
    };

    private static FakeFolioFault Answer(int status, string contentType, string body, string name) =>
        new(name) { InsteadOfServer = _ => FolioAnswers.Text(status, body, contentType) };

    private static FakeResponse RetryAfter(FakeResponse reply, TimeSpan? wait) => wait is { } time
        ? reply.With("Retry-After", ((long)time.TotalSeconds).ToString(CultureInfo.InvariantCulture))
        : reply;

    private static FakeResponse Edit(FakeResponse reply, Action<JsonObject> change)
    {
        if (reply.Status >= 300 || reply.ContentType != "application/json")
        {
            return reply;
        }

        JsonObject json = JsonNode.Parse(reply.Body.Span)!.AsObject();
        change(json);
        return FolioAnswers.Json(reply.Status, json);
    }

    private static HttpRequestException Broken() =>
        ConnectionFailure.Reset();
}
