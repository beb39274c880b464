namespace Polaris.Client.Workflows;

/// <summary>How a workflow ended. Failures are exceptions: see <see cref="WorkflowException"/>.</summary>
public enum WorkflowOutcome
{
    /// <summary>Done. Read the messages all the same: some servers report partial failures in them.</summary>
    Completed = 1,

    /// <summary>Done in part: the answer names what was left undone, or a message of the type failure tells of it.</summary>
    PartlyCompleted = 2,

    /// <summary>Cancelled by a reply; nothing was done.</summary>
    Cancelled = 3,
}
