using System.Text.Json.Serialization;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Updates the header of a bibliographic record: whether it is shown, whether it is protected, who owns it.</summary>
/// <remarks>
/// POST workflow, request type 9, extension 7. Vendor page: workflow/update_bib_record. What a server makes of an omitted member
/// is not documented, so set all three.
/// </remarks>
public sealed class UpdateBibRecord() : WorkflowRequest<BibRecordSaved>(Kind)
{
    /// <summary>What the conductor needs to know of this workflow.</summary>
    public static WorkflowKind<BibRecordSaved> Kind { get; } = new(
        WorkflowRequestType.UpdateBibRecord,
        WorkflowRequestExtensionType.UpdateBibRecord,
        BibliographicRecordsJson.Default.BibRecordSaved)
    {
        Prompts = [DisplayInPacPrompt.Kind],
    };

    /// <summary>Whether the record is new.</summary>
    /// <value>False by default.</value>
    public bool IsNew { get; set; }

    /// <summary>The record to update. Required.</summary>
    [JsonPropertyName("BibRecordID")]
    public int BibRecordId { get; set; }

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

    /// <inheritdoc/>
    protected internal override WorkflowData ToData() => WorkflowData.From(this, BibliographicRecordsJson.Default.UpdateBibRecord);
}
