using System.Diagnostics;
using Polaris.Client.Benchmarks.ByHand;
using Polaris.Client.Benchmarks.Measuring;
using Polaris.Client.Benchmarks.Transport;
using Polaris.Client.Folio.ReferenceData;

namespace Polaris.Client.Benchmarks.Rows;

/// <summary>A walk over 100,000 records: with the next page under way against page by page.</summary>
internal static class WalkRow
{
    /// <summary>What a program does with a record, such as writing it somewhere: it takes as long as the server's latency for a page.</summary>
    private static readonly TimeSpan WorkPerRecord = TimeSpan.FromMicroseconds(5);

    public static Row Create(string name, Uri server, HttpMessageHandler network, bool consumerWorks)
    {
        var work = consumerWorks ? WorkPerRecord : TimeSpan.Zero;
        var byHand = new FolioByHand(FolioContext.CreateHttp(server, network));
        var sdk = FolioContext.CreateSdk(server, network);
        return new Row(
            name,
            () => ConsumeAsync(byHand.WalkAsync(HoldingsSources.PageSize, CancellationToken.None), work),
            new Way("", () => ConsumeAsync(sdk.HoldingsSources.EnumerateAsync(), work)))
        {
            WarmUp = TimeSpan.FromSeconds(1.5),
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

        RatioReport.Print("ratio", name, (double)memory.Max() / memory.Take(memory.Count / 10).Max());
    }

    private static async Task ConsumeAsync<T>(IAsyncEnumerable<T> records, TimeSpan work)
    {
        var count = 0;
        await foreach (var _ in records)
        {
            count++;
            for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < work;)
            {
                // Busy, as a serializer or a database driver would be.
            }
        }

        if (count != LoopbackServer.Records)
            throw new InvalidOperationException($"The walk gave {count} records.");
    }

    private sealed class MemoryLog(List<long> memory) : IProgress<WalkProgress>
    {
        public void Report(WalkProgress value) => memory.Add(GC.GetTotalMemory(forceFullCollection: true));
    }
}
