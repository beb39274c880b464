namespace Polaris.Client.Marc;

/// <summary>The place of every field: the one it has, or else the next after its neighbour.</summary>
/// <remarks>
/// When every field has a place, all are kept, with their gaps. A field without one comes after the field before it in
/// its
/// list (the first data field: after the control fields), and later fields move up only where they must.
/// </remarks>
internal sealed class MarcPositions
{
    private readonly int[] _places;
    private readonly int _controlFields;

    private MarcPositions(MarcRecord record, List<Entry> inOrder)
    {
        _controlFields = record.ControlFields.Count;
        _places = new int[inOrder.Count];
        FieldsInOrder = [.. inOrder.Select(entry => entry.Field)];
        Assign(inOrder, keepAll: inOrder.TrueForAll(entry => entry.Own is not null));
    }

    /// <summary>Control and data fields together, in the order of the record.</summary>
    public IReadOnlyList<object> FieldsInOrder { get; }

    public static MarcPositions Of(MarcRecord record)
    {
        List<Entry> entries = [];
        int key = 0;
        foreach (MarcControlField field in record.ControlFields)
        {
            key = field.Position ?? key;
            entries.Add(new(field, entries.Count, field.Position, key));
        }

        key = entries.Count == 0 ? 0 : entries.Max(entry => entry.SortKey);
        foreach (MarcDataField field in record.DataFields)
        {
            key = field.Position ?? key;
            entries.Add(new(field, entries.Count, field.Position, key));
        }

        return new(record, [.. entries.OrderBy(entry => entry.SortKey)]);
    }

    public int OfControlField(int index) => _places[index];

    public int OfDataField(int index) => _places[_controlFields + index];

    private void Assign(List<Entry> inOrder, bool keepAll)
    {
        int last = 0;
        foreach (Entry entry in inOrder)
        {
            last = entry.Own is { } own && (keepAll || own > last) ? own : last + 1;
            _places[entry.Index] = last;
        }
    }

    private readonly record struct Entry(object Field, int Index, int? Own, int SortKey);
}
