namespace Polaris.Client.Testing;

/// <summary>The faults that a fake server injects: queued ones for the requests they match, and seeded ones at
/// random.</summary>
/// <remarks>Safe for concurrent use. A seeded plan is repeatable if the requests arrive in the same order.</remarks>
public sealed class FaultPlan
{
    private static readonly FaultKind[] AllKinds =
        [.. Enumerable.Range(0, (int)FaultKind.DuplicateDelivery + 1).Select(kind => (FaultKind)kind)];
    private readonly object _gate = new();
    private readonly List<FakeFault> _queue = [];
    private readonly Dictionary<FaultKind, int> _counts = [];
    private Random? _random;
    private double _rate;
    private FaultKind[] _kinds = AllKinds;
    private int _drawn;

    /// <summary>The maximum number of random faults; after them the server works normally.</summary>
    /// <value><c>null</c> by default: no limit.</value>
    public int? MaxRandomFaults { get; set; }

    /// <summary>The number of injected faults of each kind.</summary>
    public IReadOnlyDictionary<FaultKind, int> Counts
    {
        get
        {
            lock (_gate)
            {
                return new Dictionary<FaultKind, int>(_counts);
            }
        }
    }

    /// <summary>The added faults that have not been injected yet, in order.</summary>
    public IReadOnlyList<FakeFault> Pending
    {
        get
        {
            lock (_gate)
            {
                return [.. _queue];
            }
        }
    }

    /// <summary>Throws if an added fault has not been injected: a test whose fault never happened proves nothing.</summary>
    /// <exception cref="UnusedFaultsException">There are <see cref="Pending"/> faults; the message lists them.</exception>
    public void AssertAllUsed()
    {
        if (Pending is { Count: > 0 } pending)
        {
            throw new UnusedFaultsException(pending);
        }
    }

    /// <summary>Adds a fault for the next request of any kind.</summary>
    /// <param name="kind">The kind of fault.</param>
    /// <returns>This plan, so that calls can be chained.</returns>
    public FaultPlan Add(FaultKind kind) => Add(new FakeFault(kind));

    /// <summary>Adds a fault for the next matching request; it is used once.</summary>
    /// <param name="fault">The fault.</param>
    /// <returns>This plan, so that calls can be chained.</returns>
    public FaultPlan Add(FakeFault fault)
    {
        lock (_gate)
        {
            _queue.Add(fault ?? throw new ArgumentNullException(nameof(fault)));
        }

        return this;
    }

    /// <summary>Injects random faults from now on.</summary>
    /// <param name="seed">The seed: the same requests get the same faults.</param>
    /// <param name="rate">The fraction of requests that fail, from 0 to 1.</param>
    /// <param name="kinds">The kinds to choose from; none for all.</param>
    /// <returns>This plan, so that calls can be chained.</returns>
    public FaultPlan Randomly(int seed, double rate, params FaultKind[] kinds)
    {
        lock (_gate)
        {
            _random = new Random(seed);
            _rate = rate;
            _kinds = kinds is { Length: > 0 } ? kinds : AllKinds;
        }

        return this;
    }

    /// <summary>Removes all pending faults and stops random ones; the counts are kept.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _queue.Clear();
            _random = null;
        }
    }

    internal FakeFault? Take(string method, string path, Func<FakeFault, bool> canHit)
    {
        lock (_gate)
        {
            FakeFault? fault = _queue.Find(candidate => candidate.Fits(method, path) && canHit(candidate))
                ?? Draw(canHit);
            if (fault is not null)
            {
                _queue.Remove(fault);
                _counts[fault.Kind] = _counts.TryGetValue(fault.Kind, out int count) ? count + 1 : 1;
            }

            return fault;
        }
    }

    private FakeFault? Draw(Func<FakeFault, bool> canHit)
    {
        if (_random is null || _drawn >= MaxRandomFaults || _random.NextDouble() >= _rate)
        {
            return null;
        }

        FakeFault fault = new(_kinds[_random.Next(_kinds.Length)]) { RetryAfterAsDate = _random.Next(2) == 0 };
        if (!canHit(fault))
        {
            return null;
        }

        _drawn++;
        return fault;
    }
}

/// <summary>The exception that is thrown when faults were added to a fake server, but no request matched them.</summary>
public sealed class UnusedFaultsException : Exception
{
    internal UnusedFaultsException(IReadOnlyList<FakeFault> faults)
        : base($"{faults.Count} fault(s) were never used: {string.Join("; ", faults)}. Check the method and the path that they match.") =>
        Faults = faults;

    /// <summary>The faults, in the order they were added.</summary>
    public IReadOnlyList<FakeFault> Faults { get; }
}
