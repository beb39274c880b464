namespace Polaris.Client.Workflows;

/// <summary>An ended workflow, done or canceled.</summary>
/// <typeparam name="TAnswer">The result of the workflow when it has succeeded.</typeparam>
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

    /// <summary>Done or canceled.</summary>
    public WorkflowOutcome Outcome { get; }

    /// <summary>Whether a reply canceled it, so that nothing was done.</summary>
    public bool IsCancelled => Outcome == WorkflowOutcome.Cancelled;

    /// <summary>What the server returned; null when it returned nothing, as after most updates.</summary>
    public TAnswer? Answer { get; }

    /// <summary>What the server said. May name records or people: show it, do not log it.</summary>
    public IReadOnlyList<InformationMessage> Messages => Wire.InformationMessages;

    /// <summary>The id of the conversation; all zeros when it ended with its first answer.</summary>
    public Guid RequestGuid => Wire.WorkflowRequestGuid;

    /// <summary>The last answer as received, with every property.</summary>
    public WorkflowAnswer Wire { get; }

    /// <summary>All that was exchanged.</summary>
    public WorkflowTranscript Transcript { get; }

    /// <summary>Shows outcome and id; the messages may name people.</summary>
    public override string ToString() => RequestGuid == Guid.Empty ? $"{Outcome}" : $"{Outcome}, workflow {RequestGuid}";
}

/// <summary>How a workflow ended. Failures are exceptions: see <see cref="WorkflowException"/>.</summary>
public enum WorkflowOutcome
{
    /// <summary>Done. Read the messages anyway: some servers report partial failures in them.</summary>
    Completed = 1,

    /// <summary>Done in part: the answer names what was left undone, or a message of the type failure describes it.</summary>
    PartlyCompleted = 2,

    /// <summary>Canceled by a reply; nothing was done.</summary>
    Cancelled = 3,

    /// <summary>The server reported success, but the result is missing or could not be read: <see cref="WorkflowResult{TAnswer}.Wire"/> holds the answer.</summary>
    Unconfirmed = 4,
}
