using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Marc;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Saves the MARC data of an existing bibliographic record, with fewer steps than <see cref="AddOrUpdateBibRecord"/>.</summary>
/// <remarks>
/// POST workflow, request type 36, extension 12. Vendor page: workflow/add_or_update_marc_record. It skips the confirmation, the checks of
/// display in PAC, header, resource entities and duplicates, and the removal of the block of linked items. The page pairs it with the list
/// that <c>BibRecords.ListMarcAsync</c> reads. Its sample also shows a property <c>type</c> of each field, CF or DF; whether the server needs
/// it is not known. The data of the response is not documented.
/// </remarks>
public sealed class SaveMarcCompareRecord() : WorkflowRequest<CustomWorkflowAnswer>(Kind)
{
    /// <summary>Describes this workflow to the client, for example to resume it from a bookmark.</summary>
    public static WorkflowKind<CustomWorkflowAnswer> Kind { get; } = new(
        WorkflowRequestType.SaveMarcCompareRecord,
        WorkflowRequestExtensionType.AddOrUpdateBibRecord,
        WorkflowsJson.Default.CustomWorkflowAnswer);

    /// <summary>The ID of the record. Required.</summary>
    [JsonPropertyName("BibliographicRecordId")]
    public int BibRecordId { get; set; }

    /// <summary>The whole record. Required.</summary>
    [JsonPropertyName("Record")]
    public MarcRecord? Marc { get; set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="BibRecordId"/> or <see cref="Marc"/> is not set.</exception>
    protected internal override WorkflowData ToData() => (BibRecordId, Marc) switch
    {
        ( < 1, _) => throw new InvalidOperationException("SaveMarcCompareRecord.BibRecordId is not set: set it to the ID of the record to save."),
        (_, null) => throw new InvalidOperationException("SaveMarcCompareRecord.Marc is not set: set it to the whole record."),
        _ => WorkflowData.From(this, BibliographicRecordsJson.Default.SaveMarcCompareRecord),
    };
}

/// <summary>Starts the check headings assistant for a bibliographic record.</summary>
/// <remarks>
/// POST workflow, request type 38, extension 12. Vendor page: that of the check headings assistant. It returns the headings without an
/// authority record, and creates authority records as the caller decides; how a decision is sent is not documented, except that it belongs
/// to the data: send it with <see cref="AdditionalMembers"/>. The data of the response is not documented.
/// </remarks>
public sealed class CheckHeadings() : WorkflowRequest<CustomWorkflowAnswer>(Kind)
{
    /// <summary>Describes this workflow to the client, for example to resume it from a bookmark.</summary>
    public static WorkflowKind<CustomWorkflowAnswer> Kind { get; } = new(
        WorkflowRequestType.CheckHeadings,
        WorkflowRequestExtensionType.AddOrUpdateBibRecord,
        WorkflowsJson.Default.CustomWorkflowAnswer);

    /// <summary>The ID of the record; <c>null</c> for a new one.</summary>
    [JsonPropertyName("BibRecordID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? BibRecordId { get; set; }

    /// <summary>Whether the record is a template.</summary>
    /// <value><c>false</c> by default.</value>
    public bool IsTemplate { get; set; }

    /// <summary>Whether the record is new.</summary>
    /// <value><c>false</c> by default.</value>
    public bool IsNewRecord { get; set; }

    /// <summary>The whole record. Required.</summary>
    [JsonPropertyName("MARC21Collection"), JsonConverter(typeof(MarcCollectionOfOneConverter))]
    public MarcRecord? Marc { get; set; }

    /// <summary>Properties of the vendor's page that this type does not have, sent unchanged.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">
    /// It has neither a record ID nor <see cref="IsNewRecord"/>, or <see cref="Marc"/> is not set.
    /// </exception>
    protected internal override WorkflowData ToData() => (BibRecordId ?? 0, IsNewRecord, Marc) switch
    {
        ( < 1, false, _) => throw new InvalidOperationException(
            "CheckHeadings does not identify a record: set BibRecordId to check an existing one, or IsNewRecord for a new one."),
        (_, _, null) => throw new InvalidOperationException("CheckHeadings.Marc is not set: set it to the record whose headings are checked."),
        _ => WorkflowData.From(this, BibliographicRecordsJson.Default.CheckHeadings),
    };
}
