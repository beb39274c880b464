using Polly;

namespace Polaris.Client.Http;

/// <summary>One call whose first attempt failed, on its way through the retry strategy.</summary>
internal sealed class RetryCall
{
    public static readonly ResiliencePropertyKey<RetryCall> Key = new("Polaris.Client.RetryCall");

    private Outcome<HttpResponseMessage>? _first;

    /// <param name="request">The request.</param>
    /// <param name="started">Time stamp of the first attempt.</param>
    /// <param name="first">How that ended.</param>
    public RetryCall(HttpRequestMessage request, long started, Outcome<HttpResponseMessage> first)
    {
        Request = request;
        Started = started;
        _first = first;
        Context = CallContext.Of(request);
    }

    public HttpRequestMessage Request { get; }

    public long Started { get; }

    /// <summary>Counts the attempts; the caller's own or, where there is none, one that only the handlers see.</summary>
    public CallContext Context { get; }

    public RetryReason Reason { get; set; }

    /// <summary>The pause before the next attempt; null = none is made.</summary>
    public TimeSpan? Delay { get; set; }

    /// <summary>How many attempts ended with a transient fault and were repeated.</summary>
    public int Faults { get; set; }

    /// <summary>How many attempts met a lock of somebody else.</summary>
    public int LockConflicts { get; set; }

    /// <summary>Time stamp of the first lock conflict; null when there was none.</summary>
    public long? FirstConflict { get; set; }

    /// <summary>The call that a context belongs to.</summary>
    public static RetryCall Of(ResilienceContext context) => context.Properties.GetValue(Key, null!);

    /// <summary>How the first attempt ended, once; null afterwards.</summary>
    public Outcome<HttpResponseMessage>? TakeFirst()
    {
        var first = _first;
        _first = null;
        return first;
    }
}
