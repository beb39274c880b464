using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing.Routing;

namespace Polaris.Client.Testing;

/// <content>What happened.</content>
public sealed partial class FakePolaris
{
    private const string LockingUser = "fault";
    private const int LockingWorkstation = 999;
    private static readonly TimeSpan UsualLock = TimeSpan.FromSeconds(5);
    private readonly List<FakeExchange> _journal = [];
    private readonly List<UnexpectedRequest> _unexpected = [];

    /// <summary>All requests so far, in the order they were processed or lost; one that was delivered twice stands
    /// twice.</summary>
    public IReadOnlyList<FakeExchange> Journal => Locked<IReadOnlyList<FakeExchange>>(() => [.. _journal]);

    /// <summary>The requests a well-made client would not send, and why; a request may be wrong for several
    /// reasons.</summary>
    public IReadOnlyList<UnexpectedRequest> UnexpectedRequests =>
        Locked<IReadOnlyList<UnexpectedRequest>>(() => [.. _unexpected]);

    /// <summary>Fails when there were unexpected requests.</summary>
    /// <exception cref="UnexpectedRequestsException">There were some; the message names them all.</exception>
    public void AssertNoUnexpectedRequests()
    {
        IReadOnlyList<UnexpectedRequest> unexpected = UnexpectedRequests;
        if (unexpected.Count > 0)
        {
            throw new UnexpectedRequestsException(unexpected);
        }
    }

    internal FakeFault? TakeFault(ReceivedRequest request) => Locked(() =>
        Faults.Take(request.Method, request.Route.Path, fault => _faultTargets.CanHit(fault, request)));

    internal Answer Process(ReceivedRequest request, FakeFault? fault = null) =>
        Process(request, fault, _unexpected.Add, answer => answer.Status);

    /// <summary>Processes a request whose answer the caller does not get; it sees another status, or none.</summary>
    internal void ProcessUnseen(ReceivedRequest request, FakeFault fault, int? statusSeen = null) =>
        Process(request, fault, _unexpected.Add, _ => statusSeen);

    /// <summary>Processes a request that the network delivers once more; what is wrong with it is not the client's
    /// fault.</summary>
    internal void ProcessAgain(ReceivedRequest request, FakeFault fault) => Process(request, fault, _ => { }, _ => null);

    private Answer Process(
        ReceivedRequest request,
        FakeFault? fault,
        Action<UnexpectedRequest> report,
        Func<Answer, int?> statusSeen) => Locked(() =>
    {
        Call call = new(request, report);
        Answer answer = _server.Process(call);
        _journal.Add(Entry(request, fault, statusSeen(answer)) with
        {
            UserName = call.Caller?.UserName,
            Request = call.WorkflowRequest,
            Reply = call.WorkflowReply,
            Answer = call.WorkflowAnswer,
        });
        return answer;
    });

    internal void RecordUnprocessed(ReceivedRequest request, FakeFault fault, Answer? answer) =>
        Change(() => _journal.Add(Entry(request, fault, answer?.Status)));

    /// <summary>Does what a fault does to the server, before the request is processed.</summary>
    internal void Interfere(FakeFault fault, ReceivedRequest request) => Change(() =>
    {
        if (fault.Kind == FaultKind.TokenRevoked)
        {
            _tokens.RevokeAll();
        }

        if (fault.Kind == FaultKind.LockedByAnother && _faultTargets.TargetOf(request) is ObjectReference target)
        {
            _locks.Put(OwnerNamed(LockingUser, LockingWorkstation), target, fault.Duration ?? UsualLock);
        }
    });

    private FakeExchange Entry(ReceivedRequest request, FakeFault? fault, int? status) => new()
    {
        Time = _options.TimeProvider.GetUtcNow(),
        Method = request.Method,
        Path = request.Route.Path,
        OrganizationId = request.Route.OrganizationId,
        WorkstationId = request.Route.WorkstationId,
        StatusCode = status,
        Fault = fault?.Kind,
    };
}
