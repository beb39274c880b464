using Polaris.Client.Marc;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.SampleTests.Samples.Browser;

/// <summary>The app without a browser, against a fake and in a folder of its own.</summary>
public abstract class PromptInBrowserFixture
{
    private protected const int Id = 5;
    private protected const int Continue = (int)WorkflowPromptResult.Continue;
    private protected const int Cancel = (int)WorkflowPromptResult.Cancel;

    private protected string Folder { get; private set; } = null!;

    private protected FakePolaris Fake { get; private set; } = null!;

    private protected WebApp App { get; private set; } = null!;

    [SetUp]
    public async Task StartAsync()
    {
        Folder = Directory.CreateTempSubdirectory("prompt-in-browser-test-").FullName;
        Fake = new FakePolaris().WithBib(Id, marc: Titled("Dracula"));
        App = await WebApp.StartAsync(Fake, Folder);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await App.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
        Fake.AssertNoUnexpectedRequests();
    }

    /// <summary>Ends the app and starts it again with the same folder.</summary>
    private protected async Task RestartAsync(params string[] settings)
    {
        await App.DisposeAsync();
        App = await WebApp.StartAsync(Fake, Folder, settings);
    }

    private protected Task<Shown> AnswerAsync(Shown page, int result, params (string Name, object Value)[] fields) =>
        App.SubmitAsync(page, "answer", [("result", result), .. fields]);

    private protected void Script(params FakePrompt[] prompts) => Fake.OnWorkflow(WorkflowRequestType.AddOrUpdateBibRecord, workflow =>
        workflow.IsCanceled ? FakeWorkflowOutcome.Cancel()
        : workflow.Replies.Count < prompts.Length ? FakeWorkflowOutcome.Ask(prompts[workflow.Replies.Count])
        : FakeWorkflowOutcome.Complete());

    private protected static MarcRecord Titled(string title) => new MarcRecord().Field("100", '1', ' ', ('a', "Someone")).Field("245", '1', '0', ('a', title));
}
