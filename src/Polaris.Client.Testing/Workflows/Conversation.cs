using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace Polaris.Client.Testing.Workflows;

/// <summary>A workflow that was started; it stays known after its end, so that its last answer can be asked
/// for.</summary>
internal sealed class Conversation(
    WorkflowRequestMessage request, ObjectReference? target, Func<FakeWorkflow, FakeWorkflowOutcome> script)
{
    public Guid Id { get; } = Guid.NewGuid();

    public FakeWorkflow Workflow { get; } = new(request);

    /// <summary>The record that must not be locked by someone else; null when the fake does not know.</summary>
    public ObjectReference? Target { get; } = target;

    /// <summary>The question that waits for a reply; null when the conversation has ended.</summary>
    public FakeWorkflowOutcome? Pending { get; set; }

    public WorkflowAnswer? LastAnswer { get; set; }

    public List<WorkflowReply> UpFrontReplies { get; } = [.. request.WorkflowReplies ?? []];

    public FakeWorkflowOutcome Next() => script(Workflow);
}
