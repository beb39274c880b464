namespace Polaris.Client.Testing;

/// <summary>A parsed query: what to find and in which order.</summary>
internal sealed record FolioCqlQuery(FolioCqlNode Filter, IReadOnlyList<FolioCqlSortKey> Keys)
{
    public static FolioCqlQuery Everything { get; } = new(new FolioCqlAll(), []);

    /// <summary>Whether the order of the IDs satisfies this query.</summary>
    public bool IsInIdOrder => Keys.Count == 0 || Keys[0] is { Field: "id", Descending: false };

    /// <summary>Whether no two rows can be equal in this order.</summary>
    public bool IsUnambiguous => Keys.Any(key => key.Field == "id");

    /// <summary>The matching rows in order; streamed where the order allows it.</summary>
    public IEnumerable<FolioRow> Run(FolioRowStore rows)
    {
        IEnumerable<FolioRow> found = rows.Where(Filter);
        if (IsInIdOrder)
        {
            return found;
        }

        return FolioSorts.Sort(found, Keys, tiesDescending: false);
    }

    public override string ToString() => Keys.Count == 0
        ? $"{Filter}"
        : $"{Filter} sortBy {string.Join(" ", Keys.Select(key => key.Field + (key.Descending ? "/sort.descending" : "")))}";
}

internal readonly record struct FolioCqlSortKey(string Field, bool Descending, bool AsNumber);
