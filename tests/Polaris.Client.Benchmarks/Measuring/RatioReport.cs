using System.Globalization;

namespace Polaris.Client.Benchmarks.Measuring;

/// <summary>Prints one line for each figure as soon as it is known.</summary>
internal static class RatioReport
{
    public static async Task PrintAsync(Row row)
    {
        foreach (var figure in await PairedRounds.MeasureAsync(row))
        {
            Print("ratio", figure.Name, figure.Time);
            Print("alloc", figure.Name, figure.Bytes);
        }
    }

    public static void Print(string kind, string name, double value) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind} {name} {value:0.000}"));
}
