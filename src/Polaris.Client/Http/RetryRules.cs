using System.Net;
using Polly;

namespace Polaris.Client.Http;

/// <summary>The one table that says which outcome is worth another attempt.</summary>
/// <param name="options">Caps and the off switch.</param>
/// <param name="time">For a Retry-After that names a date.</param>
/// <param name="isRepeatable">Whether sending the request twice does the same as once; decided from the request alone.</param>
/// <param name="isLockConflict">Whether an answer says that somebody else holds the lock, so that nothing was done.</param>
internal sealed class RetryRules(
    RetryOptions options,
    TimeProvider time,
    Func<HttpRequestMessage, bool> isRepeatable,
    Func<HttpResponseMessage, CancellationToken, ValueTask<bool>> isLockConflict)
{
    public RetryOptions Options => options;

    public async ValueTask<RetryReason> ReasonAsync(
        HttpRequestMessage request, Outcome<HttpResponseMessage> outcome, CancellationToken cancellationToken) =>
        outcome switch
        {
            { Exception: PolarisClientException signIn } => Transient(IsWorthAnotherSignIn(signIn)),
            { Exception: { } exception } => Transient(TransportFailure.Is(exception, cancellationToken) && isRepeatable(request)),
            { Result: { StatusCode: HttpStatusCode.Conflict } conflict } =>
                await isLockConflict(conflict, cancellationToken).ConfigureAwait(false) ? RetryReason.LockConflict : RetryReason.None,
            { Result: { } answer } => Transient(IsTransient(answer) && isRepeatable(request)),
            _ => RetryReason.None,
        };

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
