using Polaris.Client.Compatibility;
using Polaris.Client.Http;

namespace Polaris.Client.ObjectLocks;

/// <summary>Frees one lock, again and again until it succeeds, is refused, or the time is over: a lock that stays blocks people.</summary>
internal sealed class ObjectLockRelease(IObjectLocksApi api, RetryOptions retry, TimeProvider time)
{
    private const string Resource = "/objectlocks/{objectTypeId}/{objectId}";
    private const string Route = "DELETE " + Resource;

    /// <summary>A token that was refused twice may be a hiccup; more often than this it is none.</summary>
    private const int MaxRefusals = 10;

    /// <param name="target">The object.</param>
    /// <param name="limit">The time.</param>
    /// <param name="isOurs">Looks at the lock first, and tells whether it is to be freed; null = it is.</param>
    public async Task FreeAsync(ObjectReference target, ReleaseLimit limit, Func<ObjectLock, CallContext, bool>? isOurs = null)
    {
        var mayBeFree = false;
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await TryAsync(target, isOurs, mayBeFree, limit).ConfigureAwait(false);
                return;
            }
            catch (PolarisClientException exception) when (IsPassing(exception, attempt))
            {
                mayBeFree |= exception.MayHaveBeenProcessed;
                await PauseAsync(attempt, exception, limit.Token).ConfigureAwait(false);
            }
        }
    }

    private async Task TryAsync(
        ObjectReference target, Func<ObjectLock, CallContext, bool>? isOurs, bool mayBeFree, ReleaseLimit limit)
    {
        using var share = limit.BeginAttempt();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(share.Token, limit.Token);
        try
        {
            if (isOurs is null || await FindAsync(target, isOurs, either.Token).ConfigureAwait(false))
            {
                await UnlockAsync(target, mayBeFree, either.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException exception)
        {
            throw OutOfTime(exception);
        }
    }

    private async Task<bool> FindAsync(ObjectReference target, Func<ObjectLock, CallContext, bool> isOurs, CancellationToken cancellationToken)
    {
        var context = new CallContext();
        return await ObjectLocksClient.FindAsync(api, target, context, cancellationToken).ConfigureAwait(false) is { } found
            && isOurs(found, context);
    }

    private async Task UnlockAsync(ObjectReference target, bool mayBeFree, CancellationToken cancellationToken)
    {
        var context = new CallContext { LockWait = TimeSpan.Zero };
        try
        {
            await api.UnlockAsync((int)target.ObjectType, target.ObjectId, context, cancellationToken).ConfigureAwait(false);
        }
        catch (NotFoundException)
        {
            // Not locked any more, which is what was wanted.
        }
        catch (ObjectLockedException) when (mayBeFree || context.EarlierAttemptMayHaveBeenProcessed)
        {
            // An earlier attempt freed it, its answer was lost, and somebody else has taken it since.
        }
    }

    private bool IsPassing(PolarisClientException exception, int attempt) => retry.Enabled && exception switch
    {
        TransportException or InvalidResponseException => true,
        AuthenticationFailedException refused => attempt < MaxRefusals && refused.Route.EndsWith(Resource, StringComparison.Ordinal),
        RequestFailedException api => (int)api.StatusCode is 408 or 429 or >= 500,
        _ => false,
    };

    private async Task PauseAsync(int attempt, PolarisClientException last, CancellationToken limit)
    {
        try
        {
            await time.PauseAsync(Backoff.Delay(attempt, retry), limit).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw OutOfTime(last);
        }
    }

    private static TransportException OutOfTime(Exception last) => new(
        $"{Route} did not succeed within AcquireOptions.ReleaseTimeout: the lock may still be held.", Route, mayHaveBeenProcessed: true, last);
}
