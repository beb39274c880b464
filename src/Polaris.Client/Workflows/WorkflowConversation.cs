using System.Diagnostics;
using Polaris.Client.Telemetry;

namespace Polaris.Client.Workflows;

/// <summary>An open or ended workflow, step by step: look at the prompt, reply, look again.</summary>
/// <typeparam name="TAnswer">What the workflow tells when it has succeeded.</typeparam>
/// <remarks>Not thread-safe: one reply at a time.</remarks>
public sealed class WorkflowConversation<TAnswer>
    where TAnswer : class
{
    private readonly IWorkflowApi _api;
    private readonly WorkflowContext _context;

    internal WorkflowConversation(
        IWorkflowApi api, WorkflowContext context, WorkflowKind<TAnswer> kind, WorkflowStep step, WorkflowAnswer answer)
    {
        _api = api;
        _context = context;
        Kind = kind;
        LastAnswer = answer;
        Accept(step, null, answer);
    }

    /// <summary>The workflow.</summary>
    public WorkflowKind<TAnswer> Kind { get; }

    /// <summary>The id of the conversation; all zeros when it ended with its first answer.</summary>
    public Guid RequestGuid { get; private set; }

    /// <summary>The prompt that waits for a reply; null when the workflow has ended.</summary>
    public Prompt? PendingPrompt { get; private set; }

    /// <summary>The last answer as it came.</summary>
    public WorkflowAnswer LastAnswer { get; private set; }

    /// <summary>All that was exchanged.</summary>
    public WorkflowTranscript Transcript { get; } = new();

    /// <summary>Whether a reply was sent whose answer was lost, so that the server may be further than this knows.</summary>
    internal bool IsInDoubt { get; private set; }

    /// <summary>Replies to the pending prompt.</summary>
    /// <param name="reply">Made by a method of <see cref="PendingPrompt"/>.</param>
    /// <param name="cancellationToken">Cancels the call; the server may have received the reply all the same.</param>
    /// <exception cref="InvalidOperationException">No prompt waits.</exception>
    /// <exception cref="IllegalReplyException">The reply belongs to another prompt, or is not offered. Nothing was sent.</exception>
    /// <exception cref="WorkflowFailedException">The server ended the workflow without doing it.</exception>
    /// <exception cref="RequestFailedException">The server refused.</exception>
    /// <exception cref="TransportException">No answer came, and the state could not be read either.</exception>
    /// <remarks>
    /// PUT /workflow/{workflowRequestGuid}, never sent twice. When its answer is lost, GET tells how things stand; if the same
    /// prompt still waits then, it is pending again.
    /// </remarks>
    public async Task ReplyAsync(PromptReply reply, CancellationToken cancellationToken = default)
    {
        var wire = Check(reply ?? throw new ArgumentNullException(nameof(reply)));
        cancellationToken.ThrowIfCancellationRequested();
        WorkflowAnswer answer;
        try
        {
            answer = await _api.ReplyAsync(RequestGuid, wire, cancellationToken).ConfigureAwait(false);
        }
        catch (PolarisClientException lost) when (IsAnswerLost(lost))
        {
            NoteLost(wire);
            await ReadStateAsync(lost, cancellationToken).ConfigureAwait(false);
            return;
        }
        catch (OperationCanceledException)
        {
            NoteLost(wire);
            throw;
        }

        if (IsInDoubt && answer.WorkflowStatus == WorkflowStatus.InvalidReply)
        {
            // A reply whose answer was lost may have ended the conversation after all: then this one came too late.
            Transcript.Add(WorkflowStep.Reply, _context.Time.GetUtcNow(), wire, answer);
            await ReadStateAsync(null, cancellationToken).ConfigureAwait(false);
            return;
        }

        Accept(WorkflowStep.Reply, wire, answer);
    }

    /// <summary>Replies Cancel to the pending prompt.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="IllegalReplyException">The prompt does not offer Cancel.</exception>
    /// <inheritdoc cref="ReplyAsync" path="/exception"/>
    public Task CancelAsync(CancellationToken cancellationToken = default) => ReplyAsync(Pending().Cancel(), cancellationToken);

    /// <summary>The result of the ended workflow.</summary>
    /// <exception cref="InvalidOperationException">A prompt still waits.</exception>
    public WorkflowResult<TAnswer> Complete()
    {
        if (PendingPrompt is { } prompt)
        {
            throw new InvalidOperationException($"Workflow {RequestGuid} has not ended: {prompt} waits for a reply.");
        }

        if (LastAnswer.WorkflowStatus == WorkflowStatus.CompletedCancelled)
        {
            return new WorkflowResult<TAnswer>(WorkflowOutcome.Cancelled, null, LastAnswer, Transcript);
        }

        var answer = Kind.ReadAnswer(LastAnswer);
        var isPartial = (answer is not null && Kind.IsPartial?.Invoke(answer) == true) || TellsOfFailure(LastAnswer);
        return new WorkflowResult<TAnswer>(
            isPartial ? WorkflowOutcome.PartlyCompleted : WorkflowOutcome.Completed, answer, LastAnswer, Transcript);
    }

    /// <summary>A server may say "successful" and tell in a message what was left undone.</summary>
    private static bool TellsOfFailure(WorkflowAnswer answer) =>
        answer.InformationMessages.Any(message => message.Type == InformationMessageType.Failure);

    /// <summary>What another process needs to go on with <see cref="WorkflowsClient.ResumeAsync"/>.</summary>
    /// <exception cref="InvalidOperationException">The workflow has ended.</exception>
    public WorkflowBookmark ToBookmark()
    {
        var prompt = Pending();
        return new WorkflowBookmark
        {
            RequestGuid = RequestGuid,
            RequestType = Kind.RequestType,
            OrganizationId = _context.OrganizationId,
            WorkstationId = _context.WorkstationId,
            Prompt = prompt.Wire,
        };
    }

    /// <summary>Tells numbers only; the texts may name people.</summary>
    public override string ToString() =>
        $"workflow {(int)Kind.RequestType} {RequestGuid}: {PendingPrompt?.ToString() ?? LastAnswer.WorkflowStatus.ToString()}";

    /// <summary>Lost are: no answer, an unreadable one, a failing server; and any refusal once the state is in doubt.</summary>
    private bool IsAnswerLost(PolarisClientException exception) => exception.MayHaveBeenProcessed
        || (IsInDoubt && exception is RequestFailedException and not AuthenticationFailedException);

    private Prompt Pending() =>
        PendingPrompt ?? throw new InvalidOperationException($"Workflow {RequestGuid} has ended: no prompt waits for a reply.");

    private WorkflowReply Check(PromptReply reply)
    {
        var prompt = Pending();
        return ReferenceEquals(reply.Prompt, prompt)
            ? reply.Wire
            : throw new IllegalReplyException(prompt, $"it answers {reply.Prompt}, not the pending prompt. Make replies with PendingPrompt's own methods.");
    }

    private void NoteLost(WorkflowReply sent)
    {
        Log.RecoveringReply(_context.Logger, (int)Kind.RequestType, RequestGuid);
        IsInDoubt = true;
        Transcript.Add(WorkflowStep.Reply, _context.Time.GetUtcNow(), sent, null);
    }

    /// <summary>Asks the server how things stand, and goes on from there.</summary>
    /// <param name="lost">Why the answer to the last reply was lost; null when it was the answer to an earlier one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    internal async Task ReadStateAsync(PolarisClientException? lost, CancellationToken cancellationToken)
    {
        WorkflowAnswer answer;
        try
        {
            answer = await _api.GetAsync(RequestGuid, cancellationToken).ConfigureAwait(false);
        }
        catch (PolarisClientException unread)
        {
            throw InDoubt(lost, unread);
        }

        Accept(WorkflowStep.Read, null, answer);
    }

    /// <summary>What became of the last reply may be known, but an earlier one may have been carried out.</summary>
    private TransportException InDoubt(PolarisClientException? lost, PolarisClientException unread)
    {
        const string route = "PUT /workflow/{workflowRequestGuid}";
        return new TransportException(
            $"{route}: the answer to a reply of conversation {RequestGuid} was lost, and its state could not be read. The server may have "
            + "acted on it: read the record, or resume the conversation, before saving again.",
            route,
            mayHaveBeenProcessed: true,
            lost ?? unread)
        {
            RequestPath = (lost ?? unread) switch
            {
                RequestFailedException refused => refused.RequestPath,
                TransportException noAnswer => noAnswer.RequestPath,
                _ => null,
            },
        };
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
                PendingPrompt = Kind.CreatePrompt(new PromptContext(answer, Transcript));
                Note(PendingPrompt);
                break;
            default:
                throw new WorkflowFailedException(Explain(answer), answer, Transcript);
        }
    }

    private void Note(Prompt prompt)
    {
        ClientMetrics.Prompted((int)Kind.RequestType, (int)prompt.Id);
        Activity.Current?.AddEvent(new ActivityEvent(
            "polaris.prompt", tags: new ActivityTagsCollection { ["polaris.prompt.id"] = (int)prompt.Id }));
        Log.Prompted(_context.Logger, (int)Kind.RequestType, RequestGuid, (int)prompt.Id);
    }

    private string Explain(WorkflowAnswer answer)
    {
        var what = $"Workflow {(int)Kind.RequestType} ({Kind.RequestType}), conversation {RequestGuid},";
        return answer.WorkflowStatus switch
        {
            WorkflowStatus.InputRequired when answer.Prompt is null => $"{what} waits for input (status -3), but the answer holds no prompt, so nothing can be replied.",
            WorkflowStatus.InputRequired => $"{what} raised a prompt without a conversation id, so nothing can be replied.",
            WorkflowStatus.CompletedFailure => $"{what} ended without doing it (status 2). Messages tell why.",
            WorkflowStatus.InvalidReply => $"{what} found the reply invalid (status -1). Messages tell why.",
            WorkflowStatus.ErrorOccurred => $"{what} met an unexpected error (status -2): whether something was saved is not known. Messages tell more.",
            _ => $"{what} answered with status {(int)answer.WorkflowStatus}, which is neither an end nor a prompt. Read the record to learn its state.",
        };
    }
}
