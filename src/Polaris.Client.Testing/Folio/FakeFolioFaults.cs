namespace Polaris.Client.Testing;

/// <summary>The faults to inject: queued ones, each for the next matching request, and random ones.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class FakeFolioFaults
{
    private readonly object _gate = new();
    private readonly List<FolioQueuedFault> _queue = [];
    private FolioSeededFaults? _seeded;

    /// <summary>The number of queued faults that have not been injected yet.</summary>
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

    /// <summary>Injects a fault into the next matching request.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="method">The HTTP method to match; <c>null</c> for any.</param>
    /// <param name="path">The beginning of the path to match, such as <c>/holdings-sources</c>; <c>null</c> for any.</param>
    /// <param name="times">The number of requests to inject it into.</param>
    public void Enqueue(FakeFolioFault fault, string? method = null, string? path = null, int times = 1)
    {
        _ = fault ?? throw new ArgumentNullException(nameof(fault));
        lock (_gate)
        {
            _queue.AddRange(Enumerable.Repeat(new FolioQueuedFault(fault, method, path), times));
        }
    }

    /// <summary>Injects random faults, the same ones for the same seed and order of requests. Sign-ins are not affected.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="rate">The fraction of requests that fail, from 0 to 1.</param>
    /// <param name="faults">The faults to choose from.</param>
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

    /// <summary>Removes all faults that have not been injected yet.</summary>
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

internal sealed record FolioQueuedFault(FakeFolioFault Fault, string? Method, string? Path)
{
    public bool IsMeantFor(FolioCall request) =>
        (Method is null || string.Equals(Method, request.Method, StringComparison.OrdinalIgnoreCase))
        && (Path is null || request.Path.StartsWith(Path.TrimStart('/'), StringComparison.Ordinal));
}
