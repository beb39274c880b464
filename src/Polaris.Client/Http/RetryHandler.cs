using Microsoft.Extensions.Logging;
using Polaris.Client.Compatibility;

namespace Polaris.Client.Http;

/// <summary>Bounds each attempt, and hands a call whose first attempt failed to <see cref="RetryLoop"/>.</summary>
/// <remarks>
/// Most calls succeed at once, and what every call pays for is kept small: the loop is built only when a first attempt fails, and
/// the whole needs no timer, because an attempt is given no more time than is left of it.
/// </remarks>
internal sealed class RetryHandler : DelegatingHandler
{
    private readonly RetryOptions _options;
    private readonly TimeSpan _attemptTimeout;
    private readonly TimeProvider _time;
    private readonly Lazy<RetryLoop> _loop;

    public RetryHandler(RetryRules rules, TimeSpan attemptTimeout, TimeProvider time, ILogger logger)
    {
        _options = rules.Options;
        _attemptTimeout = attemptTimeout;
        _time = time;
        _loop = new Lazy<RetryLoop>(() => new RetryLoop(rules, AttemptAsync, time, logger));
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!_options.Enabled)
        {
            return await AttemptAsync(request, _attemptTimeout, cancellationToken).ConfigureAwait(false);
        }

        var started = _time.GetTimestamp();
        HttpResponseMessage? response = null;
        Exception? failure = null;
        try
        {
            response = await AttemptAsync(request, _options.TotalTimeout, cancellationToken).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
            {
                return response;
            }
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        return await _loop.Value.GoOnAsync(request, started, response, failure, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends the request once.</summary>
    /// <param name="request">The request.</param>
    /// <param name="remaining">What is left of the time for the whole call.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <exception cref="TimeoutException">The attempt took too long.</exception>
    private async ValueTask<HttpResponseMessage> AttemptAsync(
        HttpRequestMessage request, TimeSpan remaining, CancellationToken cancellationToken)
    {
        var timeout = remaining < _attemptTimeout ? remaining : _attemptTimeout;
        using var limit = _time.CancelAfter(timeout);
        using var givenUp = limit.CancelWith(cancellationToken);
        var told = RequestOptions.Get<CallContext>(request, CallContext.PropertyKey);
        told?.Attempts += 1;
        try
        {
            var response = await base.SendAsync(request, limit.Token).ConfigureAwait(false);
            told?.ServerTime = response.Headers.Date;
            return response;
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"No answer came within {timeout}.", exception);
        }
    }
}
