using Microsoft.Extensions.Logging;

namespace Polaris.Client.Tests.Telemetry;

/// <summary>Keeps every log entry at every level, as its text with the exception.</summary>
internal sealed class CollectedLogs : ILoggerFactory, ILogger
{
    private readonly List<(int Id, LogLevel Level, string Text)> _entries = [];

    public IReadOnlyList<(int Id, LogLevel Level, string Text)> Entries
    {
        get
        {
            lock (_entries)
            {
                return [.. _entries];
            }
        }
    }

    public IEnumerable<string> Texts => Entries.Select(entry => entry.Text);

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(", ", pairs) : "";
        lock (_entries)
        {
            _entries.Add((eventId.Id, logLevel, $"{formatter(state, exception)} | {values} | {exception}"));
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }
}
