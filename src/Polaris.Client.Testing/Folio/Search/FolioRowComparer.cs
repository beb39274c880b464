using System.Globalization;
using Polaris.Client.Testing.Folio.Records;

namespace Polaris.Client.Testing.Folio.Search;

/// <summary>The order of <c>sortBy</c>: folded texts, a missing value after all others, ids to break ties.</summary>
internal sealed class FolioRowComparer(IReadOnlyList<FolioCqlSortKey> keys) : IComparer<FolioRow>
{
    public int Compare(FolioRow? x, FolioRow? y)
    {
        foreach (FolioCqlSortKey key in keys)
        {
            int order = Compare(x!.Text(key.Field), y!.Text(key.Field), key);
            if (order != 0)
            {
                return key.Descending ? -order : order;
            }
        }

        return string.CompareOrdinal(x!.Id, y!.Id);
    }

    private static int Compare(string? x, string? y, FolioCqlSortKey key)
    {
        if (x is null || y is null)
        {
            return (x is null).CompareTo(y is null);
        }

        return key.AsNumber && Number(x) is { } a && Number(y) is { } b
            ? a.CompareTo(b)
            : string.CompareOrdinal(FolioText.Fold(x), FolioText.Fold(y));
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;
}
