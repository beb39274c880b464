using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing.Folio.Server;

/// <summary>An answer before it becomes an <see cref="HttpResponseMessage"/>.</summary>
internal sealed class FolioReply
{
    private static readonly JsonWriterOptions Pretty = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private FolioReply(int status, string? contentType, byte[] body)
    {
        Status = status;
        ContentType = contentType;
        Body = body;
    }

    public int Status { get; }

    public string? ContentType { get; }

    public byte[] Body { get; }

    public List<KeyValuePair<string, string>> Headers { get; private init; } = [];

    /// <summary>The answer of an address that a test added.</summary>
    public static FolioReply Of(FakeResponse response) =>
        new(response.Status, response.ContentType, response.Body.ToArray()) { Headers = [.. response.Headers] };

    public static FolioReply Empty(int status) => new(status, null, []);

    public static FolioReply Text(int status, string text, string contentType = "text/plain") =>
        new(status, contentType, Encoding.UTF8.GetBytes(text));

    public static FolioReply Json(int status, JsonNode body) => Json(status, writer => body.WriteTo(writer));

    /// <summary>JSON as the server prints it: indented, letters of all scripts as they are.</summary>
    public static FolioReply Json(int status, Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Pretty))
        {
            write(writer);
        }

        return new FolioReply(status, "application/json", stream.ToArray());
    }

    public FolioReply With(string header, string value)
    {
        Headers.Add(new KeyValuePair<string, string>(header, value));
        return this;
    }

    public FolioReply WithBody(byte[] body) => new(Status, ContentType, body) { Headers = Headers };

    public HttpResponseMessage ToMessage(HttpRequestMessage request)
    {
        var message = new HttpResponseMessage((HttpStatusCode)Status)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(Body),
        };
        message.Content.Headers.ContentType = ContentType is null ? null : MediaTypeHeaderValue.Parse(ContentType);
        foreach (KeyValuePair<string, string> header in Headers)
        {
            message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return message;
    }
}
