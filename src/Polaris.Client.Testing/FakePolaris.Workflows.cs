using System.Text.Json;
using Polaris.Client.Testing.Routing;
using Polaris.Client.Workflows;

namespace Polaris.Client.Testing;

/// <content>Workflows that a test scripts.</content>
public sealed partial class FakePolaris
{
    /// <summary>What was really done, in its order.</summary>
    public IReadOnlyList<FakeOperation> Operations =>
        Locked<IReadOnlyList<FakeOperation>>(() => [.. _engine.Operations]);

    /// <summary>How many workflows were really executed; cancelled and failed ones do not count.</summary>
    public int ExecutedOperations => Locked(() => _engine.Operations.Count);

    /// <summary>Adds a workflow the fake does not know, or replaces one it does.</summary>
    /// <param name="type">The request type.</param>
    /// <param name="script">Says what comes next; it is asked at the start and after every reply, while the server is
    /// locked.</param>
    /// <returns>This server, to go on with.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="script"/> is null.</exception>
    public FakePolaris OnWorkflow(WorkflowRequestType type, Func<FakeWorkflow, FakeWorkflowOutcome> script)
    {
        _ = script ?? throw new ArgumentNullException(nameof(script));
        return Change(() => _catalog.Add(type, script));
    }

    /// <summary>Answers the next workflow call with this, whatever it asks; nothing is done. Several wait in
    /// line.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>This server, to go on with.</returns>
    public FakePolaris AnswerNextWorkflowCall(WorkflowAnswer answer) =>
        AnswerNextWorkflowCall(200, JsonSerializer.Serialize(answer, WorkflowsJson.Default.WorkflowAnswer));

    /// <summary>Answers the next workflow call with these bytes, whatever it asks; nothing is done. Several wait in
    /// line.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body: JSON, half of it, a page of HTML; null for none.</param>
    /// <param name="contentType">The content type; null for none.</param>
    /// <returns>This server, to go on with.</returns>
    public FakePolaris AnswerNextWorkflowCall(int status, string? body, string? contentType = "application/json") =>
        Change(() => _workflows.AnswerNext(() => new Answer(status, contentType, body)));
}
