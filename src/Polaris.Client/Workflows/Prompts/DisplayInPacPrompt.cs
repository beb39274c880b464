namespace Polaris.Client.Workflows;

/// <summary>The record is being hidden from the public catalogue: save it all the same?</summary>
/// <param name="context">The prompt as it came.</param>
/// <remarks>
/// Prompt 66, raised when <c>DisplayInPAC</c> goes to false on a bibliographic or an item record. The server's default differs:
/// Continue for a bibliographic record, Cancel for an item (seen in clients in production).
/// </remarks>
public sealed class DisplayInPacPrompt(PromptContext context) : Prompt(context)
{
    /// <summary>Ties the number 66 to this type.</summary>
    public static PromptKind Kind { get; } = PromptKind.Of(WorkflowPromptId.DisplayInPac, context => new DisplayInPacPrompt(context));

    /// <summary>Saves the record, hidden.</summary>
    /// <exception cref="IllegalReplyException">The prompt does not offer Continue. Nothing was sent.</exception>
    public PromptReply Continue() => Reply(WorkflowPromptResult.Continue);
}
