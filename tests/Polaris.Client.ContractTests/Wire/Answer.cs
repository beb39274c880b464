using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using WireMock.ResponseBuilders;

namespace Polaris.Client.ContractTests.Wire;

/// <summary>What a stub answers.</summary>
/// <param name="Status">The status code.</param>
/// <param name="ContentType">The type of the body; <see langword="null"/> for none.</param>
/// <param name="Body">The text of the body.</param>
public sealed record Answer(int Status, string? ContentType = null, string Body = "")
{
    /// <summary>Further headers; a header that is given twice is sent in two lines.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>What happens to the connection instead of an answer.</summary>
    public Fault? Fault { get; init; }

    /// <summary>How long the server takes.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>An answer of JSON.</summary>
    public static Answer Json(int status, string json) => new(status, "application/json", json);

    /// <summary>An answer of JSON.</summary>
    public static Answer Json(int status, JsonNode json) => Json(status, json.ToJsonString());

    /// <summary>An answer of plain text.</summary>
    public static Answer Text(int status, string text) => new(status, "text/plain", text);

    /// <summary>An answer of HTML, as a proxy or a web server gives.</summary>
    public static Answer Html(int status, string html) => new(status, "text/html", html);

    /// <summary>An answer without a body.</summary>
    public static implicit operator Answer(int status) => new(status);

    /// <summary>No response, because the connection fails.</summary>
    public static implicit operator Answer(Fault fault) => new(0) { Fault = fault };

    /// <summary>The same answer with one more header.</summary>
    public Answer With(string header, string value) => this with { Headers = [.. Headers, (header, value)] };

    /// <summary>The same answer, but later.</summary>
    public Answer After(TimeSpan delay) => this with { Delay = delay };

    internal IResponseBuilder ToResponse()
    {
        IResponseBuilder response = Response.Create().WithStatusCode(Status);
        foreach (IGrouping<string, string> header in Headers.GroupBy(header => header.Name, header => header.Value))
        {
            response = response.WithHeader(header.Key, [.. header]);
        }

        if (ContentType is not null) response = response.WithHeader("Content-Type", ContentType);
        return Body.Length == 0 ? response : response.WithBody(Body);
    }

    /// <summary>Waits, and breaks the connection if that is the answer.</summary>
    internal async Task PlayAsync(HttpContext context)
    {
        if (Delay > TimeSpan.Zero) await Task.Delay(Delay, TimeProvider.System, context.RequestAborted);
        if (Fault is not { } fault) return;

        // WireMock.Net has no such faults: they need the socket itself.
        Socket socket = context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
        if (fault is Wire.Fault.BrokenChunk)
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nnot a chunk\r\n"));
        }
        else if (fault is Wire.Fault.RandomData)
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes("This is not HTTP.\r\n"));
        }

        if (fault is Wire.Fault.ConnectionReset) socket.LingerState = new LingerOption(enable: true, seconds: 0);
        else socket.Shutdown(SocketShutdown.Both);
        socket.Close();
        context.Abort();
    }
}
