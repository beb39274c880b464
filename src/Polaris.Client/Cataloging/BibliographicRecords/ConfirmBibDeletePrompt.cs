using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>The bibliographic records will be deleted: go on?</summary>
/// <param name="context">The prompt as it came.</param>
/// <remarks>Prompt 79.</remarks>
public sealed class ConfirmBibDeletePrompt(PromptContext context) : ConfirmPrompt(context)
{
    /// <summary>Ties the number 79 to this type.</summary>
    public static PromptKind Kind { get; } = PromptKind.Of(WorkflowPromptId.ConfirmBibDelete, context => new ConfirmBibDeletePrompt(context));
}
