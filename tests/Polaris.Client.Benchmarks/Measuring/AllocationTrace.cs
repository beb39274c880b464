using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.Globalization;

namespace Polaris.Client.Benchmarks.Measuring;

/// <summary>Reports the types of the objects that a call allocates, by the runtime's own samples: one for about every 100 kB.</summary>
internal sealed class AllocationTrace : EventListener
{
    private const string RuntimeEvents = "Microsoft-Windows-DotNETRuntime";
    private const EventKeywords Collector = (EventKeywords)0x1;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(2);
    private const double LeastBytes = 4;
    private readonly Dictionary<string, long> _bytes = [];

    /// <summary>Prints bytes a call by type, for the baseline and for every other way of a row.</summary>
    public static async Task PrintAsync(Row row)
    {
        Way[] ways = [new Way("baseline", row.Baseline), .. row.Others];
        var columns = new List<Dictionary<string, double>>();
        foreach (var way in ways)
            columns.Add(await TraceAsync(way));
        Console.WriteLine($"{"bytes a call, " + row.Name,-80}{string.Concat(ways.Select(way => $"{way.Name,16}"))}");
        foreach (var type in columns.SelectMany(column => column.Keys).Distinct().OrderByDescending(type => columns.Max(Bytes(type))))
        {
            if (columns.Max(Bytes(type)) >= LeastBytes)
                Console.WriteLine($"{Short(type),-80}{string.Concat(columns.Select(Bytes(type)).Select(Cell))}");
        }

        Console.WriteLine($"{"all",-80}{string.Concat(columns.Select(column => Cell(column.Values.Sum())))}");
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == RuntimeEvents)
            EnableEvents(eventSource, EventLevel.Verbose, Collector);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName?.StartsWith("GCAllocationTick", StringComparison.Ordinal) != true)
            return;
        var type = (string)Member(eventData, "TypeName")!;
        lock (_bytes)
            _bytes[type] = _bytes.GetValueOrDefault(type) + Convert.ToInt64(Member(eventData, "AllocationAmount64"), CultureInfo.InvariantCulture);
    }

    private static async Task<Dictionary<string, double>> TraceAsync(Way way)
    {
        await CallAsync(way);
        using var trace = new AllocationTrace();
        double calls = await CallAsync(way);
        lock (trace._bytes)
            return trace._bytes.ToDictionary(entry => entry.Key, entry => entry.Value / calls);
    }

    private static async Task<int> CallAsync(Way way)
    {
        var clock = Stopwatch.StartNew();
        var calls = 0;
        for (; clock.Elapsed < Duration; calls++)
            await way.Call();
        return calls;
    }

    private static object? Member(EventWrittenEventArgs data, string name) => data.Payload![data.PayloadNames!.IndexOf(name)];

    private static Func<Dictionary<string, double>, double> Bytes(string type) => column => column.GetValueOrDefault(type);

    private static string Cell(double bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes,16:0}");

    private static string Short(string type) => type.Length <= 78 ? type : "..." + type[^75..];
}
