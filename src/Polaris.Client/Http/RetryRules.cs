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

/// <summary>Decides which outcomes are worth another attempt.</summary>
/// <param name="profile">Determines which requests may be repeated and recognizes lock conflicts.</param>
/// <param name="options">The limits, and whether to retry.</param>
/// <param name="time">The clock, for a Retry-After with a date.</param>
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

    /// <summary>A request that was not sent may be sent again, whatever it is, unless its time ran out while it waited for a token.</summary>
    private static bool NeverLeft(HttpRequestMessage request, Exception exception) =>
        exception is not TimeoutException && CallContext.Of(request).Doubt != Doubt.Unknown;

    /// <summary>
    /// Inside the retries only a sign-in throws exceptions of this library: then the request itself, whatever it is, was not
    /// sent.
    /// </summary>
    /// <remarks>A sign-in whose response was lost may have been refused, and refusals block accounts, so it is not repeated.</remarks>
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

/// <summary>Reads Retry-After in both its forms.</summary>
internal static class RetryAfter
{
    /// <summary>How long the server asks the client to wait; null if it does not.</summary>
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider time)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
