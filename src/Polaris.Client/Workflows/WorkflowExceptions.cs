namespace Polaris.Client.Workflows;

/// <summary>The base class of the exceptions for workflows that did not complete, although every call got a response.</summary>
public abstract class WorkflowException : PolarisClientException
{
    private protected WorkflowException(string message, WorkflowAnswer answer, WorkflowTranscript transcript, Exception? innerException = null)
        : base(message, innerException)
    {
        Answer = answer ?? throw new ArgumentNullException(nameof(answer));
        Transcript = transcript ?? throw new ArgumentNullException(nameof(transcript));
    }

    /// <summary>The last response of the server, as received.</summary>
    public WorkflowAnswer Answer { get; }

    /// <summary>The ID of the conversation; all zeros if the server did not keep one open.</summary>
    public Guid RequestGuid => Transcript.ConversationOf(Answer);

    /// <summary>The last status that the server reported.</summary>
    public WorkflowStatus Status => Answer.WorkflowStatus;

    /// <summary>The messages of the server. They may name records or people: show them, do not log them.</summary>
    public IReadOnlyList<InformationMessage> Messages => Answer.InformationMessages;

    /// <summary>Every request and response of the conversation, in order.</summary>
    public WorkflowTranscript Transcript { get; }

    /// <summary>Whether a response reported completion after all, such as the one to the Cancel of an abandoned conversation.</summary>
    public override bool MayHaveBeenProcessed =>
        Transcript.Any(exchange => exchange.Answer?.WorkflowStatus == WorkflowStatus.CompletedSuccessfully);

    /// <summary>Whether the response to one of the replies was lost.</summary>
    private protected bool WasAnswerLost => Transcript.Any(exchange => exchange.Answer is null);
}

/// <summary>
/// The exception that is thrown when the server ended the workflow without completing it, or the workflow cannot be continued.
/// </summary>
/// <remarks>See <see cref="WorkflowException.Messages"/> for the reason, as worded by the server.</remarks>
public sealed class WorkflowFailedException : WorkflowException
{
    /// <summary>Initializes a new instance of the exception, for tests of your own code.</summary>
    /// <param name="message">What happened, and what to do next.</param>
    /// <param name="answer">The last response.</param>
    /// <param name="transcript">Every request and response of the conversation.</param>
    public WorkflowFailedException(string message, WorkflowAnswer answer, WorkflowTranscript transcript)
        : base(message, answer, transcript)
    {
    }

    /// <summary>
    /// Whether it may have been completed in spite of the status: after an unexpected error, or if an earlier response was lost.
    /// </summary>
    public override bool MayHaveBeenProcessed => Status switch
    {
        WorkflowStatus.CompletedFailure or WorkflowStatus.InputRequired => base.MayHaveBeenProcessed,
        WorkflowStatus.InvalidReply => WasAnswerLost || base.MayHaveBeenProcessed,
        _ => true,
    };

    /// <summary>Describes why a conversation cannot be continued.</summary>
    internal static WorkflowFailedException Of(WorkflowRequestType type, Guid requestGuid, WorkflowAnswer answer, WorkflowTranscript transcript)
    {
        var conversation = requestGuid == Guid.Empty ? "" : $", conversation {requestGuid},";
        var what = $"Workflow {(int)type} ({type}){conversation}";
        var reason = answer.InformationMessages.Count == 0 ? "" : " See Messages for the reason.";
        var message = answer.WorkflowStatus switch
        {
            WorkflowStatus.InputRequired when answer.Prompt is null => $"{what} waits for input (status -3), but the response does not contain a prompt, so no reply is possible.",
            WorkflowStatus.InputRequired => $"{what} raised a prompt (status -3) without a conversation ID, so no reply is possible.",
            WorkflowStatus.CompletedFailure => $"{what} ended without completing (status 2).{reason}",
            WorkflowStatus.InvalidReply => $"{what} rejected the reply (status -1).{reason}",
            WorkflowStatus.ErrorOccurred => $"{what} encountered an unexpected error (status -2): whether something was saved is not known.{reason}",
            _ => $"{what} returned status {(int)answer.WorkflowStatus}, which is neither an end nor a prompt. Read the record to determine its state.",
        };
        return new WorkflowFailedException(message, answer, transcript);
    }
}

/// <summary>
/// The exception that is thrown when the server raised a prompt that has no handler; the workflow was canceled if the prompt
/// allowed it.
/// </summary>
public sealed class UnansweredPromptException : WorkflowException
{
    /// <summary>Initializes a new instance of the exception, for tests of your own code.</summary>
    /// <param name="prompt">The prompt.</param>
    public UnansweredPromptException(Prompt prompt)
        : base(Describe(prompt ?? throw new ArgumentNullException(nameof(prompt))), prompt.Context.Answer, prompt.Context.Transcript) =>
        Prompt = prompt;

    /// <summary>The prompt that has no handler.</summary>
    public Prompt Prompt { get; }

    private static string Describe(Prompt prompt)
    {
        var handler = prompt.GetType() == typeof(Prompt)
            ? $"On((WorkflowPromptId){(int)prompt.Id}, prompt => ...)"
            : $"On<{prompt.GetType().Name}>(prompt => ...)";
        var end = prompt.IsCancelOffered ? "Cancel is replied; see Transcript for the outcome."
            : prompt.Choices.Count > 0 ? "The prompt does not offer Cancel, so the conversation stays open on the server."
            : "It is not documented whether the prompt offers Cancel, so the conversation stays open on the server.";
        return $"Workflow {prompt.RequestGuid} raised {prompt}, which has no handler. {end} "
            + $"Add {handler} to the PromptHandlers; the prompt offers {prompt.Offered()}.";
    }
}

/// <summary>The exception that is thrown when a handler returned a reply that its prompt does not allow. It was not sent.</summary>
public sealed class IllegalReplyException : WorkflowException
{
    /// <summary>Initializes a new instance of the exception, for tests of your own code.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="why">The problem with the reply, as a sentence.</param>
    public IllegalReplyException(Prompt prompt, string why)
        : base(
            $"The reply to {prompt} of workflow {prompt?.RequestGuid} was not sent: {why}",
            (prompt ?? throw new ArgumentNullException(nameof(prompt))).Context.Answer,
            prompt.Context.Transcript) =>
        Prompt = prompt;

    /// <summary>The prompt whose reply was not allowed.</summary>
    public Prompt Prompt { get; }
}

/// <summary>
/// The exception that is thrown when the server raised more prompts than <see cref="PolarisClientOptions.MaxPrompts"/>; the
/// workflow was canceled if the prompt allowed it.
/// </summary>
public sealed class TooManyPromptsException : WorkflowException
{
    /// <summary>Initializes a new instance of the exception, for tests of your own code.</summary>
    /// <param name="prompt">The prompt that exceeded the limit.</param>
    /// <param name="maxPrompts">The limit.</param>
    public TooManyPromptsException(Prompt prompt, int maxPrompts)
        : base(
            $"Workflow {prompt?.RequestGuid} raised {prompt} after {maxPrompts} others, which is more than MaxPrompts allows. "
            + "The replies may cause a loop: see Transcript. Raise MaxPrompts if they do not.",
            (prompt ?? throw new ArgumentNullException(nameof(prompt))).Context.Answer,
            prompt.Context.Transcript) =>
        Prompt = prompt;

    /// <summary>The prompt that exceeded the limit.</summary>
    public Prompt Prompt { get; }
}

/// <summary>
/// The exception that is thrown when the response to a reply was lost, and the state of the conversation did not show its outcome
/// in time.
/// </summary>
/// <remarks>
/// The server may still be working on the reply, so nothing was sent again. Resume the conversation from <see cref="Bookmark"/> later,
/// or read the record.
/// </remarks>
public sealed class ReplyInDoubtException : TransportException
{
    private const string ReplyRoute = "PUT /workflow/{workflowRequestGuid}";

    /// <summary>Initializes a new instance; public so that programs can be tested with it.</summary>
    /// <param name="bookmark">The conversation and the prompt that was replied to.</param>
    /// <param name="transcript">Every request and response so far.</param>
    /// <param name="innerException">Why the response was lost.</param>
    public ReplyInDoubtException(WorkflowBookmark bookmark, WorkflowTranscript transcript, Exception? innerException = null)
        : base(
            $"{ReplyRoute}: the response to a reply of conversation {bookmark?.RequestGuid} was lost, and its state has not changed since, or could "
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

    /// <summary>Every request and response so far, in order.</summary>
    public WorkflowTranscript Transcript { get; }
}
