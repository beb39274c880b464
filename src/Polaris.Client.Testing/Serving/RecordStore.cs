namespace Polaris.Client.Testing;

/// <summary>Records by key, with indexes on other values. Records are never changed in place: a change stores a new one.</summary>
/// <typeparam name="TKey">The type of the key.</typeparam>
/// <typeparam name="TRecord">The type of a record, usually JSON with a few properties to read it.</typeparam>
internal sealed class RecordStore<TKey, TRecord>(Func<TRecord, TKey> keyOf, IEqualityComparer<TKey>? comparer = null)
    where TKey : notnull
    where TRecord : class
{
    private readonly Dictionary<TKey, TRecord> _records = new(comparer);
    private readonly Dictionary<string, Index> _indexes = new(StringComparer.Ordinal);

    public int Count => _records.Count;

    /// <summary>Increases with each change, so that callers can cache what they derived from the records.</summary>
    public long Version { get; private set; }

    public IEnumerable<TRecord> All => _records.Values;

    /// <summary>Adds an index; records that have no value (<c>null</c>) are not in it.</summary>
    public RecordStore<TKey, TRecord> IndexBy(string name, Func<TRecord, string?> valueOf, StringComparer? comparer = null) =>
        IndexByEach(name, record => valueOf(record) is { } value ? [value] : [], comparer);

    /// <summary>Adds an index on values of which a record has any number, each once.</summary>
    public RecordStore<TKey, TRecord> IndexByEach(string name, Func<TRecord, IReadOnlyCollection<string>> valuesOf, StringComparer? comparer = null)
    {
        Index index = new(valuesOf, comparer ?? StringComparer.Ordinal);
        foreach (KeyValuePair<TKey, TRecord> pair in _records)
        {
            index.Add(pair.Key, pair.Value);
        }

        _indexes.Add(name, index);
        return this;
    }

    public TRecord? Find(TKey key) => _records.TryGetValue(key, out TRecord? record) ? record : null;

    /// <summary>The records whose indexed value is this one, in the order they were added.</summary>
    public IEnumerable<TRecord> FindBy(string index, string value) => _indexes[index].Keys(value).Select(key => _records[key]);

    /// <summary>Adds a record, or replaces the one with the same key.</summary>
    public void Put(TRecord record)
    {
        TKey key = keyOf(record);
        Remove(key);
        _records[key] = record;
        foreach (Index index in _indexes.Values)
        {
            index.Add(key, record);
        }

        Version++;
    }

    public bool Remove(TKey key)
    {
        if (Find(key) is not { } record)
        {
            return false;
        }

        foreach (Index index in _indexes.Values)
        {
            index.Remove(key, record);
        }

        Version++;
        return _records.Remove(key);
    }

    public void Clear()
    {
        _records.Clear();
        Version++;
        foreach (Index index in _indexes.Values)
        {
            index.Clear();
        }
    }

    private sealed class Index(Func<TRecord, IReadOnlyCollection<string>> valuesOf, StringComparer comparer)
    {
        private readonly Dictionary<string, List<TKey>> _keys = new(comparer);

        public List<TKey> Keys(string value) => _keys.TryGetValue(value, out List<TKey>? keys) ? keys : [];

        public void Add(TKey key, TRecord record)
        {
            foreach (string value in valuesOf(record))
            {
                if (!_keys.TryGetValue(value, out List<TKey>? keys))
                {
                    _keys[value] = keys = [];
                }

                keys.Add(key);
            }
        }

        public void Remove(TKey key, TRecord record)
        {
            foreach (string value in valuesOf(record))
            {
                if (_keys.TryGetValue(value, out List<TKey>? keys) && keys.Remove(key) && keys.Count == 0)
                {
                    _keys.Remove(value);
                }
            }
        }

        public void Clear() => _keys.Clear();
    }
}
