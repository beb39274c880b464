using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace Polaris.Client.Tests.Faults;

/// <summary>Writes every measurement of the library to a file while a load test runs; nothing is kept in memory.</summary>
internal sealed class LoadMetrics : IDisposable
{
    private static readonly string[] Kinds = ["polaris.outcome", "polaris.retry.reason"];

    private readonly object _gate = new();
    private readonly MeterListener _listener = new();
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly string _folder;
    private readonly StreamWriter _file;
    private bool _isEnded;

    private LoadMetrics(string folder)
    {
        Directory.CreateDirectory(folder);
        _folder = folder;
        _file = new StreamWriter(Path.Combine(folder, "metrics.csv"));
        _file.WriteLine("seconds,instrument,kind,value");
        _listener.InstrumentPublished = static (instrument, self) =>
        {
            if (instrument.Meter.Name == "Polaris.Client")
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Write(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Write(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>Starts to write, if the variable <c>POLARIS_LOAD_METRICS</c> names a folder.</summary>
    public static LoadMetrics? StartIfWanted() =>
        Environment.GetEnvironmentVariable("POLARIS_LOAD_METRICS") is { Length: > 0 } folder ? new LoadMetrics(folder) : null;

    /// <summary>Ends the file, and draws it.</summary>
    /// <param name="title">What was run.</param>
    public void Draw(string title)
    {
        Dispose();
        var lines = File.ReadLines(Path.Combine(_folder, "metrics.csv")).Skip(1).Select(Measurement.Parse).ToList();
        File.WriteAllText(Path.Combine(_folder, "dashboard.svg"), LoadDashboard.Draw(title, lines));
    }

    public void Dispose()
    {
        _listener.Dispose();
        lock (_gate)
        {
            _isEnded = true;
            _file.Dispose();
        }
    }

    private void Write(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var kind = "";
        foreach (var tag in tags)
        {
            kind = Kinds.Contains(tag.Key) ? $"{tag.Value}" : kind;
        }

        var line = string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(_started).TotalSeconds:0.000},{instrument.Name},{kind},{value:0.######}");
        lock (_gate)
        {
            if (!_isEnded)
            {
                _file.WriteLine(line);
            }
        }
    }
}

/// <summary>One measurement of a load test.</summary>
internal sealed record Measurement(double Seconds, string Instrument, string Kind, double Value)
{
    public static Measurement Parse(string line)
    {
        var parts = line.Split(',');
        return new(double.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], parts[2], double.Parse(parts[3], CultureInfo.InvariantCulture));
    }
}
