using Microsoft.Extensions.Logging;
using Polaris.Client.Telemetry;

namespace Polaris.Client.Http;

/// <summary>Writes one debug line for each response: its route template, its status, its duration.</summary>
internal sealed class TelemetryHandler(ILogger logger, TimeProvider time) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        logger.IsEnabled(LogLevel.Debug) ? SendAndLogAsync(request, cancellationToken) : base.SendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> SendAndLogAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var status = 0;
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            status = (int)response.StatusCode;
            return response;
        }
        catch (RequestFailedException exception)
        {
            status = (int)exception.StatusCode;
            throw;
        }
        finally
        {
            Log.Answered(logger, RequestOptions.RouteOf(request), status, time.GetElapsedTime(started).TotalMilliseconds);
        }
    }
}
