namespace Polaris.Client.Testing;

/// <summary>The faults that are to come: queued ones, each for the next request it is meant for, and random ones.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class FakeFolioFaults
{
    private readonly object _gate = new();
    private readonly List<FolioQueuedFault> _queue = [];
    private FolioSeededFaults? _seeded;

    /// <summary>How many queued faults have not happened yet.</summary>
    public int Pending
    {
        get
        {
            lock (_gate)
            {
                return _queue.Count;
            }
        }
    }

    /// <summary>Plays a fault with the next matching request.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="method">The verb it waits for; null is any.</param>
    /// <param name="path">How the path begins that it waits for, such as <c>/holdings-sources</c>; null is any.</param>
    /// <param name="times">How many requests it meets.</param>
    public void Enqueue(FakeFolioFault fault, string? method = null, string? path = null, int times = 1)
    {
        _ = fault ?? throw new ArgumentNullException(nameof(fault));
        lock (_gate)
        {
            _queue.AddRange(Enumerable.Repeat(new FolioQueuedFault(fault, method, path), times));
        }
    }

    /// <summary>Plays faults by chance, yet the same with the same seed and order of requests. Sign-ins are spared.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="rate">The share of requests that meet a fault, 0 to 1.</param>
    /// <param name="faults">What may go wrong.</param>
    public void Seed(int seed, double rate, params FakeFolioFault[] faults)
    {
        _ = faults ?? throw new ArgumentNullException(nameof(faults));
        if (faults.Length == 0 || !(rate >= 0 && rate <= 1))
        {
            throw new ArgumentException("Seeded faults need a rate between 0 and 1 and at least one fault.", nameof(faults));
        }

        lock (_gate)
        {
            _seeded = new FolioSeededFaults(seed, rate, faults);
        }
    }

    /// <summary>Forgets all faults to come.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _queue.Clear();
            _seeded = null;
        }
    }

    internal FakeFolioFault? Take(FolioCall request)
    {
        lock (_gate)
        {
            int index = _queue.FindIndex(queued => queued.IsMeantFor(request));
            if (index < 0)
            {
                return request.IsSignIn ? null : _seeded?.Next();
            }

            FakeFolioFault fault = _queue[index].Fault;
            _queue.RemoveAt(index);
            return fault;
        }
    }
}
