using System.Collections.Concurrent;

namespace Polaris.Client.SystemSettings;

/// <summary>Keeps responses for some time. A failed read is not kept.</summary>
/// <param name="timeToLive">How long a response is used.</param>
/// <param name="time">The clock.</param>
internal sealed class ResponseCache(TimeSpan timeToLive, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, (object Response, long RequestedAt)> _responses = new(StringComparer.Ordinal);

    /// <summary>Returns a kept response, or reads it. Two concurrent callers may both read: each keeps its own cancellation.</summary>
    /// <typeparam name="T">The type of the response.</typeparam>
    /// <param name="key">The call with its arguments.</param>
    /// <param name="readAsync">Reads the response.</param>
    public async Task<T> GetAsync<T>(string key, Func<Task<T>> readAsync)
        where T : class
    {
        if (_responses.TryGetValue(key, out var kept) && time.GetElapsedTime(kept.RequestedAt) < timeToLive)
        {
            return (T)kept.Response;
        }

        // The age counts from the request, because the response may describe any moment after it.
        var requestedAt = time.GetTimestamp();
        var response = await readAsync().ConfigureAwait(false);
        _responses[key] = (response, requestedAt);
        return response;
    }
}
