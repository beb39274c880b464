using System.Collections;

namespace Polaris.Client.Workflows;

/// <summary>Every request and response of a workflow, in order.</summary>
public sealed class WorkflowTranscript : IReadOnlyList<WorkflowExchange>
{
    private readonly List<WorkflowExchange> _exchanges = [];

    /// <inheritdoc/>
    public int Count => _exchanges.Count;

    /// <inheritdoc/>
    public WorkflowExchange this[int index] => _exchanges[index];

    /// <inheritdoc/>
    public IEnumerator<WorkflowExchange> GetEnumerator() => _exchanges.GetEnumerator();

    /// <summary>Returns the exchanges, one after another, without messages, which may name people.</summary>
    public override string ToString() => string.Join("; ", _exchanges);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Returns the conversation of a response, which may lack its ID.</summary>
    internal Guid ConversationOf(WorkflowAnswer answer) => answer.WorkflowRequestGuid != Guid.Empty
        ? answer.WorkflowRequestGuid
        : _exchanges.Select(exchange => exchange.Answer?.WorkflowRequestGuid ?? Guid.Empty).LastOrDefault(id => id != Guid.Empty);

    internal void Add(WorkflowStep step, DateTimeOffset at, WorkflowReply? reply, WorkflowAnswer? answer) =>
        _exchanges.Add(new WorkflowExchange(step, at, reply, answer));
}

/// <summary>One exchange of a workflow: a request and its response.</summary>
/// <param name="Step">The kind of request.</param>
/// <param name="At">When the response was received, or was known to be lost.</param>
/// <param name="Reply">The reply, for <see cref="WorkflowStep.Reply"/>.</param>
/// <param name="Answer">The response; <c>null</c> if it was lost.</param>
public sealed record WorkflowExchange(WorkflowStep Step, DateTimeOffset At, WorkflowReply? Reply, WorkflowAnswer? Answer)
{
    /// <summary>Returns types and IDs only; the messages may name people.</summary>
    public override string ToString()
    {
        var sent = Reply is null ? Step.ToString() : $"{Step} {Reply.WorkflowPromptResult} to prompt {(int)Reply.WorkflowPromptId}";
        var came = Answer switch
        {
            null => "response lost",
            { Prompt: { } prompt } => $"prompt {(int)prompt.WorkflowPromptId}",
            _ => Answer.WorkflowStatus.ToString(),
        };
        return $"{sent} -> {came}";
    }
}

/// <summary>The kinds of requests of a workflow.</summary>
public enum WorkflowStep
{
    /// <summary>The request that starts the workflow (POST).</summary>
    Start = 1,

    /// <summary>A reply to a prompt (PUT).</summary>
    Reply = 2,

    /// <summary>The request for the current state (GET), after a response was lost or a bookmark was opened.</summary>
    Read = 3,
}
