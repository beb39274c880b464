using System.Text.Json.Serialization;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Deletes bibliographic records, as far as nothing stands in the way.</summary>
/// <remarks>
/// POST workflow, request type 11, extension 10. Seen in a client in production; the vendor page is workflow/delete_bib_record.
/// </remarks>
public sealed class DeleteBibRecords() : WorkflowRequest<RecordsDeleted>(Kind)
{
    /// <summary>What the conductor needs to know of this workflow.</summary>
    public static WorkflowKind<RecordsDeleted> Kind { get; } = new(
        WorkflowRequestType.DeleteBibRecords,
        WorkflowRequestExtensionType.DeleteBibRecord,
        WorkflowsJson.Default.RecordsDeleted)
    {
        AnswerExtensionType = WorkflowAnswerExtensionType.DeleteResult,
        IsPartial = deleted => deleted.IsPartial,
        Prompts = [ConfirmBibDeletePrompt.Kind],
    };

    /// <summary>The records to delete.</summary>
    [JsonPropertyName("BibRecordIDs")]
    public IReadOnlyList<int> BibRecordIds { get; set; } = [];

    /// <inheritdoc/>
    protected internal override WorkflowData ToData() => WorkflowData.From(this, BibliographicRecordsJson.Default.DeleteBibRecords);
}
