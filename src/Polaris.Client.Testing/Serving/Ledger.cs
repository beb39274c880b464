namespace Polaris.Client.Testing;

/// <summary>The last entries of something that never ends; the oldest go first.</summary>
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
