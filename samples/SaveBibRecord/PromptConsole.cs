using Polaris.Client.Cataloging;
using Polaris.Client.Workflows;
using Spectre.Console;

namespace SaveBibRecord;

/// <summary>Shows each prompt with its choices, and asks the person; or answers unattended as the command line says.</summary>
internal sealed class PromptConsole(IAnsiConsole console, string? answer)
{
    public const string Continue = "continue";
    public const string Cancel = "cancel";

    /// <summary>The prompts whose answers need more than a button, and all others.</summary>
    public PromptHandlers Handlers => new PromptHandlers()
        .On<DuplicateBibRecordsPrompt>(Answer)
        .On<DuplicateAuthorityRecordsPrompt>(Answer)
        .On<ReplacementErrorsPrompt>(Answer)
        .On<ManageLinkedRecordsPrompt>(Answer)
        .On<MarcValidationPrompt>(Answer)
        .Otherwise(Answer);

    private PromptReply Answer(DuplicateBibRecordsPrompt prompt)
    {
        Show(prompt);
        ShowTable(
            ["Record", "Title", "Author", "Items", "Protected", "Alike in"],
            prompt.Duplicates.Select(record => new[]
            {
                $"{record.RecordId}", record.Title ?? "", record.Author ?? "", $"{record.NumberOfLinkedItems}",
                record.DoNotOverlay ? "yes" : "no", record.Reason ?? "",
            }));
        return Ask(prompt) switch
        {
            WorkflowPromptResult.Yes => prompt.Replace(Choose(prompt.Duplicates, record => $"{record.RecordId} {record.Title}")),
            WorkflowPromptResult.No => prompt.Continue(),
            _ => prompt.Cancel(),
        };
    }

    private PromptReply Answer(DuplicateAuthorityRecordsPrompt prompt)
    {
        Show(prompt);
        ShowTable(
            ["Record", "Links", "Alike in"],
            prompt.Duplicates.Select(record => new[] { $"{record.RecordId}", $"{record.LinkedRecordCount}", record.Reason ?? "" }));
        return Ask(prompt) switch
        {
            WorkflowPromptResult.Yes => prompt.Replace(Choose(prompt.Duplicates, record => $"{record.RecordId} {record.Reason}")),
            WorkflowPromptResult.No => prompt.Continue(),
            _ => prompt.Cancel(),
        };
    }

    private PromptReply Answer(ReplacementErrorsPrompt prompt)
    {
        Show(prompt);
        ShowTable(["Record", "Why not"], prompt.Errors.Select(error => new[] { $"{error.RecordId}", error.Reason ?? "" }));
        return prompt.Reply(Ask(prompt));
    }

    private PromptReply Answer(MarcValidationPrompt prompt)
    {
        Show(prompt);
        console.MarkupLine("[yellow]The only button is OK; the record is not saved.[/]");
        return prompt.Ok();
    }

    /// <summary>Nobody may guess these two numbers: they are asked for, and unattended the prompt is cancelled.</summary>
    private PromptReply Answer(ManageLinkedRecordsPrompt prompt)
    {
        Show(prompt);
        console.MarkupLineInterpolated($"  {prompt.Details.BibHeading} {prompt.Details.SeeAlsoHeading}");
        if (Ask(prompt) != WorkflowPromptResult.Continue)
        {
            return prompt.Cancel();
        }

        if (answer is not null)
        {
            console.MarkupLine("[yellow]Continue needs two numbers whose meaning the vendor does not publish: a person must give them. Cancelling.[/]");
            return prompt.Cancel();
        }

        return prompt.Continue(
            console.Prompt(new TextPrompt<int>("What becomes of the headings in bibliographic records (BibOption)?")),
            console.Prompt(new TextPrompt<int>("What becomes of the see-also references (SeeAlsoOption)?")));
    }

    private PromptReply Answer(Prompt prompt)
    {
        Show(prompt);
        return prompt.Reply(Ask(prompt));
    }

    private WorkflowPromptResult Ask(Prompt prompt)
    {
        var choice = answer switch
        {
            Continue => Unattended(prompt),
            Cancel => new PromptChoice(WorkflowPromptResult.Cancel, "Cancel"),
            _ => console.Prompt(new SelectionPrompt<PromptChoice>()
                .Title("Your answer?")
                .UseConverter(choice => Markup.Escape(choice.Text))
                .AddChoices(prompt.Choices)),
        };
        console.MarkupLineInterpolated($"  Answer: [bold]{choice.Text}[/]");
        return choice.Result;
    }

    /// <summary>The button that reads Continue, whatever its result; there is none on prompts that only a person can decide.</summary>
    private static PromptChoice Unattended(Prompt prompt) =>
        prompt.Choices.FirstOrDefault(choice => string.Equals(choice.Text, Continue, StringComparison.OrdinalIgnoreCase))
        ?? new PromptChoice(WorkflowPromptResult.Cancel, "Cancel");

    private void Show(Prompt prompt)
    {
        console.Write(new Rule(Markup.Escape($"Polaris asks: {prompt.Title} (prompt {(int)prompt.Id})")).LeftJustified());
        if (prompt.Message.Length > 0)
        {
            console.MarkupLineInterpolated($"  {prompt.Message}");
        }

        console.MarkupLineInterpolated($"  Choices: {string.Join(", ", prompt.Choices.Select(choice => choice.Text))}");
    }

    private List<T> Choose<T>(IReadOnlyList<T> records, Func<T, string> describe)
        where T : notnull =>
        console.Prompt(new MultiSelectionPrompt<T>()
            .Title("Which of them shall be replaced?")
            .Required()
            .UseConverter(record => Markup.Escape(describe(record)))
            .AddChoices(records));

    private void ShowTable(string[] columns, IEnumerable<string[]> rows)
    {
        var table = new Table().AddColumns(columns);
        foreach (var row in rows)
        {
            table.AddRow(row.Select(Markup.Escape).ToArray());
        }

        console.Write(table);
    }
}
