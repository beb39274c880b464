namespace Polaris.Client.Folio;

/// <summary>Behind so many records: the only way in an order that is not that of the ids.</summary>
internal sealed class PlaceByNumber<TRecord>(CqlQuery query, int skip) : IWalkPlace<TRecord>
    where TRecord : ReferenceRecord
{
    private int _offset = skip;
    private (Guid First, Guid Last) _page;

    public CqlQuery Query => query;

    public int? Offset => _offset;

    /// <summary>The same first and last record twice means a server that ignores the offset.</summary>
    public bool TryPass(IReadOnlyList<TRecord> page)
    {
        if (page.Count == 0)
        {
            return true;
        }

        var ends = (page[0].Id, page[page.Count - 1].Id);
        if (ends == _page || page.Count > int.MaxValue - _offset)
        {
            return false;
        }

        _page = ends;
        _offset += page.Count;
        return true;
    }
}
