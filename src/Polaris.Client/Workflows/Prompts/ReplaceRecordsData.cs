using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>Which of the duplicates the saved record replaces: reply extension 18, wanted by the prompts 87 and 142.</summary>
internal sealed class ReplaceRecordsData
{
    /// <summary>The existing record whose id is kept; 0 = none. Not used for authorities.</summary>
    [JsonPropertyName("RecordToMaintainID")]
    public int RecordToMaintainId { get; set; }

    [JsonPropertyName("RecordIDs")]
    public IReadOnlyList<int> RecordIds { get; set; } = [];

    /// <summary>Builds the Yes ("Replace") reply, after checking that each id was among the duplicates.</summary>
    public static PromptReply Reply(
        Prompt prompt, IEnumerable<int> recordIds, int recordToMaintainId, IReadOnlyCollection<int> duplicates)
    {
        var ids = (recordIds ?? throw new ArgumentNullException(nameof(recordIds))).Distinct().ToList();
        if (ids.Count == 0)
        {
            throw new IllegalReplyException(prompt, "it replaces no record. Choose at least one, or reply Continue or Cancel.");
        }

        var strangers = ids.Append(recordToMaintainId).Where(id => id != 0 && !duplicates.Contains(id)).Distinct().ToList();
        if (strangers.Count > 0)
        {
            throw new IllegalReplyException(
                prompt, $"{string.Join(", ", strangers)} not among the duplicates that it shows: {string.Join(", ", duplicates)}.");
        }

        var data = new ReplaceRecordsData { RecordToMaintainId = recordToMaintainId, RecordIds = ids };
        return prompt.Reply(WorkflowPromptResult.Yes, extension: new WorkflowReplyExtension
        {
            WorkflowReplyExtensionType = WorkflowReplyExtensionType.ReplaceRecords,
            Data = WorkflowData.From(data, PromptsJson.Default.ReplaceRecordsData),
        });
    }
}
