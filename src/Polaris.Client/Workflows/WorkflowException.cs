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

    /// <summary>The last answer of the server, as it came.</summary>
    public WorkflowAnswer Answer { get; }

    /// <summary>The id of the conversation; all zeros when the server kept none open.</summary>
    public Guid RequestGuid => Answer.WorkflowRequestGuid;

    /// <summary>The status that the server told last.</summary>
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
