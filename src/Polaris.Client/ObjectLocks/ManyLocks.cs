using Polaris.Client.Http;
using Polaris.Client.Json;
using Polaris.Client.Telemetry;

namespace Polaris.Client.ObjectLocks;

/// <summary>Several objects of one type that are locked in one call.</summary>
internal sealed class ManyLocks(ObjectLocksContext owner, IReadOnlyList<ObjectReference> targets, CancellationToken caller)
{
    private const string Route = "POST /objectlocks/{objectTypeId}";

    private readonly CallContext _context = new() { CallerToken = caller };

    /// <summary>Locks them.</summary>
    /// <exception cref="InvalidResponseException">The response does not contain a lock of each object.</exception>
    public async Task<IReadOnlyList<ObjectLock>> TakeAsync(CancellationToken lifetime)
    {
        try
        {
            int[] ids = [.. targets.Select(target => target.ObjectId)];
            var taken = TolerantJson.Present(
                await owner.Api.LockManyAsync((int)targets[0].ObjectType, ids, _context, lifetime).ConfigureAwait(false));
            foreach (var target in targets)
            {
                await EnsureContainsAsync(taken, target, lifetime).ConfigureAwait(false);
            }

            return taken;
        }
        catch (OperationCanceledException exception) when (!caller.IsCancellationRequested)
        {
            throw TransportFailure.Ended(Route, _context.Doubt == Doubt.Unknown, exception);
        }
    }

    /// <summary>Releases the locks of a caller who gave up, in parallel, so that one that stays does not cost the others.</summary>
    public Task FreeAsync(IReadOnlyList<ObjectLock> unwanted) => Task.WhenAll(unwanted.Select(FreeAsync));

    /// <summary>Leaves the locks to the caller, who releases them by hand.</summary>
    public void HandOver()
    {
        foreach (var target in targets)
        {
            ObjectLockGates.HandOver(owner.KeyOf(target));
        }
    }

    /// <summary>Reports that a call without a response may have set locks after its caller gave up.</summary>
    public void LogUnknown(Exception exception)
    {
        if (_context.Doubt == Doubt.Unknown)
        {
            Log.LocksUnknown(owner.Logger, targets.Count, (int)targets[0].ObjectType, exception);
        }
    }

    private async Task EnsureContainsAsync(IReadOnlyList<ObjectLock> taken, ObjectReference target, CancellationToken lifetime)
    {
        if (taken.FirstOrDefault(one => ObjectLocksContext.IsAbout(target, one)) is not { } found
            || !await owner.IsMineAsync(found, lifetime).ConfigureAwait(false))
        {
            throw PolarisAnswers.Unexpected(
                Route,
                $"a lock of each object for workstation {owner.WorkstationId} and this user; {target.ObjectType} {target.ObjectId} is missing",
                _context);
        }
    }

    private async Task FreeAsync(ObjectLock unwanted)
    {
        if (unwanted.ExistingLock != false)
        {
            // Without a doubt it was held before, and its owner knows.
            if (unwanted.ExistingLock is null || _context.EarlierAttemptMayHaveBeenProcessed)
            {
                Log.LockKept(owner.Logger, (int)unwanted.ObjectType, unwanted.ObjectId);
            }

            return;
        }

        try
        {
            await new LockRelease(owner).FreeAsync(new(unwanted.ObjectType, unwanted.ObjectId), owner.DefaultReleaseTimeout).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Log.LockNotReleased(owner.Logger, (int)unwanted.ObjectType, unwanted.ObjectId, exception);
        }
    }
}
