using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>A plain "Do you want to continue?" with the buttons Continue and Cancel.</summary>
/// <param name="context">The prompt as received.</param>
public abstract class ConfirmPrompt(PromptContext context) : Prompt(context)
{
    /// <summary>Continues.</summary>
    /// <exception cref="IllegalReplyException">The prompt does not offer Continue. Nothing was sent.</exception>
    public PromptReply Continue() => Reply(WorkflowPromptResult.Continue);
}

/// <summary>The record is being hidden from the public catalog: save it anyway?</summary>
/// <param name="context">The prompt as received.</param>
/// <remarks>
/// Prompt 66, raised if <c>DisplayInPAC</c> changes to false on a bibliographic or an item record. The server's default differs:
/// Continue for a bibliographic record, Cancel for an item (seen in clients in production).
/// </remarks>
public sealed class DisplayInPacPrompt(PromptContext context) : Prompt(context)
{
    /// <summary>Maps prompt ID 66 to this type.</summary>
    public static PromptKind Kind { get; } = PromptKind.Of(WorkflowPromptId.DisplayInPac, context => new DisplayInPacPrompt(context));

    /// <summary>Saves the record and hides it.</summary>
    /// <exception cref="IllegalReplyException">The prompt does not offer Continue. Nothing was sent.</exception>
    public PromptReply Continue() => Reply(WorkflowPromptResult.Continue);
}

/// <summary>The duplicates that the saved record replaces: reply extension 18, required by prompts 87 and 142.</summary>
internal sealed class ReplaceRecordsData
{
    /// <summary>The existing record whose ID is kept; 0 for none. Not used for authority records.</summary>
    [JsonPropertyName("RecordToMaintainID")]
    public int RecordToMaintainId { get; set; }

    [JsonPropertyName("RecordIDs")]
    public IReadOnlyList<int> RecordIds { get; set; } = [];

    /// <summary>Creates the Yes ("Replace") reply, after checking that each ID is among the duplicates.</summary>
    public static PromptReply Reply(
        Prompt prompt, IEnumerable<int> recordIds, int recordToMaintainId, IReadOnlyCollection<int> duplicates)
    {
        var ids = (recordIds ?? throw new ArgumentNullException(nameof(recordIds))).Distinct().ToList();
        if (ids.Count == 0)
        {
            throw new IllegalReplyException(prompt, "it does not replace a record. Choose at least one, or reply Continue or Cancel.");
        }

        var kept = recordToMaintainId == 0 ? [] : new[] { recordToMaintainId };
        var strangers = ids.Concat(kept).Where(id => id == 0 || !duplicates.Contains(id)).Distinct().ToList();
        if (strangers.Count > 0)
        {
            throw new IllegalReplyException(
                prompt, $"{string.Join(", ", strangers)} not among the duplicates that it shows: {string.Join(", ", duplicates)}.");
        }

        var data = new ReplaceRecordsData { RecordToMaintainId = recordToMaintainId, RecordIds = ids };
        return prompt.Reply(WorkflowPromptResult.Yes, extension: new WorkflowReplyExtension
        {
            WorkflowReplyExtensionType = WorkflowReplyExtensionType.ReplaceRecords,
            Data = WorkflowData.From(data, WorkflowsJson.Default.ReplaceRecordsData),
        });
    }
}

/// <summary>The replies that the server can execute only with data: without it they fail there, so they are not sent.</summary>
internal static class ReplyData
{
    public static WorkflowReplyExtensionType? NeededFor(WorkflowPromptId prompt, WorkflowPromptResult result) => (prompt, result) switch
    {
        (WorkflowPromptId.DuplicateBibRecords or WorkflowPromptId.DuplicateAuthorityRecords, WorkflowPromptResult.Yes) =>
            WorkflowReplyExtensionType.ReplaceRecords,
        (WorkflowPromptId.ManageLinkedRecords, WorkflowPromptResult.Continue) => WorkflowReplyExtensionType.ManageLinkedRecords,
        _ => null,
    };
}
