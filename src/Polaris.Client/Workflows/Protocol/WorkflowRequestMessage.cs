using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>Starts a workflow.</summary>
/// <remarks>The body of POST workflow; the vendor calls it <c>DtoWorkflowRequest</c>.</remarks>
public sealed class WorkflowRequestMessage
{
    /// <summary>Which workflow is asked for.</summary>
    public WorkflowRequestType WorkflowRequestType { get; set; }

    /// <summary>The branch on whose behalf the work is done; usually the logged-on one.</summary>
    [JsonPropertyName("TxnBranchID")]
    public int TxnBranchId { get; set; }

    /// <summary>The Polaris user on whose behalf the work is done.</summary>
    [JsonPropertyName("TxnUserID")]
    public int TxnUserId { get; set; }

    /// <summary>The workstation on whose behalf the work is done.</summary>
    [JsonPropertyName("TxnWorkstationID")]
    public int TxnWorkstationId { get; set; }

    /// <summary>Replies sent up front, each for the prompt of its id; null for none.</summary>
    public IReadOnlyList<WorkflowReply>? WorkflowReplies { get; set; }

    /// <summary>The data of the workflow.</summary>
    public WorkflowRequestExtension? RequestExtension { get; set; }

    /// <summary>Properties of the response that this type does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>The data of a workflow request, and what it is.</summary>
public sealed class WorkflowRequestExtension
{
    /// <summary>What <see cref="Data"/> is.</summary>
    public WorkflowRequestExtensionType WorkflowRequestExtensionType { get; set; }

    /// <summary>The data itself.</summary>
    public WorkflowData? Data { get; set; }

    /// <summary>Properties of the response that this type does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

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

    /// <summary>Properties of the response that this type does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>The data of a reply, and what it is.</summary>
public sealed class WorkflowReplyExtension
{
    /// <summary>What <see cref="Data"/> is.</summary>
    public WorkflowReplyExtensionType WorkflowReplyExtensionType { get; set; }

    /// <summary>The data itself.</summary>
    public WorkflowData? Data { get; set; }

    /// <summary>Properties of the response that this type does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
