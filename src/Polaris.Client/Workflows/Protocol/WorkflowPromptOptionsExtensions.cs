namespace Polaris.Client.Workflows.Protocol;

/// <summary>Tells which results a prompt offers.</summary>
public static class WorkflowPromptOptionsExtensions
{
    /// <summary>The results a set of options stands for, or null when the set is not documented.</summary>
    /// <param name="options">The set, as the prompt names it.</param>
    /// <returns>The results in the order of the vendor's table; null when nothing is known, and then a result may only be
    /// sent because a caller gave it explicitly.</returns>
    public static IReadOnlyList<WorkflowPromptResult>? OfferedResults(this WorkflowPromptOptions options) =>
        Table.TryGetValue(options, out WorkflowPromptResult[]? results) ? results : null;

    private static readonly Dictionary<WorkflowPromptOptions, WorkflowPromptResult[]> Table = new()
    {
        [WorkflowPromptOptions.YesNo] = [WorkflowPromptResult.Yes, WorkflowPromptResult.No],
        [WorkflowPromptOptions.YesNoCancel] = [WorkflowPromptResult.Yes, WorkflowPromptResult.No, WorkflowPromptResult.Cancel],
        [WorkflowPromptOptions.OkCancel] = [WorkflowPromptResult.Ok, WorkflowPromptResult.Cancel],
        [WorkflowPromptOptions.OkWaiveCharge] = [WorkflowPromptResult.Ok, WorkflowPromptResult.Waive, WorkflowPromptResult.Charge],
        [WorkflowPromptOptions.PayWaiveChargeCancel] =
            [WorkflowPromptResult.Pay, WorkflowPromptResult.Waive, WorkflowPromptResult.Charge, WorkflowPromptResult.Cancel],
        [WorkflowPromptOptions.ContinueCancel] = [WorkflowPromptResult.Continue, WorkflowPromptResult.Cancel],
        [WorkflowPromptOptions.ContinueWaiveChargeCancel] =
            [WorkflowPromptResult.Continue, WorkflowPromptResult.Waive, WorkflowPromptResult.Charge, WorkflowPromptResult.Cancel],
        [WorkflowPromptOptions.Ok] = [WorkflowPromptResult.Ok],
        [WorkflowPromptOptions.Cancel] = [WorkflowPromptResult.Cancel],
    };
}
