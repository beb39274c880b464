namespace Polaris.Client.Workflows;

/// <summary>The handlers that reply to the prompts of a workflow.</summary>
/// <remarks>
/// <para>
/// The most specific handler is used: a handler for the prompt's type, then a handler for its ID, then <see cref="Always"/>, then
/// <see cref="Otherwise(Func{Prompt, PromptReply?})"/>. A prompt that has no handler, or whose handler returns <c>null</c>, is canceled if it
/// offers Cancel, and <see cref="UnansweredPromptException"/> is thrown.
/// </para>
/// <para>Once complete, it can be used for many workflows, also concurrently.</para>
/// </remarks>
public sealed class PromptHandlers
{
    private readonly Dictionary<Type, PromptHandler> _byType = [];
    private readonly Dictionary<WorkflowPromptId, PromptHandler> _byId = [];
    private readonly Dictionary<WorkflowPromptId, WorkflowPromptResult> _always = [];
    private PromptHandler? _otherwise;

    private delegate ValueTask<PromptReply?> PromptHandler(Prompt prompt, CancellationToken cancellationToken);

    /// <summary>Whether the replies of <see cref="Always"/> are also sent with the start, which can save round trips.</summary>
    /// <value><c>false</c> by default. The server may still ask; then they are sent again.</value>
    /// <remarks>A reply is not sent up front if the prompt also has a handler for its type or its ID, which would not be called otherwise.</remarks>
    public bool SendAlwaysUpFront { get; set; }

    /// <summary>Registers the handler for prompts of type <typeparamref name="TPrompt"/>.</summary>
    /// <typeparam name="TPrompt">The type of the prompt.</typeparam>
    /// <param name="answer">Returns the reply; <c>null</c> for none.</param>
    /// <exception cref="ArgumentException">The type already has a handler, is abstract, or is <see cref="Prompt"/> itself.</exception>
    /// <example><code>
    /// var handlers = new PromptHandlers()
    ///     .On&lt;DisplayInPacPrompt&gt;(prompt =&gt; prompt.Continue())
    ///     .On&lt;DuplicateBibRecordsPrompt&gt;(prompt =&gt; prompt.Cancel());
    /// </code></example>
    public PromptHandlers On<TPrompt>(Func<TPrompt, PromptReply?> answer)
        where TPrompt : Prompt
    {
        _ = answer ?? throw new ArgumentNullException(nameof(answer));
        return Add(_byType, KeyOf<TPrompt>(), (prompt, _) => new(answer((TPrompt)prompt)));
    }

    /// <summary>Registers an asynchronous handler for prompts of type <typeparamref name="TPrompt"/>, for example to ask a person.</summary>
    /// <typeparam name="TPrompt">The type of the prompt.</typeparam>
    /// <param name="answer">Returns the reply; <c>null</c> for none.</param>
    /// <exception cref="ArgumentException">The type already has a handler, is abstract, or is <see cref="Prompt"/> itself.</exception>
    public PromptHandlers On<TPrompt>(Func<TPrompt, CancellationToken, Task<PromptReply?>> answer)
        where TPrompt : Prompt
    {
        _ = answer ?? throw new ArgumentNullException(nameof(answer));
        return Add(_byType, KeyOf<TPrompt>(), (prompt, token) => new(answer((TPrompt)prompt, token)));
    }

    /// <summary>Registers the handler for a prompt ID, for prompts that have no type of their own.</summary>
    /// <param name="id">The ID of the prompt.</param>
    /// <param name="answer">Returns the reply; <c>null</c> for none.</param>
    /// <exception cref="ArgumentException">The ID already has a handler.</exception>
    public PromptHandlers On(WorkflowPromptId id, Func<Prompt, PromptReply?> answer)
    {
        _ = answer ?? throw new ArgumentNullException(nameof(answer));
        return Add(_byId, id, (prompt, _) => new(answer(prompt)));
    }

    /// <summary>Registers an asynchronous handler for a prompt ID.</summary>
    /// <param name="id">The ID of the prompt.</param>
    /// <param name="answer">Returns the reply; <c>null</c> for none.</param>
    /// <exception cref="ArgumentException">The ID already has a handler.</exception>
    public PromptHandlers On(WorkflowPromptId id, Func<Prompt, CancellationToken, Task<PromptReply?>> answer)
    {
        _ = answer ?? throw new ArgumentNullException(nameof(answer));
        return Add(_byId, id, (prompt, token) => new(answer(prompt, token)));
    }

    /// <summary>Replies to a prompt with the same result every time; such a reply can also be sent up front.</summary>
    /// <param name="id">The ID of the prompt.</param>
    /// <param name="result">The result.</param>
    /// <exception cref="ArgumentException">The prompt already has such a reply, or the result needs data.</exception>
    /// <remarks>If the prompt is raised and does not offer the result, <see cref="IllegalReplyException"/> is thrown.</remarks>
    public PromptHandlers Always(WorkflowPromptId id, WorkflowPromptResult result) => ReplyData.NeededFor(id, result) is null
        ? Add(_always, id, result)
        : throw new ArgumentException(
            $"{result} ({(int)result}) to prompt {(int)id} needs data, which Always cannot send. Use On with the type of the prompt.", nameof(result));

    /// <summary>Registers the handler for every prompt that has no other handler.</summary>
    /// <param name="answer">Returns the reply; <c>null</c> for none.</param>
    /// <exception cref="InvalidOperationException">It was already set.</exception>
    public PromptHandlers Otherwise(Func<Prompt, PromptReply?> answer)
    {
        _ = answer ?? throw new ArgumentNullException(nameof(answer));
        return SetOtherwise((prompt, _) => new(answer(prompt)));
    }

    /// <summary>Registers the asynchronous handler for every prompt that has no other handler.</summary>
    /// <param name="answer">Returns the reply; <c>null</c> for none.</param>
    /// <exception cref="InvalidOperationException">It was already set.</exception>
    public PromptHandlers Otherwise(Func<Prompt, CancellationToken, Task<PromptReply?>> answer)
    {
        _ = answer ?? throw new ArgumentNullException(nameof(answer));
        return SetOtherwise((prompt, token) => new(answer(prompt, token)));
    }

    /// <summary>The replies to send with the start; null for none. A prompt with a more specific handler is left to that handler.</summary>
    /// <param name="typeOf">Returns the type of a prompt.</param>
    internal IReadOnlyList<WorkflowReply>? RepliesUpFront(Func<WorkflowPromptId, Type> typeOf)
    {
        List<WorkflowReply> replies = !SendAlwaysUpFront
            ? []
            : [.. _always.Where(entry => !_byId.ContainsKey(entry.Key) && !_byType.ContainsKey(typeOf(entry.Key)))
                .Select(entry => new WorkflowReply { WorkflowPromptId = entry.Key, WorkflowPromptResult = entry.Value })];
        return replies.Count == 0 ? null : replies;
    }

    /// <summary>Returns the reply to a prompt; null if it has no handler.</summary>
    internal ValueTask<PromptReply?> AnswerAsync(Prompt prompt, CancellationToken cancellationToken)
    {
        if (_byType.TryGetValue(prompt.GetType(), out var handler) || _byId.TryGetValue(prompt.Id, out handler))
        {
            return handler(prompt, cancellationToken);
        }

        return _always.TryGetValue(prompt.Id, out var result)
            ? new(prompt.Reply(result))
            : _otherwise?.Invoke(prompt, cancellationToken) ?? default;
    }

    private static Type KeyOf<TPrompt>() => typeof(TPrompt) switch
    {
        var type when type == typeof(Prompt) =>
            throw new ArgumentException("On<Prompt> would not handle any known prompt: use Otherwise, or On with a prompt ID."),
        { IsAbstract: true } type =>
            throw new ArgumentException($"On<{type.Name}> would never be called, because no prompt has exactly this type: name each derived type."),
        var type => type,
    };

    private PromptHandlers Add<TKey, TValue>(Dictionary<TKey, TValue> answers, TKey key, TValue answer)
        where TKey : notnull
    {
        if (answers.ContainsKey(key))
        {
            throw new ArgumentException($"{key} already has a handler; each prompt can have only one.");
        }

        answers.Add(key, answer);
        return this;
    }

    private PromptHandlers SetOtherwise(PromptHandler handler)
    {
        _otherwise = _otherwise is null
            ? handler
            : throw new InvalidOperationException("Otherwise was already set; there can be only one.");
        return this;
    }
}
