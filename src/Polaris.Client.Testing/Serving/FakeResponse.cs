using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The response of a fake: a status, headers and a body. Immutable.</summary>
public sealed class FakeResponse
{
    /// <summary>The header that contains the reason of a refusal.</summary>
    public const string ReasonHeader = "X-Fake-Reason";

    private readonly byte[] _body;

    /// <summary>Initializes a new instance of the <see cref="FakeResponse"/> class.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="contentType">The content type; <c>null</c> for none.</param>
    /// <param name="body">The body, sent as UTF-8; <c>null</c> for none.</param>
    public FakeResponse(int status, string? contentType = null, string? body = null)
        : this(status, contentType, body is null ? [] : Encoding.UTF8.GetBytes(body))
    {
    }

    /// <summary>Initializes a new instance of the <see cref="FakeResponse"/> class.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="contentType">The content type; <c>null</c> for none.</param>
    /// <param name="body">The bytes of the body.</param>
    public FakeResponse(int status, string? contentType, byte[] body)
    {
        Status = status;
        ContentType = contentType;
        _body = body ?? throw new ArgumentNullException(nameof(body));
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The content type; <c>null</c> for none.</summary>
    public string? ContentType { get; }

    /// <summary>The bytes of the body.</summary>
    public ReadOnlyMemory<byte> Body => _body;

    /// <summary>All headers but the content type; a name may occur more than once.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; private init; } = [];

    /// <summary>Whether the connection breaks in the middle of the body.</summary>
    internal bool IsTruncated { get; private init; }

    /// <summary>The body, read as UTF-8.</summary>
    internal string Text => Encoding.UTF8.GetString(_body);

    internal string? Reason => Headers.FirstOrDefault(header => header.Key == ReasonHeader).Value;

    /// <summary>A response without a body.</summary>
    /// <param name="status">The HTTP status.</param>
    public static FakeResponse Empty(int status) => new(status);

    /// <summary>A response with a JSON body.</summary>
    /// <param name="body">The body; <c>null</c> for the JSON <c>null</c>.</param>
    /// <param name="status">The HTTP status; 200 by default.</param>
    public static FakeResponse Json(JsonNode? body, int status = 200) => Json(body?.ToJsonString() ?? "null", status);

    /// <summary>A response with a JSON body.</summary>
    /// <param name="body">The JSON string.</param>
    /// <param name="status">The HTTP status; 200 by default.</param>
    public static FakeResponse Json(string body, int status = 200) => new(status, "application/json; charset=utf-8", body);

    /// <summary>A response with an HTML page, as proxies and web servers send it.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="text">The text of the page.</param>
    public static FakeResponse Html(int status, string text) => new(
        status,
        "text/html; charset=utf-8",
        $"<!DOCTYPE html><html><head><title>{status}</title></head><body>{text}</body></html>");

    /// <summary>Returns the same response with one more header.</summary>
    /// <param name="header">The name of the header.</param>
    /// <param name="value">The value of the header.</param>
    public FakeResponse With(string header, string value) => new(Status, ContentType, _body)
    {
        Headers = [.. Headers, new KeyValuePair<string, string>(header, value)],
        IsTruncated = IsTruncated,
    };

    /// <summary>The same response without a header.</summary>
    internal FakeResponse Without(string header) => new(Status, ContentType, _body)
    {
        Headers = [.. Headers.Where(present => !present.Key.Equals(header, StringComparison.OrdinalIgnoreCase))],
        IsTruncated = IsTruncated,
    };

    /// <summary>The same status and headers with another body.</summary>
    internal FakeResponse WithBody(byte[] body) => new(Status, ContentType, body) { Headers = Headers, IsTruncated = IsTruncated };

    /// <summary>The same response, except that the connection breaks in the middle of its body.</summary>
    internal FakeResponse Truncated() => new(Status, ContentType, _body) { Headers = Headers, IsTruncated = true };

    /// <summary>The same response with the reason of a refusal, unless it has one.</summary>
    internal FakeResponse Because(string reason) => Reason is null ? With(ReasonHeader, HeaderText(reason)) : this;

    internal HttpResponseMessage ToMessage(HttpRequestMessage request)
    {
        HttpContent content = IsTruncated ? new StreamContent(new BrokenStream(_body)) : new ByteArrayContent(_body);
        HttpResponseMessage message = new((HttpStatusCode)Status) { RequestMessage = request, Content = content };
        content.Headers.ContentType = ContentType is null ? null : MediaTypeHeaderValue.Parse(ContentType);
        if (IsTruncated)
        {
            content.Headers.ContentLength = _body.Length;
        }

        foreach (KeyValuePair<string, string> header in Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(header.Key, header.Value))
            {
                content.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }

        return message;
    }

    // A header holds printable ASCII on one line.
    private static string HeaderText(string reason) =>
        new([.. reason.Select(character => character is >= ' ' and <= '~' ? character : '?')]);
}

/// <summary>Ends the processing of a request with a response.</summary>
internal sealed class Refusal(FakeResponse response) : Exception
{
    public FakeResponse Response { get; } = response;
}
