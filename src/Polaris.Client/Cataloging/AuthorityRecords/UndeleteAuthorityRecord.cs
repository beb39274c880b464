using System.Text.Json.Serialization;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Brings back an authority record that is marked as deleted.</summary>
/// <remarks>
/// POST workflow, request type 14, extension 5. Vendor page: workflow/undelete_authority_record. A message of the type notice may ask to re-establish links.
/// </remarks>
public sealed class UndeleteAuthorityRecord() : WorkflowRequest<RecordRestored>(Kind)
{
    /// <summary>What the conductor needs to know of this workflow.</summary>
    public static WorkflowKind<RecordRestored> Kind { get; } = new(
        WorkflowRequestType.UndeleteAuthorityRecord,
        WorkflowRequestExtensionType.RecordId,
        WorkflowsJson.Default.RecordRestored);

    /// <summary>The record to bring back.</summary>
    [JsonPropertyName("RecordID")]
    public int AuthorityRecordId { get; set; }

    /// <inheritdoc/>
    protected internal override WorkflowData ToData() => WorkflowData.From(this, AuthorityRecordsJson.Default.UndeleteAuthorityRecord);
}
