using System.Globalization;

namespace Polaris.Client.Testing;

/// <summary>Sorted lists of one table, kept until the table changes, so that a walk sorts once and not for each page.</summary>
/// <remarks>
/// <c>sortBy</c> compares strings ignoring case and accents; a missing value sorts last. The order of ties is undefined: here it
/// is reversed with each request, so that a program which relies on it loses records in its tests and not in production.
/// </remarks>
internal sealed class FolioSorts(FolioRowStore rows)
{
    private const int Capacity = 8;

    private readonly Dictionary<(string Query, bool TiesDescending), List<FolioRow>> _lists = [];
    private int _version;
    private int _requests;

    /// <summary>The matching rows in order.</summary>
    public IReadOnlyList<FolioRow> Of(string text, FolioCqlQuery query)
    {
        if (_version != rows.Version || _lists.Count >= Capacity)
        {
            _lists.Clear();
            _version = rows.Version;
        }

        bool tiesDescending = !query.IsUnambiguous && _requests++ % 2 == 1;
        return _lists.TryGetValue((text, tiesDescending), out List<FolioRow>? sorted)
            ? sorted
            : _lists[(text, tiesDescending)] = Sort(rows.Where(query.Filter), query.Keys, tiesDescending);
    }

    /// <summary>Sorts rows; the sort values are computed once for each row.</summary>
    public static List<FolioRow> Sort(IEnumerable<FolioRow> found, IReadOnlyList<FolioCqlSortKey> keys, bool tiesDescending)
    {
        List<(string?[] Values, FolioRow Row)> sortable =
            [.. found.Select(row => (keys.Select(key => ValueOf(row, key)).ToArray(), row))];
        sortable.Sort((x, y) =>
        {
            for (int i = 0; i < keys.Count; i++)
            {
                int order = Compare(x.Values[i], y.Values[i], keys[i]);
                if (order != 0)
                {
                    return keys[i].Descending ? -order : order;
                }
            }

            int tie = string.CompareOrdinal(x.Row.Id, y.Row.Id);
            return tiesDescending ? -tie : tie;
        });
        return [.. sortable.Select(pair => pair.Row)];
    }

    private static string? ValueOf(FolioRow row, FolioCqlSortKey key) =>
        row.Text(key.Field) is not { } text ? null : key.AsNumber ? text : FolioText.Fold(text);

    private static int Compare(string? x, string? y, FolioCqlSortKey key)
    {
        if (x is null || y is null)
        {
            return (x is null).CompareTo(y is null);
        }

        return key.AsNumber && Number(x) is { } a && Number(y) is { } b ? a.CompareTo(b) : string.CompareOrdinal(x, y);
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;
}
