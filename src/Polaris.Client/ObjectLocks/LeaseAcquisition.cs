using System.Diagnostics;
using Polaris.Client.Compatibility;
using Polaris.Client.Telemetry;

namespace Polaris.Client.ObjectLocks;

/// <summary>Acquires locks in the background, so that a caller who gives up neither waits for them nor leaves them behind.</summary>
internal sealed class LeaseAcquisition(ObjectLocksContext owner)
{
    /// <summary>Acquires one lock that the caller releases.</summary>
    public async Task<ObjectLock> LockAsync(ObjectReference target, CancellationToken caller)
    {
        var held = await CompleteAsync(
            lifetime => new HeldLock(owner, target, new AcquireOptions()).TakeAsync(owner.DefaultWait, caller, lifetime),
            async unwanted => await unwanted.ReleaseAsync().ConfigureAwait(false),
            caller).ConfigureAwait(false);
        held.LeaveToCaller();
        return held.Lock;
    }

    /// <summary>Acquires several locks, all or none.</summary>
    /// <param name="ordered">The objects, in the order that all callers use.</param>
    /// <param name="options">The options, validated.</param>
    /// <param name="caller">The caller's token.</param>
    /// <remarks>Not an asynchronous method, so that the caller's context knows the span.</remarks>
    public Task<ObjectLockLease> AcquireAsync(
        IReadOnlyList<ObjectReference> ordered, AcquireOptions options, CancellationToken caller)
    {
        if (caller.IsCancellationRequested)
        {
            return Task.FromCanceled<ObjectLockLease>(caller);
        }

        var span = OpenSpan.Start("polaris.lease");
        owner.Identity.Tag(span?.Activity);
        span?.Activity.SetTag("polaris.object.type", (int)ordered[0].ObjectType);
        span?.Activity.SetTag("polaris.object.count", ordered.Count);
        return CompleteAsync(
            lifetime =>
            {
                Activity.Current = span?.Activity ?? Activity.Current;
                return TakeAllAsync(ordered, options, span, caller, lifetime);
            },
            async unwanted => await unwanted.DisposeAsync().ConfigureAwait(false),
            caller);
    }

    /// <summary>Locks several objects in one call; locks that the call acquires after the caller has given up are released.</summary>
    public async Task<IReadOnlyList<ObjectLock>> LockManyAsync(ObjectType objectType, IReadOnlyList<int> ids, CancellationToken caller)
    {
        var many = new ManyLocks(owner, [.. ids.Select(id => new ObjectReference(objectType, id))], caller);
        var taken = await CompleteAsync(many.TakeAsync, many.FreeAsync, caller, many.LogUnknown).ConfigureAwait(false);
        many.HandOver();
        return taken;
    }

    /// <summary>Waits for work as long as the caller does; afterwards the work ends in the background, and its result is released.</summary>
    private async Task<T> CompleteAsync<T>(
        Func<CancellationToken, Task<T>> work, Func<T, Task> giveBack, CancellationToken caller, Action<Exception>? onFailure = null)
    {
        var running = owner.Background.Run(work);
        try
        {
            return await running.WithCallersToken(caller).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (caller.IsCancellationRequested)
        {
            _ = owner.Background.Run(async _ =>
            {
                try
                {
                    await giveBack(await running.ConfigureAwait(false)).ConfigureAwait(false);
                }
                catch (Exception exception)
                {
                    // The caller is gone; what may stay on the server was logged where it was found out.
                    onFailure?.Invoke(exception);
                }
            });
            throw;
        }
    }

    private async Task<ObjectLockLease> TakeAllAsync(
        IReadOnlyList<ObjectReference> ordered, AcquireOptions options, OpenSpan? span, CancellationToken caller, CancellationToken lifetime)
    {
        var started = owner.Time.GetTimestamp();
        var held = new List<HeldLock>();
        try
        {
            foreach (var target in ordered)
            {
                var wait = owner.TimeLeft(options.WaitUpTo ?? owner.DefaultWait, started);
                held.Add(await new HeldLock(owner, target, options).TakeAsync(wait, caller, lifetime).ConfigureAwait(false));
            }
        }
        catch (Exception exception)
        {
            Measure(exception is ObjectLockedException ? "locked" : "failed");
            span?.Activity.SetStatus(ActivityStatusCode.Error);
            span?.Activity.SetTag("error.type", exception.GetType().Name);
            var taken = new ObjectLockLease(owner, held, span);
            await taken.DisposeAsync().ConfigureAwait(false);
            if (taken.ReleaseError is not null)
            {
                (exception as PolarisClientException)?.AddNote("A lock that was acquired before could not be released and may stay; see the log for the object.");
            }
            else if (held.Exists(before => before.MayStay))
            {
                (exception as PolarisClientException)?.AddNote("A lock that was requested before may stay, because a response was lost; see the log for the object.");
            }

            throw;
        }

        Measure("acquired");
        span?.Hold();
        return new ObjectLockLease(owner, held, span);

        void Measure(string outcome) =>
            ClientMetrics.LockWaited(owner.Identity, (int)ordered[0].ObjectType, outcome, owner.Time.GetElapsedTime(started));
    }
}
