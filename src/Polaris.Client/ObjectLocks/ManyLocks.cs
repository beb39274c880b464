using Polaris.Client.Http;
using Polaris.Client.Json;
using Polaris.Client.Telemetry;

namespace Polaris.Client.ObjectLocks;

/// <summary>Several objects of one type that are locked in one call.</summary>
internal sealed class ManyLocks(ObjectLocksContext owner, IReadOnlyList<ObjectReference> targets, CancellationToken caller)
{
    private const string Route = "POST /objectlocks/{objectTypeId}";

    private readonly List<ObjectLockGates.Entry> _entries = [];
    private CallContext _context = new();

    /// <summary>Locks them, and keeps the gates of the objects closed until <see cref="FreeAsync(IReadOnlyList{ObjectLock})"/> or <see cref="HandOver"/>.</summary>
    /// <exception cref="ObjectLockedException">Another lease of this process holds one of them.</exception>
    /// <exception cref="InvalidResponseException">The response does not contain a lock of each object.</exception>
    public async Task<IReadOnlyList<ObjectLock>> TakeAsync(CancellationToken lifetime)
    {
        try
        {
            await EnterAsync().ConfigureAwait(false);
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
            OpenGates();
            throw TransportFailure.Ended(Route, _context.Doubt == Doubt.Unknown, exception);
        }
        catch
        {
            OpenGates();
            throw;
        }
    }

    /// <summary>Releases the locks of a caller who gave up, in parallel, so that one that stays does not cost the others.</summary>
    public async Task FreeAsync(IReadOnlyList<ObjectLock> taken)
    {
        var unwanted = taken.Where(one => targets.Any(target => ObjectLocksContext.IsAbout(target, one)));
        try
        {
            await Task.WhenAll(unwanted.Select(FreeAsync)).ConfigureAwait(false);
        }
        finally
        {
            OpenGates();
        }
    }

    /// <summary>Leaves the locks to the caller, who releases them by hand.</summary>
    public void HandOver()
    {
        foreach (var target in targets)
        {
            ObjectLockGates.HandOver(owner.KeyOf(target));
        }

        OpenGates();
    }

    /// <summary>Reports that a call may have set locks although it failed after its caller gave up: what a conflict leaves is not documented.</summary>
    public void LogUnknown(Exception exception)
    {
        if (_context.Doubt == Doubt.Unknown || _context.LockWaited > TimeSpan.Zero || exception is ObjectLockedException { Attempts: > 0 })
        {
            Log.LocksUnknown(owner.Logger, targets.Count, (int)targets[0].ObjectType, exception);
        }
    }

    /// <summary>In the order of all callers, so that two cannot wait for each other forever.</summary>
    private async Task EnterAsync()
    {
        var began = owner.Time.GetTimestamp();
        foreach (var target in targets.Distinct().OrderBy(target => target.ObjectId))
        {
            _entries.Add(await owner.EnterAsync(target, Left(), Route, caller).ConfigureAwait(false));
        }

        _context = new CallContext { LockWait = Left(), CallerToken = caller };

        TimeSpan Left() => ObjectLocksContext.NotNegative(owner.DefaultWait - owner.Time.GetElapsedTime(began));
    }

    private void OpenGates() => _entries.ForEach(entry => entry.Dispose());

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
