using Polaris.Client.Compatibility;
using Polaris.Client.Http;

namespace Polaris.Client.Folio;

/// <summary>The pauses between requests that the clients of records repeat themselves.</summary>
/// <param name="time">The clock.</param>
/// <param name="options">The retry options of the client.</param>
internal sealed class Pauses(TimeProvider time, RetryOptions options)
{
    private static readonly TimeSpan FirstAfterConflict = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestAfterConflict = TimeSpan.FromSeconds(1);

    /// <summary>The number of times that a request is repeated.</summary>
    public int MaxRetries => options.Enabled ? options.MaxRetries : 0;

    /// <summary>Whether the server asks for a longer pause than the options allow.</summary>
    public bool IsTooLong(TimeSpan? asked) => asked > options.MaxRetryAfter;

    /// <summary>Waits before a request is repeated after a fault.</summary>
    /// <param name="attempt">The number of attempts before, from 0.</param>
    /// <param name="asked">The pause that the server asks for, if any.</param>
    /// <param name="cancellationToken">Ends the pause.</param>
    public Task AfterFaultAsync(int attempt, TimeSpan? asked, CancellationToken cancellationToken)
    {
        var backoff = Backoff.Delay(attempt, options);
        return time.PauseAsync(asked > backoff ? asked.Value : backoff, cancellationToken);
    }

    /// <summary>Waits before an update is repeated because another user saved the record first: from some milliseconds to a second.</summary>
    /// <param name="attempt">The number of conflicts before, from 0.</param>
    /// <param name="cancellationToken">Ends the pause.</param>
    public Task AfterConflictAsync(int attempt, CancellationToken cancellationToken) =>
        time.PauseAsync(Backoff.Delay(attempt, FirstAfterConflict, LongestAfterConflict, options), cancellationToken);
}
