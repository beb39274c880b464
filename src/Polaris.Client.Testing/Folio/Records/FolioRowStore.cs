using Polaris.Client.Testing.Folio.Search;

namespace Polaris.Client.Testing.Folio.Records;

/// <summary>The rows of one table in the order of their ids: those that were stored, and those that are made on demand.</summary>
internal sealed class FolioRowStore
{
    private readonly List<FolioStoredRow> _stored = [];
    private readonly HashSet<string> _hidden = new(StringComparer.Ordinal);
    private FolioGeneratedRows? _generated;

    public int Count => _stored.Count + (_generated?.Count ?? 0) - _hidden.Count;

    public void Generate(FolioGeneratedRows rows)
    {
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

    /// <summary>Adds the row or puts it in the place of the row with the same id.</summary>
    public void Put(FolioStoredRow row)
    {
        int position = Position(row.Id);
        if (position >= 0)
        {
            _stored[position] = row;
            return;
        }

        Hide(row.Id);
        _stored.Insert(~position, row);
    }

    public void Remove(string id)
    {
        int position = Position(id);
        if (position >= 0)
        {
            _stored.RemoveAt(position);
        }
        else
        {
            Hide(id);
        }
    }

    public void Clear()
    {
        _stored.Clear();
        _hidden.Clear();
        _generated = null;
    }

    /// <summary>The rows in order, from the first id after <paramref name="id"/> on; null begins at the beginning.</summary>
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

    /// <summary>Whether another row has the same value, case and accents aside.</summary>
    public bool HasDuplicate(FolioUniqueKey key, string folded, string exceptId)
    {
        bool IsTaken(string? value, string id) => value is not null && id != exceptId && FolioText.Fold(value) == folded;

        if (_stored.Exists(row => IsTaken(key.ValueOf(row.Text), row.Id)))
        {
            return true;
        }

        for (int i = 0; key.IsName && i < (_generated?.Count ?? 0); i++)
        {
            if (IsTaken(_generated!.Name(i), "") && _generated.Id(i) is var id && id != exceptId && !_hidden.Contains(id))
            {
                return true;
            }
        }

        return false;
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
