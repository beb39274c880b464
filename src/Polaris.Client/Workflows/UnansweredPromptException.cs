namespace Polaris.Client.Workflows;

/// <summary>The server raised a prompt that no handler answered; the workflow was cancelled where the prompt allowed it.</summary>
public sealed class UnansweredPromptException : WorkflowException
{
    /// <summary>Makes the exception; public so that programs can be tested with it.</summary>
    /// <param name="prompt">The prompt.</param>
    public UnansweredPromptException(Prompt prompt)
        : base(Describe(prompt ?? throw new ArgumentNullException(nameof(prompt))), prompt.Context.Answer, prompt.Context.Transcript) =>
        Prompt = prompt;

    /// <summary>The prompt that nobody answered.</summary>
    public Prompt Prompt { get; }

    private static string Describe(Prompt prompt)
    {
        var handler = prompt.GetType() == typeof(Prompt)
            ? $"On((WorkflowPromptId){(int)prompt.Id}, prompt => ...)"
            : $"On<{prompt.GetType().Name}>(prompt => ...)";
        var end = prompt.IsCancelOffered
            ? "Cancel is replied; Transcript tells what came of it."
            : "The prompt does not offer Cancel, so the conversation stays open on the server.";
        return $"Workflow {prompt.RequestGuid} raised {prompt}, and no handler answered it. {end} "
            + $"Add {handler} to the PromptHandlers; the prompt offers {prompt.Offered()}.";
    }
}
