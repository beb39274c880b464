using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>What a page or a browser needs to show a prompt, without the conversation's ID. Created by <see cref="Prompt.ToView"/>.</summary>
/// <remarks>The texts may name records or people: show them, do not log them. Encode them where they become HTML.</remarks>
public sealed class PromptView
{
    /// <summary>Identifies this very prompt; the answer returns it, so that it cannot be taken for the answer to another prompt.</summary>
    public string Key { get; set; } = "";

    /// <summary>The ID of the prompt.</summary>
    public WorkflowPromptId Id { get; set; }

    /// <summary>The heading, possibly empty.</summary>
    public string Title { get; set; } = "";

    /// <summary>The question, possibly empty.</summary>
    public string Message { get; set; } = "";

    /// <summary>Sentences to show below the question, such as the parts of a serial.</summary>
    public IReadOnlyList<string> Notes { get; set; } = [];

    /// <summary>The buttons; empty if it is not documented which results the prompt accepts.</summary>
    public IReadOnlyList<PromptViewChoice> Choices { get; set; } = [];

    /// <summary>The record being saved, to be shown beside <see cref="Records"/>; <c>null</c> if the prompt does not describe it.</summary>
    public PromptViewRecord? Record { get; set; }

    /// <summary>The records that the prompt is about, such as possible duplicates.</summary>
    public IReadOnlyList<PromptViewRecord> Records { get; set; } = [];

    /// <summary>Whether the answer may name one of <see cref="Records"/> whose ID the new record keeps.</summary>
    public bool CanMaintainRecordId { get; set; }

    /// <summary>Writes the view as JSON, with names such as <c>needsRecords</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, PromptViewJson.Default.PromptView);

    /// <summary>Returns the ID of the prompt, without texts.</summary>
    public override string ToString() => $"prompt {(int)Id}";
}

/// <summary>One button of a <see cref="PromptView"/>.</summary>
public sealed class PromptViewChoice
{
    /// <summary>The result that it sends.</summary>
    public WorkflowPromptResult Result { get; set; }

    /// <summary>The caption.</summary>
    public string Text { get; set; } = "";

    /// <summary>Whether the answer has to name some of <see cref="PromptView.Records"/>.</summary>
    public bool NeedsRecords { get; set; }

    /// <summary>
    /// Whether the answer has to contain <see cref="PromptAnswer.BibOption"/> and <see cref="PromptAnswer.SeeAlsoOption"/>.
    /// </summary>
    public bool NeedsOptions { get; set; }
}

/// <summary>A record as a <see cref="PromptView"/> shows it; <c>null</c> values are those that the prompt does not contain.</summary>
public sealed class PromptViewRecord
{
    /// <summary>The ID of the record; <c>null</c> for a new one.</summary>
    public int? Id { get; set; }

    /// <summary>The title, or what describes the record.</summary>
    public string? Title { get; set; }

    /// <summary>The author.</summary>
    public string? Author { get; set; }

    /// <summary>The name of the organization that owns the record.</summary>
    public string? Owner { get; set; }

    /// <summary>The name of the format.</summary>
    public string? Format { get; set; }

    /// <summary>The name of the status.</summary>
    public string? Status { get; set; }

    /// <summary>The number of linked items, or of linked records for an authority record.</summary>
    public int? Links { get; set; }

    /// <summary>Whether the record is protected from being replaced.</summary>
    public bool? IsProtected { get; set; }

    /// <summary>Why the prompt lists the record.</summary>
    public string? Reason { get; set; }
}

/// <summary>A person's answer to a <see cref="PromptView"/>, for <see cref="Prompt.ReplyFrom"/>.</summary>
public sealed class PromptAnswer
{
    /// <summary>The <see cref="PromptView.Key"/> of the prompt that was shown.</summary>
    public string Key { get; set => field = value ?? ""; } = "";

    /// <summary>The <see cref="PromptViewChoice.Result"/> of the chosen button.</summary>
    public WorkflowPromptResult Result { get; set; }

    /// <summary>The IDs of the chosen records, for a choice that needs them.</summary>
    public IReadOnlyList<int> RecordIds { get; set => field = value ?? []; } = [];

    /// <summary>The record whose ID a new record keeps; 0 for none.</summary>
    public int RecordToMaintainId { get; set; }

    /// <summary>The option for headings in bibliographic records: see <see cref="Cataloging.ManageLinkedRecordsPrompt.Continue"/>.</summary>
    public int? BibOption { get; set; }

    /// <summary>The option for see-also references.</summary>
    public int? SeeAlsoOption { get; set; }

    /// <summary>Reads an answer that a browser sent as JSON.</summary>
    /// <param name="json">An object with <c>key</c>, <c>result</c> and what the choice needs.</param>
    /// <exception cref="FormatException">The string is not an answer.</exception>
    public static PromptAnswer FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json ?? throw new ArgumentNullException(nameof(json)), PromptViewJson.Default.PromptAnswer)
                ?? throw new FormatException("The string is not an answer to a prompt: it is the JSON null.");
        }
        catch (JsonException exception)
        {
            throw new FormatException($"The string is not an answer to a prompt: see {exception.Path ?? "$"}.", exception);
        }
    }

    /// <summary>Returns the result, without the key.</summary>
    public override string ToString() => Result.ToString();
}

/// <summary>The JSON metadata of views and answers, in the casing of browsers.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(PromptView))]
[JsonSerializable(typeof(PromptAnswer))]
internal sealed partial class PromptViewJson : JsonSerializerContext;
