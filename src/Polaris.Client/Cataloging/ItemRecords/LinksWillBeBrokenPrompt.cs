using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Deleting the items breaks links to other records: go on?</summary>
/// <param name="context">The prompt as it came.</param>
/// <remarks>Prompt 75. Its buttons are not documented; a client in production replies Continue.</remarks>
public sealed class LinksWillBeBrokenPrompt(PromptContext context) : ConfirmPrompt(context)
{
    /// <summary>Ties the number 75 to this type.</summary>
    public static PromptKind Kind { get; } = PromptKind.Of(WorkflowPromptId.LinksWillBeBroken, context => new LinksWillBeBrokenPrompt(context));
}
