using Polaris.Client.Workflows;

namespace Polaris.Client.Circulation;

/// <summary>The patron is blocked: go on?</summary>
/// <param name="context">The prompt as it came.</param>
/// <param name="details">Its data.</param>
/// <remarks>Prompt 1, extension 8. Its buttons read Continue and Cancel; the server names no default.</remarks>
public sealed class PatronBlockedPrompt(PromptContext context, PatronBlocks details) : ConfirmPrompt(context)
{
    /// <summary>Ties the number 1 to this type.</summary>
    public static PromptKind Kind { get; } = PromptKind.Of(
        WorkflowPromptId.PatronBlocked,
        WorkflowPromptExtensionType.PatronBlocks,
        CirculationJson.Default.PatronBlocks,
        (context, details) => new PatronBlockedPrompt(context, details));

    /// <summary>Which kinds of block the patron has. Tells of a person: show it, do not log it.</summary>
    public PatronBlocks Details { get; } = details;
}
