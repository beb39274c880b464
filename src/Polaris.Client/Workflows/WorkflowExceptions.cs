namespace Polaris.Client.Workflows;

/// <summary>A workflow did not end well, though every call was answered.</summary>
public abstract class WorkflowException : PolarisClientException
{
    private protected WorkflowException(string message, WorkflowAnswer answer, WorkflowTranscript transcript, Exception? innerException = null)
        : base(message, innerException)
    {
        Answer = answer ?? throw new ArgumentNullException(nameof(answer));
        Transcript = transcript;
    }

    /// <summary>The last answer of the server, as received.</summary>
    public WorkflowAnswer Answer { get; }

    /// <summary>The id of the conversation; all zeros when the server kept none open.</summary>
    public Guid RequestGuid => Answer.WorkflowRequestGuid;

    /// <summary>The last status that the server reported.</summary>
    public WorkflowStatus Status => Answer.WorkflowStatus;

    /// <summary>What the server said besides. May name records or people: show it, do not log it.</summary>
    public IReadOnlyList<InformationMessage> Messages => Answer.InformationMessages;

    /// <summary>All that was exchanged.</summary>
    public WorkflowTranscript Transcript { get; }

    /// <summary>Whether an answer said that it was done after all, such as the one to the Cancel of an abandoned conversation.</summary>
    public override bool MayHaveBeenProcessed =>
        Transcript.Any(exchange => exchange.Answer?.WorkflowStatus == WorkflowStatus.CompletedSuccessfully);

    /// <summary>Whether the answer to one of the replies was lost.</summary>
    private protected bool WasAnswerLost => Transcript.Any(exchange => exchange.Answer is null);
}

/// <summary>The server ended the workflow without doing it, or answered in a way that leads nowhere.</summary>
/// <remarks><see cref="WorkflowException.Messages"/> give the reason in the server's words.</remarks>
public sealed class WorkflowFailedException : WorkflowException
{
    /// <summary>Initializes a new instance of the exception, for tests of your own code.</summary>
    /// <param name="message">What happened, and what to do next.</param>
    /// <param name="answer">The last answer.</param>
    /// <param name="transcript">All that was exchanged.</param>
    public WorkflowFailedException(string message, WorkflowAnswer answer, WorkflowTranscript transcript)
        : base(message, answer, transcript)
    {
    }

    /// <summary>Whether it may have been done in spite of the status: after an unexpected error, or when an answer was lost before.</summary>
    public override bool MayHaveBeenProcessed => Status switch
    {
        WorkflowStatus.CompletedFailure or WorkflowStatus.InputRequired => base.MayHaveBeenProcessed,
        WorkflowStatus.InvalidReply => WasAnswerLost || base.MayHaveBeenProcessed,
        _ => true,
    };
}

/// <summary>The server raised a prompt that no handler answered; the workflow was canceled where the prompt allowed it.</summary>
public sealed class UnansweredPromptException : WorkflowException
{
    /// <summary>Initializes a new instance of the exception, for tests of your own code.</summary>
    /// <param name="prompt">The prompt.</param>
    public UnansweredPromptException(Prompt prompt)
        : base(Describe(prompt ?? throw new ArgumentNullException(nameof(prompt))), prompt.Context.Answer, prompt.Context.Transcript) =>
        Prompt = prompt;

    /// <summary>The prompt that no handler answered.</summary>
    public Prompt Prompt { get; }

    private static string Describe(Prompt prompt)
    {
        var handler = prompt.GetType() == typeof(Prompt)
            ? $"On((WorkflowPromptId){(int)prompt.Id}, prompt => ...)"
            : $"On<{prompt.GetType().Name}>(prompt => ...)";
        var end = prompt.IsCancelOffered
            ? "Cancel is replied; see Transcript for the outcome."
            : "The prompt does not offer Cancel, so the conversation stays open on the server.";
        return $"Workflow {prompt.RequestGuid} raised {prompt}, and no handler answered it. {end} "
            + $"Add {handler} to the PromptHandlers; the prompt offers {prompt.Offered()}.";
    }
}

/// <summary>A handler gave a reply that its prompt does not allow. It was not sent.</summary>
public sealed class IllegalReplyException : WorkflowException
{
    /// <summary>Initializes a new instance of the exception, for tests of your own code.</summary>
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

/// <summary>The server raised more prompts than <see cref="PolarisClientOptions.MaxPrompts"/>; the workflow was canceled where the prompt allowed it.</summary>
public sealed class TooManyPromptsException : WorkflowException
{
    /// <summary>Initializes a new instance of the exception, for tests of your own code.</summary>
    /// <param name="prompt">The prompt that was one too many.</param>
    /// <param name="maxPrompts">How many were allowed.</param>
    public TooManyPromptsException(Prompt prompt, int maxPrompts)
        : base(
            $"Workflow {prompt?.RequestGuid} raised {prompt} after {maxPrompts} others, which is more than MaxPrompts allows. "
            + "The answers may lead in a circle: see Transcript. Raise MaxPrompts if they do not.",
            (prompt ?? throw new ArgumentNullException(nameof(prompt))).Context.Answer,
            prompt.Context.Transcript) =>
        Prompt = prompt;

    /// <summary>The prompt that was one too many.</summary>
    public Prompt Prompt { get; }
}

/// <summary>The answer to a reply was lost, and the state of the conversation did not show in time what became of it.</summary>
/// <remarks>
/// The server may still be working on the reply, so nothing was sent again. Resume the conversation from <see cref="Bookmark"/> later,
/// or read the record.
/// </remarks>
public sealed class ReplyInDoubtException : TransportException
{
    private const string ReplyRoute = "PUT /workflow/{workflowRequestGuid}";

    /// <summary>Initializes a new instance; public so that programs can be tested with it.</summary>
    /// <param name="bookmark">The conversation and the prompt that was replied to.</param>
    /// <param name="transcript">Every exchange so far.</param>
    /// <param name="innerException">Why the answer was lost.</param>
    public ReplyInDoubtException(WorkflowBookmark bookmark, WorkflowTranscript transcript, Exception? innerException = null)
        : base(
            $"{ReplyRoute}: the answer to a reply of conversation {bookmark?.RequestGuid} was lost, and its state has not changed since, or could "
            + "not be read. The server may still act on the reply: read the record, or resume the conversation from Bookmark, before saving again.",
            ReplyRoute,
            mayHaveBeenProcessed: true,
            innerException)
    {
        Bookmark = bookmark ?? throw new ArgumentNullException(nameof(bookmark));
        Transcript = transcript ?? throw new ArgumentNullException(nameof(transcript));
    }

    /// <summary>The conversation, for <see cref="WorkflowsClient.ResumeAsync"/>.</summary>
    public WorkflowBookmark Bookmark { get; }

    /// <summary>Every exchange so far.</summary>
    public WorkflowTranscript Transcript { get; }
}
