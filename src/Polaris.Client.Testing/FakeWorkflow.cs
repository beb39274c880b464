using Polaris.Client.Workflows;

namespace Polaris.Client.Testing;

/// <summary>A workflow in progress, as a script sees it.</summary>
/// <remarks>A script is asked again after every reply, with all replies so far, until it asks nothing more.</remarks>
public sealed class FakeWorkflow
{
    private readonly List<WorkflowReply> _replies = [];

    internal FakeWorkflow(WorkflowRequestMessage request) => Request = request;

    /// <summary>What was asked for.</summary>
    public WorkflowRequestMessage Request { get; }

    /// <summary>The replies so far, those sent up front and used among them, in their order.</summary>
    public IReadOnlyList<WorkflowReply> Replies => _replies;

    /// <summary>The last reply to a prompt; null when it was not answered yet.</summary>
    /// <param name="promptId">The prompt.</param>
    public WorkflowReply? ReplyTo(WorkflowPromptId promptId) =>
        _replies.FindLast(reply => reply.WorkflowPromptId == promptId);

    internal void Add(WorkflowReply reply) => _replies.Add(reply);
}
