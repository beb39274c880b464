using Microsoft.Extensions.Logging;
using Polaris.Client.Compatibility;
using Polaris.Client.Telemetry;
using Polly;
using Polly.Retry;

namespace Polaris.Client.Http;

/// <summary>Limits each attempt, and sends a request again if <see cref="RetryRules"/> allow it, with delays, until its time is over.</summary>
internal sealed class RetryHandler : DelegatingHandler
{
    private static readonly ResiliencePropertyKey<RetryCall> CallKey = new("Polaris.Client.RetryCall");

    private readonly RetryRules _rules;
    private readonly TimeSpan _attemptTimeout;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ResiliencePipeline<HttpResponseMessage> _retries;

    public RetryHandler(RetryRules rules, TimeSpan attemptTimeout, TimeProvider time, ILogger logger)
    {
        _rules = rules;
        _attemptTimeout = attemptTimeout;
        _time = time;
        _logger = logger;
        _retries = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = args => IsWorthRetryAsync(CallOf(args.Context), args.Outcome, args.Context.CancellationToken),
                DelayGenerator = static args => new(CallOf(args.Context).Delay),
                OnRetry = args => Note(CallOf(args.Context), args.RetryDelay),
            })
            .Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = new RetryCall(request, CallContext.Of(request), _time.GetTimestamp());

        // The caller's own token ends the delays; an attempt in flight is abandoned only with the token of the method.
        using var pauses = call.Context.WithCallerToken(cancellationToken);
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, pauses?.Token ?? cancellationToken);
        try
        {
            context.Properties.Set(CallKey, call);
            var outcome = await _retries.ExecuteOutcomeAsync(
                static (_, state) => state.Handler.AttemptAsync(state.Call, state.Token),
                context,
                (Handler: this, Call: call, Token: cancellationToken)).ConfigureAwait(false);
            outcome.ThrowIfException();
            return outcome.Result!;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>Sends the request once; an attempt that takes too long fails with a <see cref="TimeoutException"/>.</summary>
    private async ValueTask<Outcome<HttpResponseMessage>> AttemptAsync(RetryCall call, CancellationToken cancellationToken)
    {
        var timeout = _rules.Options.Enabled ? Shorter(RemainingTime(call), _attemptTimeout) : _attemptTimeout;
        using var limit = _time.CancelAfter(timeout > TimeSpan.Zero ? timeout : TimeSpan.Zero);
        using var givenUp = limit.CancelWith(cancellationToken);
        call.Context.BeginAttempt();
        try
        {
            return Outcome.FromResult(await base.SendAsync(call.Request, limit.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return Outcome.FromException<HttpResponseMessage>(new TimeoutException($"No response was received within {timeout}.", exception));
        }
        catch (Exception exception)
        {
            return Outcome.FromException<HttpResponseMessage>(exception);
        }
    }

    private async ValueTask<bool> IsWorthRetryAsync(
        RetryCall call, Outcome<HttpResponseMessage> outcome, CancellationToken cancellationToken)
    {
        if (!_rules.Options.Enabled || outcome.Result is { IsSuccessStatusCode: true })
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

    /// <summary>Returns <see langword="null"/> if the call has waited long enough for the lock.</summary>
    private TimeSpan? DelayForLock(RetryCall call)
    {
        call.FirstConflict ??= _time.GetTimestamp();
        var remaining = LockWait(call) - _time.GetElapsedTime(call.FirstConflict.Value);
        var backoff = Backoff.Delay(call.LockConflicts++, _rules.Options);
        return remaining <= TimeSpan.Zero ? null : Shorter(backoff, remaining).InWholeMilliseconds();
    }

    /// <summary>Returns <see langword="null"/> if there were too many faults.</summary>
    private TimeSpan? DelayForFault(RetryCall call, Outcome<HttpResponseMessage> outcome)
    {
        if (call.Faults == _rules.Options.MaxRetries)
        {
            return null;
        }

        // A server that asks for a delay of zero, or until a time in the past, does not ask for a flood of requests.
        var backoff = Backoff.Delay(call.Faults++, _rules.Options);
        var asked = outcome.Result is { } answer ? RetryAfter.Of(answer, _time) : (outcome.Exception as RequestFailedException)?.Failure.RetryAfter;
        return asked > backoff ? asked : backoff;
    }

    private TimeSpan RemainingTime(RetryCall call) =>
        _rules.Options.TotalTimeout + LockWait(call) - _time.GetElapsedTime(call.Started);

    private TimeSpan LockWait(RetryCall call) => call.Context.LockWait ?? _rules.Options.LockWait;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static RetryCall CallOf(ResilienceContext context) => context.Properties.GetValue(CallKey, null!);

    private ValueTask Note(RetryCall call, TimeSpan delay)
    {
        if (call.Reason == RetryReason.LockConflict)
        {
            call.Context.LockWaited += delay;
        }

        var route = RequestOptions.RouteOf(call.Request);
        var reason = call.Reason == RetryReason.LockConflict ? "lock_conflict" : "transient";
        ClientMetrics.Retried(route, reason);
        Log.Retrying(_logger, route, reason, call.Context.Attempts, delay);
        return default;
    }

    /// <summary>One call and its attempts.</summary>
    private sealed class RetryCall(HttpRequestMessage request, CallContext context, long started)
    {
        public HttpRequestMessage Request { get; } = request;

        public CallContext Context { get; } = context;

        public long Started { get; } = started;

        public RetryReason Reason { get; set; }

        /// <summary>The delay before the next attempt; <see langword="null"/> if there is none.</summary>
        public TimeSpan? Delay { get; set; }

        /// <summary>The number of attempts that ended with a transient fault and were repeated.</summary>
        public int Faults { get; set; }

        /// <summary>The number of attempts that found the object locked by another user.</summary>
        public int LockConflicts { get; set; }

        public long? FirstConflict { get; set; }
    }
}
