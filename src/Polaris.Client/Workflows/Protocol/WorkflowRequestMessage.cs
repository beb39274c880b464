using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>Starts a workflow.</summary>
/// <remarks>The body of POST workflow; the vendor calls it <c>DtoWorkflowRequest</c>.</remarks>
public sealed class WorkflowRequestMessage
{
    /// <summary>The type of the workflow.</summary>
    public WorkflowRequestType WorkflowRequestType { get; set; }

    /// <summary>The branch on whose behalf the work is done; usually that of the client.</summary>
    [JsonPropertyName("TxnBranchID")]
    public int TxnBranchId { get; set; }

    /// <summary>The Polaris user on whose behalf the work is done.</summary>
    [JsonPropertyName("TxnUserID")]
    public int TxnUserId { get; set; }

    /// <summary>The workstation on whose behalf the work is done.</summary>
    [JsonPropertyName("TxnWorkstationID")]
    public int TxnWorkstationId { get; set; }

    /// <summary>Replies sent up front, each for the prompt with its ID; <c>null</c> for none.</summary>
    public IReadOnlyList<WorkflowReply>? WorkflowReplies { get; set; }

    /// <summary>The data of the workflow.</summary>
    public WorkflowRequestExtension? RequestExtension { get; set; }

    /// <summary>Properties of the request that this type does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>The data of a workflow request, and its type.</summary>
public sealed class WorkflowRequestExtension
{
    /// <summary>The type of <see cref="Data"/>.</summary>
    public WorkflowRequestExtensionType WorkflowRequestExtensionType { get; set; }

    /// <summary>The data itself.</summary>
    public WorkflowData? Data { get; set; }

    /// <summary>Properties of the data that this type does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>Replies to a prompt.</summary>
/// <remarks>The body of PUT workflow/{guid}; the vendor calls it <c>DtoWorkflowReply</c>.</remarks>
public sealed class WorkflowReply
{
    /// <summary>The ID of the prompt, as received.</summary>
    [JsonPropertyName("WorkflowPromptID")]
    public WorkflowPromptId WorkflowPromptId { get; set; }

    /// <summary>The chosen result.</summary>
    public WorkflowPromptResult WorkflowPromptResult { get; set; }

    /// <summary>A single value that some prompts require, such as the amount to waive; <c>null</c> for none.</summary>
    public JsonElement? ReplyValue { get; set; }

    /// <summary>The data of the reply; <c>null</c> for none.</summary>
    public WorkflowReplyExtension? ReplyExtension { get; set; }

    /// <summary>Properties of the reply that this type does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>The data of a reply, and its type.</summary>
public sealed class WorkflowReplyExtension
{
    /// <summary>The type of <see cref="Data"/>.</summary>
    public WorkflowReplyExtensionType WorkflowReplyExtensionType { get; set; }

    /// <summary>The data itself.</summary>
    public WorkflowData? Data { get; set; }

    /// <summary>Properties of the data that this type does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
