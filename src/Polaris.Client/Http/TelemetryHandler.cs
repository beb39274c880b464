using Microsoft.Extensions.Logging;
using Polaris.Client.Telemetry;

namespace Polaris.Client.Http;

/// <summary>Writes one debug line for each call, with its route template, outcome and duration, and puts its spans below that of an open lease.</summary>
internal sealed class TelemetryHandler(ServerProfile profile, ILogger logger, TimeProvider time) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        logger.IsEnabled(LogLevel.Debug) || OpenSpan.Parent is not null
            ? SendAndReportAsync(request, cancellationToken)
            : base.SendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> SendAndReportAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        OpenSpan.Enter();
        var started = time.GetTimestamp();
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            Answered((int)response.StatusCode);
            return response;
        }
        catch (RequestFailedException exception)
        {
            Answered((int)exception.StatusCode);
            throw;
        }
        catch (Exception exception)
        {
            // Only messages of this library are known to hold no personal data.
            var reason = exception is PolarisClientException own ? own.Message : exception.GetType().Name;
            Log.NotAnswered(LoggerOf(request), RequestOptions.RouteOf(request), time.GetElapsedTime(started).TotalMilliseconds, reason);
            throw;
        }

        void Answered(int status) =>
            Log.Answered(LoggerOf(request), RequestOptions.RouteOf(request), status, time.GetElapsedTime(started).TotalMilliseconds);
    }

    private ILogger LoggerOf(HttpRequestMessage request) => ClientLogger.For(logger, profile.TenantOf(request));
}
