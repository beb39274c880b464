using System.Diagnostics.Metrics;
using Polaris.Client.Testing;

namespace Polaris.Client.SampleTests.Docs;

/// <summary>The C# of docs/telemetry.md.</summary>
internal static class TelemetrySnippets
{
    public static async Task PrintAsync()
    {
        // snippet
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == "Polaris.Client")
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
            Console.WriteLine($"{instrument.Name} {value:0.000} {instrument.Unit} {string.Join(", ", tags.ToArray())}"));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
            Console.WriteLine($"{instrument.Name} {value} {instrument.Unit} {string.Join(", ", tags.ToArray())}"));
        listener.Start();
        // end
        await using var polaris = new FakePolaris().CreateClient();
        await polaris.ObjectLocks.ListAsync();
    }
}
