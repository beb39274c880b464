namespace Polaris.Client.Benchmarks.ByHand;

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
