using Polaris.Client.Compatibility;

namespace Polaris.Client.ObjectLocks;

/// <summary>One gate for each object and workstation: two leases of this process never hold the same object.</summary>
internal sealed class ObjectLockGates(TimeProvider time)
{
    private readonly Dictionary<(int Workstation, int Type, int Id), Gate> _gates = [];

    /// <summary>How many gates are in use; for tests of leaks.</summary>
    public int Count
    {
        get
        {
            lock (_gates)
            {
                return _gates.Count;
            }
        }
    }

    /// <summary>Waits for the gate; null when the time ran out.</summary>
    public async Task<Entry?> EnterAsync(int workstationId, ObjectReference target, TimeSpan wait, CancellationToken cancellationToken)
    {
        var key = (workstationId, (int)target.ObjectType, target.ObjectId);
        var gate = Join(key);
        try
        {
            if (await gate.WaitAsync(wait, time, cancellationToken).ConfigureAwait(false))
            {
                return new Entry(this, key, gate);
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

    private Gate Join((int Workstation, int Type, int Id) key)
    {
        lock (_gates)
        {
            if (!_gates.TryGetValue(key, out var gate))
            {
                _gates.Add(key, gate = new Gate());
            }

            gate.Users++;
            return gate;
        }
    }

    private void Leave((int Workstation, int Type, int Id) key, Gate gate)
    {
        lock (_gates)
        {
            if (--gate.Users == 0)
            {
                _gates.Remove(key);
                gate.Dispose();
            }
        }
    }

    /// <summary>The right to pass, until it is disposed.</summary>
    public sealed class Entry(ObjectLockGates gates, (int Workstation, int Type, int Id) key, Gate gate) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                gate.Release();
                gates.Leave(key, gate);
            }
        }
    }

    /// <summary>A semaphore that waits by the library's clock.</summary>
    public sealed class Gate : IDisposable
    {
        private readonly SemaphoreSlim _semaphore = new(1, 1);

        public int Users { get; set; }

        public void Release() => _semaphore.Release();

        public void Dispose() => _semaphore.Dispose();

        public async Task<bool> WaitAsync(TimeSpan wait, TimeProvider time, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
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
