using System.Net.Http.Headers;
using Polaris.Client.Http;

namespace Polaris.Client;

/// <summary>Options for one call, and what the handlers report about it afterwards.</summary>
/// <remarks>Passed with the request as its property <see cref="PropertyKey"/>. Use a new one for each call.</remarks>
public sealed class CallContext
{
    /// <summary>The name of the request property that contains it.</summary>
    public const string PropertyKey = "Polaris.Client.CallContext";

    private Doubt _earlier;

    /// <summary>How long this call may wait for a lock that another user holds.</summary>
    /// <value><see langword="null"/> by default, to use <see cref="RetryOptions.LockWait"/>.</value>
    public TimeSpan? LockWait { get; init; }

    /// <summary>Cancels the call while nothing is in flight; an attempt that was handed to the network is awaited.</summary>
    /// <value>
    /// None by default. It ends the wait for a token, delays, the wait for a lock, and an attempt that was not yet handed to the
    /// network. The token that is passed to the method cancels everything at any time.
    /// </value>
    public CancellationToken CallerToken { get; init; }

    /// <summary>The number of times that the request was sent or tried.</summary>
    public int Attempts { get; private set; }

    /// <summary>Whether an attempt before the last one may have been carried out, because its response was lost.</summary>
    public bool EarlierAttemptMayHaveBeenProcessed => _earlier == Doubt.Unknown;

    /// <summary>How long the call waited because another user held the lock.</summary>
    public TimeSpan LockWaited { get; internal set; }

    /// <summary>The server's clock when it responded, from its Date header.</summary>
    public DateTimeOffset? ServerTime => Headers?.Date;

    /// <summary>The headers of the last response.</summary>
    internal HttpResponseHeaders? Headers { get; set; }

    /// <summary>Whether the call may be made after its client was disposed: it releases what the client acquired.</summary>
    internal bool EvenAfterDisposal { get; init; }

    /// <summary>Whether the request is never repeated once the server may have acted on it, whatever the request is.</summary>
    internal bool IsSentOnce { get; init; }

    /// <summary>What is unknown about the call, with all its attempts, if it fails now.</summary>
    internal Doubt Doubt { get; private set; }

    /// <summary>Returns the context of a request: the caller's own or, if there is none, one for the handlers.</summary>
    internal static CallContext Of(HttpRequestMessage request) =>
        RequestOptions.Get<CallContext>(request, PropertyKey) ?? RequestOptions.Set(request, PropertyKey, new CallContext());

    /// <summary>
    /// Returns a source that either token cancels; <see langword="null"/> if there is no token of the caller, so that the other
    /// one is enough.
    /// </summary>
    internal CancellationTokenSource? WithCallerToken(CancellationToken cancellationToken) =>
        CallerToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, CallerToken) : null;

    internal void BeginAttempt()
    {
        Attempts++;
        _earlier = Doubt;
    }

    /// <summary>Records that the attempt is handed to the network: from now on the server may act on it.</summary>
    internal void HandOver() => Doubt = Doubt.Unknown;

    /// <summary>Records what is known about the attempt after it was handed over.</summary>
    internal void Settle(Doubt attempt) => Doubt = attempt > _earlier ? attempt : _earlier;
}
