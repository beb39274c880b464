namespace Polaris.Client.Http;

/// <summary>What a call fails with that could not be sent, because the sign-in before it failed.</summary>
internal static class Unsent
{
    /// <summary>The exception of the sign-in where it says all; another one where the call has more to tell.</summary>
    /// <remarks>That of the sign-in belongs to all calls which wait for it, so it is not changed.</remarks>
    public static PolarisClientException Because(PolarisClientException signIn, HttpRequestMessage request)
    {
        var told = RefitSeam.Property<CallContext>(request, CallContext.PropertyKey);
        var inDoubt = told?.EarlierAttemptMayHaveBeenProcessed == true;
        return signIn switch
        {
            TransportException lost => NoSignIn(lost, request, told, inDoubt),
            { MayHaveBeenProcessed: true } => signIn,
            AuthenticationFailedException refused when inDoubt =>
                new AuthenticationFailedException(Tell(request, refused), refused.Failure.InDoubt(), refused),
            ApiException failed when inDoubt => new ApiException(Tell(request, failed), failed.Failure.InDoubt(), failed),
            _ => signIn,
        };
    }

    private static TransportException NoSignIn(TransportException lost, HttpRequestMessage request, CallContext? told, bool inDoubt)
    {
        var message = inDoubt
            ? $"{Doubt(request)} The sign-in before another attempt got no answer."
            : $"{Target(request)} was not carried out, because the sign-in before it got no answer. It is safe to send it again.";
        return new TransportException(message, RefitSeam.RouteOf(request), inDoubt, lost)
        {
            RequestPath = request.RequestUri?.AbsolutePath,
            Tenant = OkapiHeaders.TenantOf(request),
            Attempts = Math.Max(1, told?.Attempts ?? 1),
        };
    }

    private static string Tell(HttpRequestMessage request, ApiException signIn) =>
        $"{Doubt(request)} The sign-in before another attempt failed: {signIn.Message}";

    private static string Doubt(HttpRequestMessage request) =>
        $"{Target(request)} may have been carried out at an earlier attempt, whose answer was lost: find out before sending it again.";

    private static string Target(HttpRequestMessage request) =>
        ApiFailure.TargetOf(RefitSeam.RouteOf(request), OkapiHeaders.TenantOf(request));
}
