using System.Diagnostics;
using Polaris.Client.Compatibility;
using Polaris.Client.Http;
using Polaris.Client.Telemetry;

namespace Polaris.Client.Workflows;

/// <summary>An open or ended workflow, run step by step: read the prompt, reply, repeat.</summary>
/// <typeparam name="TAnswer">The result of the workflow if it succeeds.</typeparam>
/// <remarks>Not thread-safe: one reply at a time.</remarks>
public sealed class WorkflowConversation<TAnswer>
    where TAnswer : class
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private readonly IWorkflowApi _api;
    private readonly WorkflowContext _context;
    private bool _isSignInRefused;
    private bool _endsInBackground;
    private int _isReplying;

    internal WorkflowConversation(
        IWorkflowApi api, WorkflowContext context, WorkflowKind<TAnswer> kind, WorkflowStep step, WorkflowAnswer answer, Guid requestGuid = default)
    {
        _api = api;
        _context = context;
        Kind = kind;
        LastAnswer = answer;
        RequestGuid = requestGuid;
        Accept(step, null, answer);
    }

    /// <summary>The workflow.</summary>
    public WorkflowKind<TAnswer> Kind { get; }

    /// <summary>The ID of the conversation; all zeros if it ended with its first response.</summary>
    public Guid RequestGuid { get; private set; }

    /// <summary>The open prompt; <c>null</c> if the workflow has ended.</summary>
    public Prompt? PendingPrompt { get; private set; }

    /// <summary>The last response, as received.</summary>
    public WorkflowAnswer LastAnswer { get; private set; }

    /// <summary>Every request and response of this conversation, in order.</summary>
    public WorkflowTranscript Transcript { get; } = new();

    /// <summary>Whether the response to a reply was lost, so that the state on the server may differ from this one.</summary>
    internal bool IsInDoubt { get; private set; }

    /// <summary>Replies to the open prompt.</summary>
    /// <param name="reply">Created by a method of <see cref="PendingPrompt"/>.</param>
    /// <param name="cancellationToken">
    /// Cancels the wait. A reply that is in flight is completed in the background, and then one Cancel is sent if a prompt is open.
    /// </param>
    /// <exception cref="InvalidOperationException">No prompt is open, or another reply is in flight.</exception>
    /// <exception cref="IllegalReplyException">The reply belongs to another prompt, or is not offered. Nothing was sent.</exception>
    /// <exception cref="WorkflowFailedException">The server ended the workflow without completing it.</exception>
    /// <exception cref="RequestFailedException">The server rejected the reply.</exception>
    /// <exception cref="ReplyInDoubtException">The response was lost, and the state has not changed within the time limit.</exception>
    /// <exception cref="TransportException">The reply could not be sent.</exception>
    /// <remarks>
    /// PUT /workflow/{workflowRequestGuid}, never sent twice. If its response is lost, GET is repeated until the state has changed, at most for
    /// <see cref="PolarisClientOptions.ReplyRecoveryTimeout"/>: an unchanged prompt proves nothing, because the server may still be working.
    /// </remarks>
    public Task ReplyAsync(PromptReply reply, CancellationToken cancellationToken = default) =>
        ReplyAsync(reply, endIfCanceled: true, cancellationToken);

    private async Task ReplyAsync(PromptReply reply, bool endIfCanceled, CancellationToken cancellationToken)
    {
        _ = reply ?? throw new ArgumentNullException(nameof(reply));
        cancellationToken.ThrowIfCancellationRequested();
        if (Interlocked.Exchange(ref _isReplying, 1) == 1)
        {
            throw new InvalidOperationException(
                $"Another reply of workflow {RequestGuid} is in flight, and this one might reach the next prompt. Await one reply before the next.");
        }

        try
        {
            // Not before: another reply may just have ended, and have changed the open prompt.
            await SendAndAcceptAsync(reply, Check(reply), endIfCanceled, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _isReplying, 0);
        }
    }

    private async Task SendAndAcceptAsync(PromptReply reply, WorkflowReply wire, bool endIfCanceled, CancellationToken cancellationToken)
    {
        // The Cancel that closes a conversation may follow the disposal of the client.
        var call = new CallContext { CallerToken = cancellationToken, EvenAfterDisposal = !endIfCanceled, KeepsClientLimits = !endIfCanceled };
        var sending = _context.Background.Run(lifetime => SendAsync(wire, reply.Prompt, call, lifetime));
        try
        {
            var (answer, lostAt) = await sending.WithCallersToken(cancellationToken).ConfigureAwait(false);
            if (lostAt is { } at)
            {
                Transcript.Add(WorkflowStep.Reply, at, wire, null);
            }

            Accept(lostAt is null ? WorkflowStep.Reply : WorkflowStep.Read, lostAt is null ? wire : null, answer);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            MarkInDoubt(wire);
            if (endIfCanceled)
            {
                _endsInBackground = true;
                EndInBackground(_api, _context, Kind, call, AnswerOf(sending), before: LastAnswer, RequestGuid);
            }

            throw;
        }
        catch (OperationCanceledException exception)
        {
            throw TransportFailure.Ended("PUT /workflow/{workflowRequestGuid}", call.Doubt == Doubt.Unknown, exception);
        }
        catch (ReplyInDoubtException)
        {
            MarkInDoubt(wire);
            throw;
        }
        catch (AuthenticationFailedException)
        {
            _isSignInRefused = true;
            throw;
        }
    }

    /// <summary>Replies Cancel to the open prompt.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="IllegalReplyException">The prompt does not offer Cancel.</exception>
    /// <inheritdoc cref="ReplyAsync(PromptReply, CancellationToken)" path="/exception"/>
    public Task CancelAsync(CancellationToken cancellationToken = default) => ReplyAsync(Pending().Cancel(), cancellationToken);

    /// <summary>Returns the result of the ended workflow.</summary>
    /// <exception cref="InvalidOperationException">A prompt is still open.</exception>
    /// <exception cref="WorkflowFailedException">The server ended the workflow without completing it.</exception>
    public WorkflowResult<TAnswer> Complete()
    {
        if (PendingPrompt is { } prompt)
        {
            throw new InvalidOperationException($"Workflow {RequestGuid} has not ended: {prompt} waits for a reply.");
        }

        if (LastAnswer.WorkflowStatus == WorkflowStatus.CompletedCancelled)
        {
            return new WorkflowResult<TAnswer>(WorkflowOutcome.Canceled, null, LastAnswer, Transcript);
        }

        if (LastAnswer.WorkflowStatus != WorkflowStatus.CompletedSuccessfully)
        {
            // A caller may ask for the result although the reply has failed.
            throw Failed(LastAnswer);
        }

        var (result, outcome) = Kind.Read(LastAnswer);
        return new WorkflowResult<TAnswer>(
            ReportsFailure(LastAnswer) ? WorkflowOutcome.PartlyCompleted : outcome,
            result,
            LastAnswer,
            Transcript);
    }

    /// <summary>A server may report success and describe in a message what was not done.</summary>
    private static bool ReportsFailure(WorkflowAnswer answer) =>
        answer.InformationMessages.Any(message => message.Type == InformationMessageType.Failure);

    /// <summary>Returns a bookmark with which another process can continue the conversation: see <see cref="WorkflowsClient.ResumeAsync"/>.</summary>
    /// <exception cref="InvalidOperationException">The workflow has ended.</exception>
    public WorkflowBookmark ToBookmark() => ToBookmark(Pending());

    private WorkflowBookmark ToBookmark(Prompt prompt) => new()
    {
        RequestGuid = RequestGuid,
        RequestType = Kind.RequestType,
        OrganizationId = _context.OrganizationId,
        WorkstationId = _context.WorkstationId,
        Prompt = prompt.Wire,
    };

    /// <summary>Returns IDs and the status only; the messages may name people.</summary>
    public override string ToString() =>
        $"workflow {(int)Kind.RequestType} {RequestGuid}: {PendingPrompt?.ToString() ?? LastAnswer.WorkflowStatus.ToString()}";

    private Prompt Pending() =>
        PendingPrompt ?? throw new InvalidOperationException($"Workflow {RequestGuid} has ended, so no prompt is open.");

    private WorkflowReply Check(PromptReply reply)
    {
        var prompt = Pending();
        if (IsInDoubt)
        {
            throw new InvalidOperationException(_endsInBackground
                ? $"A reply of workflow {RequestGuid} was canceled, so that the workflow is canceled in the background. Start it again."
                : $"The response to a reply of workflow {RequestGuid} was lost, so the open prompt is not known. Resume it from ToBookmark.");
        }

        return ReferenceEquals(reply.Prompt, prompt)
            ? reply.Wire
            : throw new IllegalReplyException(prompt, $"it replies to {reply.Prompt}, not to the open prompt. Create replies with the methods of PendingPrompt.");
    }

    private void MarkInDoubt(WorkflowReply sent)
    {
        IsInDoubt = true;
        Transcript.Add(WorkflowStep.Reply, _context.Time.GetUtcNow(), sent, null);
    }

    private static async Task<WorkflowAnswer> AnswerOf(Task<(WorkflowAnswer Answer, DateTimeOffset? LostAt)> sending) =>
        (await sending.ConfigureAwait(false)).Answer;

    /// <summary>Sends the reply once; if its response is lost, returns the state as soon as it has changed.</summary>
    private async Task<(WorkflowAnswer Answer, DateTimeOffset? LostAt)> SendAsync(
        WorkflowReply wire, Prompt prompt, CallContext call, CancellationToken lifetime)
    {
        Exception? lost = null;
        try
        {
            var answer = await _api.ReplyAsync(RequestGuid, wire, call, lifetime).ConfigureAwait(false);
            if (answer.WorkflowRequestGuid == RequestGuid || answer.WorkflowRequestGuid == Guid.Empty)
            {
                return (answer, null);
            }
        }
        catch (Exception exception) when (call.Doubt == Doubt.Unknown && exception is not AuthenticationFailedException)
        {
            lost = exception;
        }

        Log.RecoveringReply(_context.Logger, (int)Kind.RequestType, RequestGuid);
        var lostAt = _context.Time.GetUtcNow();
        return (await ReadChangedStateAsync(prompt, lost, lifetime).ConfigureAwait(false), lostAt);
    }

    /// <summary>Reads the state until it has changed. A refused read, another conversation, or the same prompt prove nothing.</summary>
    private async Task<WorkflowAnswer> ReadChangedStateAsync(Prompt prompt, Exception? lost, CancellationToken lifetime)
    {
        using var limit = _context.Time.CancelAfter(_context.ReplyRecoveryTimeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, lifetime);
        try
        {
            for (var pause = FirstPause; ; pause = pause + pause < LongestPause ? pause + pause : LongestPause)
            {
                if (await TryReadStateAsync(either.Token).ConfigureAwait(false) is { } state && state.WorkflowRequestGuid == RequestGuid && prompt.IsSettledBy(state))
                {
                    return state;
                }

                await _context.Time.PauseAsync(pause, either.Token).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or AuthenticationFailedException)
        {
            throw new ReplyInDoubtException(ToBookmark(prompt), Transcript, lost ?? exception)
            {
                RequestPath = (lost as TransportException)?.RequestPath ?? (lost as RequestFailedException)?.RequestPath,
            };
        }
    }

    private async Task<WorkflowAnswer?> TryReadStateAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _api.GetAsync(RequestGuid, new CallContext { KeepsClientLimits = true }, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or AuthenticationFailedException))
        {
            return null;
        }
    }

    /// <summary>Sends one Cancel, so that no conversation of ours stays open; a conversation that cannot be canceled is logged.</summary>
    internal async Task AbandonAsync()
    {
        if (PendingPrompt is not { } prompt || _endsInBackground)
        {
            return;
        }

        if (IsInDoubt || _isSignInRefused || !prompt.IsCancelOffered)
        {
            Log.LeftOpen(_context.Logger, (int)Kind.RequestType, RequestGuid, (int)prompt.Id);
            return;
        }

        using var limit = _context.Time.CancelAfter(WorkflowsClient.CancelTimeout);
        try
        {
            await ReplyAsync(prompt.Cancel(), endIfCanceled: false, limit.Token).ConfigureAwait(false);
            if (PendingPrompt is { } next)
            {
                // Cancel may lead to another prompt, such as the previous one. Only one Cancel is sent.
                Log.LeftOpen(_context.Logger, (int)Kind.RequestType, RequestGuid, (int)next.Id);
            }
        }
        catch (Exception exception)
        {
            Log.NotCanceled(_context.Logger, (int)Kind.RequestType, RequestGuid, exception);
        }
    }

    /// <summary>Ends what a canceled call left on the server, as soon as its response is received.</summary>
    /// <param name="api">The endpoints.</param>
    /// <param name="context">The user, the endpoints and the clock.</param>
    /// <param name="kind">The workflow.</param>
    /// <param name="call">What is known about the call.</param>
    /// <param name="sending">The call itself.</param>
    /// <param name="before">The response before the call, which applies if the call was not carried out; null for a start.</param>
    /// <param name="requestGuid">The conversation, whose ID a response may lack; empty for a start.</param>
    internal static void EndInBackground(
        IWorkflowApi api,
        WorkflowContext context,
        WorkflowKind<TAnswer> kind,
        CallContext call,
        Task<WorkflowAnswer> sending,
        WorkflowAnswer? before,
        Guid requestGuid = default) =>
        _ = context.Background.Run(async _ =>
        {
            try
            {
                if (await AnswerOrBeforeAsync(context, kind, call, sending, before).ConfigureAwait(false) is { } answer)
                {
                    await new WorkflowConversation<TAnswer>(api, context, kind, WorkflowStep.Read, answer, requestGuid)
                        .AbandonAsync().ConfigureAwait(false);
                }
            }
            catch (WorkflowFailedException)
            {
                // The response that was just logged ended the workflow, so there is nothing to cancel.
            }
            catch (Exception exception)
            {
                Log.NotCanceled(context.Logger, (int)kind.RequestType, requestGuid, exception);
            }
        });

    private static async Task<WorkflowAnswer?> AnswerOrBeforeAsync(
        WorkflowContext context, WorkflowKind<TAnswer> kind, CallContext call, Task<WorkflowAnswer> sending, WorkflowAnswer? before)
    {
        try
        {
            var answer = await sending.ConfigureAwait(false);
            Log.CanceledCallAnswered(context.Logger, (int)kind.RequestType, answer.WorkflowRequestGuid, (int)answer.WorkflowStatus);
            return answer;
        }
        catch (Exception exception) when (call.Doubt != Doubt.Unknown && (before is null || exception is not AuthenticationFailedException))
        {
            return before;
        }
    }

    private void Accept(WorkflowStep step, WorkflowReply? sent, WorkflowAnswer answer)
    {
        Transcript.Add(step, _context.Time.GetUtcNow(), sent, answer);
        LastAnswer = answer;
        RequestGuid = answer.WorkflowRequestGuid == Guid.Empty ? RequestGuid : answer.WorkflowRequestGuid;
        PendingPrompt = null;
        switch (answer)
        {
            case { WorkflowStatus: WorkflowStatus.CompletedSuccessfully or WorkflowStatus.CompletedCancelled }:
                break;
            case { WorkflowStatus: WorkflowStatus.InputRequired, Prompt: not null } when RequestGuid != Guid.Empty:
                PendingPrompt = _context.CreatePrompt(Kind, new PromptContext(answer, Transcript) { RequestGuid = RequestGuid });
                Note(PendingPrompt);
                break;
            default:
                if (MayBeOpen(answer))
                {
                    Log.MayBeOpen(_context.Logger, (int)Kind.RequestType, RequestGuid, (int)answer.WorkflowStatus);
                }

                throw Failed(answer);
        }
    }

    /// <summary>Any status but "failed" and "error" may leave the conversation open, without a prompt that could be canceled.</summary>
    private static bool MayBeOpen(WorkflowAnswer answer) =>
        answer.WorkflowStatus is not (WorkflowStatus.CompletedFailure or WorkflowStatus.ErrorOccurred);

    private WorkflowFailedException Failed(WorkflowAnswer answer) => WorkflowFailedException.Of(Kind.RequestType, RequestGuid, answer, Transcript);

    private void Note(Prompt prompt)
    {
        ClientMetrics.Prompted(_context.Identity, (int)Kind.RequestType, (int)prompt.Id);
        Activity.Current?.AddEvent(new ActivityEvent(
            "polaris.prompt", tags: new ActivityTagsCollection { ["polaris.prompt.id"] = (int)prompt.Id }));
        Log.Prompted(_context.Logger, (int)Kind.RequestType, RequestGuid, (int)prompt.Id);
    }
}
