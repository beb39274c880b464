using System.Diagnostics;
using System.Globalization;
using Polaris.Client.Benchmarks.ByHand;
using Polaris.Client.Benchmarks.Transport;
using Polaris.Client.ObjectLocks;

namespace Polaris.Client.Benchmarks.Startup;

/// <summary>The first call of a process: all that is compiled, loaded and connected for it.</summary>
internal static class FirstCall
{
    /// <summary>Makes a client and one call in a fresh process, and prints the milliseconds.</summary>
    public static async Task RunAsync(string way, Uri server)
    {
        var started = Stopwatch.GetTimestamp();
        await (way == "sdk" ? BySdkAsync(server) : ByHandAsync(server));
        Console.WriteLine(Stopwatch.GetElapsedTime(started).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
    }

    private static async Task BySdkAsync(Uri server)
    {
        await using var sdk = PolarisContext.CreateSdk(server);
        await sdk.ObjectLocks.LockAsync(ObjectType.BibliographicRecord, PolarisContext.BibRecordId);
    }

    private static async Task ByHandAsync(Uri server)
    {
        using var network = PolarisContext.CreateNetwork();
        using var http = PolarisContext.CreateHttp(server, network);
        await new PolarisByHand(http).LockAsync(2, PolarisContext.BibRecordId, CancellationToken.None);
    }
}
