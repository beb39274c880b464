using static Polaris.Client.Workflows.WorkflowPromptResult;

namespace Polaris.Client.Workflows;

/// <summary>Tells which results a prompt offers.</summary>
public static class WorkflowPromptOptionsExtensions
{
    private static readonly Dictionary<WorkflowPromptOptions, WorkflowPromptResult[]> Table = new()
    {
        [WorkflowPromptOptions.YesNo] = [Yes, No],
        [WorkflowPromptOptions.YesNoCancel] = [Yes, No, Cancel],
        [WorkflowPromptOptions.OkCancel] = [Ok, Cancel],
        [WorkflowPromptOptions.OkWaiveCharge] = [Ok, Waive, Charge],
        [WorkflowPromptOptions.PayWaiveChargeCancel] = [Pay, Waive, Charge, Cancel],
        [WorkflowPromptOptions.ContinueCancel] = [Continue, Cancel],
        [WorkflowPromptOptions.ContinueWaiveChargeCancel] = [Continue, Waive, Charge, Cancel],
        [WorkflowPromptOptions.Ok] = [Ok],
        [WorkflowPromptOptions.Cancel] = [Cancel],
    };

    /// <summary>The results a set of options stands for, or null when the set is not documented.</summary>
    /// <param name="options">The set, as the prompt names it.</param>
    /// <returns>The results in the order of the vendor's table; null when nothing is known, and then a result may only
    /// be sent because a caller gave it explicitly.</returns>
    public static IReadOnlyList<WorkflowPromptResult>? OfferedResults(this WorkflowPromptOptions options) =>
        Table.TryGetValue(options, out WorkflowPromptResult[]? results) ? results : null;
}
