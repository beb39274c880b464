namespace Polaris.Client.Workflows;

/// <summary>A handler gave a reply that its prompt does not allow. It was not sent.</summary>
public sealed class IllegalReplyException : WorkflowException
{
    /// <summary>Makes the exception; public so that programs can be tested with it.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="why">What is wrong with the reply, as a sentence.</param>
    public IllegalReplyException(Prompt prompt, string why)
        : base(
            $"The reply to {prompt} of workflow {prompt?.RequestGuid} was not sent: {why}",
            (prompt ?? throw new ArgumentNullException(nameof(prompt))).Context.Answer,
            prompt.Context.Transcript) =>
        Prompt = prompt;

    /// <summary>The prompt whose reply was wrong.</summary>
    public Prompt Prompt { get; }
}
