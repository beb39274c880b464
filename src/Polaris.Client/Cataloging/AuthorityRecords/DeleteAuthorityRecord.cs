using System.Text.Json.Serialization;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Deletes an authority record.</summary>
/// <remarks>
/// POST workflow, request type 12, extension 11. Vendor page: workflow/delete_authority_record.
/// Its prompts (confirmation, breakable links, linked headings) have unknown numbers: they come as plain prompts.
/// </remarks>
public sealed class DeleteAuthorityRecord() : WorkflowRequest<RecordsDeleted>(Kind)
{
    /// <summary>What the conductor needs to know of this workflow.</summary>
    public static WorkflowKind<RecordsDeleted> Kind { get; } = new(
        WorkflowRequestType.DeleteAuthorityRecord,
        WorkflowRequestExtensionType.DeleteAuthorityRecord,
        WorkflowsJson.Default.RecordsDeleted)
    {
        AnswerExtensionType = WorkflowAnswerExtensionType.DeleteResult,
        IsPartial = deleted => deleted.IsPartial,
    };

    /// <summary>The record to delete.</summary>
    [JsonPropertyName("AuthorityRecordID")]
    public int AuthorityRecordId { get; set; }

    /// <summary>Whether the step that confirms the deletion is skipped.</summary>
    /// <value>False by default.</value>
    public bool IsBulkMode { get; set; }

    /// <inheritdoc/>
    protected internal override WorkflowData ToData() => WorkflowData.From(this, AuthorityRecordsJson.Default.DeleteAuthorityRecord);
}
