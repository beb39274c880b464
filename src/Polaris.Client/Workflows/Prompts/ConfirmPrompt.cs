namespace Polaris.Client.Workflows;

/// <summary>A plain "Do you want to continue?" with the buttons Continue and Cancel.</summary>
/// <param name="context">The prompt as it came.</param>
public abstract class ConfirmPrompt(PromptContext context) : Prompt(context)
{
    /// <summary>Goes on.</summary>
    /// <exception cref="IllegalReplyException">The prompt does not offer Continue. Nothing was sent.</exception>
    public PromptReply Continue() => Reply(WorkflowPromptResult.Continue);
}
