using System.Diagnostics;

namespace Polaris.Client.ObjectLocks;

/// <summary>One or several locks that are held until the lease is disposed.</summary>
/// <remarks>
/// Disposing never throws, so that it hides no exception of the block: a release that failed with all its attempts is logged as a
/// warning, and <see cref="ReleaseError"/> holds it. Call <see cref="ReleaseAsync"/> instead to get the exception.
/// </remarks>
public sealed class ObjectLockLease : IAsyncDisposable, IDisposable
{
    private readonly LeaseKeeper _keeper;
    private readonly TimeSpan _releaseTimeout;
    private readonly Activity? _activity;
    private readonly List<HeldLock> _held = [];
    private readonly object _gate = new();
    private Task? _release;

    internal ObjectLockLease(LeaseKeeper keeper, TimeSpan releaseTimeout, Activity? activity)
    {
        _keeper = keeper;
        _releaseTimeout = releaseTimeout;
        _activity = activity;
    }

    /// <summary>The locks, in the order of type and id.</summary>
    public IReadOnlyList<ObjectLock> Locks => _held.ConvertAll(held => held.Lock);

    /// <summary>Whether one of the locks was held before by this user and workstation, left over from an earlier run perhaps.</summary>
    /// <remarks>Such a lock is not freed by the lease, because somebody else may rely on it: <see cref="ObjectLocksClient.UnlockAsync"/> does that.</remarks>
    public bool WasAlreadyHeld => _held.Exists(held => !held.IsOurs);

    /// <summary>Why a lock could not be released; null as long as nothing went wrong.</summary>
    public Exception? ReleaseError { get; private set; }

    /// <summary>Releases the locks that this lease took; a second call does nothing more.</summary>
    /// <param name="cancellationToken">Stops the waiting; the release itself goes on within its own limit.</param>
    /// <exception cref="RequestFailedException">The server refused.</exception>
    /// <exception cref="TransportException">No answer came: the lock may still be held.</exception>
    public async Task ReleaseAsync(CancellationToken cancellationToken = default)
    {
        await Release().WaitAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        if (ReleaseError is { } error)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(error).Throw();
        }
    }

    /// <summary>Releases the locks that this lease took, and waits for it.</summary>
    public async ValueTask DisposeAsync() => await Release().ConfigureAwait(false);

    /// <summary>Releases the locks without waiting for it, for code that cannot await.</summary>
    public void Dispose() => _ = Release();

    internal void Add(HeldLock held) => _held.Add(held);

    private Task Release()
    {
        lock (_gate)
        {
            return _release ??= Task.Run(ReleaseAllAsync);
        }
    }

    private async Task ReleaseAllAsync()
    {
        using var limit = _keeper.CreateLimit(_releaseTimeout);
        for (var i = _held.Count - 1; i >= 0; i--)
        {
            try
            {
                await _keeper.ReleaseAsync(_held[i], limit).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                ReleaseError ??= exception;
                _keeper.ReportNotReleased(_held[i], exception);
            }
            finally
            {
                _held[i].Entry.Dispose();
            }
        }

        // A lease that was never acquired is released too, and stays an error.
        var isGood = ReleaseError is null && _activity?.Status == ActivityStatusCode.Unset;
        _activity?.SetStatus(isGood ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
        _activity?.Dispose();
    }
}
