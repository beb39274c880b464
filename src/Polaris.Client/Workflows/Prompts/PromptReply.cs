namespace Polaris.Client.Workflows;

/// <summary>The answer to a prompt; made by the prompt's own methods, which check it.</summary>
public sealed class PromptReply
{
    internal PromptReply(Prompt prompt, WorkflowReply wire)
    {
        Prompt = prompt;
        Wire = wire;
    }

    /// <summary>The prompt that is answered.</summary>
    public Prompt Prompt { get; }

    /// <summary>The number of the prompt that is answered.</summary>
    public WorkflowPromptId PromptId => Wire.WorkflowPromptId;

    /// <summary>The chosen result.</summary>
    public WorkflowPromptResult Result => Wire.WorkflowPromptResult;

    /// <summary>The reply as it is sent.</summary>
    public WorkflowReply Wire { get; }

    /// <summary>Tells prompt and result.</summary>
    public override string ToString() => $"{Result} to prompt {(int)PromptId}";
}
