using System.Text.Json;
using Polaris.Client.Cataloging;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Telemetry;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Workflows;

/// <summary>A conductor, a server that can be scripted, and a clock that skips every pause.</summary>
public abstract class ConductorFixture
{
    protected static readonly WorkflowRequestType Scripted = (WorkflowRequestType)27;

    private protected ManualTimeProvider Clock { get; private set; } = null!;

    private protected FakePolaris Fake { get; private set; } = null!;

    private protected PolarisClient Client { get; private set; } = null!;

    private protected CollectedLogs Logs { get; private set; } = null!;

    [SetUp]
    public void Connect()
    {
        Clock = new ManualTimeProvider { SkipsDelays = true };
        Fake = new FakePolaris(new FakePolarisOptions { TimeProvider = Clock }).WithBib(5);
        Logs = new CollectedLogs();
        Client = Fake.CreateClient(loggers: Logs);
    }

    [TearDown]
    public void Disconnect()
    {
        Client.Dispose();
        Logs.Dispose();
        Fake.AssertNoUnexpectedRequests();
    }

    protected static PromptHandlers Hide() => new PromptHandlers().On<DisplayInPacPrompt>(prompt => prompt.Continue());

    protected static FakePrompt PromptOf(int id, WorkflowPromptOptions options) => new((WorkflowPromptId)id, options);

    protected static WorkflowAnswer Answer(int status) => new()
    {
        WorkflowRequestGuid = Guid.NewGuid(),
        WorkflowStatus = (WorkflowStatus)status,
        InformationMessages = [new InformationMessage { Message = "said" }],
    };

    protected WorkflowPromptResult LastReply() => Fake.Journal.Last(entry => entry.Reply is not null).Reply!.WorkflowPromptResult;

    /// <summary>The texts of the log entries with this id.</summary>
    protected IReadOnlyList<string> Logged(int id) => Logs.Entries.Where(entry => entry.Id == id).Select(entry => entry.Text).ToList();

    /// <summary>The requests about workflows, as verb and status.</summary>
    protected IEnumerable<string> SentAboutWorkflows() => Fake.Journal
        .Where(entry => entry.Path.StartsWith("workflow", StringComparison.Ordinal))
        .Select(entry => $"{entry.Method} {entry.StatusCode}".TrimEnd());

    /// <summary>Asks these, then completes; Cancel ends it.</summary>
    protected void Ask(params (int Id, WorkflowPromptOptions Options)[] prompts) => Fake.OnWorkflow(Scripted, talk =>
        talk.Replies.Any(reply => reply.WorkflowPromptResult == WorkflowPromptResult.Cancel) ? FakeWorkflowOutcome.Cancel()
        : talk.Replies.Count < prompts.Length ? FakeWorkflowOutcome.Ask(PromptOf(prompts[talk.Replies.Count].Id, prompts[talk.Replies.Count].Options))
        : FakeWorkflowOutcome.Complete());

    protected Task<WorkflowResult<CustomWorkflowAnswer>> RunAsync(PromptHandlers handlers, CancellationToken cancellationToken = default) =>
        Client.Workflows.RunAsync(
            new CustomWorkflow { RequestType = Scripted, Data = JsonDocument.Parse("""{"IssueOrPartID":5}""").RootElement },
            handlers,
            cancellationToken);

    protected Task<WorkflowResult<BibRecordSaved>> HideAsync(PromptHandlers handlers, CancellationToken cancellationToken = default) =>
        Client.Workflows.RunAsync(new AddOrUpdateBibRecord { BibRecordId = 5, DisplayInPac = false }, handlers, cancellationToken);
}
