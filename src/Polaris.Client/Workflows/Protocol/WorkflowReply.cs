using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>Answers a prompt.</summary>
/// <remarks>The body of PUT workflow/{guid}; the vendor calls it <c>DtoWorkflowReply</c>.</remarks>
public sealed class WorkflowReply
{
    /// <summary>The id of the prompt that is answered, as it was received.</summary>
    [JsonPropertyName("WorkflowPromptID")]
    public WorkflowPromptId WorkflowPromptId { get; set; }

    /// <summary>The result that was chosen.</summary>
    public WorkflowPromptResult WorkflowPromptResult { get; set; }

    /// <summary>A single value some prompts want, such as the amount to waive; null for none.</summary>
    public JsonElement? ReplyValue { get; set; }

    /// <summary>The data of the reply; null for none.</summary>
    public WorkflowReplyExtension? ReplyExtension { get; set; }

    /// <summary>Members of the wire that this type does not know, kept as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
