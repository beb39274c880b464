namespace Polaris.Client.Benchmarks.ByHand;

internal sealed class PromptExtensionDto
{
    public int WorkflowPromptExtensionType { get; set; }
}
