namespace Polaris.Client.Workflows;

/// <summary>One exchange of a workflow: what was sent, and what came back.</summary>
/// <param name="Step">What was sent.</param>
/// <param name="At">When the answer came, or was known to be lost.</param>
/// <param name="Reply">The reply, for <see cref="WorkflowStep.Reply"/>.</param>
/// <param name="Answer">The answer; null when it was lost.</param>
public sealed record WorkflowExchange(WorkflowStep Step, DateTimeOffset At, WorkflowReply? Reply, WorkflowAnswer? Answer)
{
    /// <summary>Tells numbers only; the texts may name people.</summary>
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
