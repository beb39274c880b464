using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Other authority records have the same heading: replace them, keep both, or cancel?</summary>
/// <param name="context">The prompt as received.</param>
/// <param name="details">The data of the prompt.</param>
/// <remarks>Prompt 142, extension 47. Its buttons read Replace (result 2, "Yes"), Continue (result 3, "No") and Cancel.</remarks>
public sealed class DuplicateAuthorityRecordsPrompt(PromptContext context, DuplicateAuthorityRecords details) : Prompt(context)
{
    /// <summary>Maps prompt ID 142 to this type.</summary>
    public static PromptKind Kind { get; } = PromptKind.Of(
        WorkflowPromptId.DuplicateAuthorityRecords,
        AuthorityRecordsJson.Default.DuplicateAuthorityRecords,
        (context, details) => new DuplicateAuthorityRecordsPrompt(context, details));

    /// <summary>The data of the prompt.</summary>
    public DuplicateAuthorityRecords Details { get; } = details;

    /// <summary>The possible duplicates.</summary>
    public IReadOnlyList<DuplicateAuthorityRecord> Duplicates { get; } = details.DuplicateErrors;

    /// <summary>Saves the record in place of some of the duplicates, which are deleted.</summary>
    /// <param name="duplicates">The records to replace, from <see cref="Duplicates"/>.</param>
    /// <exception cref="IllegalReplyException">A record is not among the duplicates, or none was given. Nothing was sent.</exception>
    public PromptReply Replace(IEnumerable<DuplicateAuthorityRecord> duplicates) =>
        Replace((duplicates ?? throw new ArgumentNullException(nameof(duplicates))).Select(record => record.RecordId));

    /// <summary>Saves the record in place of some of the duplicates, which are deleted.</summary>
    /// <param name="recordIds">The IDs of the records to replace.</param>
    /// <exception cref="IllegalReplyException">A record is not among the duplicates, or none was given. Nothing was sent.</exception>
    public PromptReply Replace(IEnumerable<int> recordIds) => ReplaceRecordsData.Reply(
        this, recordIds, recordToMaintainId: 0, Duplicates.Select(record => record.RecordId).ToList());

    /// <summary>Saves the record and keeps the duplicates. The button is Continue; its result is 3 ("No": do not replace).</summary>
    /// <exception cref="IllegalReplyException">The prompt does not offer this reply. Nothing was sent.</exception>
    public PromptReply Continue() => Reply(WorkflowPromptResult.No);

    /// <inheritdoc/>
    protected override void Describe(PromptView view)
    {
        _ = view ?? throw new ArgumentNullException(nameof(view));
        view.Record = Details.AuthorityRecordId == 0 ? null : new PromptViewRecord { Id = Details.AuthorityRecordId };
        view.Records = [.. Duplicates.Select(record => new PromptViewRecord
        {
            Id = record.RecordId,
            Title = string.IsNullOrWhiteSpace(record.Title) ? null : record.Title,
            Owner = string.IsNullOrWhiteSpace(record.OwnerName) ? null : record.OwnerName,
            Links = record.LinkedRecordCount,
            IsProtected = record.DoNotOverlay,
            Reason = record.Reason,
        })];
    }

    /// <inheritdoc/>
    protected override PromptReply CreateReply(PromptAnswer answer) => (answer ?? throw new ArgumentNullException(nameof(answer))).Result == WorkflowPromptResult.Yes
        ? Replace(answer.RecordIds)
        : base.CreateReply(answer);
}

/// <summary>The data of prompt 142: the record being saved, and its possible duplicates.</summary>
public sealed class DuplicateAuthorityRecords
{
    /// <summary>The ID of the record being saved.</summary>
    [JsonPropertyName("AuthorityRecordID")]
    public int AuthorityRecordId { get; set; }

    /// <summary>Whether the check was started by saving a record.</summary>
    public bool LaunchedFromSavingRecord { get; set; }

    /// <summary>The possible duplicates.</summary>
    public IReadOnlyList<DuplicateAuthorityRecord> DuplicateErrors { get; set => field = TolerantJson.Present(value); } = [];

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>A possible duplicate of the authority record being saved.</summary>
public sealed class DuplicateAuthorityRecord
{
    /// <summary>The error text; in the documented sample the ID of the record.</summary>
    public string? ErrorText { get; set; }

    /// <summary>The vendor's code for the kind of error.</summary>
    public int ErrorType { get; set; }

    /// <summary>0 in the documented sample.</summary>
    public int ObjectType { get; set; }

    /// <summary>0 in the documented sample.</summary>
    [JsonPropertyName("ObjectID")]
    public int ObjectId { get; set; }

    /// <summary>The ID of the record.</summary>
    [JsonPropertyName("RecordID")]
    public int RecordId { get; set; }

    /// <summary>The organization that owns the record.</summary>
    [JsonPropertyName("OwnerID")]
    public int OwnerId { get; set; }

    /// <summary>The name of the organization.</summary>
    public string? OwnerName { get; set; }

    /// <summary>Why it is a possible duplicate, for example <c>Heading/Thesaurus</c>.</summary>
    public string? Reason { get; set; }

    /// <summary>Empty for authority records.</summary>
    public string? Author { get; set; }

    /// <summary>Empty for authority records.</summary>
    public string? Title { get; set; }

    /// <summary>0 for authority records.</summary>
    [JsonPropertyName("FormatID")]
    public int FormatId { get; set; }

    /// <summary>Empty for authority records.</summary>
    public string? FormatDescription { get; set; }

    /// <summary>The status of the record, if the server returned it.</summary>
    [JsonPropertyName("RecordStatusID")]
    public int? RecordStatusId { get; set; }

    /// <summary>The number of linked records.</summary>
    public int LinkedRecordCount { get; set; }

    /// <summary>Whether the record is protected from being replaced.</summary>
    public bool DoNotOverlay { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
