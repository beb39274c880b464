using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;

namespace Polaris.Client.Workflows;

/// <summary>The server's response to a request or a reply.</summary>
/// <remarks>The response to POST, PUT and GET workflow; the vendor calls it <c>DtoWorkflowAnswer</c>.</remarks>
public sealed class WorkflowAnswer
{
    /// <summary>The ID of the conversation; all zeros if it does not stay open.</summary>
    public Guid WorkflowRequestGuid { get; set; }

    /// <summary>The type of the workflow.</summary>
    public WorkflowRequestType WorkflowRequestType { get; set; }

    /// <summary>The status of the workflow; the HTTP status is always 200.</summary>
    public WorkflowStatus WorkflowStatus { get; set; }

    /// <summary>The open prompt; <c>null</c> if there is none.</summary>
    public WorkflowPrompt? Prompt { get; set; }

    /// <summary>The messages of the server; never null.</summary>
    public IReadOnlyList<InformationMessage> InformationMessages { get; set => field = TolerantJson.Present(value); } = [];

    /// <summary>The data of the response; <c>null</c> for none.</summary>
    public WorkflowAnswerExtension? AnswerExtension { get; set; }

    /// <summary>A value of circulation workflows; otherwise 0.</summary>
    public int CircTranType { get; set; }

    /// <summary>A value of workflows that print a receipt; otherwise 0.</summary>
    public int ReceiptType { get; set; }

    /// <summary>The address of the receipt; empty or <c>null</c> for none.</summary>
    public string? ReceiptUrl { get; set; }

    /// <summary>Whether a receipt was sent by mail; <c>null</c> from older servers, which do not send this property.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? FineEReceiptSent { get; set; }

    /// <summary>Properties of the response that this type does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>The states of a workflow.</summary>
/// <remarks>Polaris returns HTTP 200 whatever the outcome: only this shows whether the workflow was completed. Open: values
/// without a name pass through unchanged.</remarks>
[JsonConverter(typeof(OpenEnumConverter<WorkflowStatus>))]
public enum WorkflowStatus
{
    /// <summary>The server waits for a reply to its prompt.</summary>
    InputRequired = -3,

    /// <summary>An unexpected error ended the workflow. Seen in public clients.</summary>
    ErrorOccurred = -2,

    /// <summary>The reply was not valid. Seen in public clients.</summary>
    InvalidReply = -1,

    /// <summary>The workflow has started. Seen in public clients.</summary>
    Started = 0,

    /// <summary>Completed; messages and lists of single records may still report parts that were not.</summary>
    CompletedSuccessfully = 1,

    /// <summary>Ended without completing. Seen in public clients.</summary>
    CompletedFailure = 2,

    /// <summary>Canceled; nothing was done. Seen in public clients.</summary>
    CompletedCancelled = 3,
}

/// <summary>The data of a response, and its type.</summary>
public sealed class WorkflowAnswerExtension
{
    /// <summary>The type of <see cref="Data"/>.</summary>
    public WorkflowAnswerExtensionType WorkflowAnswerExtensionType { get; set; }

    /// <summary>The data itself; of kind <see cref="JsonValueKind.Undefined"/> if the server did not send any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement Data { get; set; }

    /// <summary>Properties of the response that this type does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>A message of the server to the user.</summary>
public sealed class InformationMessage
{
    /// <summary>The type of the message.</summary>
    public InformationMessageType Type { get; set; }

    /// <summary>A heading; often empty, never null.</summary>
    public string Title { get; set => field = value ?? ""; } = "";

    /// <summary>The text; never null.</summary>
    public string Message { get; set => field = value ?? ""; } = "";

    /// <summary>Properties of the response that this type does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>The types of messages.</summary>
/// <remarks>Open: values without a name pass through unchanged.</remarks>
[JsonConverter(typeof(OpenEnumConverter<InformationMessageType>))]
public enum InformationMessageType
{
    /// <summary>The operation was completed.</summary>
    Information = 1,

    /// <summary>A notice, such as links to re-establish.</summary>
    Notice = 3,

    /// <summary>A part of the operation was not completed, although the status may be that of success. Seen in public clients.</summary>
    Failure = 4,
}
