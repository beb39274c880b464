using Polaris.Client.Http;

namespace Polaris.Client;

/// <summary>What a caller may say about one call, and what the handlers tell about it afterwards.</summary>
/// <remarks>Goes down with the request as its property <see cref="PropertyKey"/>. Use a new one for each call.</remarks>
public sealed class CallContext
{
    /// <summary>The name of the request property that holds it.</summary>
    public const string PropertyKey = "Polaris.Client.CallContext";

    /// <summary>How long this call may wait for a lock that somebody else holds.</summary>
    /// <value>Null by default: as <see cref="RetryOptions.LockWait"/> says.</value>
    public TimeSpan? LockWait { get; init; }

    /// <summary>How many times the request was sent.</summary>
    public int Attempts { get; internal set; }

    /// <summary>Whether an attempt before the answered one may have been carried out, its answer being lost.</summary>
    public bool EarlierAttemptMayHaveBeenProcessed { get; internal set; }

    /// <summary>How long the call paused because somebody else held the lock.</summary>
    public TimeSpan LockWaited { get; internal set; }

    /// <summary>The server's own clock when it answered, as its Date header tells.</summary>
    public DateTimeOffset? ServerTime { get; internal set; }

    /// <summary>How many times a request was sent or tried, 1 or more.</summary>
    internal static int AttemptsOf(HttpRequestMessage request) =>
        Math.Max(1, RequestOptions.Get<CallContext>(request, PropertyKey)?.Attempts ?? 0);

    /// <summary>Whether an attempt before the last one may have been carried out.</summary>
    internal static bool IsInDoubt(HttpRequestMessage request) =>
        RequestOptions.Get<CallContext>(request, PropertyKey)?.EarlierAttemptMayHaveBeenProcessed == true;

    /// <summary>That of a request which was sent once at least: the caller's own or, where there is none, one that only the handlers see.</summary>
    internal static CallContext Of(HttpRequestMessage request) =>
        RequestOptions.Get<CallContext>(request, PropertyKey) ?? RequestOptions.Set(request, PropertyKey, new CallContext { Attempts = 1 });
}
