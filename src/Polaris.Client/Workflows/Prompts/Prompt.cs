using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Polaris.Client.Workflows;

/// <summary>A question of the server, which waits for a reply.</summary>
/// <remarks>
/// Known prompts have derived types, whose methods describe what they do. Any other prompt is a plain one: show
/// <see cref="Title"/>, <see cref="Message"/> and <see cref="Choices"/> to a person, or cancel. There is no way to accept
/// the server's default, because some defaults delete records.
/// </remarks>
/// <param name="context">The prompt as received, and its conversation.</param>
public class Prompt(PromptContext context)
{
    /// <summary>The ID of the prompt.</summary>
    public WorkflowPromptId Id => Wire.WorkflowPromptId;

    /// <summary>The heading, in the language of the client.</summary>
    public string Title => Wire.Title;

    /// <summary>The question. May name records or people: show it, do not log it.</summary>
    public string Message => Wire.Message;

    /// <summary>The conversation that the prompt belongs to.</summary>
    public Guid RequestGuid => Context.RequestGuid;

    /// <summary>The prompt as received, with its data and every property.</summary>
    public WorkflowPrompt Wire => Context.Wire;

    /// <summary>The buttons; empty if the set of buttons is not documented, in which case any reply may be sent.</summary>
    public IReadOnlyList<PromptChoice> Choices =>
        Wire.WorkflowPromptOptions.OfferedResults()?.Select(result => new PromptChoice(result, TextOf(result))).ToList() ?? [];

    internal PromptContext Context { get; } = context ?? throw new ArgumentNullException(nameof(context));

    /// <summary>Whether Cancel is known to be offered; an undocumented set of buttons proves nothing.</summary>
    internal bool IsCancelOffered => Wire.WorkflowPromptOptions.OfferedResults()?.Contains(WorkflowPromptResult.Cancel) == true;

    /// <summary>Whether a reply with this result may be sent.</summary>
    /// <param name="result">The result.</param>
    public bool CanReply(WorkflowPromptResult result) => Wire.WorkflowPromptOptions.OfferedResults()?.Contains(result) ?? true;

    /// <summary>Replies with a result of the caller's choice.</summary>
    /// <param name="result">One of the offered results.</param>
    /// <param name="value">A scalar that some prompts require, such as an amount; usually none.</param>
    /// <param name="extension">The data that some prompts require; usually none.</param>
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

    /// <summary>Replies Cancel: the server ends the workflow without completing it.</summary>
    /// <exception cref="IllegalReplyException">The prompt does not offer Cancel. Nothing was sent.</exception>
    public PromptReply Cancel() => Reply(WorkflowPromptResult.Cancel);

    /// <summary>Describes the prompt for a page or a browser: texts, buttons, what they need, and the records to show.</summary>
    /// <example><code>
    /// string json = prompt.ToView().ToJson();
    /// </code></example>
    public PromptView ToView()
    {
        var view = new PromptView
        {
            Key = CreateKey(),
            Id = Id,
            Title = Title,
            Message = Message,
            Notes = string.IsNullOrWhiteSpace(Wire.AlternateMessage) ? [] : [Wire.AlternateMessage!],
            Choices = [.. Choices.Select(choice => new PromptViewChoice
            {
                Result = choice.Result,
                Text = choice.Text,
                NeedsRecords = ReplyData.NeededFor(Id, choice.Result) == WorkflowReplyExtensionType.ReplaceRecords,
                NeedsOptions = ReplyData.NeededFor(Id, choice.Result) == WorkflowReplyExtensionType.ManageLinkedRecords,
            })],
        };
        Describe(view);
        return view;
    }

    /// <summary>Creates the reply from a person's answer to <see cref="ToView"/>, after checking it.</summary>
    /// <param name="answer">The answer, which may come from an untrusted page.</param>
    /// <exception cref="IllegalReplyException">
    /// It answers another prompt, its choice was not shown, or the data that the choice needs is missing or wrong. Nothing was sent.
    /// </exception>
    /// <example><code>
    /// await conversation.ReplyAsync(conversation.PendingPrompt.ReplyFrom(PromptAnswer.FromJson(json)));
    /// </code></example>
    public PromptReply ReplyFrom(PromptAnswer answer)
    {
        _ = answer ?? throw new ArgumentNullException(nameof(answer));
        var view = ToView();
        if (!string.Equals(answer.Key, view.Key, StringComparison.Ordinal))
        {
            throw new IllegalReplyException(this, "it answers another prompt, or this one before it changed. Show the open prompt and ask again.");
        }

        return view.Choices.Any(choice => choice.Result == answer.Result)
            ? CreateReply(answer)
            : throw new IllegalReplyException(
                this,
                $"the choice {(int)answer.Result} was not shown. The choices are {string.Join(", ", view.Choices.Select(choice => $"{(int)choice.Result} ({choice.Text})").DefaultIfEmpty("not documented: use Reply or Cancel"))}.");
    }

    /// <summary>Adds what the data of this type of prompt shows to a person.</summary>
    /// <param name="view">The view to complete.</param>
    protected virtual void Describe(PromptView view)
    {
    }

    /// <summary>Creates the reply from an answer to this very prompt, whose choice was shown.</summary>
    /// <param name="answer">The answer.</param>
    /// <exception cref="IllegalReplyException">The data that the choice needs is missing or wrong.</exception>
    protected virtual PromptReply CreateReply(PromptAnswer answer) => Reply((answer ?? throw new ArgumentNullException(nameof(answer))).Result);

    /// <summary>Returns the type and the ID; the messages may name people.</summary>
    public override string ToString() => GetType() == typeof(Prompt) ? $"prompt {(int)Id}" : $"{GetType().Name} ({(int)Id})";

    internal string Offered() =>
        string.Join(", ", Wire.WorkflowPromptOptions.OfferedResults()?.Select(result => $"{result} ({(int)result})") ?? ["any"]);

    /// <summary>
    /// Whether a state of the same conversation proves that the server has processed a reply to this prompt: the workflow has
    /// ended, or another prompt is open.
    /// </summary>
    internal bool IsSettledBy(WorkflowAnswer state) => state.WorkflowStatus switch
    {
        WorkflowStatus.InputRequired => state.Prompt is { } other && Text(other) != Text(Wire),
        WorkflowStatus.CompletedSuccessfully or WorkflowStatus.CompletedFailure or WorkflowStatus.CompletedCancelled
            or WorkflowStatus.InvalidReply or WorkflowStatus.ErrorOccurred => true,
        _ => false,
    };

    /// <summary>A digest, so that it identifies conversation and prompt without revealing the ID with which replies are sent.</summary>
    private string CreateKey()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(RequestGuid + Text(Wire)));
        return Convert.ToBase64String(hash.GetHashAndReset());
    }

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
/// <param name="Result">The result that it sends.</param>
/// <param name="Text">The caption; servers change some, so that "No" may read "Continue".</param>
public sealed record PromptChoice(WorkflowPromptResult Result, string Text);

/// <summary>A prompt as received, and the conversation that it belongs to.</summary>
/// <param name="answer">The response that contains the prompt.</param>
/// <param name="transcript">The previous exchanges; <c>null</c> for none.</param>
/// <remarks>Public so that handlers can be tested: <c>new DisplayInPacPrompt(new PromptContext(answer))</c>.</remarks>
public sealed class PromptContext(WorkflowAnswer answer, WorkflowTranscript? transcript = null)
{
    /// <summary>The response that contains the prompt.</summary>
    public WorkflowAnswer Answer { get; } = answer ?? throw new ArgumentNullException(nameof(answer));

    /// <summary>The prompt as received.</summary>
    public WorkflowPrompt Wire { get; } = answer.Prompt ?? throw new ArgumentException("The answer does not contain a prompt.", nameof(answer));

    /// <summary>Every request and response so far, in order.</summary>
    public WorkflowTranscript Transcript { get; } = transcript ?? new WorkflowTranscript();

    /// <summary>The conversation, whose ID the response to a reply may lack.</summary>
    internal Guid RequestGuid { get; init; } = answer.WorkflowRequestGuid;
}

/// <summary>The reply to a prompt; created by the prompt's own methods, which check it.</summary>
public sealed class PromptReply
{
    internal PromptReply(Prompt prompt, WorkflowReply wire)
    {
        Prompt = prompt;
        Wire = wire;
    }

    /// <summary>The prompt.</summary>
    public Prompt Prompt { get; }

    /// <summary>The ID of the prompt.</summary>
    public WorkflowPromptId PromptId => Wire.WorkflowPromptId;

    /// <summary>The chosen result.</summary>
    public WorkflowPromptResult Result => Wire.WorkflowPromptResult;

    /// <summary>The reply as it is sent.</summary>
    public WorkflowReply Wire { get; }

    /// <summary>Returns the prompt and the result.</summary>
    public override string ToString() => $"{Result} to prompt {(int)PromptId}";
}
