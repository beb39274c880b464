namespace Polaris.Client.Testing;

/// <summary>The rows of one table in the order of their IDs: stored ones and generated ones.</summary>
internal sealed class FolioRowStore(IReadOnlyList<FolioUniqueKey> keys)
{
    private readonly FolioSortedRows _stored = new();
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
        if (_stored.Find(id) is { } row)
        {
            return row;
        }

        int index = _generated is null || _hidden.Contains(id) ? -1 : _generated.IndexOf(id);
        return index >= 0 ? _generated!.Row(index, id) : null;
    }

    /// <summary>Adds the row or replaces the row with the same ID.</summary>
    public void Put(FolioStoredRow row)
    {
        if (_stored.Find(row.Id) is { } replaced)
        {
            Index(replaced, isThere: false);
        }
        else
        {
            Hide(row.Id);
        }

        _stored.Put(row);
        Index(row, isThere: true);
    }

    public void Remove(string id)
    {
        if (_stored.Find(id) is { } removed)
        {
            Index(removed, isThere: false);
            _stored.Remove(id);
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
        int index = id is null ? 0 : _generated?.IndexAfter(id) ?? 0;
        foreach (FolioStoredRow stored in _stored.After(id))
        {
            foreach (FolioRow generated in GeneratedBefore(stored.Id, index))
            {
                yield return generated;
            }

            index = _generated?.IndexAfter(stored.Id) ?? 0;
            yield return stored;
        }

        foreach (FolioRow generated in GeneratedBefore(null, index))
        {
            yield return generated;
        }
    }

    /// <summary>The rows that match, in the order of their IDs.</summary>
    public IEnumerable<FolioRow> Where(FolioCqlNode filter)
    {
        IEnumerable<FolioRow> rows = filter.Ids is { } ids
            ? ids.Distinct().OrderBy(id => id, StringComparer.Ordinal).Select(Find).OfType<FolioRow>()
            : After(filter.IdsAfter);
        return rows.Where(filter.Matches);
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

    /// <summary>The generated rows from a position to an ID; null to go to the end.</summary>
    private IEnumerable<FolioRow> GeneratedBefore(string? id, int index)
    {
        for (int count = _generated?.Count ?? 0; index < count; index++)
        {
            string next = _generated!.Id(index);
            if (id is not null && string.CompareOrdinal(next, id) >= 0)
            {
                yield break;
            }

            if (!_hidden.Contains(next))
            {
                yield return _generated.Row(index, next);
            }
        }
    }
}
