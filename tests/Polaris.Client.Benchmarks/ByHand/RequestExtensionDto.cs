namespace Polaris.Client.Benchmarks.ByHand;

internal sealed class RequestExtensionDto
{
    public int WorkflowRequestExtensionType { get; set; }

    public BibRecordDto? Data { get; set; }
}
