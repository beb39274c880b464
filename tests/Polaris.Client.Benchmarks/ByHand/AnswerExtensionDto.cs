namespace Polaris.Client.Benchmarks.ByHand;

internal sealed class AnswerExtensionDto
{
    public int WorkflowAnswerExtensionType { get; set; }

    public BibRecordDto? Data { get; set; }
}
