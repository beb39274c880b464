using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing.Routing;

/// <summary>What the caller gets.</summary>
internal sealed class Answer(int status, string? contentType = null, string? body = null)
{
    private const string JsonType = "application/json";
    private const string HtmlType = "text/html";

    public int Status { get; } = status;

    public string? ContentType { get; } = contentType;

    public string? Body { get; } = body;

    public RetryConditionHeaderValue? RetryAfter { get; init; }

    public static Answer Empty(HttpStatusCode status) => new((int)status);

    public static Answer Json(string body, int status = 200) => new(status, JsonType, body);

    public static Answer Json(JsonNode body, int status = 200) => Json(body.ToJsonString(), status);

    public static Answer Html(int status, string text) =>
        new(status, HtmlType, $"<!DOCTYPE html><html><head><title>{status}</title></head><body>{text}</body></html>");

    /// <summary>What IIS says of an address it does not know.</summary>
    public static Answer NotFoundPage() => Html((int)HttpStatusCode.NotFound, "404 - File or directory not found.");

    /// <summary>An error body as the vendor documents it.</summary>
    public static Answer Error(HttpStatusCode status, int errorCode, string message, JsonNode? data = null) =>
        Json(
            new JsonObject
            {
                ["ErrorCode"] = errorCode,
                ["Message"] = message,
                ["MessageDetail"] = null,
                ["StackTrace"] = null,
                ["InnerException"] = null,
                ["Data"] = data,
            },
            (int)status);

    public HttpResponseMessage ToMessage(HttpRequestMessage request) =>
        ToMessage(request, new ByteArrayContent(Body is null ? [] : Encoding.UTF8.GetBytes(Body)));

    /// <summary>The same answer, except that the connection breaks in the middle of its body.</summary>
    public HttpResponseMessage ToTruncatedMessage(HttpRequestMessage request) =>
        ToMessage(request, new StreamContent(new BrokenStream(Encoding.UTF8.GetBytes(Body ?? ""))));

    private HttpResponseMessage ToMessage(HttpRequestMessage request, HttpContent content)
    {
        HttpResponseMessage message = new((HttpStatusCode)Status) { RequestMessage = request, Content = content };
        message.Headers.RetryAfter = RetryAfter;
        if (ContentType is not null)
        {
            content.Headers.ContentType = new MediaTypeHeaderValue(ContentType) { CharSet = "utf-8" };
        }

        return message;
    }
}
