using System.Collections;
using Microsoft.Extensions.Logging;

namespace Polaris.Client.Telemetry;

/// <summary>Adds the server, the key of the client and the tenant to the structured values of each log entry; the texts stay as they are.</summary>
internal sealed class ClientLogger(ILogger logger, ClientIdentity client, string? tenant = null) : ILogger
{
    /// <summary>Returns a logger for one tenant; the same one if the server has no tenants.</summary>
    public static ILogger For(ILogger logger, string? tenant) =>
        logger is ClientLogger own && !string.IsNullOrEmpty(tenant) ? own.With(tenant!) : logger;

    public bool IsEnabled(LogLevel logLevel) => logger.IsEnabled(logLevel);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => logger.BeginScope(state);

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!logger.IsEnabled(logLevel))
        {
            return;
        }

        if (state is IReadOnlyList<KeyValuePair<string, object?>> values)
        {
            // Providers expect the message template as the last value, so the others precede it.
            logger.Log(
                logLevel,
                eventId,
                new Entry([.. client.Tags(tenant), .. values], () => formatter(state, exception)),
                exception,
                static (entry, _) => entry.ToString());
        }
        else
        {
            logger.Log(logLevel, eventId, state, exception, formatter);
        }
    }

    private ClientLogger With(string other) => new(logger, client, other);

    private sealed class Entry(List<KeyValuePair<string, object?>> values, Func<string> format) : IReadOnlyList<KeyValuePair<string, object?>>
    {
        public int Count => values.Count;

        public KeyValuePair<string, object?> this[int index] => values[index];

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => values.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public override string ToString() => format();
    }
}
