namespace Polaris.Client.Benchmarks.ByHand;

internal sealed class WorkflowRequestDto
{
    public int WorkflowRequestType { get; set; }

    public int TxnBranchID { get; set; }

    public int TxnUserID { get; set; }

    public int TxnWorkstationID { get; set; }

    public List<WorkflowReplyDto>? WorkflowReplies { get; set; }

    public RequestExtensionDto? RequestExtension { get; set; }
}
