namespace Polaris.Client.Folio;

/// <summary>The queries of a walk over records in the order of their ids, one page after the other.</summary>
internal static class CqlKeyset
{
    /// <summary>The first page of everything that <paramref name="filter"/> matches; null is everything.</summary>
    public static CqlQuery First(CqlQuery? filter) => Filtered(filter).SortBy("id");

    /// <summary>The page after the record <paramref name="lastId"/>, an id exactly as the server sent it.</summary>
    public static CqlQuery After(CqlQuery? filter, string lastId)
    {
        CqlQuery rest = Cql.Field("id").GreaterThan(lastId);
        return (filter is null ? rest : Filtered(filter).And(rest)).SortBy("id");
    }

    private static CqlQuery Filtered(CqlQuery? filter) => filter switch
    {
        null => Cql.All,
        { HasSort: true } => throw new InvalidOperationException("A query with its own sort cannot be walked by id."),
        _ => filter,
    };
}
