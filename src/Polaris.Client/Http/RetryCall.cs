using Polly;

namespace Polaris.Client.Http;

/// <summary>One call on its way through the retry pipeline.</summary>
internal sealed class RetryCall(HttpRequestMessage request, CallContext? callContext)
{
    public static readonly ResiliencePropertyKey<RetryCall> Key = new("Polaris.Client.RetryCall");

    public HttpRequestMessage Request { get; } = request;

    /// <summary>Counted here; made visible to the outer handlers only when there is something to tell.</summary>
    public CallContext? Context { get; set; } = callContext;

    public int Attempts { get; set; }

    public RetryReason Reason { get; set; }

    /// <summary>Time stamp of the first lock conflict; null when there was none.</summary>
    public long? FirstConflict { get; set; }

    public static RetryCall Of(ResilienceContext context) => context.Properties.GetValue(Key, null!);
}
