using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Some of the records to replace cannot be replaced: go on without them, or cancel?</summary>
/// <param name="context">The prompt as it came.</param>
/// <param name="details">Its data.</param>
/// <remarks>Prompt 148, extension 44. It follows a Replace reply to <see cref="DuplicateBibRecordsPrompt"/> that names protected records.</remarks>
public sealed class ReplacementErrorsPrompt(PromptContext context, ReplacementErrors details) : Prompt(context)
{
    /// <summary>Ties the number 148 to this type.</summary>
    public static PromptKind Kind { get; } = PromptKind.Of(
        WorkflowPromptId.ReplacementErrors,
        WorkflowPromptExtensionType.ErrorGrid,
        BibliographicRecordsJson.Default.ReplacementErrors,
        (context, details) => new ReplacementErrorsPrompt(context, details));

    /// <summary>All that the server shows.</summary>
    public ReplacementErrors Details { get; } = details;

    /// <summary>The records that cannot be replaced, and why.</summary>
    public IReadOnlyList<ReplacementError> Errors => Details.Data;

    /// <summary>Goes on with the saving, without replacing these records.</summary>
    /// <exception cref="IllegalReplyException">The prompt does not offer it. Nothing was sent.</exception>
    public PromptReply Continue() => Reply(WorkflowPromptResult.Continue);
}
