using System.Text.Json;
using Polaris.Client.Cataloging;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Workflows;

/// <summary>Runs workflows that a test scripts.</summary>
public abstract class ConductorFixture : FakeFixture
{
    protected static readonly WorkflowRequestType Scripted = (WorkflowRequestType)27;

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
