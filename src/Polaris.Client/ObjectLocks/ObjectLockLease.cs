using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Polaris.Client.Telemetry;

namespace Polaris.Client.ObjectLocks;

/// <summary>One or several locks that are held until the lease is disposed.</summary>
/// <remarks>
/// Disposing never throws, so that it hides no exception of the block: a release that failed with all its attempts is logged as a
/// warning, and <see cref="ReleaseError"/> contains the reason. Call <see cref="ReleaseAsync"/> instead to get the exception. A lease
/// can be released after its client was disposed. A lease that is never disposed keeps its locks on the server; when it is
/// collected, that is logged as a warning.
/// </remarks>
public sealed class ObjectLockLease : IAsyncDisposable, IDisposable
{
    private readonly ObjectLocksContext _owner;
    private readonly IReadOnlyList<HeldLock> _held;
    private readonly OpenSpan? _span;
    private readonly IDisposable _connections;
    private readonly object _gate = new();
    private Task? _release;

    internal ObjectLockLease(ObjectLocksContext owner, IReadOnlyList<HeldLock> held, OpenSpan? span)
    {
        _owner = owner;
        _held = held;
        _span = span;
        _connections = owner.Background.KeepOpen();
        Locks = [.. held.Select(one => one.Lock)];
    }

    /// <summary>Reports locks that are left behind, and lets other leases of this process request them.</summary>
    ~ObjectLockLease()
    {
        if (_release is not null)
        {
            return;
        }

        foreach (var held in _held)
        {
            held.OpenGate();
            Report(held.Target);
        }

        _connections.Dispose();
        if (_span is { } span)
        {
            // Not on this thread, which a listener that fails would end, and the process with it.
            _ = Task.Run(() => span.End(isGood: false));
        }
    }

    /// <summary>The locks, in the order of type and ID.</summary>
    public IReadOnlyList<ObjectLock> Locks { get; }

    /// <summary>Whether this user and workstation already held one of the locks, for example since a crash.</summary>
    /// <remarks>
    /// The lease does not release such a lock, because another program may rely on it, unless
    /// <see cref="AcquireOptions.TakeOverExisting"/> is set. <see cref="ObjectLocksClient.UnlockAsync"/> releases it.
    /// </remarks>
    public bool WasAlreadyHeld => _held.Any(held => held.Ownership == LockOwnership.HeldBefore);

    /// <summary>
    /// Whether a response was lost and the server does not show whether this lease or an earlier program acquired one of the
    /// locks.
    /// </summary>
    /// <remarks>The lease does not release such a lock; that is logged as a warning.</remarks>
    public bool IsOwnershipUnclear => _held.Any(held => held.Ownership == LockOwnership.Unclear);

    /// <summary>The reason why a lock could not be released; <see langword="null"/> if there is none.</summary>
    public Exception? ReleaseError { get; private set; }

    /// <summary>Releases the locks that this lease acquired; a second call does nothing more.</summary>
    /// <param name="cancellationToken">Cancels the wait; the release itself continues within its own time limit.</param>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond: the lock may still be held.</exception>
    public async Task ReleaseAsync(CancellationToken cancellationToken = default)
    {
        await Release().WaitAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        if (ReleaseError is { } error)
        {
            ExceptionDispatchInfo.Capture(error).Throw();
        }
    }

    /// <summary>Releases the locks that this lease acquired, and waits for it.</summary>
    public async ValueTask DisposeAsync()
    {
        await Release().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases the locks without waiting for it, for code that cannot await.</summary>
    public void Dispose()
    {
        _ = Release();
        GC.SuppressFinalize(this);
    }

    /// <summary>A logger that fails, for example because it was disposed, must not end the process from a finalizer.</summary>
    private void Report(ObjectReference lost)
    {
        try
        {
            Log.LeaseLost(_owner.Logger, (int)lost.ObjectType, lost.ObjectId);
        }
        catch (Exception)
        {
            // No one is left to whom it could be reported.
        }
    }

    private Task Release()
    {
        lock (_gate)
        {
            return _release ??= _owner.Background.Run(_ => ReleaseAllAsync());
        }
    }

    /// <summary>In parallel, so that a release that hangs does not delay the others.</summary>
    private async Task ReleaseAllAsync()
    {
        Activity.Current = _span?.Activity ?? Activity.Current;
        var errors = await Task.WhenAll(_held.Select(held => held.ReleaseAsync())).ConfigureAwait(false);
        ReleaseError = errors.FirstOrDefault(error => error is not null);
        _connections.Dispose();

        // A lease that was never acquired is released too, and remains an error.
        _span?.End(isGood: ReleaseError is null);
    }
}
