using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Some of the records to replace cannot be replaced: continue without them, or cancel?</summary>
/// <param name="context">The prompt as received.</param>
/// <param name="details">The data of the prompt.</param>
/// <remarks>Prompt 148, extension 44. It follows a Replace reply to <see cref="DuplicateBibRecordsPrompt"/> that names protected records.</remarks>
public sealed class ReplacementErrorsPrompt(PromptContext context, ReplacementErrors details) : Prompt(context)
{
    /// <summary>Maps prompt ID 148 to this type.</summary>
    public static PromptKind Kind { get; } = PromptKind.Of(
        WorkflowPromptId.ReplacementErrors,
        BibliographicRecordsJson.Default.ReplacementErrors,
        (context, details) => new ReplacementErrorsPrompt(context, details));

    /// <summary>The data of the prompt.</summary>
    public ReplacementErrors Details { get; } = details;

    /// <summary>The records that cannot be replaced, and why.</summary>
    public IReadOnlyList<ReplacementError> Errors => Details.Data;

    /// <summary>Continues saving, without replacing these records.</summary>
    /// <exception cref="IllegalReplyException">The prompt does not offer this reply. Nothing was sent.</exception>
    public PromptReply Continue() => Reply(WorkflowPromptResult.Continue);

    /// <inheritdoc/>
    protected override void Describe(PromptView view) => (view ?? throw new ArgumentNullException(nameof(view))).Records =
        [.. Errors.Select(error => new PromptViewRecord { Id = error.RecordId, Title = error.Title, Reason = error.Reason })];
}

/// <summary>The data of prompt 148: a grid of errors.</summary>
public sealed class ReplacementErrors
{
    /// <summary>Whether the vendor's program shows a check box.</summary>
    public bool ShowCheckbox { get; set; }

    /// <summary>The text of the check box.</summary>
    public string? CheckboxText { get; set; }

    /// <summary>Whether the check box is initially checked.</summary>
    public bool IsChecked { get; set; }

    /// <summary>The columns to show; a row may contain more than these.</summary>
    public IReadOnlyList<ReplacementErrorColumn> Columns { get; set => field = TolerantJson.Present(value); } = [];

    /// <summary>The rows.</summary>
    public IReadOnlyList<ReplacementError> Data { get; set => field = TolerantJson.Present(value); } = [];

    /// <summary>The type of the records.</summary>
    public ObjectType ObjectType { get; set; }

    /// <summary>The property of a row that contains the ID.</summary>
    [JsonPropertyName("ObjectIDPropertyName")]
    public string? ObjectIdPropertyName { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>A record that cannot be replaced.</summary>
public sealed class ReplacementError
{
    /// <summary>The ID of the record.</summary>
    [JsonPropertyName("RecordID")]
    public int? RecordId { get; set; }

    /// <summary>The title of the record.</summary>
    public string? Title { get; set; }

    /// <summary>The reason, as worded by the server.</summary>
    public string? Reason { get; set; }

    /// <summary>Additional properties of the row.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>A column of the grid of prompt 148.</summary>
public sealed class ReplacementErrorColumn
{
    /// <summary>The heading.</summary>
    public string? Name { get; set; }

    /// <summary>The property of a row that the column shows.</summary>
    public string? Key { get; set; }

    /// <summary>The type of the values, for example <c>Text</c>.</summary>
    public string? Type { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
