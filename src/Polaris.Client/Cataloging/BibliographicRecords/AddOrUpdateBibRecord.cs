using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Marc;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Adds a bibliographic record, or updates an existing one.</summary>
/// <remarks>
/// <para>
/// An update without <see cref="Marc"/> changes only <see cref="DisplayInPac"/>, <see cref="DoNotOverlay"/> and the owner. What the
/// server does if one of these is omitted is not documented, so set all three when you update.
/// </para>
/// <para>
/// POST workflow, request type 13, extension 12. Vendor page: workflow/add_or_update_bib_record. Permissions:
/// AccessCatalogingSubsystem_Allow, BibliographicRecords_Access, BibliographicRecords_Modify, and BibliographicRecords_Create if
/// the owner is changed.
/// </para>
/// </remarks>
public sealed class AddOrUpdateBibRecord() : WorkflowRequest<BibRecordSaved>(Kind)
{
    /// <summary>Describes this workflow to the client, for example to resume it from a bookmark.</summary>
    public static WorkflowKind<BibRecordSaved> Kind { get; } = new(
        WorkflowRequestType.AddOrUpdateBibRecord,
        WorkflowRequestExtensionType.AddOrUpdateBibRecord,
        BibliographicRecordsJson.Default.BibRecordSaved);

    /// <summary>The ID of the record to update; <c>null</c> to add a record.</summary>
    [JsonPropertyName("BibRecordID")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? BibRecordId { get; set; }

    /// <summary>Whether the record is a template.</summary>
    /// <value><c>false</c> by default.</value>
    public bool IsTemplate { get; set; }

    /// <summary>Whether the record is new.</summary>
    /// <value><c>false</c> by default.</value>
    public bool IsNewRecord { get; set; }

    /// <summary>Whether the public catalog shows the record. Changing it to <c>false</c> raises <see cref="DisplayInPacPrompt"/>.</summary>
    [JsonPropertyName("DisplayInPAC")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? DisplayInPac { get; set; }

    /// <summary>Whether the record is protected from being replaced by another.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? DoNotOverlay { get; set; }

    /// <summary>The organization that owns the record.</summary>
    [JsonPropertyName("RecordOwnerID")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? RecordOwnerId { get; set; }

    /// <summary>The status of the record: 1 is final; other values are not documented.</summary>
    [JsonPropertyName("RecordStatusID")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? RecordStatusId { get; set; }

    /// <summary>The whole record; <c>null</c> to update the record without changing its MARC data.</summary>
    [JsonPropertyName("MARC21Collection")]
    [JsonConverter(typeof(MarcCollectionOfOneConverter))]
    public MarcRecord? Marc { get; set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">
    /// It has neither a record ID nor <see cref="IsNewRecord"/>, or the new record has no MARC data.
    /// </exception>
    protected internal override WorkflowData ToData() => (BibRecordId ?? 0, IsNewRecord, Marc) switch
    {
        ( < 1, false, _) => throw new InvalidOperationException(
            "AddOrUpdateBibRecord does not identify a record: set BibRecordId to update one, or IsNewRecord to add one."),
        (_, true, null) => throw new InvalidOperationException("AddOrUpdateBibRecord.Marc is not set: a new record needs its MARC data."),
        _ => WorkflowData.From(this, BibliographicRecordsJson.Default.AddOrUpdateBibRecord),
    };
}

/// <summary>Updates the header of a bibliographic record: visibility, protection and owner.</summary>
/// <remarks>
/// POST workflow, request type 9, extension 7. Vendor page: workflow/update_bib_record. What the server does if a property is omitted
/// is not documented, so set all three.
/// </remarks>
public sealed class UpdateBibRecord() : WorkflowRequest<BibRecordSaved>(Kind)
{
    /// <summary>Describes this workflow to the client, for example to resume it from a bookmark.</summary>
    public static WorkflowKind<BibRecordSaved> Kind { get; } = new(
        WorkflowRequestType.UpdateBibRecord,
        WorkflowRequestExtensionType.UpdateBibRecord,
        BibliographicRecordsJson.Default.BibRecordSaved);

    /// <summary>Whether the record is new.</summary>
    /// <value><c>false</c> by default.</value>
    public bool IsNew { get; set; }

    /// <summary>The ID of the record to update. Required.</summary>
    [JsonPropertyName("BibRecordID")]
    public int BibRecordId { get; set; }

    /// <summary>Whether the public catalog shows the record. Changing it to <c>false</c> raises <see cref="DisplayInPacPrompt"/>.</summary>
    [JsonPropertyName("DisplayInPAC")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? DisplayInPac { get; set; }

    /// <summary>Whether the record is protected from being replaced by another.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? DoNotOverlay { get; set; }

    /// <summary>The organization that owns the record.</summary>
    [JsonPropertyName("RecordOwnerID")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? RecordOwnerId { get; set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="BibRecordId"/> is not set.</exception>
    protected internal override WorkflowData ToData() => BibRecordId < 1
        ? throw new InvalidOperationException("UpdateBibRecord.BibRecordId is not set: set it to the ID of the record to update.")
        : WorkflowData.From(this, BibliographicRecordsJson.Default.UpdateBibRecord);
}

/// <summary>The data returned for a saved bibliographic record.</summary>
/// <remarks>
/// The vendor does not document this response: for an update it has no data, and whether the ID of an added record is returned is not
/// known. It contains the ID if there is one, and everything else as received.
/// </remarks>
public sealed class BibRecordSaved
{
    /// <summary>The ID of the record, if the server returned it.</summary>
    [JsonPropertyName("BibRecordID")]
    public int? BibRecordId { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
