using Microsoft.Extensions.Logging;
using Polaris.Client.Telemetry;
using Polly;
using Polly.Retry;

namespace Polaris.Client.Http;

/// <summary>Sends a request again where <see cref="RetryRules"/> allow it, with pauses, until its time is over.</summary>
internal sealed class RetryLoop
{
    private readonly RetryRules _rules;
    private readonly Func<HttpRequestMessage, TimeSpan, CancellationToken, ValueTask<HttpResponseMessage>> _attempt;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ResiliencePipeline<HttpResponseMessage> _retries;

    /// <param name="rules">What is worth another attempt.</param>
    /// <param name="attempt">Sends a request once, within the time that is given to it.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Learns of each retry.</param>
    public RetryLoop(
        RetryRules rules,
        Func<HttpRequestMessage, TimeSpan, CancellationToken, ValueTask<HttpResponseMessage>> attempt,
        TimeProvider time,
        ILogger logger)
    {
        _rules = rules;
        _attempt = attempt;
        _time = time;
        _logger = logger;
        _retries = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = args => IsWorthRetryAsync(RetryCall.Of(args.Context), args.Outcome, args.Context.CancellationToken),
                DelayGenerator = static args => new(RetryCall.Of(args.Context).Delay),
                OnRetry = args => Note(RetryCall.Of(args.Context), args.Outcome, args.RetryDelay),
            })
            .Build();
    }

    /// <summary>Goes on after a first attempt that failed.</summary>
    /// <param name="request">The request.</param>
    /// <param name="started">Time stamp of the first attempt.</param>
    /// <param name="response">Its answer; null when there was none.</param>
    /// <param name="failure">What it threw instead.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<HttpResponseMessage> GoOnAsync(
        HttpRequestMessage request, long started, HttpResponseMessage? response, Exception? failure, CancellationToken cancellationToken)
    {
        var first = failure is null ? Outcome.FromResult(response!) : Outcome.FromException<HttpResponseMessage>(failure);
        var call = new RetryCall(request, started, first);
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        try
        {
            context.Properties.Set(RetryCall.Key, call);
            var outcome = await _retries.ExecuteOutcomeAsync(
                static (context, retry) => retry.Call.TakeFirst() is { } first
                    ? new ValueTask<Outcome<HttpResponseMessage>>(first)
                    : retry.Loop.AttemptAsync(retry.Call, context.CancellationToken),
                context,
                (Loop: this, Call: call)).ConfigureAwait(false);
            outcome.ThrowIfException();
            return outcome.Result!;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<Outcome<HttpResponseMessage>> AttemptAsync(RetryCall call, CancellationToken cancellationToken)
    {
        try
        {
            var remaining = RemainingTime(call);
            return Outcome.FromResult(await _attempt(
                call.Request, remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            return Outcome.FromException<HttpResponseMessage>(exception);
        }
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
        var asked = outcome.Result is { } answer ? RetryAfter.Of(answer, _time) : (outcome.Exception as RequestFailedException)?.Failure.RetryAfter;
        return asked ?? backoff;
    }

    private TimeSpan RemainingTime(RetryCall call) =>
        _rules.Options.TotalTimeout + LockWait(call) - _time.GetElapsedTime(call.Started);

    private TimeSpan LockWait(RetryCall call) => call.Context.LockWait ?? _rules.Options.LockWait;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    /// <summary>Whether the server may have acted all the same.</summary>
    private static bool LeavesDoubt(Outcome<HttpResponseMessage> outcome) => outcome.Result is { } answer
        ? ApiFailure.LeavesDoubt(answer.StatusCode)
        : outcome.Exception is not PolarisClientException && !TransportFailure.NeverLeft(outcome.Exception!);

    /// <summary>From the second attempt on, the outer handlers and the exception can tell the count.</summary>
    private ValueTask Note(RetryCall call, Outcome<HttpResponseMessage> outcome, TimeSpan delay)
    {
        if (call.Reason == RetryReason.LockConflict)
        {
            call.Context.LockWaited += delay;
        }
        else if (LeavesDoubt(outcome))
        {
            call.Context.EarlierAttemptMayHaveBeenProcessed = true;
        }

        var route = RequestOptions.RouteOf(call.Request);
        var reason = call.Reason == RetryReason.LockConflict ? "lock_conflict" : "transient";
        ClientMetrics.Retried(route, reason);
        Log.Retrying(_logger, route, reason, call.Context.Attempts, delay);
        return default;
    }
}
