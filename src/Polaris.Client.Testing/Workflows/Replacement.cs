using System.Text.Json;
using Polaris.Client.Workflows;

namespace Polaris.Client.Testing.Workflows;

/// <summary>The records a reply to a duplicates prompt names.</summary>
internal static class Replacement
{
    public static ReplaceRecordsData? Of(WorkflowReply? reply)
    {
        bool isReplace = reply is { WorkflowPromptResult: WorkflowPromptResult.Yes }
            && reply.ReplyExtension?.WorkflowReplyExtensionType == WorkflowReplyExtensionType.ReplaceRecords;
        try
        {
            return isReplace ? reply!.ReplyExtension!.Data?.To(FakeJson.Default.ReplaceRecordsData) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Why a reply to a duplicates prompt cannot be taken; null when it can.</summary>
    public static string? FaultOf(WorkflowReply reply, IEnumerable<int> offered)
    {
        if (reply.WorkflowPromptResult != WorkflowPromptResult.Yes)
        {
            return null;
        }

        if (Of(reply) is not { RecordIds.Count: > 0 } chosen)
        {
            return "Replace needs extension 18 with the ids of the records to replace.";
        }

        return chosen.RecordIds.Except(offered).Any()
            ? "Replace names a record that was not among the duplicates."
            : null;
    }
}
