using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Other records look like the one being saved: replace them, save beside them, or cancel?</summary>
/// <param name="context">The prompt as it came.</param>
/// <param name="details">Its data.</param>
/// <remarks>Prompt 87, extension 30. Its buttons read Replace (result 2, "Yes"), Continue (result 3, "No") and Cancel.</remarks>
public sealed class DuplicateBibRecordsPrompt(PromptContext context, DuplicateBibRecords details) : Prompt(context)
{
    /// <summary>Ties the number 87 to this type.</summary>
    public static PromptKind Kind { get; } = PromptKind.Of(
        WorkflowPromptId.DuplicateBibRecords,
        WorkflowPromptExtensionType.DuplicateBibRecords,
        BibliographicRecordsJson.Default.DuplicateBibRecords,
        (context, details) => new DuplicateBibRecordsPrompt(context, details));

    /// <summary>The record being saved, and more of what the server shows.</summary>
    public DuplicateBibRecords Details { get; } = details;

    /// <summary>The records that look like it.</summary>
    public IReadOnlyList<DuplicateBibRecord> Duplicates { get; } = [.. details.BibReplacementRecords.Where(record => record is not null)];

    /// <summary>Saves the record in place of some of the duplicates, which are deleted.</summary>
    /// <param name="duplicates">Those to replace, from <see cref="Duplicates"/>.</param>
    /// <param name="recordToMaintainId">For a new record: the duplicate whose id is kept; 0 = none.</param>
    /// <exception cref="IllegalReplyException">One of them is not among the duplicates, or there is none. Nothing was sent.</exception>
    /// <remarks>If one is protected from overlay, the server raises <see cref="ReplacementErrorsPrompt"/>.</remarks>
    public PromptReply Replace(IEnumerable<DuplicateBibRecord> duplicates, int recordToMaintainId = 0) =>
        Replace((duplicates ?? throw new ArgumentNullException(nameof(duplicates))).Select(record => record.RecordId), recordToMaintainId);

    /// <summary>Saves the record in place of some of the duplicates, which are deleted.</summary>
    /// <param name="recordIds">The ids of those to replace.</param>
    /// <param name="recordToMaintainId">For a new record: the duplicate whose id is kept; 0 = none.</param>
    /// <exception cref="IllegalReplyException">One of them is not among the duplicates, or there is none. Nothing was sent.</exception>
    public PromptReply Replace(IEnumerable<int> recordIds, int recordToMaintainId = 0) => ReplaceRecordsData.Reply(
        this, recordIds, recordToMaintainId, Duplicates.Select(record => record.RecordId).ToList());

    /// <summary>Saves the record beside the duplicates. The button reads Continue; its result is 3 ("No": do not replace).</summary>
    /// <exception cref="IllegalReplyException">The prompt does not offer it. Nothing was sent.</exception>
    public PromptReply Continue() => Reply(WorkflowPromptResult.No);
}
