using Polaris.Client.Compatibility;
using Polaris.Client.Http;
using Polaris.Client.Telemetry;

namespace Polaris.Client.ObjectLocks;

/// <summary>Releases locks, retrying until each is released, refused, or the time is over: a lock that stays blocks people.</summary>
/// <remarks>Releases are sent even after the client is disposed.</remarks>
internal sealed class LockRelease(ObjectLocksContext owner)
{
    private const string Resource = "/objectlocks/{objectTypeId}/{objectId}";
    private const string Route = "DELETE " + Resource;

    /// <summary>A token that is refused twice, or an unknown exception, may be a temporary problem; more often than this it is not.</summary>
    private const int MaxFailures = 10;

    /// <summary>One hanging attempt must not use up all the time.</summary>
    private const int Attempts = 6;

    /// <summary>Releases one lock; one that could not be released in time, or that the server refuses to release, is logged.</summary>
    /// <returns>The reason why it could not be released; null if it was released.</returns>
    public async Task<Exception?> FreeAsync(ObjectReference target, TimeSpan timeout)
    {
        try
        {
            await RetryAsync(target, timeout).ConfigureAwait(false);
            return null;
        }
        catch (Exception exception)
        {
            Log.LockNotReleased(owner.Logger, (int)target.ObjectType, target.ObjectId, exception);
            return exception;
        }
    }

    /// <summary>Whether another attempt may succeed.</summary>
    public static bool IsPassing(Exception exception, int attempt) => exception switch
    {
        TransportException or InvalidResponseException or NotFoundException => true,
        AuthenticationFailedException refused => attempt < MaxFailures && refused.Route.EndsWith(Resource, StringComparison.Ordinal),
        RequestFailedException failed => (int)failed.StatusCode is 408 or 429 or >= 500,
        PolarisClientException or ObjectDisposedException => false,

        // One of a handler of the caller's own.
        _ => attempt < MaxFailures,
    };

    private async Task RetryAsync(ObjectReference target, TimeSpan timeout)
    {
        using var limit = owner.Time.CancelAfter(timeout);
        var mayBeFree = false;
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await TryAsync(target, mayBeFree, timeout, limit.Token).ConfigureAwait(false);
                return;
            }
            catch (Exception exception) when (owner.Retry.Enabled && IsPassing(exception, attempt))
            {
                mayBeFree |= exception is not PolarisClientException { MayHaveBeenProcessed: false };
                await PauseAsync(target, attempt, exception, limit.Token).ConfigureAwait(false);
            }
        }
    }

    private async Task TryAsync(ObjectReference target, bool mayBeFree, TimeSpan timeout, CancellationToken limit)
    {
        using var share = owner.Time.CancelAfter(TimeSpan.FromTicks(Math.Max(1, timeout.Ticks / Attempts)));
        using var ended = share.CancelWith(limit);
        var context = new CallContext { LockWait = TimeSpan.Zero, EvenAfterDisposal = true, KeepsClientLimits = true };
        try
        {
            await owner.UnlockAsync(target, context, share.Token).ConfigureAwait(false);
        }
        catch (ObjectLockedException) when (mayBeFree || context.EarlierAttemptMayHaveBeenProcessed)
        {
            // An earlier attempt released it, its response was lost, and another user has locked the object since.
        }
        catch (OperationCanceledException exception)
        {
            throw OutOfTime(target, exception);
        }
    }

    private async Task PauseAsync(ObjectReference target, int attempt, Exception last, CancellationToken limit)
    {
        try
        {
            await owner.Time.PauseAsync(Backoff.Delay(attempt, owner.Retry), limit).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw OutOfTime(target, last);
        }
    }

    private static TransportException OutOfTime(ObjectReference target, Exception last) => new(
        $"The lock of {target.ObjectType} {target.ObjectId} was not released within AcquireOptions.ReleaseTimeout and may still be held: "
        + "release it with UnlockAsync.",
        Route,
        mayHaveBeenProcessed: true,
        last);
}
