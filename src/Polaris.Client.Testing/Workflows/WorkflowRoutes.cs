using System.Net;
using System.Text.Json;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing.ObjectLocks;
using Polaris.Client.Testing.Routing;
using Polaris.Client.Workflows;

namespace Polaris.Client.Testing.Workflows;

/// <summary>The three workflow calls.</summary>
internal sealed class WorkflowRoutes(
    WorkflowBodies bodies, WorkflowCatalog catalog, WorkflowEngine engine, LockTable locks, LockJson lockJson)
{
    private readonly Dictionary<Guid, Conversation> _conversations = [];
    private readonly Queue<Func<Answer>> _scripted = [];

    public void AnswerNext(Func<Answer> answer) => _scripted.Enqueue(answer);

    public Answer Start(Call call)
    {
        call.WorkflowRequest = bodies.ReadRequest(call);
        if (_scripted.Count > 0)
        {
            return _scripted.Dequeue()();
        }

        Conversation talk = catalog.Start(call, call.WorkflowRequest);
        return Locked(call, talk) ?? Answered(call, Begin(talk));
    }

    public Answer Reply(Call call)
    {
        call.WorkflowReply = bodies.ReadReply(call);
        if (_scripted.Count > 0)
        {
            return _scripted.Dequeue()();
        }

        return TalkOf(call) is { } talk
            ? Locked(call, talk) ?? Answered(call, Take(call, talk, call.WorkflowReply))
            : UnknownTalk();
    }

    public Answer Find(Call call) => _scripted.Count > 0 ? _scripted.Dequeue()()
        : TalkOf(call) is { } talk ? Answered(call, talk.LastAnswer!)
        : UnknownTalk();

    /// <summary>The record a call would work on; null when that cannot be told.</summary>
    public ObjectReference? TargetOf(ReceivedRequest request)
    {
        try
        {
            Call probe = new(request, _ => { });
            return request.Method == "PUT"
                ? TalkOf(probe)?.Target
                : catalog.Start(probe, bodies.ReadRequest(probe)).Target;
        }
        catch (Exception error) when (error is Refusal or JsonException)
        {
            return null;
        }
    }

    private WorkflowAnswer Begin(Conversation talk)
    {
        WorkflowAnswer answer = engine.Advance(talk, isStart: true);
        if (talk.Pending is not null)
        {
            _conversations[talk.Id] = talk;
        }

        return answer;
    }

    // A reply that comes when nothing is asked any more changes nothing: the last answer is told again.
    private WorkflowAnswer Take(Call call, Conversation talk, WorkflowReply reply)
    {
        if (talk.Pending is null)
        {
            return talk.LastAnswer!;
        }

        if (WorkflowEngine.FaultOf(reply, talk.Pending) is { } fault)
        {
            call.Report(fault);
            return WorkflowEngine.InvalidReply(talk);
        }

        talk.Workflow.Add(reply);
        return engine.Advance(talk, isStart: false);
    }

    private Answer? Locked(Call call, Conversation talk) =>
        talk.Target is { } target && talk.LastAnswer is null or { WorkflowStatus: WorkflowStatus.InputRequired }
        && locks.ConflictFor(call.Caller!, target) is { } held ? lockJson.Conflict(held) : null;

    private Conversation? TalkOf(Call call)
    {
        if (!Guid.TryParseExact(call.Route.Resource[1], "D", out Guid id))
        {
            throw call.Refuse("The address names no conversation.", Answer.NotFoundPage());
        }

        return _conversations.TryGetValue(id, out Conversation? talk) ? talk : null;
    }

    private static Answer Answered(Call call, WorkflowAnswer answer)
    {
        call.WorkflowAnswer = answer;
        return Answer.Json(JsonSerializer.Serialize(answer, WorkflowsJson.Default.WorkflowAnswer));
    }

    private static Answer UnknownTalk() =>
        Answer.Error(HttpStatusCode.NotFound, 0, "The workflow request was not found.");
}
