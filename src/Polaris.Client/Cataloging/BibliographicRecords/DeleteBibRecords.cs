using System.Text.Json.Serialization;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Deletes bibliographic records, except those whose deletion is blocked.</summary>
/// <remarks>
/// POST workflow, request type 11, extension 10. Seen in a client in production; the vendor page is workflow/delete_bib_record.
/// </remarks>
public sealed class DeleteBibRecords() : WorkflowRequest<RecordsDeleted>(Kind)
{
    /// <summary>Describes this workflow to the client, for example to resume it from a bookmark.</summary>
    public static WorkflowKind<RecordsDeleted> Kind { get; } = new(
        WorkflowRequestType.DeleteBibRecords,
        WorkflowRequestExtensionType.DeleteBibRecord,
        WorkflowsJson.Default.RecordsDeleted)
    {
        Judge = RecordsDeleted.Judge,
    };

    /// <summary>The records to delete. Required.</summary>
    [JsonPropertyName("BibRecordIDs")]
    public IReadOnlyList<int> BibRecordIds { get; set; } = [];

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="BibRecordIds"/> is empty, or contains an ID that is less than 1.</exception>
    protected internal override WorkflowData ToData() => BibRecordIds is not { Count: > 0 } || BibRecordIds.Any(id => id < 1)
        ? throw new InvalidOperationException("DeleteBibRecords.BibRecordIds must contain the IDs of the records to delete, each 1 or more.")
        : WorkflowData.From(this, BibliographicRecordsJson.Default.DeleteBibRecords);
}

/// <summary>Restores a bibliographic record that is marked as deleted.</summary>
/// <remarks>
/// POST workflow, request type 15, extension 5. Vendor page: workflow/undelete_bib_record. A message of the type notice may ask to re-establish links.
/// </remarks>
public sealed class UndeleteBibRecord() : WorkflowRequest<RecordRestored>(Kind)
{
    /// <summary>Describes this workflow to the client, for example to resume it from a bookmark.</summary>
    public static WorkflowKind<RecordRestored> Kind { get; } = new(
        WorkflowRequestType.UndeleteBibRecord,
        WorkflowRequestExtensionType.RecordId,
        WorkflowsJson.Default.RecordRestored);

    /// <summary>The ID of the record to restore. Required.</summary>
    [JsonPropertyName("RecordID")]
    public int BibRecordId { get; set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="BibRecordId"/> is not set.</exception>
    protected internal override WorkflowData ToData() => BibRecordId < 1
        ? throw new InvalidOperationException("UndeleteBibRecord.BibRecordId is not set: set it to the ID of the record to restore.")
        : WorkflowData.From(this, BibliographicRecordsJson.Default.UndeleteBibRecord);
}

/// <summary>The bibliographic records will be deleted: continue?</summary>
/// <param name="context">The prompt as received.</param>
/// <remarks>Prompt 79.</remarks>
public sealed class ConfirmBibDeletePrompt(PromptContext context) : ConfirmPrompt(context)
{
    /// <summary>Maps prompt ID 79 to this type.</summary>
    public static PromptKind Kind { get; } = PromptKind.Of(WorkflowPromptId.ConfirmBibDelete, context => new ConfirmBibDeletePrompt(context));
}
