using Polaris.Client.Workflows;

namespace Polaris.Client.Testing.Workflows;

internal static class PromptSteps
{
    /// <summary>Asks when nothing was replied yet, ends when the reply was Cancel, and has no objection
    /// otherwise.</summary>
    public static FakeWorkflowOutcome? AskOnce(
        this FakeWorkflow talk, WorkflowPromptId prompt, Func<FakeWorkflowOutcome> ask) =>
        talk.ReplyTo(prompt)?.WorkflowPromptResult switch
        {
            null => ask(),
            WorkflowPromptResult.Cancel => FakeWorkflowOutcome.Cancel(),
            _ => null,
        };
}
