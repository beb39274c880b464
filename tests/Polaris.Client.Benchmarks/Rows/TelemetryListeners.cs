using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Polaris.Client.Benchmarks.Rows;

/// <summary>Listens to all spans and instruments of the library, as an exporter does, and forgets what it hears.</summary>
internal sealed class TelemetryListeners : IDisposable
{
    private const string Library = "Polaris.Client";
    private readonly ActivityListener _spans = new()
    {
        ShouldListenTo = source => source.Name == Library,
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
    };

    private readonly MeterListener _instruments = new()
    {
        InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Library)
                listener.EnableMeasurementEvents(instrument);
        },
    };

    public TelemetryListeners()
    {
        ActivitySource.AddActivityListener(_spans);
        _instruments.SetMeasurementEventCallback<long>(static (_, _, _, _) => { });
        _instruments.SetMeasurementEventCallback<double>(static (_, _, _, _) => { });
        _instruments.Start();
    }

    public void Dispose()
    {
        _spans.Dispose();
        _instruments.Dispose();
    }
}
