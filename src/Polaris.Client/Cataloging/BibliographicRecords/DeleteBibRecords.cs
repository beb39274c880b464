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

    /// <summary>The records to delete.</summary>
    [JsonPropertyName("BibRecordIDs")]
    public IReadOnlyList<int> BibRecordIds { get; set; } = [];

    /// <inheritdoc/>
    protected internal override WorkflowData ToData() => WorkflowData.From(this, BibliographicRecordsJson.Default.DeleteBibRecords);
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

    /// <summary>The ID of the record to restore.</summary>
    [JsonPropertyName("RecordID")]
    public int BibRecordId { get; set; }

    /// <inheritdoc/>
    protected internal override WorkflowData ToData() => WorkflowData.From(this, BibliographicRecordsJson.Default.UndeleteBibRecord);
}

/// <summary>The bibliographic records will be deleted: continue?</summary>
/// <param name="context">The prompt as received.</param>
/// <remarks>Prompt 79.</remarks>
public sealed class ConfirmBibDeletePrompt(PromptContext context) : ConfirmPrompt(context)
{
    /// <summary>Maps prompt ID 79 to this type.</summary>
    public static PromptKind Kind { get; } = PromptKind.Of(WorkflowPromptId.ConfirmBibDelete, context => new ConfirmBibDeletePrompt(context));
}
