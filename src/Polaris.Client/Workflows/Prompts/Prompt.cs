using System.Text.Json;

namespace Polaris.Client.Workflows;

/// <summary>A question of the server, which waits for its answer.</summary>
/// <remarks>
/// Prompts that the library knows have derived types, whose methods say what they do. Any other prompt is a plain one: show
/// <see cref="Title"/>, <see cref="Message"/> and <see cref="Choices"/> to a person, or cancel. There is no way to accept
/// the server's default, because some defaults delete records.
/// </remarks>
/// <param name="context">The prompt as received, and its conversation.</param>
public class Prompt(PromptContext context)
{
    private readonly PromptContext _context = context ?? throw new ArgumentNullException(nameof(context));

    /// <summary>The number of the prompt.</summary>
    public WorkflowPromptId Id => Wire.WorkflowPromptId;

    /// <summary>The heading, in the language of the client.</summary>
    public string Title => Wire.Title;

    /// <summary>The question. May name records or people: show it, do not log it.</summary>
    public string Message => Wire.Message;

    /// <summary>The conversation that the prompt belongs to.</summary>
    public Guid RequestGuid => _context.Answer.WorkflowRequestGuid;

    /// <summary>The prompt as received, with its data and every property.</summary>
    public WorkflowPrompt Wire => _context.Wire;

    /// <summary>The buttons; empty when the set is not a documented one, in which case any reply may be sent.</summary>
    public IReadOnlyList<PromptChoice> Choices =>
        Wire.WorkflowPromptOptions.OfferedResults()?.Select(result => new PromptChoice(result, TextOf(result))).ToList() ?? [];

    internal PromptContext Context => _context;

    /// <summary>Whether Cancel is known to be offered; a set of buttons that is not documented proves nothing.</summary>
    internal bool IsCancelOffered => Wire.WorkflowPromptOptions.OfferedResults()?.Contains(WorkflowPromptResult.Cancel) == true;

    /// <summary>Whether a reply with this result may be sent.</summary>
    /// <param name="result">The result.</param>
    public bool CanReply(WorkflowPromptResult result) => Wire.WorkflowPromptOptions.OfferedResults()?.Contains(result) ?? true;

    /// <summary>Answers with a result of the caller's own choice.</summary>
    /// <param name="result">One of the offered results.</param>
    /// <param name="value">A scalar that some prompts want, such as an amount; usually none.</param>
    /// <param name="extension">The data that some prompts want; usually none.</param>
    /// <exception cref="IllegalReplyException">The prompt does not offer this result. Nothing was sent.</exception>
    public PromptReply Reply(WorkflowPromptResult result, JsonElement? value = null, WorkflowReplyExtension? extension = null)
    {
        if (!CanReply(result))
        {
            throw new IllegalReplyException(this, $"{result} ({(int)result}) is not among the offered results: {Offered()}.");
        }

        if (ReplyData.NeededFor(Id, result) is { } needed
            && (extension?.Data is null || extension.WorkflowReplyExtensionType != needed))
        {
            throw new IllegalReplyException(
                this, $"{result} ({(int)result}) needs data (reply extension {(int)needed}). Use the methods of the typed prompt.");
        }

        return new PromptReply(this, new WorkflowReply
        {
            WorkflowPromptId = Id,
            WorkflowPromptResult = result,
            ReplyValue = value,
            ReplyExtension = extension,
        });
    }

    /// <summary>Answers Cancel: the server ends the workflow without doing it.</summary>
    /// <exception cref="IllegalReplyException">The prompt does not offer Cancel. Nothing was sent.</exception>
    public PromptReply Cancel() => Reply(WorkflowPromptResult.Cancel);

    /// <summary>Shows type and number; the texts may name people.</summary>
    public override string ToString() => GetType() == typeof(Prompt) ? $"prompt {(int)Id}" : $"{GetType().Name} ({(int)Id})";

    internal string Offered() =>
        string.Join(", ", Wire.WorkflowPromptOptions.OfferedResults()?.Select(result => $"{result} ({(int)result})") ?? ["any"]);

    /// <summary>Whether a state proves that the server has dealt with a reply to this prompt: the workflow has ended, or another prompt waits.</summary>
    internal bool IsSettledBy(WorkflowAnswer state) => state.WorkflowRequestGuid == RequestGuid && state.WorkflowStatus switch
    {
        WorkflowStatus.InputRequired => state.Prompt is { } other && Text(other) != Text(Wire),
        WorkflowStatus.CompletedSuccessfully or WorkflowStatus.CompletedFailure or WorkflowStatus.CompletedCancelled
            or WorkflowStatus.InvalidReply or WorkflowStatus.ErrorOccurred => true,
        _ => false,
    };

    private static string Text(WorkflowPrompt prompt) => JsonSerializer.Serialize(prompt, WorkflowsJson.Default.WorkflowPrompt);

    private string TextOf(WorkflowPromptResult result)
    {
        var text = result switch
        {
            WorkflowPromptResult.Yes => Wire.AlternateYesText,
            WorkflowPromptResult.No => Wire.AlternateNoText,
            WorkflowPromptResult.Cancel => Wire.AlternateCancelText,
            WorkflowPromptResult.Continue => Wire.AlternateContinueText,
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? result.ToString() : text!;
    }
}

/// <summary>One button of a prompt.</summary>
/// <param name="Result">What it replies.</param>
/// <param name="Text">What is written on it; servers reword some, so that "No" may read "Continue".</param>
public sealed record PromptChoice(WorkflowPromptResult Result, string Text);

/// <summary>A prompt as received, and the conversation that it belongs to.</summary>
/// <param name="answer">The answer that holds the prompt.</param>
/// <param name="transcript">What was exchanged before; null = nothing.</param>
/// <remarks>Public so that handlers can be tested: <c>new DisplayInPacPrompt(new PromptContext(answer))</c>.</remarks>
public sealed class PromptContext(WorkflowAnswer answer, WorkflowTranscript? transcript = null)
{
    /// <summary>The answer that holds the prompt.</summary>
    public WorkflowAnswer Answer { get; } = answer ?? throw new ArgumentNullException(nameof(answer));

    /// <summary>The prompt as received.</summary>
    public WorkflowPrompt Wire { get; } = answer.Prompt ?? throw new ArgumentException("The answer holds no prompt.", nameof(answer));

    /// <summary>What was exchanged so far.</summary>
    public WorkflowTranscript Transcript { get; } = transcript ?? new WorkflowTranscript();
}

/// <summary>The answer to a prompt; made by the prompt's own methods, which check it.</summary>
public sealed class PromptReply
{
    internal PromptReply(Prompt prompt, WorkflowReply wire)
    {
        Prompt = prompt;
        Wire = wire;
    }

    /// <summary>The prompt that is answered.</summary>
    public Prompt Prompt { get; }

    /// <summary>The number of the prompt that is answered.</summary>
    public WorkflowPromptId PromptId => Wire.WorkflowPromptId;

    /// <summary>The chosen result.</summary>
    public WorkflowPromptResult Result => Wire.WorkflowPromptResult;

    /// <summary>The reply as it is sent.</summary>
    public WorkflowReply Wire { get; }

    /// <summary>Shows prompt and result.</summary>
    public override string ToString() => $"{Result} to prompt {(int)PromptId}";
}
