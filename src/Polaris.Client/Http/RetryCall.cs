using Polly;

namespace Polaris.Client.Http;

/// <summary>One call on its way through the retry pipeline.</summary>
internal sealed class RetryCall(HttpRequestMessage request, CallContext? callContext, long started)
{
    public static readonly ResiliencePropertyKey<RetryCall> Key = new("Polaris.Client.RetryCall");

    public HttpRequestMessage Request { get; } = request;

    /// <summary>Counted here; made visible to the outer handlers only when there is something to tell.</summary>
    public CallContext? Context { get; set; } = callContext;

    /// <summary>Time stamp of the start.</summary>
    public long Started { get; } = started;

    public int Attempts { get; set; }

    public RetryReason Reason { get; set; }

    /// <summary>The pause before the next attempt; null = none is made.</summary>
    public TimeSpan? Delay { get; set; }

    /// <summary>How many attempts ended with a transient fault and were repeated.</summary>
    public int Faults { get; set; }

    /// <summary>How many attempts met a lock of somebody else.</summary>
    public int LockConflicts { get; set; }

    /// <summary>Time stamp of the first lock conflict; null when there was none.</summary>
    public long? FirstConflict { get; set; }

    public static RetryCall Of(ResilienceContext context) => context.Properties.GetValue(Key, null!);
}
