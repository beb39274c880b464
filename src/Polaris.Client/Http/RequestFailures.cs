namespace Polaris.Client.Http;

/// <summary>The exceptions that a status alone decides; each system adds what its bodies tell.</summary>
internal static class RequestFailures
{
    public static RequestFailedException FromStatus(ApiFailure failure)
    {
        var what = $"{failure.Target} was answered with HTTP {(int)failure.StatusCode}";
        return (int)failure.StatusCode switch
        {
            < 300 => new InvalidResponseException(
                $"{what}, but with a page instead of the documented JSON. Something between has probably answered, such as a proxy: "
                + "check the base address; the server may have acted on the request.",
                failure),
            401 => new AuthenticationFailedException(
                $"{what}: the server does not accept the user or the token. Check the credentials.", failure),
            403 => new PermissionDeniedException(
                $"{what}: the user or the workstation lacks a permission for this.", failure),
            404 => new NotFoundException($"{what}: what the route names does not exist there.", failure),
            409 => new VersionConflictException($"{what}: it conflicts with the present state. Read again, then repeat.", failure),
            400 or 422 => new ValidationFailedException($"{what}: the request was found wrong. ServerMessage and Body tell why.", failure),
            >= 300 and < 400 => new RequestFailedException(
                $"{what}, a redirection, which is never followed with credentials. Check the base address.", failure),
            429 => new RequestFailedException($"{what}: too many requests. Slow down; RetryAfter tells how long to wait.", failure),
            >= 500 => new RequestFailedException(
                $"{what}: the server failed, and may have acted on the request: find out before sending it again. Body holds what it said.", failure),
            _ => new RequestFailedException($"{what}. Body holds what the server said.", failure),
        };
    }

    /// <summary>Returns the exception for a response that arrived whole but is not what the method returns.</summary>
    public static Exception Unreadable(HttpResponseMessage response, Exception exception)
    {
        // Missing JSON metadata is the program's mistake, not the server's; a caller's cancellation stays one.
        if (exception is NotSupportedException or OperationCanceledException)
        {
            return exception;
        }

        var request = response.RequestMessage!;
        var route = RequestOptions.RouteOf(request);
        var tenant = OkapiHeaders.TenantOf(request);
        var target = ApiFailure.TargetOf(route, tenant);
        var status = (response.Content as ReceivedBody)?.Status ?? response.StatusCode;
        var mediaType = response.Content?.Headers.ContentType?.MediaType;
        return new InvalidResponseException(
            $"{target} was answered with HTTP {(int)status}, but the body ({mediaType ?? "no media type"}) is not the documented JSON. "
            + "Something between may have answered, such as a proxy: check the base address; the server may have acted on the request.",
            new ApiFailure
            {
                StatusCode = status,
                Route = route,
                Tenant = tenant,
                RequestPath = request.RequestUri?.AbsolutePath,
                MediaType = mediaType,
                Body = (response.Content as ReceivedBody)?.CappedText(),
                Attempts = CallContext.Of(request).Attempts,
                MayHaveBeenProcessed = true,
            },
            exception);
    }
}
