using System.Text.Json.Nodes;
using Polaris.Client.Workflows;

namespace Polaris.Client.Testing;

/// <summary>Advances conversations: shows prompts, checks replies, executes the operation once.</summary>
internal sealed class WorkflowEngine(FakePolarisOptions options)
{
    private const int InvalidReplyStatus = -1;
    private readonly Ledger<FakeOperation> _operations = new(() => options.JournalCapacity);

    public IReadOnlyList<FakeOperation> Operations => _operations.ToArray();

    public int Executed { get; private set; }

    /// <summary>Continues until the script shows a prompt that has no reply yet, or ends.</summary>
    public JsonObject Advance(Conversation conversation, bool isStart)
    {
        FakeWorkflowOutcome outcome = conversation.Next();
        while (outcome.Prompt is not null && TakeUpFrontReply(conversation, outcome) is { } reply)
        {
            conversation.Workflow.Add(reply);
            outcome = conversation.Next();
        }

        return Show(conversation, outcome, isStart);
    }

    /// <summary>Ends a conversation whose script threw an exception, as an unexpected error ends one on a real server.</summary>
    public JsonObject Break(Conversation conversation, string fault) =>
        Show(conversation, FakeWorkflowOutcome.Fail(fault, WorkflowStatus.ErrorOccurred), isStart: false);

    private JsonObject Show(Conversation conversation, FakeWorkflowOutcome outcome, bool isStart)
    {
        conversation.Pending = outcome.Prompt is null ? null : outcome;
        WorkflowExecution? execution = outcome.Execute?.Invoke();
        if (execution is { WasDone: true } done)
        {
            Executed++;
            _operations.Add(new(
                conversation.Workflow.Request.WorkflowRequestType, done.RecordId, conversation.Id, options.TimeProvider.GetUtcNow()));
        }

        Guid shown = isStart && conversation.Pending is null ? Guid.Empty : conversation.Id;
        return conversation.LastAnswer = AnswerOf(conversation, shown, outcome.Status, outcome, execution);
    }

    /// <summary>Why a reply is rejected; <c>null</c> if it is accepted.</summary>
    public static string? FaultOf(FakeWorkflowReply reply, FakeWorkflowOutcome pending)
    {
        FakePrompt prompt = pending.Prompt!;
        return reply.Prompt != (int)prompt.Id ? $"Prompt {(int)prompt.Id} is open, but the reply is to prompt {reply.Prompt}."
            : !OfferedResults.Allow((int)prompt.Options, reply.Result)
                ? $"Result {reply.Result} was not offered by prompt {(int)prompt.Id}."
            : pending.FaultOfReply?.Invoke(reply);
    }

    /// <summary>The response to a rejected reply; the prompt stays open, and GET still returns it.</summary>
    public static JsonObject InvalidReply(Conversation conversation) =>
        AnswerOf(conversation, conversation.Id, InvalidReplyStatus, conversation.Pending!, execution: null);

    private FakeWorkflowReply? TakeUpFrontReply(Conversation conversation, FakeWorkflowOutcome outcome)
    {
        FakeWorkflowReply? reply = options.UseUpFrontReplies
            ? conversation.UpFrontReplies.Find(candidate => FaultOf(candidate, outcome) is null)
            : null;
        return reply is not null && conversation.UpFrontReplies.Remove(reply) ? reply : null;
    }

    private static JsonObject AnswerOf(
        Conversation conversation, Guid id, int status, FakeWorkflowOutcome outcome, WorkflowExecution? execution) => new()
        {
            ["WorkflowRequestGuid"] = id.ToString(),
            ["WorkflowRequestType"] = (int)conversation.Workflow.Request.WorkflowRequestType,
            ["WorkflowStatus"] = status,
            ["Prompt"] = outcome.Prompt?.ToJson(),
            ["InformationMessages"] = Json.Array(outcome.Messages.Select(Json.Copy)),
            ["AnswerExtension"] = execution?.ExtensionType is not { } type ? null : new JsonObject
            {
                ["WorkflowAnswerExtensionType"] = type,
                ["Data"] = execution.Value.Data?.DeepClone(),
            },
            ["CircTranType"] = 0,
            ["ReceiptType"] = 0,
            ["ReceiptUrl"] = "",
            ["FineEReceiptSent"] = false,
        };
}
