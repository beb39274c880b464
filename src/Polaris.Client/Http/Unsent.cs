namespace Polaris.Client.Http;

/// <summary>Translates the failure of a sign-in for a call that waited for the token.</summary>
internal static class Unsent
{
    /// <summary>Returns the exception of the call; <see langword="null"/> if that of the sign-in is sufficient.</summary>
    /// <remarks>The exception of the sign-in belongs to all calls that wait for it, so it is not changed.</remarks>
    public static PolarisClientException? Because(
        Exception signIn, HttpRequestMessage request, ServerProfile profile, CancellationToken cancellationToken)
    {
        var inDoubt = CallContext.Of(request).Doubt == Doubt.Unknown;
        return signIn switch
        {
            TransportException lost => NoToken(lost, $"the sign-in before it {TransportFailure.Describe(lost)}", request, profile),
            AuthenticationFailedException refused when inDoubt =>
                new AuthenticationFailedException(Explain(request, profile, refused), refused.Failure.InDoubt(), refused),
            InvalidResponseException unreadable when inDoubt =>
                new InvalidResponseException(Explain(request, profile, unreadable), unreadable.Failure.InDoubt(), unreadable),
            RequestFailedException failed when inDoubt => new RequestFailedException(Explain(request, profile, failed), failed.Failure.InDoubt(), failed),

            // Exceptions of the token provider reach the caller unchanged, unless they could be mistaken for a lost request.
            _ when TransportFailure.Is(signIn, cancellationToken) && !cancellationToken.IsCancellationRequested =>
                NoToken(signIn, $"the token provider failed with {signIn.GetType().Name}", request, profile),
            _ => null,
        };
    }

    private static TransportException NoToken(Exception cause, string reason, HttpRequestMessage request, ServerProfile profile)
    {
        var context = CallContext.Of(request);
        var inDoubt = context.Doubt == Doubt.Unknown;
        var message = inDoubt
            ? $"{LostEarlier(request, profile)} No further attempt was made, because {reason}."
            : $"{Target(request, profile)} was not carried out, because {reason}. It is safe to send it again.";
        return new TransportException(message, RequestOptions.RouteOf(request), inDoubt, cause)
        {
            RequestPath = request.RequestUri?.AbsolutePath,
            Tenant = profile.TenantOf(request),
            Attempts = context.Attempts,
        };
    }

    private static string Explain(HttpRequestMessage request, ServerProfile profile, RequestFailedException signIn) =>
        $"{LostEarlier(request, profile)} The sign-in before another attempt failed: {signIn.Message}";

    private static string LostEarlier(HttpRequestMessage request, ServerProfile profile) =>
        $"{Target(request, profile)} may have been carried out by an earlier attempt, whose response was lost: find out before sending it again.";

    private static string Target(HttpRequestMessage request, ServerProfile profile) =>
        ApiFailure.TargetOf(RequestOptions.RouteOf(request), profile.TenantOf(request));
}
