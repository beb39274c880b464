namespace Polaris.Client.Testing;

/// <content>The record of what happened.</content>
public sealed partial class FakePolaris
{
    private const string LockingUser = "fault";
    private const int LockingWorkstation = 999;
    private static readonly TimeSpan UsualLock = TimeSpan.FromSeconds(5);
    private readonly Ledger<FakeExchange> _journal;
    private readonly Ledger<UnexpectedRequest> _unexpected;

    /// <summary>
    /// The latest requests, in the order they were processed or lost; one that was delivered twice appears twice. The oldest are dropped
    /// if there are more than <see cref="FakePolarisOptions.JournalCapacity"/>.
    /// </summary>
    public IReadOnlyList<FakeExchange> Journal => Locked<IReadOnlyList<FakeExchange>>(_journal.ToArray);

    /// <summary>
    /// The latest requests that a careful client would not have sent, and why; one request may have several entries. Empty for a careful client.
    /// </summary>
    public IReadOnlyList<UnexpectedRequest> UnexpectedRequests => Locked<IReadOnlyList<UnexpectedRequest>>(_unexpected.ToArray);

    /// <summary>Throws if there were unexpected requests.</summary>
    /// <exception cref="UnexpectedRequestsException">There were unexpected requests; the message lists them.</exception>
    public void AssertNoUnexpectedRequests()
    {
        if (UnexpectedRequests is { Count: > 0 } unexpected)
        {
            throw new UnexpectedRequestsException(unexpected);
        }
    }

    internal FakeFault? TakeFault(ReceivedRequest request) => Locked(() =>
        Faults.Take(request.Method, PolarisAddress.Parse(request.Uri).Path, fault => CanHit(fault, request)));

    internal TimeSpan NextLatency() => Locked(() =>
        _options.Latency + TimeSpan.FromTicks((long)(_options.LatencyJitter.Ticks * _latency.NextDouble())));

    internal FakeResponse Process(ReceivedRequest request, FakeFault? fault = null) =>
        Process(request, fault, _unexpected.Add, answer => answer.Status);

    /// <summary>Processes a request whose response the caller does not get; it sees another status, or none.</summary>
    internal void ProcessUnseen(ReceivedRequest request, FakeFault fault, int? statusSeen = null) =>
        Process(request, fault, _unexpected.Add, _ => statusSeen);

    /// <summary>Processes a request that the network delivers once more; its errors are not the client's fault.</summary>
    internal void ProcessAgain(ReceivedRequest request, FakeFault fault) => Process(request, fault, _ => { }, _ => null);

    internal void RecordUnprocessed(ReceivedRequest request, FakeFault fault, FakeResponse? answer) =>
        Change(() => _journal.Add(Entry(new PolarisCall(request, _ => { }), fault, answer?.Status)));

    /// <summary>Applies the effect of a fault to the server, before the request is processed.</summary>
    internal void Interfere(FakeFault fault, ReceivedRequest request) => Change(() =>
    {
        if (fault.Kind == FaultKind.TokenRevoked)
        {
            _tokens.RevokeAll();
        }

        if (fault.Kind == FaultKind.LockedByAnother && TargetOf(request) is { } target)
        {
            _locks.Put(OwnerNamed(LockingUser, LockingWorkstation), target, fault.Duration ?? UsualLock);
        }
    });

    private FakeResponse Process(
        ReceivedRequest request, FakeFault? fault, Action<UnexpectedRequest> report, Func<FakeResponse, int?> statusSeen) => Locked(() =>
    {
        PolarisCall call = new(request, report);
        FakeResponse answer = _sloppiness.Apply(_server.Process(call));
        _journal.Add(Entry(call, fault, statusSeen(answer)) with
        {
            UserName = call.Caller?.UserName,
            Reason = answer.Reason,
            Request = call.WorkflowRequest is null ? null : new(call.WorkflowRequest),
            Reply = call.WorkflowReply is null ? null : new(call.WorkflowReply),
            Answer = call.WorkflowAnswer is null ? null : new(call.WorkflowAnswer),
        });
        return answer;
    });

    private FakeExchange Entry(PolarisCall call, FakeFault? fault, int? status) => new()
    {
        Time = _options.TimeProvider.GetUtcNow(),
        Method = call.Method,
        Path = call.Path,
        OrganizationId = call.Address.OrganizationId,
        WorkstationId = call.Address.WorkstationId,
        StatusCode = status,
        Fault = fault?.Kind,
    };

    /// <summary>Whether a fault makes sense for a request.</summary>
    private bool CanHit(FakeFault fault, ReceivedRequest request) => fault.Kind switch
    {
        FaultKind.DuplicateDelivery => request.Method == "PUT",
        FaultKind.TokenRevoked or FaultKind.Unauthorized => PolarisAddress.Parse(request.Uri).WorkstationId is not null,
        FaultKind.LockedByAnother => TargetOf(request) is { } target && _locks.Find(target) is null,
        _ => true,
    };

    private LockTarget? TargetOf(ReceivedRequest request) => _server.TargetOf(new PolarisCall(request, _ => { }));
}
