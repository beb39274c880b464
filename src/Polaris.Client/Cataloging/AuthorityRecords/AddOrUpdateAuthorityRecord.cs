using System.Text.Json;
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
        Judge = saved => saved is { AuthorityRecordId: 0 } ? WorkflowOutcome.Unconfirmed : WorkflowOutcome.Completed,
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
    /// <exception cref="InvalidOperationException">
    /// It names neither a record to update nor a new one, the new one has no MARC data, or the leader would delete the record, which was not allowed.
    /// </exception>
    protected internal override WorkflowData ToData() => (AuthorityRecordId ?? 0, IsNewRecord, Marc) switch
    {
        (0, false, _) => throw new InvalidOperationException(
            "AddOrUpdateAuthorityRecord names no record: set AuthorityRecordId to update one, or IsNewRecord to add one."),
        (_, true, null) => throw new InvalidOperationException("AddOrUpdateAuthorityRecord.Marc is not set: a new record needs its MARC data."),
        _ when LeaderDeletes && !AllowDeleteByLeader => throw new InvalidOperationException(
            "Position 5 of the leader is 's' or 'x': the server would delete the authority record. Set AllowDeleteByLeader if that is intended."),
        _ => WorkflowData.From(this, AuthorityRecordsJson.Default.AddOrUpdateAuthorityRecord),
    };
}

/// <summary>What the server returned for an added authority record: answer extension 13. An update is answered without it.</summary>
public sealed class AuthorityRecordSaved
{
    /// <summary>The id of the record.</summary>
    [JsonPropertyName("AuthorityRecordID")]
    public int AuthorityRecordId { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>The record breaks the rules of MARC and cannot be saved; all that can be said is OK.</summary>
/// <param name="context">The prompt as received; <see cref="Prompt.Message"/> holds the errors.</param>
/// <remarks>Prompt 143, raised for instance when the leader is not 24 characters long. It does not offer Cancel.</remarks>
public sealed class MarcValidationPrompt(PromptContext context) : Prompt(context)
{
    /// <summary>Ties the number 143 to this type.</summary>
    public static PromptKind Kind { get; } =
        PromptKind.Of(WorkflowPromptId.MarcValidation, context => new MarcValidationPrompt(context));

    /// <summary>Takes note of the errors; the record is not saved.</summary>
    /// <exception cref="IllegalReplyException">The prompt does not offer it. Nothing was sent.</exception>
    public PromptReply Ok() => Reply(WorkflowPromptResult.Ok);
}
