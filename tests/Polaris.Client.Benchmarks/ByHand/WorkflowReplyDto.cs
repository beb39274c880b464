namespace Polaris.Client.Benchmarks.ByHand;

internal sealed class WorkflowReplyDto
{
    public int WorkflowPromptID { get; set; }

    public int WorkflowPromptResult { get; set; }

    public string? ReplyValue { get; set; }
}
