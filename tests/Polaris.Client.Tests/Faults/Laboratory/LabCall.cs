using System.Text;
using System.Text.Json.Nodes;

namespace Polaris.Client.Tests.Faults.Laboratory;

/// <summary>What goes wrong with one request.</summary>
internal enum Trouble
{
    None,
    Slow,
    NotConnected,
    ResetBeforeProcessing,
    ResetAfterProcessing,
    GatewayGaveUp,
    GatewayDown,
    PageInstead,
    PageAfterProcessing,
    BrokenBody,
    SlowBody,
    Unauthorized,
    Sloppy,
    WrongObject,
    PlainNotFound,
    Redirected,
}

/// <summary>One request that a client sent, and its outcome.</summary>
internal sealed class LabCall
{
    public required int Client { get; init; }

    public required string Method { get; init; }

    /// <summary>The path below organization and workstation.</summary>
    public required string[] Path { get; init; }

    public required int WorkstationId { get; init; }

    public required JsonNode? Body { get; init; }

    public required Draw Draw { get; init; }

    public required TimeSpan SentAt { get; init; }

    public Trouble Trouble { get; set; }

    public bool WasProcessed { get; set; }

    /// <summary>Whether the client received a whole answer of the server itself.</summary>
    public bool WasAnswered { get; set; }

    /// <summary>Whether the server processed it after the client had stopped waiting.</summary>
    public bool WasProcessedLate { get; set; }

    public bool HasGivenUp { get; set; }

    /// <summary>What the handler saw last when this reply was sent.</summary>
    public string? SeenWhenSent { get; init; }

    public bool Is(string method, string first) => Method == method && Path[0] == first;

    public string Line { get; set; } = "";
}

/// <summary>What the server itself answers, before anything happens to it on the way.</summary>
internal sealed class LabAnswer(int status, string body, string mediaType = "application/json")
{
    public int Status { get; } = status;

    public string Text { get; set; } = body;

    public string MediaType { get; } = mediaType;

    public byte[] Bytes => Encoding.UTF8.GetBytes(Text);

    public static LabAnswer Json(JsonNode? body, int status = 200) => new(status, body?.ToJsonString() ?? "null");

    public static LabAnswer Error(int status, int code, string message, JsonNode? data = null) => Json(
        new JsonObject
        {
            ["ErrorCode"] = code,
            ["Message"] = message,
            ["MessageDetail"] = null,
            ["StackTrace"] = null,
            ["InnerException"] = null,
            ["Data"] = data,
        },
        status);

    public static LabAnswer Page(int status) => new(status, $"<html><body><h1>{status}</h1><p>The gateway has its own words.</p></body></html>", "text/html");

    public static LabAnswer Plain(int status, string text) => new(status, text, "text/plain");
}
