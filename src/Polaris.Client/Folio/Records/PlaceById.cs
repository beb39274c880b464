namespace Polaris.Client.Folio;

/// <summary>Behind an id: each page begins after the last id of the one before.</summary>
internal sealed class PlaceById<TRecord>(CqlQuery? filter, Guid? after) : IWalkPlace<TRecord>
    where TRecord : ReferenceRecord
{
    private Guid? _last = after;

    public CqlQuery Query => _last is { } id ? CqlKeyset.After(filter, id.ToString()) : CqlKeyset.First(filter);

    public int? Offset => null;

    /// <summary>
    /// Ids must rise: a server that ignored the sort would make the walk skip records without a word. Guid compares from the first
    /// digit to the last, as PostgreSQL does.
    /// </summary>
    public bool TryPass(IReadOnlyList<TRecord> page)
    {
        for (var i = 0; i < page.Count; i++)
        {
            if (_last is { } last && page[i].Id.CompareTo(last) <= 0)
            {
                return false;
            }

            _last = page[i].Id;
        }

        return true;
    }
}
