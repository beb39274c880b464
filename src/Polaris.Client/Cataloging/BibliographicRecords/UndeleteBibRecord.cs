using System.Text.Json.Serialization;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Brings back a bibliographic record that is marked as deleted.</summary>
/// <remarks>
/// POST workflow, request type 15, extension 5. Vendor page: workflow/undelete_bib_record. A message of the type notice may ask to re-establish links.
/// </remarks>
public sealed class UndeleteBibRecord() : WorkflowRequest<RecordRestored>(Kind)
{
    /// <summary>What the conductor needs to know of this workflow.</summary>
    public static WorkflowKind<RecordRestored> Kind { get; } = new(
        WorkflowRequestType.UndeleteBibRecord,
        WorkflowRequestExtensionType.RecordId,
        WorkflowsJson.Default.RecordRestored);

    /// <summary>The record to bring back.</summary>
    [JsonPropertyName("RecordID")]
    public int BibRecordId { get; set; }

    /// <inheritdoc/>
    protected internal override WorkflowData ToData() => WorkflowData.From(this, BibliographicRecordsJson.Default.UndeleteBibRecord);
}
