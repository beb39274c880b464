using Microsoft.Extensions.Logging;
using Polaris.Client.Telemetry;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Polaris.Client.Http;

/// <summary>Sends a request again where <see cref="RetryRules"/> allow it, and bounds each attempt and the whole.</summary>
/// <remarks>
/// Most calls succeed at once, and what every call pays for is kept small: the retry strategy is built and entered only after a
/// first attempt that failed, and the whole needs no timer, because an attempt is given no more time than is left of it.
/// </remarks>
internal sealed class RetryHandler : DelegatingHandler
{
    private readonly RetryRules _rules;
    private readonly TimeSpan _attemptTimeout;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ResiliencePipeline<HttpResponseMessage> _attempt;
    private readonly Lazy<ResiliencePipeline<HttpResponseMessage>> _retries;

    public RetryHandler(RetryRules rules, TimeSpan attemptTimeout, TimeProvider time, ILogger logger)
    {
        _rules = rules;
        _attemptTimeout = attemptTimeout;
        _time = time;
        _logger = logger;
        _attempt = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = args => new(TimeoutOf(args.Context)) })
            .Build();
        _retries = new Lazy<ResiliencePipeline<HttpResponseMessage>>(BuildRetries);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        try
        {
            var outcome = await AttemptAsync(context, request).ConfigureAwait(false);
            if (_rules.Options.Enabled && outcome.Result is not { IsSuccessStatusCode: true })
            {
                outcome = await RetryAsync(context, new RetryCall(request, started, outcome)).ConfigureAwait(false);
            }

            outcome.ThrowIfException();
            return outcome.Result!;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private ResiliencePipeline<HttpResponseMessage> BuildRetries() =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = _time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = args => IsWorthRetryAsync(RetryCall.Of(args.Context)!, args.Outcome, args.Context.CancellationToken),
                DelayGenerator = static args => new(RetryCall.Of(args.Context)!.Delay),
                OnRetry = args => Note(RetryCall.Of(args.Context)!, args.Outcome, args.RetryDelay),
            })
            .Build();

    private ValueTask<Outcome<HttpResponseMessage>> AttemptAsync(ResilienceContext context, HttpRequestMessage request) =>
        _attempt.ExecuteOutcomeAsync(
            static (context, attempt) => attempt.Handler.SendOnceAsync(attempt.Request, context.CancellationToken),
            context,
            (Handler: this, Request: request));

    private async ValueTask<Outcome<HttpResponseMessage>> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var told = RefitSeam.Property<CallContext>(request, CallContext.PropertyKey);
        told?.Attempts += 1;
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            told?.ServerTime = response.Headers.Date;
            if (ApiFailure.Is(response))
            {
                // Here and not later, so that the time-out of the attempt bounds it.
                await CappedBody.PeekAsync(response, cancellationToken).ConfigureAwait(false);
            }

            return Outcome.FromResult(response);
        }
        catch (Exception exception)
        {
            return Outcome.FromException<HttpResponseMessage>(exception);
        }
    }

    private ValueTask<Outcome<HttpResponseMessage>> RetryAsync(ResilienceContext context, RetryCall call)
    {
        context.Properties.Set(RetryCall.Key, call);
        return _retries.Value.ExecuteOutcomeAsync(
            static (context, retry) => retry.Call.TakeFirst() is { } first
                ? new ValueTask<Outcome<HttpResponseMessage>>(first)
                : retry.Handler.AttemptAsync(context, retry.Call.Request),
            context,
            (Handler: this, Call: call));
    }

    private async ValueTask<bool> IsWorthRetryAsync(
        RetryCall call, Outcome<HttpResponseMessage> outcome, CancellationToken cancellationToken)
    {
        if (outcome.Result is { IsSuccessStatusCode: true })
        {
            return false;
        }

        call.Reason = await _rules.ReasonAsync(call.Request, outcome, cancellationToken).ConfigureAwait(false);
        call.Delay = call.Reason switch
        {
            RetryReason.LockConflict => DelayForLock(call),
            RetryReason.Transient => DelayForFault(call, outcome),
            _ => null,
        };
        return call.Delay < RemainingTime(call);
    }

    /// <summary>Null when the lock was waited for long enough.</summary>
    private TimeSpan? DelayForLock(RetryCall call)
    {
        call.FirstConflict ??= _time.GetTimestamp();
        var remaining = LockWait(call) - _time.GetElapsedTime(call.FirstConflict.Value);
        var backoff = Backoff.Delay(call.LockConflicts++, _rules.Options);
        return remaining <= TimeSpan.Zero ? null : Shorter(backoff, remaining);
    }

    /// <summary>Null when there were faults enough.</summary>
    private TimeSpan? DelayForFault(RetryCall call, Outcome<HttpResponseMessage> outcome)
    {
        if (call.Faults == _rules.Options.MaxRetries)
        {
            return null;
        }

        var backoff = Backoff.Delay(call.Faults++, _rules.Options);
        var asked = outcome.Result is { } answer ? RetryAfter.Of(answer, _time) : (outcome.Exception as ApiException)?.Failure.RetryAfter;
        return asked ?? backoff;
    }

    /// <summary>A first attempt has all its time, as long as the whole is not shorter; to Polly zero means none at all.</summary>
    private TimeSpan TimeoutOf(ResilienceContext context)
    {
        if (!_rules.Options.Enabled)
        {
            return _attemptTimeout;
        }

        var remaining = RetryCall.Of(context) is { } call ? RemainingTime(call) : _rules.Options.TotalTimeout;
        return Shorter(_attemptTimeout, remaining > TimeSpan.Zero ? remaining : TimeSpan.FromTicks(1));
    }

    private TimeSpan RemainingTime(RetryCall call) =>
        _rules.Options.TotalTimeout + LockWait(call) - _time.GetElapsedTime(call.Started);

    private TimeSpan LockWait(RetryCall call) => call.Context.LockWait ?? _rules.Options.LockWait;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    /// <summary>From the second attempt on, the outer handlers and the exception can tell the count.</summary>
    private ValueTask Note(RetryCall call, Outcome<HttpResponseMessage> outcome, TimeSpan delay)
    {
        if (call.Reason == RetryReason.LockConflict)
        {
            call.Context.LockWaited += delay;
        }
        else if (outcome.Exception is not { } exception || !(exception is PolarisClientException || TransportFailure.NeverLeft(exception)))
        {
            call.Context.EarlierAttemptMayHaveBeenProcessed = true;
        }

        var route = RefitSeam.RouteOf(call.Request);
        var reason = call.Reason == RetryReason.LockConflict ? "lock_conflict" : "transient";
        ClientMetrics.Retried(route, reason);
        Log.Retrying(_logger, route, reason, call.Context.Attempts, delay);
        return default;
    }
}
