namespace Polaris.Client.Workflows;

/// <summary>The result of a workflow that was completed or canceled.</summary>
/// <typeparam name="TAnswer">The result of the workflow if it succeeds.</typeparam>
public sealed class WorkflowResult<TAnswer>
    where TAnswer : class
{
    internal WorkflowResult(WorkflowOutcome outcome, TAnswer? answer, WorkflowAnswer wire, WorkflowTranscript transcript)
    {
        Outcome = outcome;
        Answer = answer;
        Wire = wire;
        Transcript = transcript;
    }

    /// <summary>Whether the workflow was completed, partly completed or canceled.</summary>
    public WorkflowOutcome Outcome { get; }

    /// <summary>Whether a reply canceled the workflow, so that nothing was done.</summary>
    public bool IsCanceled => Outcome == WorkflowOutcome.Canceled;

    /// <summary>The data that the server returned; <c>null</c> if it returned none, as after most updates.</summary>
    public TAnswer? Answer { get; }

    /// <summary>The messages of the server. They may name records or people: show them, do not log them.</summary>
    public IReadOnlyList<InformationMessage> Messages => Wire.InformationMessages;

    /// <summary>The ID of the conversation; all zeros if it ended with its first response.</summary>
    public Guid RequestGuid => Transcript.ConversationOf(Wire);

    /// <summary>The last response, as received, with every property.</summary>
    public WorkflowAnswer Wire { get; }

    /// <summary>Every request and response of the conversation, in order.</summary>
    public WorkflowTranscript Transcript { get; }

    /// <summary>Returns the outcome and the ID; the messages may name people.</summary>
    public override string ToString() => RequestGuid == Guid.Empty ? $"{Outcome}" : $"{Outcome}, workflow {RequestGuid}";
}

/// <summary>How a workflow ended. Failures are exceptions: see <see cref="WorkflowException"/>.</summary>
public enum WorkflowOutcome
{
    /// <summary>Completed. Show the messages anyway: some servers report partial failures in them.</summary>
    Completed = 1,

    /// <summary>Completed in part: the response lists what was not done, or a message of the type failure describes it.</summary>
    PartlyCompleted = 2,

    /// <summary>Canceled by a reply; nothing was done.</summary>
    Canceled = 3,

    /// <summary>
    /// The server reported success, but the result is missing or could not be read: see
    /// <see cref="WorkflowResult{TAnswer}.Wire"/>.
    /// </summary>
    Unconfirmed = 4,
}
