using Microsoft.Extensions.Logging;

namespace Polaris.Client.ObjectLocks;

/// <summary>Who owns the locks, how patiently, and by which clock.</summary>
/// <param name="WorkstationId">The logged-on workstation.</param>
/// <param name="Retry">How long to wait for a lock that somebody else holds, where the caller does not say.</param>
/// <param name="Gates">Serialise the leases of this process.</param>
/// <param name="Time">The clock.</param>
/// <param name="Logger">The log.</param>
internal sealed record ObjectLocksContext(
    int WorkstationId, RetryOptions Retry, ObjectLockGates Gates, TimeProvider Time, ILogger Logger);
