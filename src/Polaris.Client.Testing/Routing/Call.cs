using System.Net;
using System.Text.Json;
using Polaris.Client.Testing.ObjectLocks;
using Polaris.Client.Workflows;

namespace Polaris.Client.Testing.Routing;

/// <summary>One request on its way through the fake, and what is found out about it.</summary>
internal sealed class Call(ReceivedRequest request, Action<UnexpectedRequest> report)
{
    public ReceivedRequest Request { get; } = request;

    public PolarisRoute Route => Request.Route;

    /// <summary>The user at the workstation, once the request is authenticated.</summary>
    public LockOwner? Caller { get; set; }

    public WorkflowRequestMessage? WorkflowRequest { get; set; }

    public WorkflowReply? WorkflowReply { get; set; }

    public WorkflowAnswer? WorkflowAnswer { get; set; }

    /// <summary>Records that a well-made client would not send this.</summary>
    public void Report(string reason) => report(new(Request.Method, Request.Uri.AbsolutePath, reason));

    /// <summary>Records it, and answers as the server does.</summary>
    public Refusal Refuse(string reason, Answer answer)
    {
        Report(reason);
        return new Refusal(answer);
    }

    public Refusal BadRequest(string reason) =>
        Refuse(reason, Answer.Error(HttpStatusCode.BadRequest, 0, "Bad request"));

    /// <summary>A number in the address.</summary>
    public int RouteNumber(int part) =>
        int.TryParse(Route.Resource[part], out int number)
            ? number
            : throw Refuse($"'{Route.Resource[part]}' is no number.", Answer.NotFoundPage());

    /// <summary>The body as JSON, sent as the documents want it.</summary>
    public JsonElement ReadJson()
    {
        if (Request.ContentType is not ("application/json" or "text/json"))
        {
            throw Refuse(
                $"The content type is '{Request.ContentType}'.", Answer.Empty(HttpStatusCode.UnsupportedMediaType));
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(Request.Body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw BadRequest("The body is no JSON.");
        }
    }
}
