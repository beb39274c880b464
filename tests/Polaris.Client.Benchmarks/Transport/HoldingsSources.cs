using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Polaris.Client.Benchmarks.Transport;

/// <summary>A tenant with many holdings sources, in the order of their ids.</summary>
internal static partial class HoldingsSources
{
    public const int PageSize = 1000;
    private static readonly Dictionary<int, byte[]> Pages = [];

    /// <summary>The page after the id that a query names, of at most <paramref name="total"/> records in all.</summary>
    public static byte[] Page(string query, int total)
    {
        var after = IdInQuery().Match(query) is { Success: true } match
            ? int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : 0;
        lock (Pages)
        {
            return Pages.TryGetValue(after, out var page) ? page : Pages[after] = Write(after + 1, Math.Min(after + PageSize, total));
        }
    }

    private static byte[] Write(int first, int last)
    {
        var text = new StringBuilder("""{"holdingsRecordsSources":[""");
        for (var i = first; i <= last; i++)
        {
            text.Append(i == first ? "" : ",").Append(
                CultureInfo.InvariantCulture,
                $$$"""{"id":"00000000-0000-4000-8000-{{{i:x12}}}","name":"Source {{{i}}}","source":"local","metadata":{"createdDate":"2025-09-07T22:09:14.300+00:00","createdByUserId":"58f15d8b-a64c-4a1c-9d2e-8c0b1bdb8e8e","updatedDate":"2025-09-07T22:09:14.300+00:00","updatedByUserId":"58f15d8b-a64c-4a1c-9d2e-8c0b1bdb8e8e"}}""");
        }

        return Encoding.UTF8.GetBytes(text.Append("]}").ToString());
    }

    [GeneratedRegex("00000000-0000-4000-8000-([0-9a-f]{12})")]
    private static partial Regex IdInQuery();
}
