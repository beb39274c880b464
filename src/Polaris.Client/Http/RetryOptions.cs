using Polaris.Client.Http;

namespace Polaris.Client;

/// <summary>Options for retrying calls.</summary>
/// <remarks>
/// Only requests that are safe to repeat are retried after a transient fault (408, 429, 502, 503, 504, a broken
/// connection, a timeout); a workflow start or reply never is. A lock conflict is retried for every call, because the server
/// reports that it did nothing.
/// </remarks>
public sealed class RetryOptions
{
    /// <summary>The default of <see cref="MaxRetries"/>: 3.</summary>
    public const int DefaultMaxRetries = 3;

    /// <summary>The maximum of <see cref="MaxRetries"/>: 20.</summary>
    public const int HighestMaxRetries = 20;

    /// <summary>The default of <see cref="BaseDelay"/>: 0.5 seconds.</summary>
    public static readonly TimeSpan DefaultBaseDelay = TimeSpan.FromSeconds(0.5);

    /// <summary>The default of <see cref="MaxDelay"/>: 10 seconds.</summary>
    public static readonly TimeSpan DefaultMaxDelay = TimeSpan.FromSeconds(10);

    /// <summary>The default of <see cref="MaxRetryAfter"/>: 60 seconds.</summary>
    public static readonly TimeSpan DefaultMaxRetryAfter = TimeSpan.FromSeconds(60);

    /// <summary>The default of <see cref="LockWait"/>: 5 seconds.</summary>
    public static readonly TimeSpan DefaultLockWait = TimeSpan.FromSeconds(5);

    /// <summary>The default of <see cref="TotalTimeout"/>: 5 minutes.</summary>
    public static readonly TimeSpan DefaultTotalTimeout = TimeSpan.FromMinutes(5);

    /// <summary>Whether calls are retried at all, including the wait for a lock and further attempts to release one.</summary>
    /// <value><c>true</c> by default. A refused token is renewed in any case.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>The maximum number of retries after a transient fault, in addition to the first attempt.</summary>
    /// <value>3 by default; 0 to 20.</value>
    public int MaxRetries { get; set; } = DefaultMaxRetries;

    /// <summary>The first delay; it doubles with each retry and has jitter.</summary>
    /// <value>0.5 seconds by default; more than zero, because a wait for a lock would otherwise flood the server.</value>
    public TimeSpan BaseDelay { get; set; } = DefaultBaseDelay;

    /// <summary>The longest delay between two attempts.</summary>
    /// <value>10 seconds by default.</value>
    public TimeSpan MaxDelay { get; set; } = DefaultMaxDelay;

    /// <summary>The longest Retry-After that is honored; if the server asks for more, the call fails immediately.</summary>
    /// <value>60 seconds by default.</value>
    public TimeSpan MaxRetryAfter { get; set; } = DefaultMaxRetryAfter;

    /// <summary>How long a call waits for a lock that another user holds, unless the call sets another time.</summary>
    /// <value>5 seconds by default; zero to not wait.</value>
    public TimeSpan LockWait { get; set; } = DefaultLockWait;

    /// <summary>The maximum time for one call with all its attempts; a wait for a lock is added to it.</summary>
    /// <value>5 minutes by default.</value>
    public TimeSpan TotalTimeout { get; set; } = DefaultTotalTimeout;

    /// <summary>Returns numbers between 0 and 1; replaced by tests that must be repeatable.</summary>
    internal Func<double> Jitter { get; set; } = Backoff.NextDouble;

    internal RetryOptions Copy() => (RetryOptions)MemberwiseClone();

    /// <summary>The problems; null for each check that passes.</summary>
    internal IEnumerable<string?> Problems(string prefix) =>
    [
        MaxRetries is < 0 or > HighestMaxRetries
            ? $"{prefix}:{nameof(MaxRetries)} is {MaxRetries}: it must be between 0 and {HighestMaxRetries}." : null,
        Problem($"{prefix}:{nameof(BaseDelay)}", BaseDelay, mayBeZero: false),
        Problem($"{prefix}:{nameof(MaxDelay)}", MaxDelay, mayBeZero: false),
        Problem($"{prefix}:{nameof(MaxRetryAfter)}", MaxRetryAfter, mayBeZero: true),
        Problem($"{prefix}:{nameof(LockWait)}", LockWait, mayBeZero: true),
        Problem($"{prefix}:{nameof(TotalTimeout)}", TotalTimeout, mayBeZero: false),
    ];

    internal static string? Problem(string key, TimeSpan value, bool mayBeZero) =>
        value < TimeSpan.Zero || (value == TimeSpan.Zero && !mayBeZero) || value > TimeSpan.FromDays(1)
            ? $"{key} is {value}: it must be {(mayBeZero ? "zero or more" : "more than zero")} and at most a day." : null;
}
