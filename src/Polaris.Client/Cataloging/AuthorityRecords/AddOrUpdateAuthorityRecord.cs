using System.Text.Json.Serialization;
using Polaris.Client.Marc;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Adds an authority record, or updates one.</summary>
/// <remarks>
/// <para>An update without <see cref="Marc"/> saves a provisional record as final.</para>
/// <para>
/// POST workflow, request type 35, extension 32. Vendor page: workflow/add_or_update_authority_record. Permissions:
/// AccessCatalogingSubsystem_Allow, AuthorityRecords_Access, AuthorityRecords_Create (adding), AuthorityRecords_Modify.
/// </para>
/// </remarks>
public sealed class AddOrUpdateAuthorityRecord() : WorkflowRequest<AuthorityRecordSaved>(Kind)
{
    private const int LeaderStatus = 5;

    /// <summary>What the conductor needs to know of this workflow.</summary>
    public static WorkflowKind<AuthorityRecordSaved> Kind { get; } = new(
        WorkflowRequestType.AddOrUpdateAuthorityRecord,
        WorkflowRequestExtensionType.AddOrUpdateAuthorityRecord,
        AuthorityRecordsJson.Default.AuthorityRecordSaved)
    {
        AnswerExtensionType = WorkflowAnswerExtensionType.AuthorityRecordId,
        Prompts = [DuplicateAuthorityRecordsPrompt.Kind, MarcValidationPrompt.Kind, ManageLinkedRecordsPrompt.Kind],
    };

    /// <summary>The record to update; null when a record is added.</summary>
    [JsonPropertyName("AuthorityRecordID")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? AuthorityRecordId { get; set; }

    /// <summary>Whether the record is a template.</summary>
    /// <value>False by default.</value>
    public bool IsTemplate { get; set; }

    /// <summary>Whether the record is new.</summary>
    /// <value>False by default.</value>
    public bool IsNewRecord { get; set; }

    /// <summary>The record's status: 1 = final; other numbers are not documented.</summary>
    [JsonPropertyName("RecordStatusID")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? RecordStatusId { get; set; }

    /// <summary>The whole record; null = an update that leaves it as it is.</summary>
    [JsonPropertyName("MARC21Collection")]
    [JsonConverter(typeof(MarcCollectionOfOneConverter))]
    public MarcRecord? Marc { get; set; }

    /// <summary>Allows a leader with <c>s</c> or <c>x</c> at position 5, by which the server <em>deletes</em> the record.</summary>
    /// <value>False by default: then such a record is not sent.</value>
    [JsonIgnore]
    public bool AllowDeleteByLeader { get; set; }

    private bool LeaderDeletes => Marc?.Leader is { Length: > LeaderStatus } leader && leader[LeaderStatus] is 's' or 'x';

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The leader would delete the record, and that was not allowed.</exception>
    protected internal override WorkflowData ToData() => LeaderDeletes && !AllowDeleteByLeader
        ? throw new InvalidOperationException(
            "Position 5 of the leader is 's' or 'x': the server would delete the authority record. Set AllowDeleteByLeader if that is meant.")
        : WorkflowData.From(this, AuthorityRecordsJson.Default.AddOrUpdateAuthorityRecord);
}
