using Microsoft.Extensions.Logging;
using Polaris.Client.Telemetry;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Polaris.Client.Http;

/// <summary>Sends a request again where <see cref="RetryRules"/> allow it, and bounds each attempt and the whole.</summary>
internal sealed class RetryHandler : DelegatingHandler
{
    private readonly RetryRules _rules;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public RetryHandler(RetryRules rules, TimeSpan attemptTimeout, TimeProvider time, ILogger logger)
    {
        _rules = rules;
        _time = time;
        _logger = logger;
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time };
        if (rules.Options.Enabled)
        {
            builder
                .AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = TotalTimeoutAsync })
                .AddRetry(Strategy(RetryReason.LockConflict, int.MaxValue))
                .AddRetry(Strategy(RetryReason.Transient, Math.Max(1, rules.Options.MaxRetries)));
        }

        _pipeline = builder.AddTimeout(attemptTimeout).Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = new RetryCall(request, RefitSeam.Property<CallContext>(request, CallContext.PropertyKey));
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(RetryCall.Key, call);
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
        if (ApiFailure.Is(response))
        {
            // Here and not later, so that the time-out of the attempt bounds it.
            await CappedBody.PeekAsync(response, context.CancellationToken).ConfigureAwait(false);
        }

        return response;
    }

    private RetryStrategyOptions<HttpResponseMessage> Strategy(RetryReason reason, int maxRetries) => new()
    {
        MaxRetryAttempts = maxRetries,
        ShouldHandle = args => ShouldHandleAsync(args, reason),
        DelayGenerator = args => new ValueTask<TimeSpan?>(DelayBefore(args.AttemptNumber, args.Outcome, RetryCall.Of(args.Context))),
        OnRetry = args => Note(args, reason),
    };

    private async ValueTask<bool> ShouldHandleAsync(RetryPredicateArguments<HttpResponseMessage> args, RetryReason reason)
    {
        var call = RetryCall.Of(args.Context);
        call.Reason = await _rules.ReasonAsync(call.Request, args.Outcome, args.Context.CancellationToken).ConfigureAwait(false);
        return call.Reason == reason && reason switch
        {
            RetryReason.LockConflict => RemainingLockWait(call) > TimeSpan.Zero,
            _ => _rules.Options.MaxRetries > 0,
        };
    }

    private TimeSpan DelayBefore(int attempt, Outcome<HttpResponseMessage> outcome, RetryCall call)
    {
        var backoff = Backoff.Delay(attempt, _rules.Options);
        if (call.Reason == RetryReason.LockConflict)
        {
            var remaining = RemainingLockWait(call);
            return backoff < remaining ? backoff : remaining;
        }

        var asked = outcome.Result is { } answer ? RetryAfter.Of(answer, _time) : (outcome.Exception as ApiException)?.Failure.RetryAfter;
        return asked ?? backoff;
    }

    private TimeSpan RemainingLockWait(RetryCall call)
    {
        call.FirstConflict ??= _time.GetTimestamp();
        return LockWait(call) - _time.GetElapsedTime(call.FirstConflict.Value);
    }

    private TimeSpan LockWait(RetryCall call) => call.Context?.LockWait ?? _rules.Options.LockWait;

    private ValueTask<TimeSpan> TotalTimeoutAsync(TimeoutGeneratorArguments args) =>
        new(_rules.Options.TotalTimeout + LockWait(RetryCall.Of(args.Context)));

    /// <summary>From the second attempt on, the outer handlers and the exception can tell the count.</summary>
    private ValueTask Note(OnRetryArguments<HttpResponseMessage> args, RetryReason reason)
    {
        var call = RetryCall.Of(args.Context);
        var told = call.Context ??= RefitSeam.Attach(call.Request, CallContext.PropertyKey, new CallContext());
        told.Attempts = call.Attempts;
        if (reason == RetryReason.LockConflict)
        {
            told.LockWaited += args.RetryDelay;
        }
        else if (args.Outcome.Exception is not { } exception || !(exception is PolarisClientException || TransportFailure.NeverLeft(exception)))
        {
            told.EarlierAttemptMayHaveBeenProcessed = true;
        }

        ClientMetrics.Retried(RefitSeam.RouteOf(call.Request), reason);
        Log.Retrying(_logger, RefitSeam.RouteOf(call.Request), reason, call.Attempts, args.RetryDelay);
        return default;
    }
}
