namespace Polaris.Client.Benchmarks.ByHand;

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
