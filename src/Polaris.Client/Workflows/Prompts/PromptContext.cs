namespace Polaris.Client.Workflows;

/// <summary>A prompt as it came, and the conversation that it belongs to.</summary>
/// <param name="answer">The answer that holds the prompt.</param>
/// <param name="transcript">What was exchanged before; null = nothing.</param>
/// <remarks>Public so that handlers can be tested: <c>new DisplayInPacPrompt(new PromptContext(answer))</c>.</remarks>
public sealed class PromptContext(WorkflowAnswer answer, WorkflowTranscript? transcript = null)
{
    /// <summary>The answer that holds the prompt.</summary>
    public WorkflowAnswer Answer { get; } = answer ?? throw new ArgumentNullException(nameof(answer));

    /// <summary>The prompt as it came.</summary>
    public WorkflowPrompt Wire { get; } = answer.Prompt ?? throw new ArgumentException("The answer holds no prompt.", nameof(answer));

    /// <summary>What was exchanged so far.</summary>
    public WorkflowTranscript Transcript { get; } = transcript ?? new WorkflowTranscript();
}
