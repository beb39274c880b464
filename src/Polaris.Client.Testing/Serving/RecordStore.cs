namespace Polaris.Client.Testing;

/// <summary>Records by key, with indexes on other values. Records are never changed in place: a change stores a new one.</summary>
/// <typeparam name="TKey">The type of the key.</typeparam>
/// <typeparam name="TRecord">The type of a record, usually JSON with a few properties to read it.</typeparam>
internal sealed class RecordStore<TKey, TRecord>(Func<TRecord, TKey> keyOf)
    where TKey : notnull
    where TRecord : class
{
    private readonly Dictionary<TKey, TRecord> _records = [];
    private readonly Dictionary<string, Index> _indexes = [];

    public IEnumerable<TRecord> All => _records.Values;

    /// <summary>Adds an index, before any record; records that have no value (<c>null</c>) are not in it.</summary>
    public RecordStore<TKey, TRecord> IndexBy(string name, Func<TRecord, string?> valueOf) =>
        IndexByEach(name, record => valueOf(record) is { } value ? [value] : []);

    /// <summary>Adds an index, before any record, on values of which a record has any number, each once.</summary>
    public RecordStore<TKey, TRecord> IndexByEach(string name, Func<TRecord, IReadOnlyCollection<string>> valuesOf)
    {
        _indexes.Add(name, new Index(valuesOf));
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

        return _records.Remove(key);
    }

    private sealed class Index(Func<TRecord, IReadOnlyCollection<string>> valuesOf)
    {
        private readonly Dictionary<string, List<TKey>> _keys = [];

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
    }
}
