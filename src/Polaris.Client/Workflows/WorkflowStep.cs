namespace Polaris.Client.Workflows;

/// <summary>What was sent in one exchange of a workflow.</summary>
public enum WorkflowStep
{
    /// <summary>The request that starts the workflow (POST).</summary>
    Start = 1,

    /// <summary>A reply to a prompt (PUT).</summary>
    Reply = 2,

    /// <summary>The question for the present state (GET), after an answer was lost or a bookmark was opened.</summary>
    Read = 3,
}
