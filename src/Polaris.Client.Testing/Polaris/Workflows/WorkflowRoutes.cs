using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The three workflow calls.</summary>
internal sealed class WorkflowRoutes(
    FakePolarisOptions options, WorkflowCatalog catalog, WorkflowEngine engine, LockTable locks, LockJson lockJson)
{
    private readonly Dictionary<Guid, Conversation> _conversations = [];
    private readonly Queue<Guid> _order = [];
    private readonly Queue<FakeResponse> _scripted = [];

    public void AnswerNext(FakeResponse response) => _scripted.Enqueue(response);

    public FakeResponse Start(PolarisCall call)
    {
        FakeWorkflowRequest request = catalog.ReadRequest(call);
        if (_scripted.Count > 0)
        {
            return _scripted.Dequeue();
        }

        Conversation conversation = catalog.Start(call, request);
        return Locked(call, conversation) ?? Answered(call, Begin(conversation));
    }

    public FakeResponse Reply(PolarisCall call)
    {
        FakeWorkflowReply reply = catalog.ReadReply(call);
        if (_scripted.Count > 0)
        {
            return _scripted.Dequeue();
        }

        return ConversationOf(call) is { } conversation
            ? Locked(call, conversation) ?? Answered(call, Take(call, conversation, reply))
            : Unknown();
    }

    public FakeResponse Find(PolarisCall call) => _scripted.Count > 0 ? _scripted.Dequeue()
        : ConversationOf(call) is { } conversation ? Answered(call, conversation.LastAnswer!)
        : Unknown();

    /// <summary>The record that a call affects; <c>null</c> if it is not known.</summary>
    public LockTarget? TargetOf(PolarisCall call)
    {
        try
        {
            return (call.Method, call.Path) switch
            {
                ("PUT", var path) when path.StartsWith("workflow/", StringComparison.Ordinal) => First(ConversationOf(call)),
                ("POST", "workflow") => First(catalog.Start(call, catalog.ReadRequest(call))),
                _ => null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static LockTarget? First(Conversation? conversation) => conversation is { Targets.Count: > 0 } ? conversation.Targets[0] : null;

    private JsonObject Begin(Conversation conversation)
    {
        JsonObject answer = engine.Advance(conversation, isStart: true);
        if (conversation.Pending is not null)
        {
            _conversations[conversation.Id] = conversation;
            _order.Enqueue(conversation.Id);
            while (_order.Count > options.ConversationCapacity)
            {
                _conversations.Remove(_order.Dequeue());
            }
        }

        return answer;
    }

    // A reply that arrives when no prompt is open changes nothing: the last response is returned again.
    private JsonObject Take(PolarisCall call, Conversation conversation, FakeWorkflowReply reply)
    {
        if (conversation.Pending is null)
        {
            return conversation.LastAnswer!;
        }

        if (WorkflowEngine.FaultOf(reply, conversation.Pending) is { } fault)
        {
            call.Report(fault);
            call.Reason = fault;
            return WorkflowEngine.InvalidReply(conversation);
        }

        conversation.Workflow.Add(reply);
        try
        {
            return engine.Advance(conversation, isStart: false);
        }
        catch (Exception exception)
        {
            // A client that gets no response to a reply reads the state for long, so a mistake in a script must change it.
            string thrown = $"The script of workflow {(int)conversation.Workflow.Request.WorkflowRequestType} threw "
                + $"{exception.GetType().Name}: {exception.Message}";
            call.Report(thrown);
            call.Reason = thrown;
            return engine.Break(conversation, thrown);
        }
    }

    private FakeResponse? Locked(PolarisCall call, Conversation conversation)
    {
        bool isOpen = conversation.LastAnswer is null || conversation.Pending is not null;
        LockEntry? held = isOpen
            ? conversation.Targets.Select(target => locks.ConflictFor(call.Caller!, target)).FirstOrDefault(entry => entry is not null)
            : null;
        return held is null ? null : lockJson.Conflict(held);
    }

    private Conversation? ConversationOf(PolarisCall call) => Guid.TryParseExact(call["guid"], "D", out Guid id)
        ? _conversations.TryGetValue(id, out Conversation? conversation) ? conversation : null
        : throw call.Refuse(PolarisAnswers.NotFoundPage(), "The address does not name a conversation.");

    private static FakeResponse Answered(PolarisCall call, JsonObject answer)
    {
        call.WorkflowAnswer = answer;
        FakeResponse response = FakeResponse.Json(answer);
        return call.Reason is null ? response : response.Because(call.Reason);
    }

    private static FakeResponse Unknown() => PolarisAnswers.Error(404, 0, "The workflow request was not found.");
}
