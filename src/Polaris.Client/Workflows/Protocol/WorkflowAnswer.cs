using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;

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

    /// <summary>The messages of the server; never null.</summary>
    public IReadOnlyList<InformationMessage> InformationMessages { get; set => field = TolerantJson.Present(value); } = [];

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

    /// <summary>Properties of the response that this type does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>How far a workflow has come.</summary>
/// <remarks>Polaris answers HTTP 200 whatever the outcome: only this shows whether the work was done. Open: the server
/// may send a number that has no name here; it is kept as it is.</remarks>
[JsonConverter(typeof(OpenEnumConverter<WorkflowStatus>))]
public enum WorkflowStatus
{
    /// <summary>The server waits for a reply to its prompt.</summary>
    InputRequired = -3,

    /// <summary>An unexpected error ended the workflow. Seen in public clients.</summary>
    ErrorOccurred = -2,

    /// <summary>The reply was not valid. Seen in public clients.</summary>
    InvalidReply = -1,

    /// <summary>The workflow has begun. Seen in public clients.</summary>
    Started = 0,

    /// <summary>Done; messages and lists of single records may still report parts that were not.</summary>
    CompletedSuccessfully = 1,

    /// <summary>Ended without doing it. Seen in public clients.</summary>
    CompletedFailure = 2,

    /// <summary>Canceled, nothing was done. Seen in public clients.</summary>
    CompletedCancelled = 3,
}

/// <summary>The data of an answer, and what it is.</summary>
public sealed class WorkflowAnswerExtension
{
    /// <summary>What <see cref="Data"/> is.</summary>
    public WorkflowAnswerExtensionType WorkflowAnswerExtensionType { get; set; }

    /// <summary>The data itself; of kind <see cref="JsonValueKind.Undefined"/> when the server sent none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement Data { get; set; }

    /// <summary>Properties of the response that this type does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>A message of the server to the person at the screen.</summary>
public sealed class InformationMessage
{
    /// <summary>What kind of message it is.</summary>
    public InformationMessageType Type { get; set; }

    /// <summary>A heading; often empty, never null.</summary>
    public string Title { get; set => field = value ?? ""; } = "";

    /// <summary>The text; never null.</summary>
    public string Message { get; set => field = value ?? ""; } = "";

    /// <summary>Properties of the response that this type does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>What kind of message the server adds to an answer.</summary>
/// <remarks>Open: the server may send a number that has no name here; it is kept as it is.</remarks>
[JsonConverter(typeof(OpenEnumConverter<InformationMessageType>))]
public enum InformationMessageType
{
    /// <summary>It was done.</summary>
    Information = 1,

    /// <summary>Something to mind, such as links to re-establish.</summary>
    Notice = 3,

    /// <summary>Part of the work was not done, though the status may read successful. Seen in public clients.</summary>
    Failure = 4,
}
