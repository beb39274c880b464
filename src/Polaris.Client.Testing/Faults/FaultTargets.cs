using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing.ObjectLocks;
using Polaris.Client.Testing.Routing;
using Polaris.Client.Testing.Workflows;

namespace Polaris.Client.Testing.Faults;

/// <summary>Which faults make sense for a request.</summary>
internal sealed class FaultTargets(LockTable locks, WorkflowRoutes workflows)
{
    public bool CanHit(FakeFault fault, ReceivedRequest request) => fault.Kind switch
    {
        FaultKind.DuplicateDelivery => request.Method == "PUT",
        FaultKind.TokenRevoked or FaultKind.Unauthorized => !IsSignIn(request),
        FaultKind.LockedByAnother => TargetOf(request) is { } target && locks.Find(target) is null,
        _ => true,
    };

    /// <summary>The object a request locks or works on; null when it does neither.</summary>
    public ObjectReference? TargetOf(ReceivedRequest request) => request.Route.Resource switch
    {
        { Count: > 0 } resource when resource[0] == "objectlocks" => ObjectLockRoutes.WantedBy(request),
        { Count: > 0 } resource when resource[0] == "workflow"
            && request.Method is "POST" or "PUT" => workflows.TargetOf(request),
        _ => null,
    };

    private static bool IsSignIn(ReceivedRequest request) =>
        request.Route.Resource.Count > 0 && request.Route.Resource[0] == "authentication";
}
