namespace Polaris.Client.Workflows;

/// <summary>One button of a prompt.</summary>
/// <param name="Result">What it replies.</param>
/// <param name="Text">What is written on it; servers reword some, so that "No" may read "Continue".</param>
public sealed record PromptChoice(WorkflowPromptResult Result, string Text);
