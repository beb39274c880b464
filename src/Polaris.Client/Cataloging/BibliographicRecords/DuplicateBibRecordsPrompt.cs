using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>The record may be a duplicate of other records: replace them, keep both, or cancel?</summary>
/// <param name="context">The prompt as received.</param>
/// <param name="details">The data of the prompt.</param>
/// <remarks>Prompt 87, extension 30. Its buttons read Replace (result 2, "Yes"), Continue (result 3, "No") and Cancel.</remarks>
public sealed class DuplicateBibRecordsPrompt(PromptContext context, DuplicateBibRecords details) : Prompt(context)
{
    /// <summary>Maps prompt ID 87 to this type.</summary>
    public static PromptKind Kind { get; } = PromptKind.Of(
        WorkflowPromptId.DuplicateBibRecords,
        BibliographicRecordsJson.Default.DuplicateBibRecords,
        (context, details) => new DuplicateBibRecordsPrompt(context, details));

    /// <summary>The data of the prompt, with the record being saved.</summary>
    public DuplicateBibRecords Details { get; } = details;

    /// <summary>The possible duplicates.</summary>
    public IReadOnlyList<DuplicateBibRecord> Duplicates { get; } = details.BibReplacementRecords;

    /// <summary>Saves the record in place of some of the duplicates, which are deleted.</summary>
    /// <param name="duplicates">The records to replace, from <see cref="Duplicates"/>.</param>
    /// <param name="recordToMaintainId">For a new record: the duplicate whose ID is kept; 0 for none.</param>
    /// <exception cref="IllegalReplyException">A record is not among the duplicates, or none was given. Nothing was sent.</exception>
    /// <remarks>If one is protected from overlay, the server raises <see cref="ReplacementErrorsPrompt"/>.</remarks>
    public PromptReply Replace(IEnumerable<DuplicateBibRecord> duplicates, int recordToMaintainId = 0) =>
        Replace((duplicates ?? throw new ArgumentNullException(nameof(duplicates))).Select(record => record.RecordId), recordToMaintainId);

    /// <summary>Saves the record in place of some of the duplicates, which are deleted.</summary>
    /// <param name="recordIds">The IDs of the records to replace.</param>
    /// <param name="recordToMaintainId">For a new record: the duplicate whose ID is kept; 0 for none.</param>
    /// <exception cref="IllegalReplyException">A record is not among the duplicates, or none was given. Nothing was sent.</exception>
    public PromptReply Replace(IEnumerable<int> recordIds, int recordToMaintainId = 0) => ReplaceRecordsData.Reply(
        this, recordIds, recordToMaintainId, Duplicates.Select(record => record.RecordId).ToList());

    /// <summary>Saves the record and keeps the duplicates. The button is Continue; its result is 3 ("No": do not replace).</summary>
    /// <exception cref="IllegalReplyException">The prompt does not offer this reply. Nothing was sent.</exception>
    public PromptReply Continue() => Reply(WorkflowPromptResult.No);

    /// <inheritdoc/>
    protected override void Describe(PromptView view)
    {
        _ = view ?? throw new ArgumentNullException(nameof(view));
        view.CanMaintainRecordId = Details.MaintainControlNumberEnabled;
        view.Record = new PromptViewRecord
        {
            Id = Details.BibRecordId == 0 ? null : Details.BibRecordId,
            Title = FirstOf(Details.TitleNewRecord, Details.Title),
            Author = FirstOf(Details.AuthorNewRecord, Details.Author),
            Owner = FirstOf(Details.OwnerNewRecord),
            Format = FirstOf(Details.MarcTomDescription),
            Status = FirstOf(Details.RecordStatusDescription),
            Links = Details.NumberOfLinkedItems,
        };
        view.Records = [.. Duplicates.Select(record => new PromptViewRecord
        {
            Id = record.RecordId,
            Title = FirstOf(record.Title),
            Author = FirstOf(record.Author),
            Owner = FirstOf(record.OwnerName),
            Format = FirstOf(record.FormatDescription),
            Status = FirstOf(record.RecordStatusDescription),
            Links = record.NumberOfLinkedItems,
            IsProtected = record.DoNotOverlay,
            Reason = FirstOf(record.Reason),
        })];
    }

    /// <inheritdoc/>
    protected override PromptReply CreateReply(PromptAnswer answer) => answer switch
    {
        null => throw new ArgumentNullException(nameof(answer)),
        { Result: not WorkflowPromptResult.Yes } => base.CreateReply(answer),
        { RecordToMaintainId: not 0 } when !Details.MaintainControlNumberEnabled =>
            throw new IllegalReplyException(this, "the server does not allow the record to keep the ID of another."),
        _ => Replace(answer.RecordIds, answer.RecordToMaintainId),
    };

    private static string? FirstOf(params string?[] texts) => texts.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
}

/// <summary>The data of prompt 87: the record being saved, and its possible duplicates.</summary>
public sealed class DuplicateBibRecords
{
    /// <summary>The ID of the record being saved.</summary>
    [JsonPropertyName("BibRecordID")]
    public int BibRecordId { get; set; }

    /// <summary>The title of the record.</summary>
    public string? Title { get; set; }

    /// <summary>The author of the record.</summary>
    public string? Author { get; set; }

    /// <summary>The code of the material type: 1 is a book.</summary>
    [JsonPropertyName("PrimaryMARCTOMID")]
    public int PrimaryMarcTomId { get; set; }

    /// <summary>The name of the material type.</summary>
    [JsonPropertyName("MARCTOMDescription")]
    public string? MarcTomDescription { get; set; }

    /// <summary>The number of items.</summary>
    public int NumberOfLinkedItems { get; set; }

    /// <summary>The status of the record: 1 is final; other values are not documented.</summary>
    [JsonPropertyName("RecordStatusID")]
    public int RecordStatusId { get; set; }

    /// <summary>The name of the status.</summary>
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

    /// <summary>The ID of the owner.</summary>
    [JsonPropertyName("OwnerNewRecordID")]
    public int OwnerNewRecordId { get; set; }

    /// <summary>The possible duplicates.</summary>
    public IReadOnlyList<DuplicateBibRecord> BibReplacementRecords { get; set => field = TolerantJson.Present(value); } = [];

    /// <summary>Whether the server checks the permission to modify.</summary>
    public bool CheckBibModifyPermission { get; set; }

    /// <summary>Whether a new record may keep the ID of an existing one.</summary>
    public bool MaintainControlNumberEnabled { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>A possible duplicate of the record being saved.</summary>
public sealed class DuplicateBibRecord
{
    /// <summary>The ID of the record.</summary>
    [JsonPropertyName("RecordID")]
    public int RecordId { get; set; }

    /// <summary>The status of the record: 1 is final; other values are not documented.</summary>
    [JsonPropertyName("RecordStatusID")]
    public int? RecordStatusId { get; set; }

    /// <summary>The name of the status.</summary>
    public string? RecordStatusDescription { get; set; }

    /// <summary>The organization that owns the record.</summary>
    [JsonPropertyName("OwnerID")]
    public int OwnerId { get; set; }

    /// <summary>The name of the organization.</summary>
    public string? OwnerName { get; set; }

    /// <summary>The author of the record.</summary>
    public string? Author { get; set; }

    /// <summary>The title of the record.</summary>
    public string? Title { get; set; }

    /// <summary>The code of the format.</summary>
    [JsonPropertyName("FormatID")]
    public int FormatId { get; set; }

    /// <summary>The name of the format.</summary>
    public string? FormatDescription { get; set; }

    /// <summary>The number of items.</summary>
    public int NumberOfLinkedItems { get; set; }

    /// <summary>Why it is a possible duplicate, for example <c>LCCN;ISBN;Author/Title</c>.</summary>
    public string? Reason { get; set; }

    /// <summary>Whether the record is protected from being replaced.</summary>
    public bool DoNotOverlay { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
