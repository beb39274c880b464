namespace Polaris.Client.Http;

/// <summary>Turns every unsuccessful response, and every missing response, into an exception of this library.</summary>
/// <param name="profile">Reads the server's error bodies.</param>
/// <param name="client">Knows whether the client was disposed; <see langword="null"/> for sign-ins, which calls after disposal may need.</param>
/// <param name="time">The clock, for a Retry-After with a date.</param>
internal sealed class ErrorsHandler(ServerProfile profile, BackgroundWork? client, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = CallContext.Of(request);
        if (client?.IsDisposed == true && !context.EvenAfterDisposal)
        {
            throw new ObjectDisposedException("Polaris.Client", $"{RequestOptions.RouteOf(request)} was not sent, because its client was disposed.");
        }

        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return ApiFailure.Is(response) || profile.IsErrorBody(response)
                ? throw await FailAsync(request, response, cancellationToken).ConfigureAwait(false)
                : response;
        }
        catch (UnacceptableResponseException exception)
        {
            throw Unacceptable(request, exception);
        }
        catch (OperationCanceledException exception) when (context.CallerToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, context.CallerToken);
        }
        catch (Exception exception) when (TransportFailure.Is(exception, cancellationToken))
        {
            // The exception of an aborted connection differs between platforms; to the caller who canceled it is the same.
            throw cancellationToken.IsCancellationRequested
                ? new OperationCanceledException(exception.Message, exception, cancellationToken)
                : NoAnswer(request, exception);
        }
    }

    private TransportException NoAnswer(HttpRequestMessage request, Exception exception)
    {
        var context = CallContext.Of(request);
        var route = RequestOptions.RouteOf(request);
        var tenant = profile.TenantOf(request);
        var mayHaveBeenProcessed = context.Doubt == Doubt.Unknown;
        var advice = mayHaveBeenProcessed
            ? "The server may have acted on it: find out before sending it again."
            : "The server did not receive it: it is safe to send it again.";
        return new TransportException(
            $"{ApiFailure.TargetOf(route, tenant)} {TransportFailure.Describe(exception, mayHaveBeenProcessed)}. {advice}", route, mayHaveBeenProcessed, exception)
        {
            Tenant = tenant,
            RequestPath = request.RequestUri?.AbsolutePath,
            Attempts = context.Attempts,
        };
    }

    private InvalidResponseException Unacceptable(HttpRequestMessage request, UnacceptableResponseException exception)
    {
        var failure = profile.FailureOf(request, exception.Status);
        return new InvalidResponseException(
            $"The response to {failure.Target} {exception.Message}{RequestFailures.Doubtful(failure)}.", failure, exception);
    }

    private async Task<RequestFailedException> FailAsync(
        HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using (response)
        {
            var body = await CappedBody.PeekAsync(response, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            var failure = profile.FailureOf(request, response.StatusCode);
            failure.RequestId = profile.RequestIdOf(response);
            failure.Body = body.Length == 0 ? null : body;
            failure.MediaType = response.Content.Headers.ContentType?.MediaType;
            failure.RetryAfter = Http.RetryAfter.Of(response, time);
            return profile.ToException(failure);
        }
    }
}
