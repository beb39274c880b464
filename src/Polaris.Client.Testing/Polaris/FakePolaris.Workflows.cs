using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace Polaris.Client.Testing;

/// <content>Workflows that a test scripts.</content>
public sealed partial class FakePolaris
{
    /// <summary>The last operations that were really done, in their order.</summary>
    public IReadOnlyList<FakeOperation> Operations => Locked(() => _engine.Operations);

    /// <summary>How many workflows were really executed; canceled and failed ones do not count.</summary>
    public int ExecutedOperations => Locked(() => _engine.Executed);

    /// <summary>Adds a workflow that the fake does not play, or replaces one that it does.</summary>
    /// <param name="type">The request type.</param>
    /// <param name="script">
    /// Returns what comes next; it is called at the start and after every reply, while the server is locked.
    /// </param>
    /// <param name="locks">
    /// Returns the objects that the workflow needs unlocked; a lock of another user answers 409. <c>null</c> for those of the workflow
    /// that is replaced, or none.
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

    /// <summary>Answers the next workflow call with this, whatever it asks; nothing is done. Several are used in turn.</summary>
    /// <param name="response">The answer.</param>
    /// <returns>This server, so that calls can be chained.</returns>
    public FakePolaris AnswerNextWorkflowCall(FakeResponse response)
    {
        _ = response ?? throw new ArgumentNullException(nameof(response));
        return Change(() => _workflows.AnswerNext(response));
    }

    /// <summary>Answers the next workflow call with these bytes, whatever it asks; nothing is done. Several are used in turn.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body: JSON, half of it, an HTML page; <c>null</c> for none.</param>
    /// <param name="contentType">The content type; <c>null</c> for none.</param>
    /// <returns>This server, so that calls can be chained.</returns>
    public FakePolaris AnswerNextWorkflowCall(int status, string? body, string? contentType = "application/json") =>
        AnswerNextWorkflowCall(new FakeResponse(status, contentType, body));
}
