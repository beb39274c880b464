using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Marc;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Adds an authority record, or updates an existing one.</summary>
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

    /// <summary>Describes this workflow to the client, for example to resume it from a bookmark.</summary>
    public static WorkflowKind<AuthorityRecordSaved> Kind { get; } = new(
        WorkflowRequestType.AddOrUpdateAuthorityRecord,
        WorkflowRequestExtensionType.AddOrUpdateAuthorityRecord,
        AuthorityRecordsJson.Default.AuthorityRecordSaved)
    {
        Judge = saved => saved is { AuthorityRecordId: 0 } ? WorkflowOutcome.Unconfirmed : WorkflowOutcome.Completed,
    };

    /// <summary>The ID of the record to update; <c>null</c> to add a record.</summary>
    [JsonPropertyName("AuthorityRecordID")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? AuthorityRecordId { get; set; }

    /// <summary>Whether the record is a template.</summary>
    /// <value><c>false</c> by default.</value>
    public bool IsTemplate { get; set; }

    /// <summary>Whether the record is new.</summary>
    /// <value><c>false</c> by default.</value>
    public bool IsNewRecord { get; set; }

    /// <summary>The status of the record: 1 is final; other values are not documented.</summary>
    [JsonPropertyName("RecordStatusID")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? RecordStatusId { get; set; }

    /// <summary>The whole record; <c>null</c> to update the record without changing its MARC data.</summary>
    [JsonPropertyName("MARC21Collection")]
    [JsonConverter(typeof(MarcCollectionOfOneConverter))]
    public MarcRecord? Marc { get; set; }

    /// <summary>Allows a leader with <c>s</c> or <c>x</c> at position 5, which makes the server <em>delete</em> the record.</summary>
    /// <value><c>false</c> by default: then such a record is not sent.</value>
    [JsonIgnore]
    public bool AllowDeleteByLeader { get; set; }

    private bool LeaderDeletes => Marc?.Leader is { Length: > LeaderStatus } leader && leader[LeaderStatus] is 's' or 'x';

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">
    /// It has neither a record ID nor <see cref="IsNewRecord"/>, the new record has no MARC data, or the leader would delete the record, which was not allowed.
    /// </exception>
    protected internal override WorkflowData ToData() => (AuthorityRecordId ?? 0, IsNewRecord, Marc) switch
    {
        ( < 1, false, _) => throw new InvalidOperationException(
            "AddOrUpdateAuthorityRecord does not identify a record: set AuthorityRecordId to update one, or IsNewRecord to add one."),
        (_, true, null) => throw new InvalidOperationException("AddOrUpdateAuthorityRecord.Marc is not set: a new record needs its MARC data."),
        _ when LeaderDeletes && !AllowDeleteByLeader => throw new InvalidOperationException(
            "Position 5 of the leader is 's' or 'x': the server would delete the authority record. Set AllowDeleteByLeader if that is intended."),
        _ => WorkflowData.From(this, AuthorityRecordsJson.Default.AddOrUpdateAuthorityRecord),
    };
}

/// <summary>The data returned for an added authority record: response extension 13. The response to an update does not have it.</summary>
public sealed class AuthorityRecordSaved
{
    /// <summary>The ID of the record.</summary>
    [JsonPropertyName("AuthorityRecordID")]
    public int AuthorityRecordId { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>The record violates the rules of MARC and cannot be saved; the only reply is OK.</summary>
/// <param name="context">The prompt as received; <see cref="Prompt.Message"/> contains the errors.</param>
/// <remarks>Prompt 143, raised for example if the leader is not 24 characters long. It does not offer Cancel.</remarks>
public sealed class MarcValidationPrompt(PromptContext context) : Prompt(context)
{
    /// <summary>Maps prompt ID 143 to this type.</summary>
    public static PromptKind Kind { get; } =
        PromptKind.Of(WorkflowPromptId.MarcValidation, context => new MarcValidationPrompt(context));

    /// <summary>Acknowledges the errors; the record is not saved.</summary>
    /// <exception cref="IllegalReplyException">The prompt does not offer this reply. Nothing was sent.</exception>
    public PromptReply Ok() => Reply(WorkflowPromptResult.Ok);
}
