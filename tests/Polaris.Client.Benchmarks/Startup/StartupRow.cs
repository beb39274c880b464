using System.Globalization;
using Polaris.Client.Benchmarks.Measuring;
using Polaris.Client.Benchmarks.Transport;

namespace Polaris.Client.Benchmarks.Startup;

/// <summary>First calls of fresh processes, one by hand and one by the SDK in turn.</summary>
internal static class StartupRow
{
    private const int Rounds = 9;

    public static async Task PrintAsync(string name, Uri server)
    {
        var ratios = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var byHand = await MeasureAsync("hand", server);
            ratios.Add(await MeasureAsync("sdk", server) / byHand);
        }

        RatioReport.Print("ratio", name, ratios.Order().ElementAt(Rounds / 2));
    }

    private static async Task<double> MeasureAsync(string way, Uri server)
    {
        using var child = await ChildProcess.StartAsync("first-call", way, server.AbsoluteUri);
        return double.Parse(child.FirstLine, CultureInfo.InvariantCulture);
    }
}
