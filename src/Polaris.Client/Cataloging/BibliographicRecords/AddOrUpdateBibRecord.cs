using System.Text.Json.Serialization;
using Polaris.Client.Marc;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Adds a bibliographic record, or updates one.</summary>
/// <remarks>
/// <para>
/// An update without <see cref="Marc"/> touches only <see cref="DisplayInPac"/>, <see cref="DoNotOverlay"/> and the owner. What a
/// server makes of an omitted one of these is not documented, so set all three when you update.
/// </para>
/// <para>
/// POST workflow, request type 13, extension 12. Vendor page: workflow/add_or_update_bib_record. Permissions:
/// AccessCatalogingSubsystem_Allow, BibliographicRecords_Access, BibliographicRecords_Modify, and BibliographicRecords_Create if
/// the owner is changed.
/// </para>
/// </remarks>
public sealed class AddOrUpdateBibRecord() : WorkflowRequest<BibRecordSaved>(Kind)
{
    /// <summary>What the conductor needs to know of this workflow.</summary>
    public static WorkflowKind<BibRecordSaved> Kind { get; } = new(
        WorkflowRequestType.AddOrUpdateBibRecord,
        WorkflowRequestExtensionType.AddOrUpdateBibRecord,
        BibliographicRecordsJson.Default.BibRecordSaved)
    {
        Prompts = [DisplayInPacPrompt.Kind, DuplicateBibRecordsPrompt.Kind, ReplacementErrorsPrompt.Kind],
    };

    /// <summary>The record to update; null when a record is added.</summary>
    [JsonPropertyName("BibRecordID")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? BibRecordId { get; set; }

    /// <summary>Whether the record is a template.</summary>
    /// <value>False by default.</value>
    public bool IsTemplate { get; set; }

    /// <summary>Whether the record is new.</summary>
    /// <value>False by default.</value>
    public bool IsNewRecord { get; set; }

    /// <summary>Whether the public catalogue shows the record. Going to false raises <see cref="DisplayInPacPrompt"/>.</summary>
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

    /// <summary>The record's status: 1 = final; other numbers are not documented.</summary>
    [JsonPropertyName("RecordStatusID")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? RecordStatusId { get; set; }

    /// <summary>The whole record; null = an update that leaves it as it is.</summary>
    [JsonPropertyName("MARC21Collection")]
    [JsonConverter(typeof(MarcCollectionOfOneConverter))]
    public MarcRecord? Marc { get; set; }

    /// <inheritdoc/>
    protected internal override WorkflowData ToData() =>
        WorkflowData.From(this, BibliographicRecordsJson.Default.AddOrUpdateBibRecord);
}
