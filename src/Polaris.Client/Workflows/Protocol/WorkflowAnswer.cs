using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>What the server says to a request or a reply.</summary>
/// <remarks>The answer to POST, PUT and GET workflow; the vendor calls it <c>DtoWorkflowAnswer</c>.</remarks>
public sealed class WorkflowAnswer
{
    /// <summary>The conversation's id; all zeros when none stays open.</summary>
    public Guid WorkflowRequestGuid { get; set; }

    /// <summary>The workflow this answer belongs to.</summary>
    public WorkflowRequestType WorkflowRequestType { get; set; }

    /// <summary>How far the workflow has come; the HTTP status is 200 whatever this says.</summary>
    public WorkflowStatus WorkflowStatus { get; set; }

    /// <summary>What the server asks; null when it asks nothing.</summary>
    public WorkflowPrompt? Prompt { get; set; }

    /// <summary>What the server tells; never null.</summary>
    public IReadOnlyList<InformationMessage> InformationMessages { get; set => field = value ?? []; } = [];

    /// <summary>The data of the answer; null for none.</summary>
    public WorkflowAnswerExtension? AnswerExtension { get; set; }

    /// <summary>A number of circulation workflows; 0 elsewhere.</summary>
    public int CircTranType { get; set; }

    /// <summary>A number of workflows that print a receipt; 0 elsewhere.</summary>
    public int ReceiptType { get; set; }

    /// <summary>Where the receipt is; empty or null for none.</summary>
    public string? ReceiptUrl { get; set; }

    /// <summary>Whether a receipt was sent by mail; null from older servers, which do not send this member.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? FineEReceiptSent { get; set; }

    /// <summary>Members of the wire that this type does not know, kept as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
