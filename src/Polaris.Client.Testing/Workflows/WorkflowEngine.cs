using Polaris.Client.Workflows;

namespace Polaris.Client.Testing.Workflows;

/// <summary>Moves conversations on: asks, checks replies, does the work once.</summary>
internal sealed class WorkflowEngine(FakePolarisOptions options)
{
    private readonly List<FakeOperation> _operations = [];

    public IReadOnlyList<FakeOperation> Operations => _operations;

    /// <summary>Goes on until the script asks something that is not answered yet, or ends.</summary>
    public WorkflowAnswer Advance(Conversation talk, bool isStart)
    {
        FakeWorkflowOutcome outcome = talk.Next();
        while (outcome.Prompt is not null && TakeUpFrontReply(talk, outcome) is { } reply)
        {
            talk.Workflow.Add(reply);
            outcome = talk.Next();
        }

        talk.Pending = outcome.Prompt is null ? null : outcome;
        WorkflowExecution? execution = outcome.Execute?.Invoke();
        if (execution is { } done)
        {
            DateTimeOffset now = options.TimeProvider.GetUtcNow();
            _operations.Add(new(talk.Workflow.Request.WorkflowRequestType, done.RecordId, talk.Id, now));
        }

        WorkflowAnswer answer = AnswerOf(talk, outcome.Status, outcome.Prompt, outcome.Messages);
        answer.AnswerExtension = execution?.Extension;
        answer.WorkflowRequestGuid = isStart && talk.Pending is null ? Guid.Empty : talk.Id;
        return talk.LastAnswer = answer;
    }

    /// <summary>Why a reply cannot be taken; null when it can.</summary>
    public static string? FaultOf(WorkflowReply reply, FakeWorkflowOutcome pending)
    {
        WorkflowPrompt prompt = pending.Prompt!;
        IReadOnlyList<WorkflowPromptResult>? offered = prompt.WorkflowPromptOptions.OfferedResults();
        return reply.WorkflowPromptId != prompt.WorkflowPromptId
            ? $"Prompt {(int)prompt.WorkflowPromptId} was asked, prompt {(int)reply.WorkflowPromptId} is answered."
            : offered?.Contains(reply.WorkflowPromptResult) == false
            ? $"Result {(int)reply.WorkflowPromptResult} was not offered by prompt {(int)prompt.WorkflowPromptId}."
            : pending.FaultOfReply?.Invoke(reply);
    }

    /// <summary>The answer to a reply that cannot be taken; the question stays open, and GET goes on showing
    /// it.</summary>
    public static WorkflowAnswer InvalidReply(Conversation talk) =>
        AnswerOf(talk, WorkflowStatus.InvalidReply, talk.Pending!.Prompt, []);

    private WorkflowReply? TakeUpFrontReply(Conversation talk, FakeWorkflowOutcome outcome)
    {
        WorkflowReply? reply = options.UseUpFrontReplies
            ? talk.UpFrontReplies.Find(candidate => FaultOf(candidate, outcome) is null)
            : null;
        return reply is not null && talk.UpFrontReplies.Remove(reply) ? reply : null;
    }

    private static WorkflowAnswer AnswerOf(
        Conversation talk, WorkflowStatus status, WorkflowPrompt? prompt, IReadOnlyList<InformationMessage> messages) =>
        new()
        {
            WorkflowRequestGuid = talk.Id,
            WorkflowRequestType = talk.Workflow.Request.WorkflowRequestType,
            WorkflowStatus = status,
            Prompt = prompt,
            InformationMessages = messages,
            ReceiptUrl = "",
            FineEReceiptSent = false,
        };
}
