using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace Polaris.Client.Testing;

/// <content>Workflows that are scripted by a test.</content>
public sealed partial class FakePolaris
{
    /// <summary>The latest executed operations, in order.</summary>
    public IReadOnlyList<FakeOperation> Operations => Locked(() => _engine.Operations);

    /// <summary>The number of executed workflows; canceled and failed ones do not count.</summary>
    public int ExecutedOperations => Locked(() => _engine.Executed);

    /// <summary>Adds a workflow that the fake does not implement, or replaces a built-in one.</summary>
    /// <param name="type">The request type.</param>
    /// <param name="script">
    /// Returns the next step; it is called at the start and after every reply, while the server is locked.
    /// </param>
    /// <param name="locks">
    /// Returns the objects that the workflow needs unlocked; a lock of another user causes a 409. <c>null</c> for those of the built-in
    /// workflow of this type, or none.
    /// </param>
    /// <returns>This server, so that calls can be chained.</returns>
    /// <example>
    /// <code>
    /// fake.OnWorkflow(WorkflowRequestType.AddOrUpdateItemRecord, workflow => workflow.Replies.Count == 0
    ///     ? FakeWorkflowOutcome.Ask(FakePrompts.DuplicateBarcode())
    ///     : FakeAnswers.ItemSaved(17));
    /// </code>
    /// </example>
    public FakePolaris OnWorkflow(
        WorkflowRequestType type,
        Func<FakeWorkflow, FakeWorkflowOutcome> script,
        Func<FakeWorkflowRequest, IEnumerable<(ObjectType Type, int Id)>>? locks = null)
    {
        _ = script ?? throw new ArgumentNullException(nameof(script));
        Func<FakeWorkflowRequest, IEnumerable<LockTarget>>? targets = locks is null
            ? null
            : request => locks(request).Select(target => new LockTarget((int)target.Type, target.Id));
        return Change(() => _catalog.Add((int)type, new(script, targets)));
    }

    /// <summary>Returns this response to the next workflow call, whatever it requests; nothing is executed. Several are used in turn.</summary>
    /// <param name="response">The response.</param>
    /// <returns>This server, so that calls can be chained.</returns>
    public FakePolaris AnswerNextWorkflowCall(FakeResponse response)
    {
        _ = response ?? throw new ArgumentNullException(nameof(response));
        return Change(() => _workflows.AnswerNext(response));
    }

    /// <summary>Returns these bytes to the next workflow call, whatever it requests; nothing is executed. Several are used in turn.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body: JSON, truncated JSON, an HTML page; <c>null</c> for none.</param>
    /// <param name="contentType">The content type; <c>null</c> for none.</param>
    /// <returns>This server, so that calls can be chained.</returns>
    public FakePolaris AnswerNextWorkflowCall(int status, string? body, string? contentType = "application/json") =>
        AnswerNextWorkflowCall(new FakeResponse(status, contentType, body));
}
