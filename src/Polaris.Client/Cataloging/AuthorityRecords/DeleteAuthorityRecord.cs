using System.Text.Json.Serialization;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Deletes an authority record.</summary>
/// <remarks>
/// POST workflow, request type 12, extension 11. Vendor page: workflow/delete_authority_record.
/// The IDs of its prompts (confirmation, breakable links, linked headings) are not known: they are raised as plain prompts.
/// </remarks>
public sealed class DeleteAuthorityRecord() : WorkflowRequest<RecordsDeleted>(Kind)
{
    /// <summary>Describes this workflow to the client, for example to resume it from a bookmark.</summary>
    public static WorkflowKind<RecordsDeleted> Kind { get; } = new(
        WorkflowRequestType.DeleteAuthorityRecord,
        WorkflowRequestExtensionType.DeleteAuthorityRecord,
        WorkflowsJson.Default.RecordsDeleted)
    {
        // Whether this workflow reports its result is not documented.
        Judge = deleted => deleted is null ? WorkflowOutcome.Completed : RecordsDeleted.Judge(deleted),
    };

    /// <summary>The record to delete. Required.</summary>
    [JsonPropertyName("AuthorityRecordID")]
    public int AuthorityRecordId { get; set; }

    /// <summary>Whether to skip the confirmation of the deletion.</summary>
    /// <value><c>false</c> by default.</value>
    public bool IsBulkMode { get; set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="AuthorityRecordId"/> is not set.</exception>
    protected internal override WorkflowData ToData() => AuthorityRecordId < 1
        ? throw new InvalidOperationException("DeleteAuthorityRecord.AuthorityRecordId is not set: set it to the ID of the record to delete.")
        : WorkflowData.From(this, AuthorityRecordsJson.Default.DeleteAuthorityRecord);
}

/// <summary>Restores an authority record that is marked as deleted.</summary>
/// <remarks>
/// POST workflow, request type 14, extension 5. Vendor page: workflow/undelete_authority_record. A message of the type notice may ask to re-establish links.
/// </remarks>
public sealed class UndeleteAuthorityRecord() : WorkflowRequest<RecordRestored>(Kind)
{
    /// <summary>Describes this workflow to the client, for example to resume it from a bookmark.</summary>
    public static WorkflowKind<RecordRestored> Kind { get; } = new(
        WorkflowRequestType.UndeleteAuthorityRecord,
        WorkflowRequestExtensionType.RecordId,
        WorkflowsJson.Default.RecordRestored);

    /// <summary>The ID of the record to restore. Required.</summary>
    [JsonPropertyName("RecordID")]
    public int AuthorityRecordId { get; set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="AuthorityRecordId"/> is not set.</exception>
    protected internal override WorkflowData ToData() => AuthorityRecordId < 1
        ? throw new InvalidOperationException("UndeleteAuthorityRecord.AuthorityRecordId is not set: set it to the ID of the record to restore.")
        : WorkflowData.From(this, AuthorityRecordsJson.Default.UndeleteAuthorityRecord);
}
