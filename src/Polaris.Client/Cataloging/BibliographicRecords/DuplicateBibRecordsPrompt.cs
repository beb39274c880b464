using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Other records look like the one being saved: replace them, save beside them, or cancel?</summary>
/// <param name="context">The prompt as received.</param>
/// <param name="details">Its data.</param>
/// <remarks>Prompt 87, extension 30. Its buttons read Replace (result 2, "Yes"), Continue (result 3, "No") and Cancel.</remarks>
public sealed class DuplicateBibRecordsPrompt(PromptContext context, DuplicateBibRecords details) : Prompt(context)
{
    /// <summary>Ties the number 87 to this type.</summary>
    public static PromptKind Kind { get; } = PromptKind.Of(
        WorkflowPromptId.DuplicateBibRecords,
        BibliographicRecordsJson.Default.DuplicateBibRecords,
        (context, details) => new DuplicateBibRecordsPrompt(context, details));

    /// <summary>The record being saved, and more of what the server shows.</summary>
    public DuplicateBibRecords Details { get; } = details;

    /// <summary>The records that look like it.</summary>
    public IReadOnlyList<DuplicateBibRecord> Duplicates { get; } = details.BibReplacementRecords;

    /// <summary>Saves the record in place of some of the duplicates, which are deleted.</summary>
    /// <param name="duplicates">Those to replace, from <see cref="Duplicates"/>.</param>
    /// <param name="recordToMaintainId">For a new record: the duplicate whose id is kept; 0 = none.</param>
    /// <exception cref="IllegalReplyException">One of them is not among the duplicates, or there is none. Nothing was sent.</exception>
    /// <remarks>If one is protected from overlay, the server raises <see cref="ReplacementErrorsPrompt"/>.</remarks>
    public PromptReply Replace(IEnumerable<DuplicateBibRecord> duplicates, int recordToMaintainId = 0) =>
        Replace((duplicates ?? throw new ArgumentNullException(nameof(duplicates))).Select(record => record.RecordId), recordToMaintainId);

    /// <summary>Saves the record in place of some of the duplicates, which are deleted.</summary>
    /// <param name="recordIds">The ids of those to replace.</param>
    /// <param name="recordToMaintainId">For a new record: the duplicate whose id is kept; 0 = none.</param>
    /// <exception cref="IllegalReplyException">One of them is not among the duplicates, or there is none. Nothing was sent.</exception>
    public PromptReply Replace(IEnumerable<int> recordIds, int recordToMaintainId = 0) => ReplaceRecordsData.Reply(
        this, recordIds, recordToMaintainId, Duplicates.Select(record => record.RecordId).ToList());

    /// <summary>Saves the record beside the duplicates. The button reads Continue; its result is 3 ("No": do not replace).</summary>
    /// <exception cref="IllegalReplyException">The prompt does not offer it. Nothing was sent.</exception>
    public PromptReply Continue() => Reply(WorkflowPromptResult.No);
}

/// <summary>The data of prompt 87: the record being saved, and the records that look like it.</summary>
public sealed class DuplicateBibRecords
{
    /// <summary>The id of the record being saved.</summary>
    [JsonPropertyName("BibRecordID")]
    public int BibRecordId { get; set; }

    /// <summary>Its title.</summary>
    public string? Title { get; set; }

    /// <summary>Its author.</summary>
    public string? Author { get; set; }

    /// <summary>The number of its type of material: 1 = book.</summary>
    [JsonPropertyName("PrimaryMARCTOMID")]
    public int PrimaryMarcTomId { get; set; }

    /// <summary>Its type of material in words.</summary>
    [JsonPropertyName("MARCTOMDescription")]
    public string? MarcTomDescription { get; set; }

    /// <summary>How many items it has.</summary>
    public int NumberOfLinkedItems { get; set; }

    /// <summary>Its status: 1 = final; other numbers are not documented.</summary>
    [JsonPropertyName("RecordStatusID")]
    public int RecordStatusId { get; set; }

    /// <summary>Its status in words.</summary>
    public string? RecordStatusDescription { get; set; }

    /// <summary>Whether the check was started by saving a record.</summary>
    public bool LaunchedFromSavingRecord { get; set; }

    /// <summary>Whether the record is marked as deleted.</summary>
    public bool DeletedRecord { get; set; }

    /// <summary>The title of a record that is not saved yet.</summary>
    public string? TitleNewRecord { get; set; }

    /// <summary>The author of a record that is not saved yet.</summary>
    public string? AuthorNewRecord { get; set; }

    /// <summary>The owner of a record that is not saved yet.</summary>
    public string? OwnerNewRecord { get; set; }

    /// <summary>The id of that owner.</summary>
    [JsonPropertyName("OwnerNewRecordID")]
    public int OwnerNewRecordId { get; set; }

    /// <summary>The records that look like it.</summary>
    public IReadOnlyList<DuplicateBibRecord> BibReplacementRecords { get; set => field = TolerantJson.Present(value); } = [];

    /// <summary>Whether the server checks the permission to modify.</summary>
    public bool CheckBibModifyPermission { get; set; }

    /// <summary>Whether a new record may keep the id of an existing one.</summary>
    public bool MaintainControlNumberEnabled { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>A record that looks like the one being saved.</summary>
public sealed class DuplicateBibRecord
{
    /// <summary>Its id.</summary>
    [JsonPropertyName("RecordID")]
    public int RecordId { get; set; }

    /// <summary>Its status: 1 = final; other numbers are not documented.</summary>
    [JsonPropertyName("RecordStatusID")]
    public int? RecordStatusId { get; set; }

    /// <summary>Its status in words.</summary>
    public string? RecordStatusDescription { get; set; }

    /// <summary>The organization that owns it.</summary>
    [JsonPropertyName("OwnerID")]
    public int OwnerId { get; set; }

    /// <summary>The name of that organization.</summary>
    public string? OwnerName { get; set; }

    /// <summary>Its author.</summary>
    public string? Author { get; set; }

    /// <summary>Its title.</summary>
    public string? Title { get; set; }

    /// <summary>The number of its format.</summary>
    [JsonPropertyName("FormatID")]
    public int FormatId { get; set; }

    /// <summary>Its format in words.</summary>
    public string? FormatDescription { get; set; }

    /// <summary>How many items it has.</summary>
    public int NumberOfLinkedItems { get; set; }

    /// <summary>Why it looks like the same, for example <c>LCCN;ISBN;Author/Title</c>.</summary>
    public string? Reason { get; set; }

    /// <summary>Whether it is protected from being replaced.</summary>
    public bool DoNotOverlay { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
