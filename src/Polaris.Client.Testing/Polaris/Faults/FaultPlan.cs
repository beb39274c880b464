namespace Polaris.Client.Testing;

/// <summary>The faults a fake server puts in: queued ones for the requests they fit, and seeded ones at
/// random.</summary>
/// <remarks>Safe for concurrent use. A seeded plan repeats itself when the requests come in the same order.</remarks>
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

    /// <summary>The most faults that happen at random; after them the server is well again.</summary>
    /// <value>Null by default: no limit.</value>
    public int? MaxRandomFaults { get; set; }

    /// <summary>How many faults of each kind were put in so far.</summary>
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

    /// <summary>The added faults that have not hit a request yet, in their order.</summary>
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

    /// <summary>Throws when an added fault has not hit a request: a test whose fault never happened proves nothing.</summary>
    /// <exception cref="UnusedFaultsException">There are <see cref="Pending"/> faults; the message lists them.</exception>
    public void AssertAllUsed()
    {
        if (Pending is { Count: > 0 } pending)
        {
            throw new UnusedFaultsException(pending);
        }
    }

    /// <summary>Adds a fault for the next request of any kind.</summary>
    /// <param name="kind">What goes wrong.</param>
    /// <returns>This plan, so that calls can be chained.</returns>
    public FaultPlan Add(FaultKind kind) => Add(new FakeFault(kind));

    /// <summary>Adds a fault for the next request it fits; it is used once.</summary>
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

    /// <summary>Lets faults happen at random from now on.</summary>
    /// <param name="seed">Repeats the same faults for the same requests.</param>
    /// <param name="rate">How many of the requests are hit, from 0 to 1.</param>
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

    /// <summary>Takes all waiting faults back and lets no more happen at random; the counts stay.</summary>
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

/// <summary>Faults were added to a fake server, but no request met them.</summary>
public sealed class UnusedFaultsException : Exception
{
    internal UnusedFaultsException(IReadOnlyList<FakeFault> faults)
        : base($"{faults.Count} fault(s) were never used: {string.Join("; ", faults)}. Check the verb and the path they wait for.") =>
        Faults = faults;

    /// <summary>The faults, in the order they were added.</summary>
    public IReadOnlyList<FakeFault> Faults { get; }
}
