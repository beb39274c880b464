namespace Polaris.Client.Workflows;

/// <summary>The server raised more prompts than <see cref="PolarisClientOptions.MaxPrompts"/>; the workflow was cancelled where the prompt allowed it.</summary>
public sealed class TooManyPromptsException : WorkflowException
{
    /// <summary>Makes the exception; public so that programs can be tested with it.</summary>
    /// <param name="prompt">The prompt that was one too many.</param>
    /// <param name="maxPrompts">How many were allowed.</param>
    public TooManyPromptsException(Prompt prompt, int maxPrompts)
        : base(
            $"Workflow {prompt?.RequestGuid} raised {prompt} after {maxPrompts} others, which is more than MaxPrompts allows. "
            + "The answers may lead in a circle: Transcript tells. Raise MaxPrompts if they do not.",
            (prompt ?? throw new ArgumentNullException(nameof(prompt))).Context.Answer,
            prompt.Context.Transcript) =>
        Prompt = prompt;

    /// <summary>The prompt that was one too many.</summary>
    public Prompt Prompt { get; }
}
