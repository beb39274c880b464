using System.Net;
using Polly;

namespace Polaris.Client.Http;

/// <summary>Why a request is sent again.</summary>
internal enum RetryReason
{
    None,
    Transient,
    LockConflict,
}

/// <summary>Decides which outcome is worth another attempt.</summary>
/// <param name="profile">Knows what may be repeated and what a lock conflict looks like.</param>
/// <param name="options">Caps and the off switch.</param>
/// <param name="time">For a Retry-After that names a date.</param>
internal sealed class RetryRules(ServerProfile profile, RetryOptions options, TimeProvider time)
{
    public RetryOptions Options => options;

    public async ValueTask<RetryReason> ReasonAsync(
        HttpRequestMessage request, Outcome<HttpResponseMessage> outcome, CancellationToken cancellationToken) =>
        outcome switch
        {
            { Exception: PolarisClientException signIn } => Transient(IsWorthAnotherSignIn(signIn)),
            { Exception: { } exception } => Transient(
                TransportFailure.Is(exception, cancellationToken) && (NeverLeft(request, exception) || IsRepeatable(request))),
            { Result: { StatusCode: HttpStatusCode.Conflict } conflict } =>
                await profile.IsLockConflictAsync(conflict, cancellationToken).ConfigureAwait(false) ? RetryReason.LockConflict : RetryReason.None,
            { Result: { } answer } => Transient(IsTransient(answer) && IsRepeatable(request)),
            _ => RetryReason.None,
        };

    private bool IsRepeatable(HttpRequestMessage request) => profile.IsRepeatable(request) && !CallContext.Of(request).IsSentOnce;

    /// <summary>A request that never left may be sent again, whatever it is; one that ran out of time while it waited for a token is not.</summary>
    private static bool NeverLeft(HttpRequestMessage request, Exception exception) =>
        exception is not TimeoutException && CallContext.Of(request).Doubt != Doubt.Unknown;

    /// <summary>Below the retries only a sign-in throws exceptions of ours: then the request itself, whatever it is, was not sent.</summary>
    /// <remarks>A sign-in whose answer was lost may have been refused, and refusals block accounts: that one is not repeated.</remarks>
    private bool IsWorthAnotherSignIn(PolarisClientException exception) => exception switch
    {
        TransportException { InnerException: TransportException signIn } => !signIn.MayHaveBeenProcessed,
        RequestFailedException { Failure: var answer } => (int)answer.StatusCode is 429 or 503 && !(answer.RetryAfter > options.MaxRetryAfter),
        _ => false,
    };

    private static RetryReason Transient(bool worthIt) => worthIt ? RetryReason.Transient : RetryReason.None;

    private bool IsTransient(HttpResponseMessage answer) =>
        (int)answer.StatusCode is 408 or 429 or 502 or 503 or 504
        && !(RetryAfter.Of(answer, time) > options.MaxRetryAfter);
}
