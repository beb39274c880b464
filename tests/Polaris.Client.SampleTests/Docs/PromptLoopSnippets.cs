using System.Text.Json;
using Polaris.Client.Cataloging;
using Polaris.Client.Marc;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.SampleTests.Docs;

/// <summary>The C# of docs/prompt-loop.md.</summary>
internal static class PromptLoopSnippets
{
    public static async Task<bool> RunAsync(PolarisClient polaris, MarcRecord record)
    {
        // snippet
        var handlers = new PromptHandlers()
            .On<DisplayInPacPrompt>(prompt => prompt.Continue())
            .On<DuplicateBibRecordsPrompt>(async (prompt, token) => prompt.Replace(await ChooseAsync(prompt.Duplicates, token)))
            .On<ReplacementErrorsPrompt>(prompt => prompt.Continue())
            .Always(WorkflowPromptId.ConfirmBibDelete, WorkflowPromptResult.Continue)
            .Otherwise(prompt => prompt.Cancel());

        WorkflowResult<BibRecordSaved> saved = await polaris.Workflows.RunAsync(
            new AddOrUpdateBibRecord { IsNewRecord = true, DisplayInPac = true, Marc = record },
            handlers);
        // end
        return saved.IsCanceled;
    }

    public static async Task StepByStepAsync()
    {
        var fake = new FakePolaris().WithBib(1126739, displayInPac: true);
        await using var polaris = fake.CreateClient();
        var json = await StartAsync(polaris, new AddOrUpdateBibRecord { BibRecordId = 1126739, DisplayInPac = false });

        var saved = await ResumeAsync(polaris, json);

        Assert.That(saved.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        fake.AssertNoUnexpectedRequests();
    }

    public static async Task<bool> CustomAsync(PolarisClient polaris)
    {
        // snippet
        var data = JsonDocument.Parse("""{ "IssueID": 4711 }""").RootElement;
        WorkflowResult<CustomWorkflowAnswer> checkedIn = await polaris.Workflows.RunAsync(
            new CustomWorkflow
            {
                RequestType = (WorkflowRequestType)22,
                ExtensionType = (WorkflowRequestExtensionType)22,
                Data = data,
            },
            new PromptHandlers().Otherwise(prompt => prompt.Cancel()));
        // end
        return checkedIn.IsCanceled;
    }

    private static async Task<string> StartAsync(PolarisClient polaris, AddOrUpdateBibRecord request)
    {
        var written = "";

        // snippet
        WorkflowConversation<BibRecordSaved> talk = await polaris.Workflows.StartAsync(request);
        if (talk.PendingPrompt is { } prompt)
        {
            await SaveForLaterAsync(talk.ToBookmark().ToJson());
        }
        // end
        return written;

        Task SaveForLaterAsync(string json)
        {
            written = json;
            return Task.CompletedTask;
        }
    }

    private static async Task<WorkflowResult<BibRecordSaved>> ResumeAsync(PolarisClient polaris, string json)
    {
        // snippet
        var bookmark = WorkflowBookmark.FromJson(json);
        var talk = await polaris.Workflows.ResumeAsync(AddOrUpdateBibRecord.Kind, bookmark);
        while (talk.PendingPrompt is { } prompt)
        {
            await talk.ReplyAsync(prompt.Reply(await AskAsync(prompt.Title, prompt.Message, prompt.Choices)));
        }

        WorkflowResult<BibRecordSaved> saved = talk.Complete();
        // end
        return saved;
    }

    private static Task<WorkflowPromptResult> AskAsync(string title, string message, IReadOnlyList<PromptChoice> choices) =>
        Task.FromResult(title.Length + message.Length > 0 ? choices[0].Result : WorkflowPromptResult.Cancel);

    private static Task<IEnumerable<DuplicateBibRecord>> ChooseAsync(IReadOnlyList<DuplicateBibRecord> records, CancellationToken token) =>
        Task.FromResult(records.Where(record => !token.IsCancellationRequested && !record.DoNotOverlay));
}
