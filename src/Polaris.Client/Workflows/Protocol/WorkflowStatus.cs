using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>How far a workflow has come.</summary>
/// <remarks>Polaris answers HTTP 200 whatever the outcome: only this tells whether the work was done. Open: the server
/// may send a number that has no name here; it is kept as it is.</remarks>
[JsonConverter(typeof(OpenEnumConverter<WorkflowStatus>))]
public enum WorkflowStatus
{
    /// <summary>The server waits for a reply to its prompt.</summary>
    InputRequired = -3,

    /// <summary>An unexpected error ended the workflow. Seen in public clients.</summary>
    ErrorOccurred = -2,

    /// <summary>The reply was not valid. Seen in public clients.</summary>
    InvalidReply = -1,

    /// <summary>The workflow has begun. Seen in public clients.</summary>
    Started = 0,

    /// <summary>Done; messages and lists of single records may still report parts that were not.</summary>
    CompletedSuccessfully = 1,

    /// <summary>Ended without doing it. Seen in public clients.</summary>
    CompletedFailure = 2,

    /// <summary>Cancelled, nothing was done. Seen in public clients.</summary>
    CompletedCancelled = 3,
}
