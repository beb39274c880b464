using System.Text.Json.Nodes;
using Polaris.Client.Workflows;

namespace Polaris.Client.Testing;

/// <summary>A prompt for the script of a workflow. <see cref="FakePrompts"/> has the documented prompts.</summary>
/// <param name="id">The ID of the prompt.</param>
/// <param name="options">The offered results; only these are accepted as a reply.</param>
public sealed class FakePrompt(WorkflowPromptId id, WorkflowPromptOptions options = WorkflowPromptOptions.ContinueCancel)
{
    internal FakePrompt(int id, int options)
        : this((WorkflowPromptId)id, (WorkflowPromptOptions)options)
    {
    }

    /// <summary>The ID of the prompt.</summary>
    public WorkflowPromptId Id { get; } = id;

    /// <summary>The offered results.</summary>
    public WorkflowPromptOptions Options { get; } = options;

    /// <summary>The type of the prompt.</summary>
    /// <value>1 by default: a plain one.</value>
    public int PromptType { get; init; } = 1;

    /// <summary>The default result.</summary>
    /// <value>0 by default: none.</value>
    public int DefaultOption { get; init; }

    /// <summary>The title.</summary>
    public string Title { get; init; } = "";

    /// <summary>The message.</summary>
    public string Message { get; init; } = "";

    /// <summary>A second message.</summary>
    public string AlternateMessage { get; init; } = "";

    /// <summary>A different caption of the Yes button.</summary>
    public string YesText { get; init; } = "";

    /// <summary>A different caption of the No button.</summary>
    public string NoText { get; init; } = "";

    /// <summary>A different caption of the Cancel button.</summary>
    public string CancelText { get; init; } = "";

    /// <summary>A different caption of the Continue button.</summary>
    public string ContinueText { get; init; } = "";

    /// <summary>The type of the data; <c>null</c> for a prompt without data.</summary>
    public int? ExtensionType { get; init; }

    /// <summary>The data of the prompt.</summary>
    public JsonObject? Data { get; init; }

    internal JsonObject ToJson() => new()
    {
        ["WorkflowPromptID"] = (int)Id,
        ["Name"] = null,
        ["Description"] = null,
        ["WorkflowPromptType"] = PromptType,
        ["WorkflowPromptOptions"] = (int)Options,
        ["DefaultPromptOption"] = DefaultOption,
        ["Title"] = Title,
        ["Message"] = Message,
        ["AlternateMessage"] = AlternateMessage,
        ["AlternateYesText"] = YesText,
        ["AlternateNoText"] = NoText,
        ["AlternateCancelText"] = CancelText,
        ["AlternateContinueText"] = ContinueText,
        ["PromptExtension"] = ExtensionType is null ? null : new JsonObject
        {
            ["WorkflowPromptExtensionType"] = ExtensionType,
            ["Data"] = Data is null ? null : Testing.Json.Copy(Data),
        },
    };
}

/// <summary>The results that each set of prompt options offers, as documented.</summary>
internal static class OfferedResults
{
    public const int YesNo = 1;
    public const int YesNoCancel = 2;
    public const int ContinueCancel = 6;
    public const int OkOnly = 8;
    public const int LastCopy = 10;

    public const int Ok = 1;
    public const int Yes = 2;
    public const int No = 3;
    public const int Cancel = 4;
    public const int Continue = 5;
    private const int Pay = 6;
    private const int Waive = 7;
    private const int Charge = 8;
    public const int Delete = 9;
    public const int Suppress = 10;
    public const int Retain = 11;

    private static readonly Dictionary<int, int[]> Table = new()
    {
        [YesNo] = [Yes, No],
        [YesNoCancel] = [Yes, No, Cancel],
        [3] = [Ok, Cancel],
        [4] = [Ok, Waive, Charge],
        [5] = [Pay, Waive, Charge, Cancel],
        [ContinueCancel] = [Continue, Cancel],
        [7] = [Continue, Waive, Charge, Cancel],
        [OkOnly] = [Ok],
        [9] = [Cancel],
    };

    /// <summary>Whether a prompt offers a result; an undocumented set of options, such as 10, offers any.</summary>
    public static bool Allow(int options, int result) => !Table.TryGetValue(options, out int[]? results) || results.Contains(result);
}
