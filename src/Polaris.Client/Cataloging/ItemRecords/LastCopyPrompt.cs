using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>The last copy is being deleted: what should happen to the bibliographic records without items?</summary>
/// <param name="context">The prompt as received.</param>
/// <param name="details">The data of the prompt.</param>
/// <remarks>
/// Prompt 82, extension 25. <b>The server's default deletes the bibliographic records.</b> Only Retain is known for certain; the
/// results 9 (delete) and 10 (suppress) are inferred, so they have no method: send them with <see cref="Prompt.Reply"/> if you know them.
/// Its set of buttons is not documented either, so it is not canceled if it has no handler: register one.
/// </remarks>
public sealed class LastCopyPrompt(PromptContext context, LastCopyOptions details) : Prompt(context)
{
    /// <summary>Maps prompt ID 82 to this type.</summary>
    public static PromptKind Kind { get; } = PromptKind.Of(
        WorkflowPromptId.LastCopyOptions,
        ItemRecordsJson.Default.LastCopyOptions,
        (context, details) => new LastCopyPrompt(context, details));

    /// <summary>Which buttons are enabled, and which records would have no items left.</summary>
    public LastCopyOptions Details { get; } = details;

    /// <summary>Deletes the items and keeps the bibliographic records as they are.</summary>
    public PromptReply Retain() => Reply(WorkflowPromptResult.Retain);

    /// <inheritdoc/>
    /// <remarks>Retain is shown although the set of buttons is not documented, because it is known for certain.</remarks>
    protected override void Describe(PromptView view)
    {
        _ = view ?? throw new ArgumentNullException(nameof(view));
        view.Records = [.. Details.WidowedRecords.Select(record => new PromptViewRecord { Id = record.RecordId, Title = record.Description })];
        if (view.Choices.Count == 0 && Details.RetainButtonEnabled)
        {
            view.Choices = [new PromptViewChoice { Result = WorkflowPromptResult.Retain, Text = nameof(WorkflowPromptResult.Retain) }];
        }
    }
}

/// <summary>The data of prompt 82.</summary>
public sealed class LastCopyOptions
{
    /// <summary>Whether the bibliographic records may be deleted.</summary>
    public bool DeleteButtonEnabled { get; set; }

    /// <summary>Whether they may be hidden.</summary>
    public bool SuppressButtonEnabled { get; set; }

    /// <summary>Whether they may be kept as they are.</summary>
    public bool RetainButtonEnabled { get; set; }

    /// <summary>Whether the vendor's program may open them.</summary>
    public bool OpenButtonEnabled { get; set; }

    /// <summary>Whether the vendor's program may print them.</summary>
    public bool PrintButtonEnabled { get; set; }

    /// <summary>The records that would have no items left.</summary>
    public IReadOnlyList<WidowedRecord> WidowedRecords { get; set => field = TolerantJson.Present(value); } = [];

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>A record that would have no items left.</summary>
public sealed class WidowedRecord
{
    /// <summary>The type of the record.</summary>
    [JsonPropertyName("ObjectTypeID")]
    public ObjectType ObjectType { get; set; }

    /// <summary>The ID of the record.</summary>
    [JsonPropertyName("RecordID")]
    public int RecordId { get; set; }

    /// <summary>A description of the record, such as the title.</summary>
    public string? Description { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
