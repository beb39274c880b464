using Polaris.Client.Cataloging;
using Polaris.Client.Workflows;
using Samples;
using Spectre.Console;

namespace SaveBibRecord;

/// <summary>Shows each prompt with its choices, and asks the user; or replies unattended as the command line specifies.</summary>
internal sealed class PromptConsole(IAnsiConsole console, string? answer)
{
    public const string Continue = "continue";
    public const string Cancel = "cancel";

    /// <summary>Whether a prompt is waiting for the user's answer.</summary>
    public bool IsAsking { get; private set; }

    /// <summary>The prompts that need more than a button, and all others.</summary>
    public PromptHandlers Handlers => new PromptHandlers()
        .On<DuplicateBibRecordsPrompt>((prompt, token) => AskAsync(prompt, AnswerAsync, token))
        .On<DuplicateAuthorityRecordsPrompt>((prompt, token) => AskAsync(prompt, AnswerAsync, token))
        .On<ReplacementErrorsPrompt>((prompt, token) => AskAsync(prompt, AnswerAsync, token))
        .On<ManageLinkedRecordsPrompt>((prompt, token) => AskAsync(prompt, AnswerAsync, token))
        .On<MarcValidationPrompt>(Answer)
        .Otherwise((prompt, token) => AskAsync(prompt, AnswerAsync, token));

    /// <summary>Leaves <see cref="IsAsking"/> set if the person stops the program instead of answering.</summary>
    private async Task<PromptReply?> AskAsync<TPrompt>(
        TPrompt prompt, Func<TPrompt, CancellationToken, Task<PromptReply?>> answer, CancellationToken cancellationToken)
    {
        IsAsking = true;
        var reply = await answer(prompt, cancellationToken);
        IsAsking = false;
        return reply;
    }

    private async Task<PromptReply?> AnswerAsync(DuplicateBibRecordsPrompt prompt, CancellationToken cancellationToken)
    {
        Show(prompt);
        ShowTable(["Record", "Title", "Author", "Items", "Protected", "Reason"], Beside(prompt, record => new[]
        {
            record.Title, record.Author, $"{record.Links}", ProtectionOf(record), record.Reason,
        }));
        return await AskAsync(prompt, cancellationToken) switch
        {
            WorkflowPromptResult.Yes => await ChooseAsync(prompt.Duplicates, record => $"{record.RecordId} {record.Title}", cancellationToken) is { Count: > 0 } chosen
                ? prompt.Replace(chosen)
                : await AnswerAsync(prompt, cancellationToken),
            WorkflowPromptResult.No => prompt.Continue(),
            _ => prompt.Cancel(),
        };
    }

    private async Task<PromptReply?> AnswerAsync(DuplicateAuthorityRecordsPrompt prompt, CancellationToken cancellationToken)
    {
        Show(prompt);
        ShowTable(["Record", "Links", "Protected", "Reason"], Beside(prompt, record => new[]
        {
            $"{record.Links}", ProtectionOf(record), record.Reason,
        }));
        return await AskAsync(prompt, cancellationToken) switch
        {
            WorkflowPromptResult.Yes => await ChooseAsync(prompt.Duplicates, record => $"{record.RecordId} {record.Reason}", cancellationToken) is { Count: > 0 } chosen
                ? prompt.Replace(chosen)
                : await AnswerAsync(prompt, cancellationToken),
            WorkflowPromptResult.No => prompt.Continue(),
            _ => prompt.Cancel(),
        };
    }

    private async Task<PromptReply?> AnswerAsync(ReplacementErrorsPrompt prompt, CancellationToken cancellationToken)
    {
        Show(prompt);
        ShowTable(["Record", "Reason"], prompt.Errors.Select(error => new[] { $"{error.RecordId}", error.Reason ?? "" }));
        return prompt.Reply(await AskAsync(prompt, cancellationToken));
    }

    private PromptReply? Answer(MarcValidationPrompt prompt)
    {
        Show(prompt);
        console.MarkupLine("[yellow]The only button is OK; the record is not saved.[/]");
        return prompt.Ok();
    }

    /// <summary>These two values must not be guessed: the user is asked, and unattended the prompt is canceled.</summary>
    private async Task<PromptReply?> AnswerAsync(ManageLinkedRecordsPrompt prompt, CancellationToken cancellationToken)
    {
        Show(prompt);
        console.MarkupLineInterpolated($"  {prompt.Details.BibHeading} {prompt.Details.SeeAlsoHeading}");
        if (await AskAsync(prompt, cancellationToken) != WorkflowPromptResult.Continue)
        {
            return prompt.Cancel();
        }

        if (answer is not null)
        {
            console.MarkupLine("[yellow]Continue needs two values whose meaning the vendor does not document: a person must enter them. Canceling.[/]");
            return prompt.Cancel();
        }

        return prompt.Continue(
            await new TextPrompt<int>("What should happen to the headings in bibliographic records (BibOption)?").ShowAsync(console, cancellationToken),
            await new TextPrompt<int>("What should happen to the see-also references (SeeAlsoOption)?").ShowAsync(console, cancellationToken));
    }

    private async Task<PromptReply?> AnswerAsync(Prompt prompt, CancellationToken cancellationToken)
    {
        Show(prompt);
        return prompt.Reply(await AskAsync(prompt, cancellationToken));
    }

    private async Task<WorkflowPromptResult> AskAsync(Prompt prompt, CancellationToken cancellationToken)
    {
        var choice = answer switch
        {
            Continue => Unattended(prompt),
            Cancel => new PromptChoice(WorkflowPromptResult.Cancel, "Cancel"),
            _ => await new SelectionPrompt<PromptChoice>()
                .Title("Your answer?")
                .UseConverter(choice => Markup.Escape(choice.Text))
                .AddChoices(SafestFirst(prompt))
                .ShowAsync(console, cancellationToken),
        };
        console.MarkupLineInterpolated($"  Answer: [bold]{choice.Text}[/]");
        return choice.Result;
    }

    /// <summary>The button that reads Continue, whatever its result; prompts that only a person can decide do not have one.</summary>
    private static PromptChoice Unattended(Prompt prompt) =>
        prompt.Choices.FirstOrDefault(choice => string.Equals(choice.Text, Continue, StringComparison.OrdinalIgnoreCase))
        ?? new PromptChoice(WorkflowPromptResult.Cancel, "Cancel");

    private void Show(Prompt prompt)
    {
        console.WriteHeading($"Polaris asks: {prompt.Title} (prompt {(int)prompt.Id})");
        if (prompt.Message.Length > 0)
        {
            console.MarkupLineInterpolated($"  {prompt.Message}");
        }

        console.MarkupLineInterpolated($"  Choices: {string.Join(", ", prompt.Choices.Select(choice => choice.Text))}");
    }

    /// <summary>The first choice is preselected: Cancel if it is offered; Yes, which may replace records, comes last.</summary>
    private static IEnumerable<PromptChoice> SafestFirst(Prompt prompt) => prompt.Choices.OrderBy(choice => choice.Result switch
    {
        WorkflowPromptResult.Cancel => 0,
        WorkflowPromptResult.Yes => 2,
        _ => 1,
    });

    /// <summary>Returns no records if the user goes back.</summary>
    private Task<List<T>> ChooseAsync<T>(IReadOnlyList<T> records, Func<T, string> describe, CancellationToken cancellationToken)
        where T : notnull =>
        new MultiSelectionPrompt<T>()
            .Title("Which records should be replaced? (choose none to go back)")
            .NotRequired()
            .UseConverter(record => Markup.Escape(describe(record)))
            .AddChoices(records)
            .ShowAsync(console, cancellationToken);

    /// <summary>The rows of a table: first the record being saved, then those that the prompt is about.</summary>
    private static IEnumerable<string[]> Beside(Prompt prompt, Func<PromptViewRecord, string?[]> valuesOf)
    {
        var view = prompt.ToView();
        PromptViewRecord[] saved = view.Record is null ? [] : [view.Record];
        return saved.Concat(view.Records).Select((record, index) => valuesOf(record)
            .Prepend(index >= saved.Length ? $"{record.Id}" : record.Id is { } id ? $"{id}, being saved" : "new, being saved")
            .Select(value => value ?? "").ToArray());
    }

    private static string ProtectionOf(PromptViewRecord record) => record.IsProtected switch { true => "yes", false => "no", null => "" };

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
