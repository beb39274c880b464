namespace Polaris.Client.Testing;

/// <summary>
/// Any number of rows that take no memory: the ID is computed from the position, and rising positions have rising IDs.
/// </summary>
internal sealed class FolioGeneratedRows(int count, Func<int, string> name, string date)
{
    private readonly uint _step = Math.Max(1, uint.MaxValue / (uint)Math.Max(1, count));

    public int Count => count;

    private Dictionary<string, int>? _byName;

    /// <summary>The ID of the first row with a name, ignoring case and accents, or null.</summary>
    public string? FindByName(string folded)
    {
        _byName ??= IndexNames();
        return _byName.TryGetValue(folded, out int index) ? Id(index) : null;
    }

    public string Id(int index)
    {
        char[] id = "00000000-5eed-4b1d-9c3e-000000000000".ToCharArray();
        WriteHex(id, 7, (uint)index * _step);
        WriteHex(id, 35, (uint)index);
        return new string(id);
    }

    public FolioRow Row(int index, string id) => new FolioGeneratedRow(id, name(index), date);

    /// <summary>The position of the first row whose ID is greater than <paramref name="id"/>.</summary>
    public int IndexAfter(string id)
    {
        uint leading = Convert.ToUInt32(id.Substring(0, 8), 16);
        int index = (int)Math.Min((uint)count, leading / _step);
        return index < count && string.CompareOrdinal(Id(index), id) <= 0 ? index + 1 : index;
    }

    /// <summary>The position of the row with this ID, or -1.</summary>
    public int IndexOf(string id)
    {
        int next = IndexAfter(id);
        return next > 0 && Id(next - 1) == id ? next - 1 : -1;
    }

    private Dictionary<string, int> IndexNames()
    {
        Dictionary<string, int> byName = new(count, StringComparer.Ordinal);
        for (int i = count - 1; i >= 0; i--)
        {
            byName[FolioText.Fold(name(i))] = i;
        }

        return byName;
    }

    private static void WriteHex(char[] id, int last, uint number)
    {
        for (; number > 0; number >>= 4)
        {
            id[last--] = "0123456789abcdef"[(int)(number & 15)];
        }
    }
}
