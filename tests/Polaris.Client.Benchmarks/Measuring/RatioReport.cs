using System.Globalization;
using Polaris.Client.Benchmarks.Rows;

namespace Polaris.Client.Benchmarks.Measuring;

/// <summary>Prints one line for each figure as soon as it is known.</summary>
internal static class RatioReport
{
    /// <param name="only">The beginning of the names of the rows to measure; null = all.</param>
    public static async Task RunAsync(string? only)
    {
        var rows = AllRows.List.Where(row => row.Name.StartsWith(only ?? "", StringComparison.Ordinal));
        foreach (var (_, measureAsync) in rows)
            await measureAsync();
    }

    public static async Task PrintAsync(Row row)
    {
        foreach (var figure in await PairedRounds.MeasureAsync(row))
        {
            Print("ratio", figure.Name, figure.Time);
            if (row.ShowsAllocation)
                Print("alloc", figure.Name, figure.Bytes);
        }
    }

    public static void Print(string kind, string name, double value) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind} {name} {value:0.000}"));
}
