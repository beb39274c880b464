namespace Polaris.Client.Http;

/// <summary>Turns every answer that is no success, and every missing answer, into an exception of our family.</summary>
/// <param name="toException">Knows the server's bodies; handed in by the composition.</param>
/// <param name="time">For a Retry-After that names a date.</param>
/// <param name="isErrorBody">Whether a success holds an error body of the server, if it has such a habit.</param>
internal sealed class ErrorsHandler(
    Func<ApiFailure, RequestFailedException> toException, TimeProvider time, Func<HttpResponseMessage, bool>? isErrorBody = null)
    : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (ApiFailure.Is(response) || isErrorBody?.Invoke(response) == true)
            {
                throw await FailAsync(request, response, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (ResponseTooLargeException exception)
        {
            throw TooLarge(request, exception);
        }
        catch (OperationCanceledException exception) when (CallContext.Of(request).CallerToken is { IsCancellationRequested: true } token)
        {
            throw new OperationCanceledException(exception.Message, exception, token);
        }
        catch (Exception exception) when (TransportFailure.Is(exception, cancellationToken))
        {
            // What an aborted connection throws differs between platforms; to the caller who gave up it is one thing.
            throw cancellationToken.IsCancellationRequested
                ? new OperationCanceledException(exception.Message, exception, cancellationToken)
                : NoAnswer(request, exception);
        }

        return response;
    }

    private static TransportException NoAnswer(HttpRequestMessage request, Exception exception)
    {
        var route = RequestOptions.RouteOf(request);
        var tenant = OkapiHeaders.TenantOf(request);
        var mayHaveBeenProcessed = CallContext.Of(request).Doubt == Doubt.Unknown;
        var advice = mayHaveBeenProcessed
            ? "The server may have acted on it: find out before sending it again."
            : "The server never saw it: it is safe to send it again.";
        return new TransportException(
            $"{ApiFailure.TargetOf(route, tenant)} {TransportFailure.Describe(exception)}. {advice}", route, mayHaveBeenProcessed, exception)
        {
            Tenant = tenant,
            RequestPath = request.RequestUri?.AbsolutePath,
            Attempts = CallContext.Of(request).Attempts,
        };
    }

    private static InvalidResponseException TooLarge(HttpRequestMessage request, ResponseTooLargeException exception)
    {
        var failure = new ApiFailure
        {
            StatusCode = exception.Status,
            Route = RequestOptions.RouteOf(request),
            RequestPath = request.RequestUri?.AbsolutePath,
            Tenant = OkapiHeaders.TenantOf(request),
            Attempts = CallContext.Of(request).Attempts,
            MayHaveBeenProcessed = true,
        };
        return new InvalidResponseException(
            $"The response to {failure.Target} is larger than {exception.Limit} bytes, the limit that MaxResponseBytes sets. Request less at "
            + "once or raise the limit; the server may have acted on the request.",
            failure,
            exception);
    }

    private async Task<RequestFailedException> FailAsync(
        HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using (response)
        {
            var body = await CappedBody.PeekAsync(response, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return toException(new ApiFailure
            {
                StatusCode = response.StatusCode,
                Route = RequestOptions.RouteOf(request),
                RequestPath = request.RequestUri?.AbsolutePath,
                Tenant = OkapiHeaders.TenantOf(request),
                RequestId = response.Headers.TryGetValues(OkapiHeaders.RequestId, out var ids) ? ids.FirstOrDefault() : null,
                Body = body.Length == 0 ? null : body,
                MediaType = response.Content.Headers.ContentType?.MediaType,
                RetryAfter = Http.RetryAfter.Of(response, time),
                Attempts = CallContext.Of(request).Attempts,
                MayHaveBeenProcessed = CallContext.Of(request).Doubt == Doubt.Unknown,
            });
        }
    }
}
