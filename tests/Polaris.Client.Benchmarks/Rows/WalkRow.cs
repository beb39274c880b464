using Polaris.Client.Benchmarks.ByHand;
using Polaris.Client.Benchmarks.Measuring;
using Polaris.Client.Benchmarks.Transport;
using Polaris.Client.Folio;

namespace Polaris.Client.Benchmarks.Rows;

/// <summary>A walk over 100,000 records: with the next page under way against page by page.</summary>
internal static class WalkRow
{
    /// <summary>What a program waits for with each thousand records, such as a bulk insert: as long as the server's latency.</summary>
    private static readonly TimeSpan Insert = TimeSpan.FromMilliseconds(5);

    public static Row Create(string name, Uri server, HttpMessageHandler network, bool inserts)
    {
        var byHand = new FolioByHand(FolioContext.CreateHttp(server, network));
        var sdk = FolioContext.CreateSdk(server, network);
        return new Row(
            name,
            () => ConsumeAsync(byHand.WalkAsync(HoldingsSources.PageSize, CancellationToken.None), inserts),
            new Way("", () => ConsumeAsync(sdk.HoldingsSources.EnumerateAsync(), inserts)))
        {
            // One walk is 100 calls and waits most of its time: there is little to warm up, and the median forgets the first.
            WarmUp = TimeSpan.Zero,
            Rounds = 3,
        };
    }

    /// <summary>The most live memory during the walk, against the most during its first tenth.</summary>
    public static async Task PrintMemoryAsync(string name, Uri server)
    {
        var sdk = FolioContext.CreateSdk(server);
        var memory = new List<long>();
        var progress = new MemoryLog(memory);
        await foreach (var _ in sdk.HoldingsSources.EnumerateAsync(options: new EnumerateOptions { Progress = progress }))
        {
            // Only how much stays alive is of interest.
        }

        var tenth = memory.Count / 10;
        RatioReport.Print("ratio", name, Median(memory.TakeLast(tenth)) / Median(memory.Take(tenth)));
    }

    private static async Task ConsumeAsync<T>(IAsyncEnumerable<T> records, bool inserts)
    {
        var count = 0;
        await foreach (var _ in records)
        {
            if (++count % HoldingsSources.PageSize == 0 && inserts)
                await Task.Delay(Insert);
        }

        if (count != LoopbackServer.Records)
            throw new InvalidOperationException($"The walk gave {count} records.");
    }

    // A page more or less is on its way at any moment.
    private static double Median(IEnumerable<long> memory) => memory.Order().ElementAt(memory.Count() / 2);

    private sealed class MemoryLog(List<long> memory) : IProgress<WalkProgress>
    {
        public void Report(WalkProgress value) => memory.Add(GC.GetTotalMemory(forceFullCollection: true));
    }
}
