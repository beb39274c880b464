using System.Text.Json.Nodes;
using Polaris.Client.Workflows;

namespace Polaris.Client.Testing;

/// <summary>A workflow request, as received.</summary>
/// <param name="json">The body of the request.</param>
public sealed class FakeWorkflowRequest(JsonObject json)
{
    /// <summary>The whole body.</summary>
    public JsonObject Json { get; } = json;

    /// <summary>The type of the workflow.</summary>
    public WorkflowRequestType WorkflowRequestType => (WorkflowRequestType)(Json.Int("WorkflowRequestType") ?? 0);

    /// <summary>The type of the data; <c>null</c> without data.</summary>
    public int? ExtensionType => Json.Object("RequestExtension").Int("WorkflowRequestExtensionType");

    /// <summary>The data of the workflow, such as the record to save; empty if the request has no object there.</summary>
    public JsonObject Data => Json.Object("RequestExtension").Object("Data") ?? [];

    /// <summary>The replies that were sent up front; <c>null</c> if the request has no such list.</summary>
    public IReadOnlyList<FakeWorkflowReply>? Replies => Json["WorkflowReplies"] is JsonArray
        ? [.. Json.Objects("WorkflowReplies").Select(reply => new FakeWorkflowReply(reply))]
        : null;
}

/// <summary>A reply to a prompt, as received.</summary>
/// <param name="json">The body of the request.</param>
public sealed class FakeWorkflowReply(JsonObject json)
{
    /// <summary>The whole body.</summary>
    public JsonObject Json { get; } = json;

    /// <summary>The ID of the prompt.</summary>
    public WorkflowPromptId WorkflowPromptId => (WorkflowPromptId)Prompt;

    /// <summary>The chosen result.</summary>
    public WorkflowPromptResult WorkflowPromptResult => (WorkflowPromptResult)Result;

    /// <summary>The type of the data; <c>null</c> without data.</summary>
    public int? ExtensionType => Json.Object("ReplyExtension").Int("WorkflowReplyExtensionType");

    /// <summary>The data of the reply, such as the records to replace; empty if it has none.</summary>
    public JsonObject Data => Json.Object("ReplyExtension").Object("Data") ?? [];

    internal int Prompt => Json.Int("WorkflowPromptID") ?? 0;

    internal int Result => Json.Int("WorkflowPromptResult") ?? 0;
}

/// <summary>The response of a workflow, as sent.</summary>
/// <param name="json">The body of the response.</param>
public sealed class FakeWorkflowAnswer(JsonObject json)
{
    /// <summary>The whole body.</summary>
    public JsonObject Json { get; } = json;

    /// <summary>The status of the workflow.</summary>
    public WorkflowStatus WorkflowStatus => (WorkflowStatus)(Json.Int("WorkflowStatus") ?? 0);

    /// <summary>The open prompt; <c>null</c> if there is none.</summary>
    public WorkflowPromptId? PromptId =>
        Json.Object("Prompt").Int("WorkflowPromptID") is { } id ? (WorkflowPromptId)id : null;

    /// <summary>The messages, in order.</summary>
    public IReadOnlyList<string> Messages => [.. Json.Objects("InformationMessages").Select(message => message.Text("Message") ?? "")];
}
