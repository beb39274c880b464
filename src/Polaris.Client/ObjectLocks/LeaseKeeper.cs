using System.Diagnostics;
using System.Net;
using Polaris.Client.Telemetry;

namespace Polaris.Client.ObjectLocks;

/// <summary>Takes and frees the locks of leases.</summary>
internal sealed class LeaseKeeper(IObjectLocksApi api, ObjectLocksContext owner)
{
    /// <summary>How far the server's Date header (whole seconds) and its lock dates may lie apart.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(2);

    private readonly ObjectLockRelease _release = new(api, owner.Retry, owner.Time);

    private TimeSpan DefaultWait => owner.Retry.Enabled ? owner.Retry.LockWait : TimeSpan.Zero;

    public async Task<ObjectLockLease> AcquireAsync(
        IReadOnlyList<ObjectReference> ordered, AcquireOptions options, CancellationToken cancellationToken)
    {
        var activity = ClientMetrics.Activities.StartActivity("polaris.lease");
        activity?.SetTag("polaris.object.type", (int)ordered[0].ObjectType);
        activity?.SetTag("polaris.object.count", ordered.Count);
        var started = owner.Time.GetTimestamp();
        var lease = new ObjectLockLease(this, options.ReleaseTimeout, activity);
        try
        {
            foreach (var target in ordered)
            {
                var remaining = (options.WaitUpTo ?? DefaultWait) - owner.Time.GetElapsedTime(started);
                lease.Add(await TakeAsync(target, remaining, options, cancellationToken).ConfigureAwait(false));
            }
        }
        catch (Exception exception)
        {
            Measure(ordered[0], exception is ObjectLockedException ? "locked" : "failed", started);
            activity?.SetStatus(ActivityStatusCode.Error);
            await lease.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        Measure(ordered[0], "acquired", started);
        return lease;
    }

    /// <summary>Frees one lock; throws when it could not be freed.</summary>
    public Task ReleaseAsync(HeldLock held, ReleaseLimit limit) =>
        held.IsOurs ? _release.FreeAsync(held.Target, limit) : Task.CompletedTask;

    public ReleaseLimit CreateLimit(TimeSpan timeout) => new(timeout, owner.Time);

    public void ReportNotReleased(HeldLock held, Exception exception) =>
        Log.LockNotReleased(owner.Logger, (int)held.Target.ObjectType, held.Target.ObjectId, exception);

    private async Task<HeldLock> TakeAsync(
        ObjectReference target, TimeSpan wait, AcquireOptions options, CancellationToken cancellationToken)
    {
        wait = wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
        var started = owner.Time.GetTimestamp();
        var entry = await owner.Gates.EnterAsync(owner.WorkstationId, target, wait, cancellationToken).ConfigureAwait(false)
            ?? throw HeldInThisProcess(target);
        try
        {
            var remaining = wait - owner.Time.GetElapsedTime(started);
            return await LockAsync(target, entry, remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero, options, cancellationToken)
                .ConfigureAwait(false);
        }
        catch
        {
            entry.Dispose();
            throw;
        }
    }

    private async Task<HeldLock> LockAsync(
        ObjectReference target, ObjectLockGates.Entry entry, TimeSpan wait, AcquireOptions options, CancellationToken cancellationToken)
    {
        var started = owner.Time.GetTimestamp();
        var context = new CallContext { LockWait = wait };
        try
        {
            var taken = await api.LockAsync(target, context, cancellationToken).ConfigureAwait(false);
            var isOurs = taken.ExistingLock != true
                || (context.EarlierAttemptMayHaveBeenProcessed && IsYoungerThan(started, taken, context));
            return new HeldLock(target, taken, isOurs, entry);
        }
        catch (Exception exception) when (MayHoldLock(exception, context))
        {
            await FreeLostLockAsync(target, started, options.ReleaseTimeout).ConfigureAwait(false);
            throw;
        }
    }

    private static bool MayHoldLock(Exception exception, CallContext context) => exception is not ObjectLockedException
        && (exception is OperationCanceledException or PolarisClientException { MayHaveBeenProcessed: true }
            || context.EarlierAttemptMayHaveBeenProcessed);

    /// <summary>The answer to our lock call was lost: if the server took the lock for us, gives it back.</summary>
    private async Task FreeLostLockAsync(ObjectReference target, long started, TimeSpan limit)
    {
        using var timeout = CreateLimit(limit);
        try
        {
            await _release.FreeAsync(target, timeout, (found, context) => IsTakenByUs(found, started, context)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The caller's own exception matters more.
            Log.LockNotReleased(owner.Logger, (int)target.ObjectType, target.ObjectId, exception);
        }
    }

    private bool IsTakenByUs(ObjectLock found, long started, CallContext context) =>
        found.WorkstationId == owner.WorkstationId && IsYoungerThan(started, found, context);

    /// <summary>Whether the lock was made since our first attempt, by the server's own clock where its answer tells it.</summary>
    /// <remarks>A lock made in the future means that ServerTimeZone is wrong; then its date proves nothing.</remarks>
    private bool IsYoungerThan(long started, ObjectLock found, CallContext context)
    {
        var serverNow = context.ServerTime ?? owner.Time.GetUtcNow();
        return found.LockDate >= serverNow - owner.Time.GetElapsedTime(started) - ClockTolerance
            && found.LockDate <= serverNow + ClockTolerance;
    }

    private ObjectLockedException HeldInThisProcess(ObjectReference target) => new(
        $"{target.ObjectType} {target.ObjectId} is held by another lease of this process, which did not end in the time allowed. "
        + "Allow more time with AcquireOptions.WaitUpTo, or end the other lease first.",
        new ObjectLock { ObjectType = target.ObjectType, ObjectId = target.ObjectId, WorkstationId = owner.WorkstationId },
        new ApiFailure { StatusCode = HttpStatusCode.Conflict, Route = "POST /objectlocks", ErrorCode = ObjectLockedException.LockConflictCode, Attempts = 0 });

    private void Measure(ObjectReference target, string outcome, long started) =>
        ClientMetrics.LockWaited((int)target.ObjectType, outcome, owner.Time.GetElapsedTime(started));
}
