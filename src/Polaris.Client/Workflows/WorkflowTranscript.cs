using System.Collections;

namespace Polaris.Client.Workflows;

/// <summary>All exchanges of a workflow, in their order.</summary>
public sealed class WorkflowTranscript : IReadOnlyList<WorkflowExchange>
{
    private readonly List<WorkflowExchange> _exchanges = [];

    /// <inheritdoc/>
    public int Count => _exchanges.Count;

    /// <inheritdoc/>
    public WorkflowExchange this[int index] => _exchanges[index];

    /// <inheritdoc/>
    public IEnumerator<WorkflowExchange> GetEnumerator() => _exchanges.GetEnumerator();

    /// <summary>The exchanges in numbers, one after the other; no texts, which may name people.</summary>
    public override string ToString() => string.Join("; ", _exchanges);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(WorkflowStep step, DateTimeOffset at, WorkflowReply? reply, WorkflowAnswer? answer) =>
        _exchanges.Add(new WorkflowExchange(step, at, reply, answer));
}

/// <summary>One exchange of a workflow: what was sent, and what came back.</summary>
/// <param name="Step">What was sent.</param>
/// <param name="At">When the answer came, or was known to be lost.</param>
/// <param name="Reply">The reply, for <see cref="WorkflowStep.Reply"/>.</param>
/// <param name="Answer">The answer; null when it was lost.</param>
public sealed record WorkflowExchange(WorkflowStep Step, DateTimeOffset At, WorkflowReply? Reply, WorkflowAnswer? Answer)
{
    /// <summary>Shows numbers only; the texts may name people.</summary>
    public override string ToString()
    {
        var sent = Reply is null ? Step.ToString() : $"{Step} {Reply.WorkflowPromptResult} to prompt {(int)Reply.WorkflowPromptId}";
        var came = Answer switch
        {
            null => "answer lost",
            { Prompt: { } prompt } => $"prompt {(int)prompt.WorkflowPromptId}",
            _ => Answer.WorkflowStatus.ToString(),
        };
        return $"{sent} -> {came}";
    }
}

/// <summary>What was sent in one exchange of a workflow.</summary>
public enum WorkflowStep
{
    /// <summary>The request that starts the workflow (POST).</summary>
    Start = 1,

    /// <summary>A reply to a prompt (PUT).</summary>
    Reply = 2,

    /// <summary>The question for the present state (GET), after an answer was lost or a bookmark was opened.</summary>
    Read = 3,
}
