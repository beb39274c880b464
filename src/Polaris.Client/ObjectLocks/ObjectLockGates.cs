using Polaris.Client.Compatibility;

namespace Polaris.Client.ObjectLocks;

/// <summary>The key of a lock within this process: the server would grant the same lock again to the same user and workstation.</summary>
/// <param name="Server">The host and port of the server.</param>
/// <param name="User">The user; the same for all clients whose user is not known before they call.</param>
/// <param name="WorkstationId">The workstation.</param>
/// <param name="Target">The object.</param>
internal readonly record struct LockKey(string Server, string User, int WorkstationId, ObjectReference Target);

/// <summary>One gate for each lock key: two leases of this process never hold the same lock, whichever client they come from.</summary>
internal static class ObjectLockGates
{
    private static readonly Dictionary<LockKey, Gate> Gates = [];

    /// <summary>Whether a gate is in use; for tests of leaks.</summary>
    public static bool IsInUse(LockKey key)
    {
        lock (Gates)
        {
            return Gates.ContainsKey(key);
        }
    }

    /// <summary>Waits for the gate; returns null if the time ran out.</summary>
    public static async Task<Entry?> EnterAsync(LockKey key, TimeSpan wait, TimeProvider time, CancellationToken cancellationToken)
    {
        var gate = Join(key);
        try
        {
            if (await gate.WaitAsync(wait, time, cancellationToken).ConfigureAwait(false))
            {
                return new Entry(key, gate);
            }
        }
        catch
        {
            Leave(key, gate);
            throw;
        }

        Leave(key, gate);
        return null;
    }

    /// <summary>Records that a caller now holds the lock by hand, so that no search for a late lock releases it.</summary>
    public static void HandOver(LockKey key)
    {
        lock (Gates)
        {
            if (Gates.TryGetValue(key, out var gate))
            {
                gate.Handovers++;
            }
        }
    }

    /// <summary>Begins a search for a late lock; the gate is not closed by it.</summary>
    public static Search BeginSearch(LockKey key) => new(key, Join(key));

    private static Gate Join(LockKey key)
    {
        lock (Gates)
        {
            if (!Gates.TryGetValue(key, out var gate))
            {
                Gates.Add(key, gate = new Gate());
            }

            gate.Users++;
            return gate;
        }
    }

    private static void Leave(LockKey key, Gate gate)
    {
        lock (Gates)
        {
            if (--gate.Users == 0)
            {
                Gates.Remove(key);
                gate.Dispose();
            }
        }
    }

    /// <summary>The right to continue, until it is disposed.</summary>
    public sealed class Entry(LockKey key, Gate gate) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                gate.Release();
                Leave(key, gate);
            }
        }
    }

    /// <summary>A search for a late lock, until it is disposed.</summary>
    public sealed class Search(LockKey key, Gate gate) : IDisposable
    {
        private readonly int _handovers = gate.Handovers;

        /// <summary>Whether the lock was handed over to a caller since the search began; read it while the gate is closed.</summary>
        public bool IsHandedOver => gate.Handovers != _handovers;

        public void Dispose() => Leave(key, gate);
    }

    /// <summary>A semaphore that waits on the library's clock.</summary>
    public sealed class Gate : IDisposable
    {
        private readonly SemaphoreSlim _semaphore = new(1, 1);

        public int Users { get; set; }

        /// <summary>How often the lock was handed over to a caller who releases it by hand.</summary>
        public int Handovers { get; set; }

        public void Release() => _semaphore.Release();

        public void Dispose() => _semaphore.Dispose();

        public async Task<bool> WaitAsync(TimeSpan wait, TimeProvider time, CancellationToken cancellationToken)
        {
            if (_semaphore.Wait(0, CancellationToken.None))
            {
                return true;
            }

            using var limit = time.CancelAfter(wait);
            using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            try
            {
                await _semaphore.WaitAsync(linked.Token).ConfigureAwait(false);
                return true;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return false;
            }
        }
    }
}
