using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>A request to Polaris in the fake, and what is known about it.</summary>
internal sealed class PolarisCall(ReceivedRequest received, PolarisAddress address, Action<UnexpectedRequest> report)
    : FakeRequest(received, address.Path, report)
{
    public PolarisCall(ReceivedRequest received, Action<UnexpectedRequest> report)
        : this(received, PolarisAddress.Parse(received.Uri), report)
    {
    }

    public PolarisAddress Address { get; } = address;

    /// <summary>The user at the workstation, once the request is authenticated.</summary>
    public LockOwner? Caller { get; set; }

    public JsonObject? WorkflowRequest { get; set; }

    public JsonObject? WorkflowReply { get; set; }

    public JsonObject? WorkflowAnswer { get; set; }

    /// <summary>Reports why the response is not what the caller wants, although its status is that of success.</summary>
    public string? Reason { get; set; }

    public Refusal BadRequest(string reason) => Refuse(PolarisAnswers.Error(400, 0, "Bad request"), reason);

    /// <summary>A placeholder of the route that must be a number.</summary>
    public int Number(string placeholder) => RouteNumber(placeholder)
        ?? throw Refuse(PolarisAnswers.NotFoundPage(), $"'{this[placeholder]}' is not a number.");

    /// <summary>The body as JSON, if its media type allows it.</summary>
    public JsonElement ReadJson()
    {
        string mediaType = (Header("Content-Type") ?? "").Split(';')[0].Trim();
        if (mediaType is not ("application/json" or "text/json"))
        {
            throw Refuse(FakeResponse.Empty(415), $"The content type is '{mediaType}'.");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(BodyWithoutMark());
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw BadRequest("The body is not JSON.");
        }
    }
}
