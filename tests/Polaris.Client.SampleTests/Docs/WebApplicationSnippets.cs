using Polaris.Client.Cataloging;
using Polaris.Client.Marc;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.SampleTests.Docs;

/// <summary>The C# of docs/web-applications.md.</summary>
internal static class WebApplicationSnippets
{
    public static async Task ReplaceADuplicateAsync()
    {
        var marc = new MarcRecord().Field("020", ' ', ' ', ('a', "9780198840824")).Field("245", '1', '0', ('a', "Frankenstein"));
        var fake = new FakePolaris().WithBib(1331393, marc: marc);
        await using var polaris = fake.CreateClient();
        var (json, page) = await AskAsync(polaris, new AddOrUpdateBibRecord { IsNewRecord = true, Marc = marc });
        var view = Show(polaris, json);

        await AnswerAsync(polaris, WorkflowBookmark.FromJson(json), $$"""{"key": "{{view.Key}}", "result": 2, "recordIds": [1331393]}""");

        Assert.That(page, Is.EqualTo(view.ToJson()));
        Assert.That(fake.ExecutedOperations, Is.EqualTo(1));
        fake.AssertNoUnexpectedRequests();
    }

    private static async Task<(string Json, string Page)> AskAsync(PolarisClient polaris, AddOrUpdateBibRecord request)
    {
        var stored = "";
        var shown = "";

        // snippet
        WorkflowConversation<BibRecordSaved> talk = await polaris.Workflows.StartAsync(request);
        if (talk.PendingPrompt is { } prompt)
        {
            await StoreAsync(talk.ToBookmark().ToJson());
            await ShowAsync(prompt.ToView().ToJson());
        }
        // end
        return (stored, shown);

        Task ShowAsync(string json)
        {
            shown = json;
            return Task.CompletedTask;
        }

        Task StoreAsync(string json)
        {
            stored = json;
            return Task.CompletedTask;
        }
    }

    private static PromptView Show(PolarisClient polaris, string json)
    {
        // snippet
        var bookmark = WorkflowBookmark.FromJson(json);
        PromptView view = polaris.Workflows.GetPrompt(AddOrUpdateBibRecord.Kind, bookmark).ToView();
        // end
        return view;
    }

    private static async Task AnswerAsync(PolarisClient polaris, WorkflowBookmark bookmark, string body)
    {
        // snippet
        var talk = await polaris.Workflows.ResumeAsync(AddOrUpdateBibRecord.Kind, bookmark);
        if (talk.PendingPrompt is { } prompt)
        {
            await talk.ReplyAsync(prompt.ReplyFrom(PromptAnswer.FromJson(body)));
        }
        // end
    }
}
