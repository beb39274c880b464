using Polaris.Client.Compatibility;
using Polaris.Client.Http;

namespace Polaris.Client.Workflows;

/// <summary>Runs workflows: the server raises prompts, handlers reply, until the workflow ends.</summary>
/// <remarks>
/// Thread-safe. A start or a reply is executed by the server at most once. Vendor page: workflow/overview.
/// </remarks>
public sealed class WorkflowsClient
{
    /// <summary>How long canceling an abandoned workflow may take, whatever the state of the caller's own token.</summary>
    public static readonly TimeSpan CancelTimeout = TimeSpan.FromSeconds(30);

    private readonly IWorkflowApi _api;
    private readonly WorkflowContext _context;

    internal WorkflowsClient(IWorkflowApi api, WorkflowContext context)
    {
        _api = api;
        _context = context;
    }

    /// <summary>Runs a workflow from its start to its end.</summary>
    /// <typeparam name="TAnswer">The result of the workflow if it succeeds.</typeparam>
    /// <param name="request">The workflow and its data.</param>
    /// <param name="handlers">The handlers that reply to prompts.</param>
    /// <param name="cancellationToken">Cancels the run; if a prompt is open, one Cancel reply is tried first.</param>
    /// <returns>The result; it was completed, or canceled by a reply.</returns>
    /// <exception cref="WorkflowFailedException">The server ended the workflow without completing it.</exception>
    /// <exception cref="UnansweredPromptException">A prompt had no handler; it was canceled if it offers Cancel.</exception>
    /// <exception cref="IllegalReplyException">A handler returned a reply that its prompt does not offer; it was not sent.</exception>
    /// <exception cref="TooManyPromptsException">There were more prompts than <see cref="PolarisClientOptions.MaxPrompts"/>.</exception>
    /// <exception cref="ObjectLocks.ObjectLockedException">Another user has the record open; nothing was done.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">No response was received; see <see cref="TransportException.MayHaveBeenProcessed"/>.</exception>
    /// <remarks>POST /workflow, then PUT /workflow/{workflowRequestGuid} for each reply. An exception of a handler reaches the caller unchanged.</remarks>
    /// <example><code>
    /// var handlers = new PromptHandlers().On&lt;DisplayInPacPrompt&gt;(prompt =&gt; prompt.Continue());
    /// BibRecord record = await polaris.BibRecords.GetAsync(1126739); // what is not to change is sent again as it is
    /// var result = await polaris.Workflows.RunAsync(
    ///     new UpdateBibRecord { BibRecordId = 1126739, DisplayInPac = false, DoNotOverlay = record.DoNotOverlay, RecordOwnerId = record.RecordOwnerId },
    ///     handlers);
    /// Console.WriteLine(result.Outcome);
    /// </code></example>
    public Task<WorkflowResult<TAnswer>> RunAsync<TAnswer>(
        WorkflowRequest<TAnswer> request, PromptHandlers handlers, CancellationToken cancellationToken = default)
        where TAnswer : class => RunAsync(request, handlers, onStarted: null, cancellationToken);

    /// <summary>Runs a workflow, and hands out its conversation, whose state shows after a failure what happened to it.</summary>
    internal async Task<WorkflowResult<TAnswer>> RunAsync<TAnswer>(
        WorkflowRequest<TAnswer> request,
        PromptHandlers handlers,
        Action<WorkflowConversation<TAnswer>>? onStarted,
        CancellationToken cancellationToken)
        where TAnswer : class
    {
        _ = handlers ?? throw new ArgumentNullException(nameof(handlers));
        using var run = WorkflowRun.Start(request?.WorkflowKind.RequestType ?? throw new ArgumentNullException(nameof(request)), _context);
        var conversation = await StartAsync(request, handlers.RepliesUpFront(id => _context.PromptTypeOf(request.WorkflowKind, id)), cancellationToken).ConfigureAwait(false);
        onStarted?.Invoke(conversation);
        run.IsOf(conversation.RequestGuid);
        return run.End(await ConductAsync(conversation, handlers, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Runs a conversation that was started or resumed step by step to its end.</summary>
    /// <typeparam name="TAnswer">The result of the workflow if it succeeds.</typeparam>
    /// <param name="conversation">The conversation.</param>
    /// <param name="handlers">The handlers that reply to prompts.</param>
    /// <param name="cancellationToken">Cancels the run; if a prompt is open, one Cancel reply is tried first.</param>
    /// <inheritdoc cref="RunAsync{TAnswer}(WorkflowRequest{TAnswer}, PromptHandlers, CancellationToken)" path="/exception"/>
    public async Task<WorkflowResult<TAnswer>> RunAsync<TAnswer>(
        WorkflowConversation<TAnswer> conversation, PromptHandlers handlers, CancellationToken cancellationToken = default)
        where TAnswer : class
    {
        _ = handlers ?? throw new ArgumentNullException(nameof(handlers));
        using var run = WorkflowRun.Start(conversation?.Kind.RequestType ?? throw new ArgumentNullException(nameof(conversation)), _context);
        run.IsOf(conversation.RequestGuid);
        return run.End(await ConductAsync(conversation, handlers, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Starts a workflow whose prompts the caller replies to step by step.</summary>
    /// <typeparam name="TAnswer">The result of the workflow if it succeeds.</typeparam>
    /// <param name="request">The workflow and its data.</param>
    /// <param name="cancellationToken">Cancels the call; the server may have started it anyway.</param>
    /// <exception cref="WorkflowFailedException">The server ended the workflow without completing it.</exception>
    /// <exception cref="ObjectLocks.ObjectLockedException">Another user has the record open; nothing was done.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">No response was received.</exception>
    /// <remarks>POST /workflow.</remarks>
    /// <example><code>
    /// var conversation = await polaris.Workflows.StartAsync(new DeleteItemRecords { ItemRecordIds = [4711] });
    /// while (conversation.PendingPrompt is { } prompt)
    /// {
    ///     Console.WriteLine(prompt.Message);
    ///     await conversation.ReplyAsync(prompt.Cancel());
    /// }
    ///
    /// var result = conversation.Complete();
    /// </code></example>
    public Task<WorkflowConversation<TAnswer>> StartAsync<TAnswer>(
        WorkflowRequest<TAnswer> request, CancellationToken cancellationToken = default)
        where TAnswer : class => StartAsync(request, null, cancellationToken);

    /// <summary>Continues a conversation that was saved as a bookmark, perhaps by another process.</summary>
    /// <typeparam name="TAnswer">The result of the workflow if it succeeds.</typeparam>
    /// <param name="kind">The workflow, for example <c>AddOrUpdateBibRecord.Kind</c>.</param>
    /// <param name="bookmark">A bookmark from <see cref="WorkflowConversation{TAnswer}.ToBookmark()"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The bookmark belongs to another workflow, organization or workstation.</exception>
    /// <exception cref="WorkflowFailedException">The workflow has failed in the meantime.</exception>
    /// <exception cref="RequestFailedException">The server refused; HTTP 404 if it no longer has the conversation.</exception>
    /// <exception cref="TransportException">No response was received.</exception>
    /// <remarks>GET /workflow/{workflowRequestGuid}: the state is that of the server, not of the bookmark.</remarks>
    /// <example><code>
    /// var conversation = await polaris.Workflows.ResumeAsync(AddOrUpdateBibRecord.Kind, WorkflowBookmark.FromJson(json));
    /// </code></example>
    public async Task<WorkflowConversation<TAnswer>> ResumeAsync<TAnswer>(
        WorkflowKind<TAnswer> kind, WorkflowBookmark bookmark, CancellationToken cancellationToken = default)
        where TAnswer : class
    {
        _ = kind ?? throw new ArgumentNullException(nameof(kind));
        (bookmark ?? throw new ArgumentNullException(nameof(bookmark))).EnsureFits(kind.RequestType, _context);
        var answer = await _api.GetAsync(bookmark.RequestGuid, context: null, cancellationToken).ConfigureAwait(false);
        if (answer.WorkflowRequestGuid != bookmark.RequestGuid)
        {
            throw new WorkflowFailedException(
                $"The server responded with another conversation than {bookmark.RequestGuid}, so its state is not known.", answer, new WorkflowTranscript());
        }

        return new WorkflowConversation<TAnswer>(_api, _context, kind, WorkflowStep.Read, answer);
    }

    /// <summary>Returns the prompt of a bookmark without a request to the server, to show it. Replies are created after <see cref="ResumeAsync"/>.</summary>
    /// <typeparam name="TAnswer">The result of the workflow if it succeeds.</typeparam>
    /// <param name="kind">The workflow, for example <c>AddOrUpdateBibRecord.Kind</c>.</param>
    /// <param name="bookmark">A bookmark from <see cref="WorkflowConversation{TAnswer}.ToBookmark()"/>.</param>
    /// <exception cref="ArgumentException">The bookmark belongs to another workflow, or does not contain a prompt.</exception>
    public Prompt GetPrompt<TAnswer>(WorkflowKind<TAnswer> kind, WorkflowBookmark bookmark)
        where TAnswer : class
    {
        _ = kind ?? throw new ArgumentNullException(nameof(kind));
        _ = bookmark ?? throw new ArgumentNullException(nameof(bookmark));
        bookmark.EnsureBelongsTo(kind.RequestType);
        return _context.CreatePrompt(kind, new PromptContext(new WorkflowAnswer
        {
            WorkflowRequestGuid = bookmark.RequestGuid,
            WorkflowRequestType = bookmark.RequestType,
            WorkflowStatus = WorkflowStatus.InputRequired,
            Prompt = bookmark.Prompt ?? throw new ArgumentException("The bookmark does not contain a prompt.", nameof(bookmark)),
        }));
    }

    private async Task<WorkflowConversation<TAnswer>> StartAsync<TAnswer>(
        WorkflowRequest<TAnswer> request, IReadOnlyList<WorkflowReply>? repliesUpFront, CancellationToken cancellationToken)
        where TAnswer : class
    {
        // An incomplete request is refused before the sign-in that may be needed for its user.
        var data = (request ?? throw new ArgumentNullException(nameof(request))).ToData();
        var wire = new WorkflowRequestMessage
        {
            WorkflowRequestType = request.WorkflowKind.RequestType,
            TxnBranchId = request.TxnBranchId ?? _context.OrganizationId,
            TxnUserId = request.TxnUserId ?? await GetUserIdAsync(cancellationToken).ConfigureAwait(false),
            TxnWorkstationId = request.TxnWorkstationId ?? _context.WorkstationId,
            WorkflowReplies = repliesUpFront,
            RequestExtension = new WorkflowRequestExtension
            {
                WorkflowRequestExtensionType = request.WorkflowKind.ExtensionType,
                Data = data,
            },
        };
        var call = new CallContext { CallerToken = cancellationToken };
        var sending = _context.Background.Run(lifetime => _api.StartAsync(wire, call, lifetime));
        try
        {
            var answer = await sending.WithCallersToken(cancellationToken).ConfigureAwait(false);
            return new WorkflowConversation<TAnswer>(_api, _context, request.WorkflowKind, WorkflowStep.Start, answer);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            WorkflowConversation<TAnswer>.EndInBackground(_api, _context, request.WorkflowKind, call, sending, before: null);
            throw;
        }
        catch (OperationCanceledException exception)
        {
            throw TransportFailure.Ended("POST /workflow", call.Doubt == Doubt.Unknown, exception);
        }
    }

    private async ValueTask<int> GetUserIdAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _context.GetUserId(cancellationToken).ConfigureAwait(false);
        }
        catch (TransportException signIn)
        {
            throw new TransportException(
                $"POST /workflow was not sent, because the sign-in before it {TransportFailure.Describe(signIn)}. It is safe to send it again.",
                "POST /workflow",
                mayHaveBeenProcessed: false,
                signIn);
        }
    }

    private async Task<WorkflowResult<TAnswer>> ConductAsync<TAnswer>(
        WorkflowConversation<TAnswer> conversation, PromptHandlers handlers, CancellationToken cancellationToken)
        where TAnswer : class
    {
        var answered = 0;
        try
        {
            while (conversation.PendingPrompt is { } prompt)
            {
                if (++answered > _context.MaxPrompts)
                {
                    throw new TooManyPromptsException(prompt, _context.MaxPrompts);
                }

                cancellationToken.ThrowIfCancellationRequested();
                var reply = await handlers.AnswerAsync(prompt, cancellationToken).ConfigureAwait(false)
                    ?? throw new UnansweredPromptException(prompt);
                await conversation.ReplyAsync(reply, cancellationToken).ConfigureAwait(false);
            }

            return conversation.Complete();
        }
        catch
        {
            await conversation.AbandonAsync().ConfigureAwait(false);
            throw;
        }
    }
}
