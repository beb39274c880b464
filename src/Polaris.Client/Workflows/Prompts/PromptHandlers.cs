namespace Polaris.Client.Workflows;

/// <summary>Who answers which prompt while the conductor runs a workflow.</summary>
/// <remarks>
/// <para>
/// The most specific answer wins: a handler for the prompt's type, then a handler for its number, then <see cref="Always"/>, then
/// <see cref="Otherwise(Func{Prompt, PromptReply?})"/>. A prompt that no handler answers, or whose handler gives null, is canceled, and the
/// conductor throws <see cref="UnansweredPromptException"/>.
/// </para>
/// <para>Can be used for many workflows, also at the same time, once it is complete.</para>
/// </remarks>
public sealed class PromptHandlers
{
    private readonly Dictionary<Type, PromptHandler> _byType = [];
    private readonly Dictionary<WorkflowPromptId, PromptHandler> _byId = [];
    private readonly Dictionary<WorkflowPromptId, WorkflowPromptResult> _always = [];
    private PromptHandler? _otherwise;

    private delegate ValueTask<PromptReply?> PromptHandler(Prompt prompt, CancellationToken cancellationToken);

    /// <summary>Whether the replies of <see cref="Always"/> are also sent with the start, which can spare round trips.</summary>
    /// <value>False by default. The server may still ask; then they are sent again.</value>
    public bool SendAlwaysUpFront { get; set; }

    /// <summary>Answers one type of prompt.</summary>
    /// <typeparam name="TPrompt">The type of the prompt.</typeparam>
    /// <param name="answer">Gives the reply; null = no answer.</param>
    /// <exception cref="ArgumentException">The type has a handler already, or is <see cref="Prompt"/> itself.</exception>
    public PromptHandlers On<TPrompt>(Func<TPrompt, PromptReply?> answer)
        where TPrompt : Prompt
    {
        _ = answer ?? throw new ArgumentNullException(nameof(answer));
        return Add(_byType, KeyOf<TPrompt>(), (prompt, _) => new(answer((TPrompt)prompt)));
    }

    /// <summary>Answers one type of prompt with asynchronous code, such as a question to a person.</summary>
    /// <typeparam name="TPrompt">The type of the prompt.</typeparam>
    /// <param name="answer">Gives the reply; null = no answer.</param>
    /// <exception cref="ArgumentException">The type has a handler already, or is <see cref="Prompt"/> itself.</exception>
    public PromptHandlers On<TPrompt>(Func<TPrompt, CancellationToken, Task<PromptReply?>> answer)
        where TPrompt : Prompt
    {
        _ = answer ?? throw new ArgumentNullException(nameof(answer));
        return Add(_byType, KeyOf<TPrompt>(), (prompt, token) => new(answer((TPrompt)prompt, token)));
    }

    /// <summary>Answers a prompt by its number, for prompts that have no type of their own.</summary>
    /// <param name="id">The number of the prompt.</param>
    /// <param name="answer">Gives the reply; null = no answer.</param>
    /// <exception cref="ArgumentException">The number has a handler already.</exception>
    public PromptHandlers On(WorkflowPromptId id, Func<Prompt, PromptReply?> answer)
    {
        _ = answer ?? throw new ArgumentNullException(nameof(answer));
        return Add(_byId, id, (prompt, _) => new(answer(prompt)));
    }

    /// <summary>Answers a prompt by its number with asynchronous code.</summary>
    /// <param name="id">The number of the prompt.</param>
    /// <param name="answer">Gives the reply; null = no answer.</param>
    /// <exception cref="ArgumentException">The number has a handler already.</exception>
    public PromptHandlers On(WorkflowPromptId id, Func<Prompt, CancellationToken, Task<PromptReply?>> answer)
    {
        _ = answer ?? throw new ArgumentNullException(nameof(answer));
        return Add(_byId, id, (prompt, token) => new(answer(prompt, token)));
    }

    /// <summary>Answers a prompt with the same result every time: an answer as data, which may also be sent up front.</summary>
    /// <param name="id">The number of the prompt.</param>
    /// <param name="result">The result.</param>
    /// <exception cref="ArgumentException">The number has such an answer already, or the result needs data.</exception>
    /// <remarks>When the prompt comes and does not offer the result, the conductor throws <see cref="IllegalReplyException"/>.</remarks>
    public PromptHandlers Always(WorkflowPromptId id, WorkflowPromptResult result) => ReplyData.NeededFor(id, result) is null
        ? Add(_always, id, result)
        : throw new ArgumentException(
            $"{result} ({(int)result}) to prompt {(int)id} needs data, which Always cannot send. Use On with the type of the prompt.", nameof(result));

    /// <summary>Answers every prompt that no other handler answers.</summary>
    /// <param name="answer">Gives the reply; null = no answer.</param>
    /// <exception cref="InvalidOperationException">It was set already.</exception>
    public PromptHandlers Otherwise(Func<Prompt, PromptReply?> answer)
    {
        _ = answer ?? throw new ArgumentNullException(nameof(answer));
        return SetOtherwise((prompt, _) => new(answer(prompt)));
    }

    /// <summary>Answers every prompt that no other handler answers, with asynchronous code.</summary>
    /// <param name="answer">Gives the reply; null = no answer.</param>
    /// <exception cref="InvalidOperationException">It was set already.</exception>
    public PromptHandlers Otherwise(Func<Prompt, CancellationToken, Task<PromptReply?>> answer)
    {
        _ = answer ?? throw new ArgumentNullException(nameof(answer));
        return SetOtherwise((prompt, token) => new(answer(prompt, token)));
    }

    /// <summary>The replies to send with the start; null = none.</summary>
    internal IReadOnlyList<WorkflowReply>? RepliesUpFront() => !SendAlwaysUpFront || _always.Count == 0
        ? null
        : _always.Select(entry => new WorkflowReply { WorkflowPromptId = entry.Key, WorkflowPromptResult = entry.Value }).ToList();

    /// <summary>The reply to a prompt; null when no handler answers it.</summary>
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

    private static Type KeyOf<TPrompt>() => typeof(TPrompt) != typeof(Prompt)
        ? typeof(TPrompt)
        : throw new ArgumentException("On<Prompt> would answer no known prompt: use Otherwise, or On with a prompt number.");

    private PromptHandlers Add<TKey, TValue>(Dictionary<TKey, TValue> answers, TKey key, TValue answer)
        where TKey : notnull
    {
        if (answers.ContainsKey(key))
        {
            throw new ArgumentException($"{key} has an answer already; each prompt can have one.");
        }

        answers.Add(key, answer);
        return this;
    }

    private PromptHandlers SetOtherwise(PromptHandler handler)
    {
        _otherwise = _otherwise is null
            ? handler
            : throw new InvalidOperationException("Otherwise was set already; there can be one.");
        return this;
    }
}
