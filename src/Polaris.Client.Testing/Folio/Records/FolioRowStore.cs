namespace Polaris.Client.Testing;

/// <summary>The rows of one table in the order of their IDs: stored ones and generated ones.</summary>
internal sealed class FolioRowStore(IReadOnlyList<FolioUniqueKey> keys)
{
    private readonly List<FolioStoredRow> _stored = [];
    private readonly HashSet<string> _hidden = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>>[] _indexes =
        [.. keys.Select(_ => new Dictionary<string, List<string>>(StringComparer.Ordinal))];
    private FolioGeneratedRows? _generated;

    /// <summary>Increases with each change.</summary>
    public int Version { get; private set; }

    public int Count => _stored.Count + (_generated?.Count ?? 0) - _hidden.Count;

    public void Generate(FolioGeneratedRows rows)
    {
        Version++;
        _generated = rows;
        _hidden.Clear();
    }

    public FolioRow? Find(string id)
    {
        int position = Position(id);
        if (position >= 0)
        {
            return _stored[position];
        }

        int index = _generated is null || _hidden.Contains(id) ? -1 : _generated.IndexOf(id);
        return index >= 0 ? _generated!.Row(index, id) : null;
    }

    /// <summary>Adds the row or replaces the row with the same ID.</summary>
    public void Put(FolioStoredRow row)
    {
        int position = Position(row.Id);
        if (position >= 0)
        {
            Index(_stored[position], isThere: false);
            _stored[position] = row;
        }
        else
        {
            Hide(row.Id);
            _stored.Insert(~position, row);
        }

        Index(row, isThere: true);
    }

    public void Remove(string id)
    {
        int position = Position(id);
        if (position >= 0)
        {
            Index(_stored[position], isThere: false);
            _stored.RemoveAt(position);
        }
        else
        {
            Version++;
            Hide(id);
        }
    }

    public void Clear()
    {
        Version++;
        _stored.Clear();
        _hidden.Clear();
        _generated = null;
        foreach (Dictionary<string, List<string>> index in _indexes)
        {
            index.Clear();
        }
    }

    /// <summary>The rows in order, after <paramref name="id"/>; null to start at the beginning.</summary>
    public IEnumerable<FolioRow> After(string? id)
    {
        int stored = id is null ? 0 : Position(id) is var position && position >= 0 ? position + 1 : ~position;
        int index = id is null ? 0 : _generated?.IndexAfter(id) ?? 0;
        int count = _generated?.Count ?? 0;
        while (stored < _stored.Count || index < count)
        {
            string? next = index < count ? _generated!.Id(index) : null;
            if (next is null || (stored < _stored.Count && string.CompareOrdinal(_stored[stored].Id, next) < 0))
            {
                yield return _stored[stored++];
            }
            else if (_hidden.Contains(next))
            {
                index++;
            }
            else
            {
                yield return _generated!.Row(index++, next);
            }
        }
    }

    /// <summary>Whether another row has the same value, ignoring case and accents.</summary>
    /// <param name="key">The position of the unique index.</param>
    /// <param name="folded">The value without case and accents.</param>
    /// <param name="exceptId">The row that may have it.</param>
    public bool HasDuplicate(int key, string folded, string exceptId)
    {
        if (_indexes[key].TryGetValue(folded, out List<string>? ids) && ids.Exists(id => id != exceptId))
        {
            return true;
        }

        return keys[key].IsName && _generated?.FindByName(folded) is { } generated && generated != exceptId && !_hidden.Contains(generated);
    }

    private void Index(FolioStoredRow row, bool isThere)
    {
        Version++;
        for (int i = 0; i < keys.Count; i++)
        {
            if (keys[i].ValueOf(row.Text) is not { } value)
            {
                continue;
            }

            string folded = FolioText.Fold(value);
            if (isThere)
            {
                (_indexes[i].TryGetValue(folded, out List<string>? ids) ? ids : _indexes[i][folded] = []).Add(row.Id);
            }
            else if (_indexes[i][folded] is { } taken && taken.Remove(row.Id) && taken.Count == 0)
            {
                _indexes[i].Remove(folded);
            }
        }
    }

    private void Hide(string id)
    {
        if (_generated?.IndexOf(id) >= 0)
        {
            _hidden.Add(id);
        }
    }

    private int Position(string id)
    {
        int low = 0;
        int high = _stored.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            int order = string.CompareOrdinal(_stored[middle].Id, id);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }
}
