namespace Polaris.Client.Http;

/// <summary>What a call fails with that could not be sent, because the sign-in before it failed.</summary>
internal static class Unsent
{
    /// <summary>What the call has to tell besides; null where the exception of the sign-in says all.</summary>
    /// <remarks>That of the sign-in belongs to all calls which wait for it, so it is not changed.</remarks>
    public static PolarisClientException? Because(PolarisClientException signIn, HttpRequestMessage request) => signIn switch
    {
        TransportException lost => NoSignIn(lost, request),
        { MayHaveBeenProcessed: true } => null,
        _ when !CallContext.IsInDoubt(request) => null,
        AuthenticationFailedException refused =>
            new AuthenticationFailedException(Tell(request, refused), refused.Failure.InDoubt(), refused),
        RequestFailedException failed => new RequestFailedException(Tell(request, failed), failed.Failure.InDoubt(), failed),
        _ => null,
    };

    private static TransportException NoSignIn(TransportException lost, HttpRequestMessage request)
    {
        var inDoubt = CallContext.IsInDoubt(request);
        var message = inDoubt
            ? $"{Doubt(request)} The sign-in before another attempt got no answer."
            : $"{Target(request)} was not carried out, because the sign-in before it got no answer. It is safe to send it again.";
        return new TransportException(message, RequestOptions.RouteOf(request), inDoubt, lost)
        {
            RequestPath = request.RequestUri?.AbsolutePath,
            Tenant = OkapiHeaders.TenantOf(request),
            Attempts = CallContext.AttemptsOf(request),
        };
    }

    private static string Tell(HttpRequestMessage request, RequestFailedException signIn) =>
        $"{Doubt(request)} The sign-in before another attempt failed: {signIn.Message}";

    private static string Doubt(HttpRequestMessage request) =>
        $"{Target(request)} may have been carried out at an earlier attempt, whose answer was lost: find out before sending it again.";

    private static string Target(HttpRequestMessage request) =>
        ApiFailure.TargetOf(RequestOptions.RouteOf(request), OkapiHeaders.TenantOf(request));
}
