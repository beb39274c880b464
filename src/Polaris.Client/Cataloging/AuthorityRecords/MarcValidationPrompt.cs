using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>The record breaks the rules of MARC and cannot be saved; all that can be said is OK.</summary>
/// <param name="context">The prompt as it came; <see cref="Prompt.Message"/> holds the errors.</param>
/// <remarks>Prompt 143, raised for instance when the leader is not 24 characters long. It does not offer Cancel.</remarks>
public sealed class MarcValidationPrompt(PromptContext context) : Prompt(context)
{
    /// <summary>Ties the number 143 to this type.</summary>
    public static PromptKind Kind { get; } =
        PromptKind.Of(WorkflowPromptId.MarcValidation, context => new MarcValidationPrompt(context));

    /// <summary>Takes note of the errors; the record is not saved.</summary>
    /// <exception cref="IllegalReplyException">The prompt does not offer it. Nothing was sent.</exception>
    public PromptReply Ok() => Reply(WorkflowPromptResult.Ok);
}
