using System.Diagnostics.Metrics;

namespace Polaris.Client.Tests.Telemetry;

/// <summary>Keeps every measurement of the library's meter, as its name with its tags.</summary>
internal sealed class CollectedMeasurements : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly List<string> _all = [];

    public CollectedMeasurements()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Polaris.Client")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Add(instrument, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Add(instrument, tags));
        _listener.Start();
    }

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_all)
            {
                return [.. _all];
            }
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = $"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}";
        lock (_all)
        {
            _all.Add(text);
        }
    }
}
