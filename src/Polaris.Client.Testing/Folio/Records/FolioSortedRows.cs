namespace Polaris.Client.Testing;

/// <summary>Stored rows in the order of their IDs, in blocks, so that adding one moves a block and not the whole table.</summary>
internal sealed class FolioSortedRows
{
    private const int BlockSize = 512;

    private readonly List<List<FolioStoredRow>> _blocks = [];

    public int Count { get; private set; }

    public FolioStoredRow? Find(string id)
    {
        int block = BlockOf(id);
        return block < 0 || IndexIn(_blocks[block], id) is not (>= 0 and var index) ? null : _blocks[block][index];
    }

    /// <summary>Adds the row or replaces the row with the same ID.</summary>
    public void Put(FolioStoredRow row)
    {
        if (_blocks.Count == 0)
        {
            Count++;
            _blocks.Add([row]);
            return;
        }

        int number = Math.Max(0, BlockOf(row.Id));
        List<FolioStoredRow> block = _blocks[number];
        int index = IndexIn(block, row.Id);
        if (index >= 0)
        {
            block[index] = row;
            return;
        }

        Count++;
        block.Insert(~index, row);
        if (block.Count > BlockSize)
        {
            _blocks.Insert(number + 1, block.GetRange(BlockSize / 2, block.Count - (BlockSize / 2)));
            block.RemoveRange(BlockSize / 2, block.Count - (BlockSize / 2));
        }
    }

    public void Remove(string id)
    {
        int number = BlockOf(id);
        if (number < 0 || IndexIn(_blocks[number], id) is not (>= 0 and var index))
        {
            return;
        }

        Count--;
        _blocks[number].RemoveAt(index);
        if (_blocks[number].Count == 0)
        {
            _blocks.RemoveAt(number);
        }
    }

    public void Clear()
    {
        Count = 0;
        _blocks.Clear();
    }

    /// <summary>The rows in order, after <paramref name="id"/>; null to start at the beginning.</summary>
    public IEnumerable<FolioStoredRow> After(string? id)
    {
        int first = id is null ? 0 : Math.Max(0, BlockOf(id));
        for (int number = first; number < _blocks.Count; number++)
        {
            List<FolioStoredRow> block = _blocks[number];
            int start = 0;
            if (id is not null && number == first)
            {
                int index = IndexIn(block, id);
                start = index < 0 ? ~index : index + 1;
            }

            for (int i = start; i < block.Count; i++)
            {
                yield return block[i];
            }
        }
    }

    /// <summary>The last block that starts at or before an ID; -1 if there is none.</summary>
    private int BlockOf(string id)
    {
        int low = 0;
        int high = _blocks.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(_blocks[middle][0].Id, id) <= 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return high;
    }

    /// <summary>The index of an ID in a block; the complement of where it would be inserted if it is missing.</summary>
    private static int IndexIn(List<FolioStoredRow> block, string id)
    {
        int low = 0;
        int high = block.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            int order = string.CompareOrdinal(block[middle].Id, id);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }
}
