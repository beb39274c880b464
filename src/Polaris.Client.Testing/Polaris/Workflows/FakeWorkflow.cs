using System.Text.Json.Nodes;
using Polaris.Client.Workflows;

namespace Polaris.Client.Testing;

/// <summary>A workflow in progress, as a script sees it.</summary>
/// <remarks>A script is called again after every reply, with all replies so far, until it ends the workflow.</remarks>
public sealed class FakeWorkflow
{
    private readonly List<FakeWorkflowReply> _replies = [];

    internal FakeWorkflow(FakeWorkflowRequest request) => Request = request;

    /// <summary>The workflow request.</summary>
    public FakeWorkflowRequest Request { get; }

    /// <summary>The replies so far, in order, including those sent up front that were used.</summary>
    public IReadOnlyList<FakeWorkflowReply> Replies => _replies;

    internal JsonObject Data => Request.Data;

    /// <summary>Returns the last reply to a prompt; <c>null</c> if it has not been answered yet.</summary>
    /// <param name="promptId">The ID of the prompt.</param>
    public FakeWorkflowReply? ReplyTo(WorkflowPromptId promptId) => ReplyTo((int)promptId);

    /// <summary>Whether the reply to a prompt was Cancel.</summary>
    public bool IsCanceled => _replies.Exists(reply => reply.Result == OfferedResults.Cancel);

    internal FakeWorkflowReply? ReplyTo(int promptId) => _replies.FindLast(reply => reply.Prompt == promptId);

    internal int? ResultOf(int promptId) => ReplyTo(promptId)?.Result;

    internal void Add(FakeWorkflowReply reply) => _replies.Add(reply);

    /// <summary>Raises the prompt until it has a reply, ends after the reply Cancel, and otherwise returns null.</summary>
    internal FakeWorkflowOutcome? AskOnce(FakePrompt prompt, Func<FakeWorkflowReply, string?>? faultOfReply = null) =>
        ResultOf((int)prompt.Id) switch
        {
            null => FakeWorkflowOutcome.Ask(prompt, faultOfReply),
            OfferedResults.Cancel => FakeWorkflowOutcome.Cancel(),
            _ => null,
        };
}
