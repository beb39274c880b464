using Microsoft.Extensions.Logging;
using Polaris.Client.Telemetry;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Polaris.Client.Http;

/// <summary>Sends a request again where <see cref="RetryRules"/> allow it, and bounds each attempt and the whole.</summary>
/// <remarks>
/// One retry and one time-out strategy for everything, since each of them costs every call: the time-out of an attempt is cut
/// to what is left of the whole.
/// </remarks>
internal sealed class RetryHandler : DelegatingHandler
{
    private readonly RetryRules _rules;
    private readonly TimeSpan _attemptTimeout;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public RetryHandler(RetryRules rules, TimeSpan attemptTimeout, TimeProvider time, ILogger logger)
    {
        _rules = rules;
        _attemptTimeout = attemptTimeout;
        _time = time;
        _logger = logger;
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time };
        if (rules.Options.Enabled)
        {
            builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = ShouldRetryAsync,
                DelayGenerator = static args => new ValueTask<TimeSpan?>(RetryCall.Of(args.Context).Delay),
                OnRetry = Note,
            });
        }

        _pipeline = builder
            .AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = args => new(AttemptTimeout(RetryCall.Of(args.Context))) })
            .Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var told = RefitSeam.Property<CallContext>(request, CallContext.PropertyKey);
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(RetryCall.Key, new RetryCall(request, told, started: _time.GetTimestamp()));
        try
        {
            return await _pipeline.ExecuteAsync(static (context, handler) => handler.AttemptAsync(context), context, this)
                .ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<HttpResponseMessage> AttemptAsync(ResilienceContext context)
    {
        var call = RetryCall.Of(context);
        call.Attempts++;
        call.Context?.Attempts = call.Attempts;
        var response = await base.SendAsync(call.Request, context.CancellationToken).ConfigureAwait(false);
        call.Context?.ServerTime = response.Headers.Date;
        return response;
    }

    private ValueTask<bool> ShouldRetryAsync(RetryPredicateArguments<HttpResponseMessage> args) =>
        args.Outcome.Result is { IsSuccessStatusCode: true } ? PredicateResult.False() : IsWorthRetryAsync(args.Context, args.Outcome);

    private async ValueTask<bool> IsWorthRetryAsync(ResilienceContext context, Outcome<HttpResponseMessage> outcome)
    {
        var call = RetryCall.Of(context);
        call.Reason = await _rules.ReasonAsync(call.Request, outcome, context.CancellationToken).ConfigureAwait(false);
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
        var backoff = Backoff.Delay(call.LockConflicts++, _rules.Options.BaseDelay, _rules.Options.MaxDelay);
        return remaining <= TimeSpan.Zero ? null : Shorter(backoff, remaining);
    }

    /// <summary>Null when there were faults enough.</summary>
    private TimeSpan? DelayForFault(RetryCall call, Outcome<HttpResponseMessage> outcome)
    {
        if (call.Faults == _rules.Options.MaxRetries)
        {
            return null;
        }

        var backoff = Backoff.Delay(call.Faults++, _rules.Options.BaseDelay, _rules.Options.MaxDelay);
        return outcome.Result is { } answer && RetryAfter.Of(answer, _time) is { } asked ? asked : backoff;
    }

    private TimeSpan AttemptTimeout(RetryCall call)
    {
        if (!_rules.Options.Enabled)
        {
            return _attemptTimeout;
        }

        // To Polly a time-out of zero means none at all.
        var remaining = RemainingTime(call);
        return Shorter(_attemptTimeout, remaining > TimeSpan.Zero ? remaining : TimeSpan.FromTicks(1));
    }

    private TimeSpan RemainingTime(RetryCall call) =>
        _rules.Options.TotalTimeout + LockWait(call) - _time.GetElapsedTime(call.Started);

    private TimeSpan LockWait(RetryCall call) => call.Context?.LockWait ?? _rules.Options.LockWait;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    /// <summary>From the second attempt on, the outer handlers and the exception can tell the count.</summary>
    private ValueTask Note(OnRetryArguments<HttpResponseMessage> args)
    {
        var call = RetryCall.Of(args.Context);
        var told = call.Context ??= RefitSeam.Attach(call.Request, CallContext.PropertyKey, new CallContext());
        told.Attempts = call.Attempts;
        if (call.Reason == RetryReason.LockConflict)
        {
            told.LockWaited += args.RetryDelay;
        }
        else if (args.Outcome.Exception is not { } exception || !TransportFailure.NeverLeft(exception))
        {
            told.EarlierAttemptMayHaveBeenProcessed = true;
        }

        ClientMetrics.Retried(RefitSeam.RouteOf(call.Request), call.Reason);
        Log.Retrying(_logger, RefitSeam.RouteOf(call.Request), call.Reason, call.Attempts, args.RetryDelay);
        return default;
    }
}
