using System.Collections.Concurrent;

namespace Polaris.Client.SystemSettings;

/// <summary>Keeps answers for some time. A failed read is not kept.</summary>
/// <param name="timeToLive">How long an answer is used.</param>
/// <param name="time">The clock.</param>
internal sealed class AnswerCache(TimeSpan timeToLive, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, (object Answer, long RequestedAt)> _answers = new(StringComparer.Ordinal);

    /// <summary>Returns a kept answer, or reads it. Two concurrent callers may both read: each keeps its own cancellation.</summary>
    /// <typeparam name="T">The type of the answer.</typeparam>
    /// <param name="key">The call with its arguments.</param>
    /// <param name="readAsync">Reads the answer.</param>
    public async Task<T> GetAsync<T>(string key, Func<Task<T>> readAsync)
        where T : class
    {
        if (_answers.TryGetValue(key, out var kept) && time.GetElapsedTime(kept.RequestedAt) < timeToLive)
        {
            return (T)kept.Answer;
        }

        // The age counts from the request, because the answer may describe any moment after it.
        var requestedAt = time.GetTimestamp();
        var answer = await readAsync().ConfigureAwait(false);
        _answers[key] = (answer, requestedAt);
        return answer;
    }
}
