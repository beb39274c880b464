using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Other authority records have the same heading: replace them, save beside them, or cancel?</summary>
/// <param name="context">The prompt as it came.</param>
/// <param name="details">Its data.</param>
/// <remarks>Prompt 142, extension 47. Its buttons read Replace (result 2, "Yes"), Continue (result 3, "No") and Cancel.</remarks>
public sealed class DuplicateAuthorityRecordsPrompt(PromptContext context, DuplicateAuthorityRecords details) : Prompt(context)
{
    /// <summary>Ties the number 142 to this type.</summary>
    public static PromptKind Kind { get; } = PromptKind.Of(
        WorkflowPromptId.DuplicateAuthorityRecords,
        WorkflowPromptExtensionType.DuplicateAuthorityRecords,
        AuthorityRecordsJson.Default.DuplicateAuthorityRecords,
        (context, details) => new DuplicateAuthorityRecordsPrompt(context, details));

    /// <summary>All that the server shows.</summary>
    public DuplicateAuthorityRecords Details { get; } = details;

    /// <summary>The records that look like it.</summary>
    public IReadOnlyList<DuplicateAuthorityRecord> Duplicates { get; } = [.. details.DuplicateErrors.Where(record => record is not null)];

    /// <summary>Saves the record in place of some of the duplicates, which are deleted.</summary>
    /// <param name="duplicates">Those to replace, from <see cref="Duplicates"/>.</param>
    /// <exception cref="IllegalReplyException">One of them is not among the duplicates, or there is none. Nothing was sent.</exception>
    public PromptReply Replace(IEnumerable<DuplicateAuthorityRecord> duplicates) =>
        Replace((duplicates ?? throw new ArgumentNullException(nameof(duplicates))).Select(record => record.RecordId));

    /// <summary>Saves the record in place of some of the duplicates, which are deleted.</summary>
    /// <param name="recordIds">The ids of those to replace.</param>
    /// <exception cref="IllegalReplyException">One of them is not among the duplicates, or there is none. Nothing was sent.</exception>
    public PromptReply Replace(IEnumerable<int> recordIds) => ReplaceRecordsData.Reply(
        this, recordIds, recordToMaintainId: 0, Duplicates.Select(record => record.RecordId).ToList());

    /// <summary>Saves the record beside the duplicates. The button reads Continue; its result is 3 ("No": do not replace).</summary>
    /// <exception cref="IllegalReplyException">The prompt does not offer it. Nothing was sent.</exception>
    public PromptReply Continue() => Reply(WorkflowPromptResult.No);
}
