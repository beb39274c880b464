using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>The item records will be deleted: go on?</summary>
/// <param name="context">The prompt as it came.</param>
/// <remarks>Prompt 73.</remarks>
public sealed class ConfirmItemDeletePrompt(PromptContext context) : ConfirmPrompt(context)
{
    /// <summary>Ties the number 73 to this type.</summary>
    public static PromptKind Kind { get; } = PromptKind.Of(WorkflowPromptId.ConfirmItemDelete, context => new ConfirmItemDeletePrompt(context));
}
