using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>The last copy goes: what shall become of the bibliographic records that are left without items?</summary>
/// <param name="context">The prompt as it came.</param>
/// <param name="details">Its data.</param>
/// <remarks>
/// Prompt 82, extension 25. <b>The server's default deletes the bibliographic records.</b> Only Retain is known for certain; the
/// results 9 (delete) and 10 (suppress) are inferred, so they have no method: send them with <see cref="Prompt.Reply"/> if you know.
/// Its set of buttons is not documented either, so that an unanswered one is not cancelled: give it a handler.
/// </remarks>
public sealed class LastCopyPrompt(PromptContext context, LastCopyOptions details) : Prompt(context)
{
    /// <summary>Ties the number 82 to this type.</summary>
    public static PromptKind Kind { get; } = PromptKind.Of(
        WorkflowPromptId.LastCopyOptions,
        WorkflowPromptExtensionType.LastCopyOptions,
        ItemRecordsJson.Default.LastCopyOptions,
        (context, details) => new LastCopyPrompt(context, details));

    /// <summary>Which buttons are enabled, and which records are left without items.</summary>
    public LastCopyOptions Details { get; } = details;

    /// <summary>Deletes the items and keeps the bibliographic records as they are.</summary>
    public PromptReply Retain() => Reply(WorkflowPromptResult.Retain);
}
