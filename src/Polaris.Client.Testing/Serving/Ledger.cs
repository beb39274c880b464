namespace Polaris.Client.Testing;

/// <summary>The latest entries of an endless sequence; the oldest are dropped first.</summary>
internal sealed class Ledger<T>(Func<int> capacity)
{
    private readonly Queue<T> _entries = [];

    public int Count => _entries.Count;

    public void Add(T entry)
    {
        _entries.Enqueue(entry);
        while (_entries.Count > capacity())
        {
            _entries.Dequeue();
        }
    }

    public T[] ToArray() => _entries.ToArray();
}
