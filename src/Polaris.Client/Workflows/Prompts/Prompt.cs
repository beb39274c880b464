using System.Text.Json;

namespace Polaris.Client.Workflows;

/// <summary>A question of the server, which waits for its answer.</summary>
/// <remarks>
/// Prompts that the library knows have derived types, whose methods say what they do. Any other prompt is a plain one: show
/// <see cref="Title"/>, <see cref="Message"/> and <see cref="Choices"/> to a person, or cancel. There is no way to accept
/// the server's default, because some defaults delete records.
/// </remarks>
/// <param name="context">The prompt as it came, and its conversation.</param>
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

    /// <summary>The prompt as it came, with its data and every member that has no name here.</summary>
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

    /// <summary>Tells type and number; the texts may name people.</summary>
    public override string ToString() => GetType() == typeof(Prompt) ? $"prompt {(int)Id}" : $"{GetType().Name} ({(int)Id})";

    internal string Offered() =>
        string.Join(", ", Wire.WorkflowPromptOptions.OfferedResults()?.Select(result => $"{result} ({(int)result})") ?? ["any"]);

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
