using System.Text.Json.Serialization;

namespace Polaris.Client.Benchmarks.ByHand;

internal sealed class ObjectReferenceDto
{
    public int ObjectTypeID { get; set; }

    public int ObjectID { get; set; }
}

internal sealed class ObjectLockDto
{
    public int ObjectTypeID { get; set; }

    public int ObjectID { get; set; }

    public int PolarisUserID { get; set; }

    public int WorkstationID { get; set; }

    public DateTime LockDate { get; set; }

    public bool? ExistingLock { get; set; }

    public bool? LockExistsInDatabase { get; set; }

    public string? PolarisUserName { get; set; }

    public string? WorkstationName { get; set; }
}

internal sealed class WorkflowRequestDto
{
    public int WorkflowRequestType { get; set; }

    public int TxnBranchID { get; set; }

    public int TxnUserID { get; set; }

    public int TxnWorkstationID { get; set; }

    public List<WorkflowReplyDto>? WorkflowReplies { get; set; }

    public RequestExtensionDto? RequestExtension { get; set; }
}

internal sealed class RequestExtensionDto
{
    public int WorkflowRequestExtensionType { get; set; }

    public BibRecordDto? Data { get; set; }
}

internal sealed class WorkflowReplyDto
{
    public int WorkflowPromptID { get; set; }

    public int WorkflowPromptResult { get; set; }

    public string? ReplyValue { get; set; }
}

internal sealed class WorkflowAnswerDto
{
    public Guid WorkflowRequestGuid { get; set; }

    public int WorkflowRequestType { get; set; }

    public int WorkflowStatus { get; set; }

    public WorkflowPromptDto? Prompt { get; set; }

    public List<InformationMessageDto>? InformationMessages { get; set; }

    public AnswerExtensionDto? AnswerExtension { get; set; }

    public int CircTranType { get; set; }

    public int ReceiptType { get; set; }

    public string? ReceiptUrl { get; set; }

    public bool? FineEReceiptSent { get; set; }
}

internal sealed class AnswerExtensionDto
{
    public int WorkflowAnswerExtensionType { get; set; }

    public BibRecordDto? Data { get; set; }
}

internal sealed class WorkflowPromptDto
{
    public int WorkflowPromptID { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public int WorkflowPromptType { get; set; }

    public int WorkflowPromptOptions { get; set; }

    public int DefaultPromptOption { get; set; }

    public string? Title { get; set; }

    public string? Message { get; set; }

    public string? AlternateMessage { get; set; }

    public string? AlternateYesText { get; set; }

    public string? AlternateNoText { get; set; }

    public string? AlternateCancelText { get; set; }

    public string? AlternateContinueText { get; set; }

    public PromptExtensionDto? PromptExtension { get; set; }
}

internal sealed class PromptExtensionDto
{
    public int WorkflowPromptExtensionType { get; set; }
}

internal sealed class InformationMessageDto
{
    public int Type { get; set; }

    public string? Title { get; set; }

    public string? Message { get; set; }
}

internal sealed class BibRecordDto
{
    public int? BibRecordID { get; set; }

    public bool IsTemplate { get; set; }

    public bool IsNewRecord { get; set; }

    public bool? DisplayInPAC { get; set; }

    public bool? DoNotOverlay { get; set; }

    public int? RecordOwnerID { get; set; }

    public int? RecordStatusID { get; set; }
}

/// <summary>As lenient as .NET's own web defaults, and as the server's documents ask for: drifting case, numbers in quotes.</summary>
[JsonSourceGenerationOptions(
    PropertyNameCaseInsensitive = true,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(ObjectReferenceDto))]
[JsonSerializable(typeof(ObjectLockDto))]
[JsonSerializable(typeof(WorkflowRequestDto))]
[JsonSerializable(typeof(WorkflowReplyDto))]
[JsonSerializable(typeof(WorkflowAnswerDto))]
internal sealed partial class ByHandJson : JsonSerializerContext;
