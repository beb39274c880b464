using Polaris.Client.Compatibility;
using Polaris.Client.Http;
using Polaris.Client.Telemetry;

namespace Polaris.Client.ObjectLocks;

/// <summary>One lock, from the request to its release; if a response is lost, it finds out what the server did.</summary>
internal sealed class HeldLock(ObjectLocksContext owner, ObjectReference target, AcquireOptions options)
{
    private const string Route = "POST /objectlocks";

    private readonly LockRelease _release = new(owner);
    private readonly TimeSpan _releaseTimeout = options.ReleaseTimeout ?? owner.DefaultReleaseTimeout;
    private ObjectLockGates.Entry? _entry;
    private long _started;

    /// <summary>Whether this user and workstation are known not to have held the lock; null if it was not looked up.</summary>
    private bool? _wasFree;

    /// <summary>
    /// When the last attempt ended among those whose response was lost and which may still take the lock; null if there is none.
    /// </summary>
    private long? _lateSince;

    private bool _wasSeen;

    public ObjectReference Target => target;

    public ObjectLock Lock { get; private set; } = null!;

    public LockOwnership Ownership { get; private set; }

    private bool IsToBeFreed => Ownership == LockOwnership.Taken || (Ownership == LockOwnership.HeldBefore && options.TakeOverExisting);

    /// <summary>Acquires the lock and keeps the gate of the object closed until <see cref="ReleaseAsync"/> or <see cref="OpenGate"/>.</summary>
    /// <param name="wait">How long to wait while it is held by others.</param>
    /// <param name="caller">Ends waiting, never a request in flight.</param>
    /// <param name="lifetime">Ends everything.</param>
    public async Task<HeldLock> TakeAsync(TimeSpan wait, CancellationToken caller, CancellationToken lifetime)
    {
        var began = owner.Time.GetTimestamp();
        _entry = await owner.EnterAsync(target, wait, Route, caller).ConfigureAwait(false);
        try
        {
            if (!owner.Clock.IsReliable)
            {
                await LookBeforeAsync(caller, lifetime).ConfigureAwait(false);
            }

            var context = new CallContext { LockWait = ObjectLocksContext.NotNegative(wait - owner.Time.GetElapsedTime(began)), CallerToken = caller };
            await LockAsync(context, lifetime).ConfigureAwait(false);
            return this;
        }
        catch (OperationCanceledException exception) when (!caller.IsCancellationRequested)
        {
            OpenGate();
            throw TransportFailure.Ended(Route, mayHaveBeenProcessed: false, exception);
        }
        catch
        {
            OpenGate();
            throw;
        }
    }

    /// <summary>Releases the lock, if it is to be released, and opens the gate.</summary>
    /// <returns>The reason why it could not be released; null if it was released.</returns>
    public async Task<Exception?> ReleaseAsync()
    {
        if (!IsToBeFreed)
        {
            OpenGate();
            return null;
        }

        try
        {
            await _release.FreeAsync(target, _releaseTimeout).ConfigureAwait(false);
            _wasFree = true;
            WatchForLateLock();
            return null;
        }
        catch (Exception exception)
        {
            Log.LockNotReleased(owner.Logger, (int)target.ObjectType, target.ObjectId, exception);
            return exception;
        }
        finally
        {
            OpenGate();
        }
    }

    /// <summary>Whether the lock may be on the server after the release, because a response was lost.</summary>
    public bool MayStay => _lateSince is not null || Ownership == LockOwnership.Unclear;

    /// <summary>Lets the next lease of this process continue; the lock itself is left unchanged.</summary>
    public void OpenGate() => _entry?.Dispose();

    /// <summary>Leaves the lock to a caller who releases it by hand; then no search for a late lock follows, so it is logged.</summary>
    public void LeaveToCaller()
    {
        if (_lateSince is not null)
        {
            Log.LockMayReturn(owner.Logger, (int)target.ObjectType, target.ObjectId);
        }

        ObjectLockGates.HandOver(owner.KeyOf(target));
        OpenGate();
    }

    private async Task LookBeforeAsync(CancellationToken caller, CancellationToken lifetime)
    {
        try
        {
            var found = await owner.FindAsync(target, new CallContext { CallerToken = caller }, lifetime).ConfigureAwait(false);

            // A lock of others proves nothing about our own, because a server may report the wrong holder.
            _wasFree = found is null ? true : await owner.IsMineAsync(found, lifetime).ConfigureAwait(false) ? false : null;
        }
        catch (TransportException exception) when (exception.MayHaveBeenProcessed)
        {
            throw new TransportException(
                $"The lock of {target.ObjectType} {target.ObjectId} was not requested, because the server did not respond when it was looked up. "
                + "It is safe to try again.",
                exception.Route,
                mayHaveBeenProcessed: false,
                exception)
            { RequestPath = exception.RequestPath, Attempts = exception.Attempts };
        }
        catch (AuthenticationFailedException exception)
        {
            // Only the lookup was sent, which changes nothing.
            exception.Failure.MayHaveBeenProcessed = false;
            throw;
        }
        catch (RequestFailedException)
        {
            // Locks can be acquired without it; only if a response is lost, the ownership remains unknown.
        }
    }

    private async Task LockAsync(CallContext context, CancellationToken lifetime)
    {
        _started = owner.Time.GetTimestamp();
        try
        {
            var taken = await owner.Api.LockAsync(target, context, lifetime).ConfigureAwait(false);
            if (!ObjectLocksContext.IsAbout(target, taken) || !await owner.IsMineAsync(taken, lifetime).ConfigureAwait(false))
            {
                throw PolarisAnswers.Unexpected(
                    Route, $"a lock of {target.ObjectType} {target.ObjectId} for workstation {owner.WorkstationId} and this user", context);
            }

            Accept(taken, context);
        }
        catch (Exception exception) when (context.Doubt == Doubt.Unknown)
        {
            _lateSince = owner.Time.GetTimestamp();
            var note = await ClearUpAsync(context, lifetime).ConfigureAwait(false);
            if (exception is OperationCanceledException canceled && !context.CallerToken.IsCancellationRequested)
            {
                var ended = TransportFailure.Ended(Route, mayHaveBeenProcessed: true, canceled);
                ended.AddNote(note);
                throw ended;
            }

            (exception as PolarisClientException)?.AddNote(note);
            throw;
        }
    }

    private void Accept(ObjectLock taken, CallContext context)
    {
        Lock = taken;
        _wasSeen = true;
        Ownership = taken.ExistingLock switch
        {
            false => LockOwnership.Taken,
            true when !context.EarlierAttemptMayHaveBeenProcessed => LockOwnership.HeldBefore,
            _ => Judge(taken, context),
        };
        var isKnownAsNew = taken.ExistingLock == false;
        taken.ExistingLock = Ownership switch
        {
            // A server that answers "existing" to a repeated request means the lock of the attempt whose response was lost.
            LockOwnership.Taken => false,
            LockOwnership.HeldBefore => true,
            _ => null,
        };
        if (isKnownAsNew && context.Attempts == 1)
        {
            owner.Clock.Learn(taken, context.ServerTime, owner.Time.GetElapsedTime(_started));
        }

        if (context.EarlierAttemptMayHaveBeenProcessed)
        {
            _lateSince = owner.Time.GetTimestamp();
        }

        if (Ownership == LockOwnership.Unclear || (Ownership == LockOwnership.HeldBefore && context.EarlierAttemptMayHaveBeenProcessed))
        {
            Log.LockKept(owner.Logger, (int)target.ObjectType, target.ObjectId);
        }
    }

    /// <summary>Determines who owns a lock that this user and workstation hold, after a response was lost.</summary>
    private LockOwnership Judge(ObjectLock found, CallContext context) => _wasFree switch
    {
        true => LockOwnership.Taken,
        false => LockOwnership.HeldBefore,
        null => owner.Clock.WasSetWithin(found, context.ServerTime, owner.Time.GetElapsedTime(_started)) switch
        {
            true => LockOwnership.Taken,
            false => LockOwnership.HeldBefore,
            null => LockOwnership.Unclear,
        },
    };

    /// <summary>
    /// The request failed, and the server may have set the lock, or may still do so: looks once, and continues in the background.
    /// </summary>
    /// <returns>What is known, for the exception.</returns>
    private async Task<string> ClearUpAsync(CallContext failed, CancellationToken lifetime)
    {
        Outcome outcome;
        try
        {
            // The caller waits for this look; the search in the background has the time of the client.
            outcome = await LookAsync(owner.ShortestTimeout, lifetime).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // Also one of a handler of the caller's own: a lookup that failed proves nothing.
            outcome = Outcome.NotSeen;
        }

        if (outcome == Outcome.NotSeen || (outcome == Outcome.Freed && failed.Attempts > 1))
        {
            WatchForLateLock();
        }

        return outcome switch
        {
            Outcome.Freed => "The lock that the server had set was released.",
            Outcome.NotReleased => "The lock that the server had set could not be released and stays.",
            Outcome.HeldBefore => "This user and workstation held the lock before; it was kept.",
            Outcome.Kept => "This user and workstation now hold the lock, but whether this request acquired it is not known, so it was kept: "
                + "check it, and release it with UnlockAsync.",
            _ => $"The lock was not found afterwards; it is looked for in the background for {_releaseTimeout} and released if the server "
                + "sets it in that time.",
        };
    }

    /// <summary>Looks once for the lock, and releases it if this request acquired it.</summary>
    private async Task<Outcome> LookAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = owner.Time.CancelAfter(timeout);
        using var ended = limit.CancelWith(cancellationToken);
        var context = new CallContext { EvenAfterDisposal = true, KeepsClientLimits = true };
        var found = await owner.FindAsync(target, context, limit.Token).ConfigureAwait(false);
        if (found is null || !await owner.IsMineAsync(found, limit.Token).ConfigureAwait(false))
        {
            _wasFree = found is null ? _wasFree != false : _wasFree;
            return Outcome.NotSeen;
        }

        _wasSeen = true;
        switch (Judge(found, context))
        {
            case LockOwnership.Taken:
                return await FreeFoundAsync().ConfigureAwait(false);
            case var ownership:
                Log.LockKept(owner.Logger, (int)target.ObjectType, target.ObjectId);
                return ownership == LockOwnership.HeldBefore ? Outcome.HeldBefore : Outcome.Kept;
        }
    }

    private async Task<Outcome> FreeFoundAsync()
    {
        try
        {
            await _release.FreeAsync(target, _releaseTimeout).ConfigureAwait(false);
            _wasFree = true;
            return Outcome.Freed;
        }
        catch (Exception exception)
        {
            Log.LockNotReleased(owner.Logger, (int)target.ObjectType, target.ObjectId, exception);
            return Outcome.NotReleased;
        }
    }

    /// <summary>
    /// Looks for a lock that an attempt with a lost response may still acquire, until
    /// <see cref="AcquireOptions.ReleaseTimeout"/>.
    /// </summary>
    private void WatchForLateLock()
    {
        if (_lateSince is { } since)
        {
            var search = ObjectLockGates.BeginSearch(owner.KeyOf(target));
            _ = owner.Background.Run(token => WatchAsync(since, search, token));
        }
    }

    private async Task WatchAsync(long since, ObjectLockGates.Search search, CancellationToken cancellationToken)
    {
        using var ended = search;
        Exception? last = null;
        for (var attempt = 0; ; attempt++)
        {
            var isLast = owner.Time.GetElapsedTime(since) >= _releaseTimeout;
            try
            {
                // Between the lookups the gate is open. Whoever passes it meanwhile may find the late lock there; it is released afterwards.
                using var entry = await ObjectLockGates.EnterAsync(owner.KeyOf(target), Timeout.InfiniteTimeSpan, owner.Time, cancellationToken)
                    .ConfigureAwait(false);
                if (search.IsHandedOver)
                {
                    Log.LockMayReturn(owner.Logger, (int)target.ObjectType, target.ObjectId);
                    return;
                }

                last = null;
                if (await LookAsync(owner.Options.Timeout, cancellationToken).ConfigureAwait(false) is Outcome.HeldBefore or Outcome.Kept)
                {
                    return;
                }
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // A lookup that failed or ran into its own time limit proves nothing.
                last = exception;
                isLast |= exception is AuthenticationFailedException && !LockRelease.IsPassing(exception, attempt);
            }

            if (isLast)
            {
                break;
            }

            var left = ObjectLocksContext.NotNegative(_releaseTimeout - owner.Time.GetElapsedTime(since));
            var pause = Backoff.Delay(attempt, owner.Retry);
            await owner.Time.PauseAsync(pause < left ? pause : left, cancellationToken).ConfigureAwait(false);
        }

        LogEndOfWatch(last);
    }

    private void LogEndOfWatch(Exception? last)
    {
        if (!_wasSeen)
        {
            Log.LockNotSeen(owner.Logger, (int)target.ObjectType, target.ObjectId, _releaseTimeout, last);
        }
        else if (last is not null)
        {
            Log.LockNotReleased(owner.Logger, (int)target.ObjectType, target.ObjectId, last);
        }
    }

    private enum Outcome
    {
        NotSeen,
        Freed,
        NotReleased,
        HeldBefore,
        Kept,
    }
}
