namespace Polaris.Client.Workflows;

/// <summary>The server ended the workflow without doing it, or answered in a way that leads nowhere.</summary>
/// <remarks><see cref="WorkflowException.Messages"/> tell why, in the server's words.</remarks>
public sealed class WorkflowFailedException : WorkflowException
{
    /// <summary>Makes the exception; public so that programs can be tested with it.</summary>
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
